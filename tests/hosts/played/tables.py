"""All that is kept, to see whether anything changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections

BOOKKEEPING = {"django_session", "setspace_cache"}  # of signing in, and of how often somebody asked
Kept = dict[tuple[str, str], list[tuple[Any, ...]]]


def kept() -> Kept:
    """Every row of every table, of both databases."""
    return {(alias, table): _rows(alias, table) for alias in connections for table in _tables(alias)}


@contextmanager
def nothing_changes(while_doing: str) -> Iterator[None]:
    before = kept()
    yield
    after = kept()
    assert [table for table in after if after[table] != before.get(table)] == [], while_doing


def _tables(alias: str) -> set[str]:
    return set(connections[alias].introspection.table_names()) - BOOKKEEPING


def _rows(alias: str, table: str) -> list[tuple[Any, ...]]:
    with connections[alias].cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608  the name of our own table
        return list(cursor.fetchall())
