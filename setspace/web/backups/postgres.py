"""Copies of PostgreSQL's databases by its own programs, pg_dump and pg_restore."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connections, transaction

from setspace.web.commands.ground import Told


def dump(alias: str, target: Path, snapshot: str, left_out: Iterable[str]) -> None:
    """The rows of the tables that are left out stay behind; the tables come."""
    without = [f"--exclude-table-data={table}" for table in left_out]
    options = ("--format=custom", "--no-owner", f"--snapshot={snapshot}", f"--file={target}", *without)
    _run("pg_dump", alias, *options)
    target.chmod(0o600)


def bring_back(alias: str, source: Path) -> None:
    """All or nothing."""
    connections[alias].close()
    options = ("--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error")
    _run("pg_restore", alias, *options, str(source))


@contextmanager
def held_still(alias: str) -> Iterator[str]:
    """A view of the database that stays as it is, by a name that pg_dump understands."""
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        yield str(cursor.fetchone()[0])


def _run(program: str, alias: str, *options: str) -> None:
    path = shutil.which(program)
    if path is None:
        raise Told(f"{program} is missing. Install it:  apt-get install postgresql-client")
    named = connections[alias].settings_dict
    places = {
        "PGHOST": named["HOST"],
        "PGPORT": named["PORT"],
        "PGUSER": named["USER"],
        "PGPASSWORD": named["PASSWORD"],
    }
    given = {name: str(value) for name, value in places.items() if value}
    database = f"--dbname={named['NAME']}"
    command = [path, database, *options]
    place = {**os.environ, **given}
    done = subprocess.run(command, env=place, capture_output=True, check=False)  # noqa: S603  our own words
    if done.returncode:
        raise Told(f"{program} could not do it for the database “{alias}” (it ended with {done.returncode}).")
