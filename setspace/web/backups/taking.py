"""Taking a backup, while the server runs."""

from datetime import datetime
from pathlib import Path

from django.db import connections

from setspace import __version__
from setspace.web.backups import postgres, sqlite
from setspace.web.backups.about import LEFT_OUT, PARTS, About, counts_of, master_keys_of
from setspace.web.commands.ground import Told

NEEDED = {"default": "people_person", "keys": "keys_wrappedkey"}


def back_up(folder: Path, at: datetime) -> dict[str, About]:
    """Content first, keys after it. Says what each part holds."""
    if folder.exists() and any(folder.iterdir()):
        raise Told(f"There is something in {folder} already. Name a folder that is new or empty.")
    _refuse_an_empty_place()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return {alias: _part(alias, folder / part, at) for alias, part in PARTS.items()}


def _refuse_an_empty_place() -> None:
    for alias, table in NEEDED.items():
        if table not in connections[alias].introspection.table_names():
            raise Told(
                f"There is nothing to back up here: the database “{alias}” has no tables of Setspace. "
                "Set SETSPACE_DATA, or the addresses of the databases, as they are set for the server."
            )


def _part(alias: str, folder: Path, at: datetime) -> About:
    folder.mkdir(mode=0o700)
    vendor = connections[alias].vendor
    about = _from_sqlite(alias, folder, at) if vendor == "sqlite" else _from_postgres(alias, folder, at)
    about.write(folder)
    return about


def _from_sqlite(alias: str, folder: Path, at: datetime) -> About:
    target = folder / "database.sqlite3"
    sqlite.copy(sqlite.file_of(alias), target)
    sqlite.leave_out(target, LEFT_OUT)
    with sqlite.looking_at(alias, target):
        return _about(alias, at)


def _from_postgres(alias: str, folder: Path, at: datetime) -> About:
    with postgres.held_still(alias) as snapshot:
        about = _about(alias, at)
        postgres.dump(alias, folder / "database.dump", snapshot, LEFT_OUT)
    return about


def _about(alias: str, at: datetime) -> About:
    connection = connections[alias]
    counts = {table: 0 if table in LEFT_OUT else rows for table, rows in counts_of(connection).items()}
    return About(__version__, at.isoformat(), connection.vendor, counts, master_keys_of(alias, counts))
