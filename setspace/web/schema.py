"""Whether the databases have just the tables of this version, and how they get them."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

LOCK = 7_236_401  # any number, the same in every process


def trouble() -> str:
    """What is wrong with the tables, in a sentence; empty when they are those of this version."""
    if wrong := newer():
        return wrong
    if is_behind():
        return "The databases are not those of this version. Bring them up with: setspace migrate"
    return ""


def newer() -> str:
    """Which database has tables of a version that is not here yet; empty when none has."""
    for alias in connections:
        loader = MigrationLoader(connections[alias], ignore_no_migrations=True)
        unknown = set(loader.applied_migrations) - set(loader.disk_migrations)
        if any(app in loader.migrated_apps for app, _ in unknown):
            return f"The database “{alias}” is a newer Setspace’s. Install that version, or restore a backup."
    return ""


def is_behind() -> bool:
    """Whether some migration of this version has not run yet."""
    for alias in connections:
        executor = MigrationExecutor(connections[alias])
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return True
    return False


def migrate() -> int:
    """Bring both databases to this version; one process at a time. Says how many migrations ran."""
    with _alone():
        n_ran = 0
        for alias in connections:
            executor = MigrationExecutor(connections[alias])
            n_ran += len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
            call_command("migrate", database=alias, verbosity=0, interactive=False)
        return n_ran


@contextmanager
def _alone() -> Iterator[None]:
    """Whoever comes second waits, and then finds nothing to do."""
    if connections["default"].vendor == "postgresql":
        with connections["default"].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
        return
    path = Path(settings.DATA) / "migrating"
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
