"""Bringing a backup back: nothing is replaced before all of it is known to be good."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.db import DatabaseError, connections

from setspace.lib import vault
from setspace.lib.vault import master
from setspace.people.models import Person
from setspace.programmes.models import GroundRules
from setspace.web import schema, serving
from setspace.web.backups import postgres, sqlite
from setspace.web.backups.about import PARTS, About, counts_of
from setspace.web.commands.ground import Told

SAMPLES = 20
READER = vault.Reader(actor="restore", purpose=vault.Purpose.ROTATION)


def bring_back(folder: Path, *, force: bool) -> dict[str, About]:
    """Replace both databases by a backup's. Says what came back."""
    abouts = {alias: About.read(folder / part) for alias, part in PARTS.items()}
    _refuse_other_engines(abouts)
    _refuse_other_master_keys(abouts["keys"])
    if serving.is_serving():
        raise Told("The server runs on this data. Stop it, then restore.")
    if not force and _is_in_use():
        raise Told("There are people here already. Add --force to replace everything by the backup.")
    if abouts["default"].engine == "sqlite":
        _by_sqlite(folder, abouts)
    else:
        _by_postgres(folder, abouts)
    return abouts


def _by_sqlite(folder: Path, abouts: dict[str, About]) -> None:
    """Beside the databases first; there all is checked; then they change places."""
    with _candidates(folder) as candidates:
        with ExitStack() as looking:
            for alias, candidate in candidates.items():
                looking.enter_context(sqlite.looking_at(alias, candidate))
            _check(abouts)
        for alias, candidate in candidates.items():
            connections[alias].close()
            sqlite.put_in_place(candidate, sqlite.file_of(alias))
    vault.forget_cached()


@contextmanager
def _candidates(folder: Path) -> Iterator[dict[str, Path]]:
    found = {alias: Path(f"{sqlite.file_of(alias)}.coming") for alias in PARTS}
    try:
        for alias, candidate in found.items():
            sqlite.remove(candidate)
            sqlite.copy(folder / PARTS[alias] / "database.sqlite3", candidate)
        yield found
    finally:
        for candidate in found.values():
            sqlite.remove(candidate)


def _by_postgres(folder: Path, abouts: dict[str, About]) -> None:
    for alias in ("keys", "default"):
        postgres.bring_back(alias, folder / PARTS[alias] / "database.dump")
    vault.forget_cached()
    _check(abouts)


def _check(abouts: dict[str, About]) -> None:
    """As many rows as there were, tables of this version, the right master key, and words that open."""
    for alias, about in abouts.items():
        counts = counts_of(connections[alias])
        if counts != about.counts:
            wrong = sorted(table for table in about.counts if counts.get(table) != about.counts[table])
            raise Told(
                f"The backup is not whole: {', '.join(wrong) or 'a table'} has another number of rows."
            )
    if wrong_version := schema.newer():
        raise Told(wrong_version)
    schema.migrate()
    try:
        vault.forget_cached()
        vault.ready()
        for rules in GroundRules.objects.order_by("?")[:SAMPLES]:
            rules.open_rules(READER)
    except (vault.NoMasterKey, vault.Unopenable) as wrong_key:
        raise Told(f"The backup does not open with this master key. {wrong_key}") from None


def _refuse_other_engines(abouts: dict[str, About]) -> None:
    for alias, about in abouts.items():
        if about.engine != connections[alias].vendor:
            raise Told(f"The backup is of {about.engine}, and this place has {connections[alias].vendor}.")


def _refuse_other_master_keys(about: About) -> None:
    """Before anything is touched: are the master keys here that the backup needs?"""
    if not about.master_keys:
        return
    try:
        here = master.master_keys(first_run=False).keys
    except vault.NoMasterKey as wrong:
        raise Told(str(wrong)) from None
    if missing := [name for name in about.master_keys if name not in here]:
        raise Told(f"The master key file lacks {', '.join(missing)}, which the backup was wrapped with.")


def _is_in_use() -> bool:
    try:
        return Person.objects.exists()
    except DatabaseError:
        return False
