"""What a copy says of itself, and what of it can be counted again."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from setspace.web.commands.ground import Told

FILE = "about.json"
PARTS = {"default": "content", "keys": "keys"}  # database: its folder in a backup
LEFT_OUT = ("django_session", "setspace_cache")  # of use to nobody but this server, today


@dataclass(frozen=True, slots=True)
class About:
    """`counts` has the rows of each table; `master_keys` names those without which nothing opens."""

    setspace: str
    made_at: str
    engine: str
    counts: Mapping[str, int]
    master_keys: tuple[str, ...] = ()

    def write(self, folder: Path) -> None:
        text = json.dumps(asdict(self), indent=2, sort_keys=True)
        (folder / FILE).write_text(text + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "About":
        try:
            found = json.loads((folder / FILE).read_text(encoding="utf-8"))
            return cls(**{**found, "master_keys": tuple(found["master_keys"])})
        except (OSError, ValueError, KeyError, TypeError):
            raise Told(
                f"There is no whole backup in {folder.parent}: {folder.name}/{FILE} is missing or broken."
            ) from None


def counts_of(connection: BaseDatabaseWrapper) -> dict[str, int]:
    """How many rows each table has."""
    counts = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608  its own names
            counts[table] = int(cursor.fetchone()[0])
    return counts


def master_keys_of(alias: str, counts: Mapping[str, int]) -> tuple[str, ...]:
    """The names of the master keys that wrapped what lies in the database of keys."""
    if alias != "keys" or "keys_wrappedkey" not in counts:
        return ()
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT DISTINCT kek_id FROM keys_wrappedkey ORDER BY kek_id")
        return tuple(str(row[0]) for row in cursor.fetchall())
