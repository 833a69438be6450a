"""Emptying the tables after a test that commits.

Django's own way truncates every table and then makes content types and permissions anew: on PostgreSQL that
takes longer than most tests. Deleting the few rows that are there does the same.
"""

from functools import cache

from django.db import connections
from django.test import TransactionTestCase

from setspace.lib import vault

KEPT = {"auth_permission", "django_content_type"}  # made with the tables, and changed by nothing


def empty_tables(case: TransactionTestCase) -> None:
    """And no key of the test stays in memory: the demo's people have the same ids every time."""
    vault.forget_cached()
    for alias in case.databases:
        operations = connections[alias].ops
        operations.execute_sql_flush([f'DELETE FROM "{table}"' for table in _tables(alias)])  # noqa: S608  the names of our own tables


@cache
def _tables(alias: str) -> list[str]:
    there = connections[alias].introspection.django_table_names(only_existing=True, include_views=False)
    return sorted(set(there) - KEPT)
