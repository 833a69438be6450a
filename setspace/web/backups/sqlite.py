"""Copies of SQLite's databases by its own means: a plain copy of a file would miss the newest of it."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connections

BESIDE = ("", "-wal", "-shm", "-journal")


def copy(source: Path, target: Path) -> None:
    """A whole copy of a database that may be in use, as one file that only its owner can read."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
        here.backup(there)
        there.execute("PRAGMA journal_mode=DELETE")
        (well,) = there.execute("PRAGMA quick_check").fetchone()
    if well != "ok":
        raise sqlite3.DatabaseError("The copy is not whole.")


def leave_out(file: Path, tables: Iterable[str]) -> None:
    """Empty these tables of a copy, so that nothing of their rows is left in the file."""
    with closing(sqlite3.connect(file)) as line:
        there = {name for (name,) in line.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        with line:
            for table in there.intersection(tables):
                line.execute(f'DELETE FROM "{table}"')  # noqa: S608  a name of our own
        line.execute("VACUUM")


def file_of(alias: str) -> Path:
    return Path(str(connections[alias].settings_dict["NAME"]))


@contextmanager
def looking_at(alias: str, file: Path) -> Iterator[None]:
    """While this lasts, the database with this name is this file."""
    connection = connections[alias]
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(file)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


def put_in_place(candidate: Path, target: Path) -> None:
    """The candidate becomes the database. What was left beside the old one goes."""
    for end in BESIDE[1:]:
        Path(f"{target}{end}").unlink(missing_ok=True)
    candidate.replace(target)


def remove(file: Path) -> None:
    for end in BESIDE:
        Path(f"{file}{end}").unlink(missing_ok=True)
