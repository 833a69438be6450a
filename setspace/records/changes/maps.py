"""Drawing one's own map of relationships."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from setspace.core.mapping.model import Map
from setspace.core.mapping.undoing import undone, with_step
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.models import LearningSet
from setspace.records.models import MapSnapshot, RelationshipMap


@transaction.atomic
def begin_map(person: Person, title: str, learning_set: LearningSet | None, now: datetime) -> RelationshipMap:
    begun = RelationshipMap(person=person, learning_set=learning_set, made_at=now, changed_at=now)
    begun.seal_drawn(Map(title=title))
    begun.save(force_insert=True)
    return begun


@transaction.atomic
def edit_map(found: RelationshipMap, edit: Callable[[Map], Map], now: datetime, about: str = "") -> Map:
    """Change a map as it now is, whatever another page has done to it meanwhile."""
    row = _locked(found)
    before, steps = row.open_drawn(_owner(row))
    after = edit(before)
    if after != before:
        row.seal_drawn(after, with_step(steps, before, after, about))
        row.changed_at = now
        row.save(update_fields=["drawn_sealed", "changed_at"])
    return after


@transaction.atomic
def undo_edit(found: RelationshipMap, now: datetime) -> bool:
    """Take back the latest change; False when there is none to take back."""
    row = _locked(found)
    drawn, steps = row.open_drawn(_owner(row))
    if not steps:
        return False
    row.seal_drawn(undone(drawn, steps[-1]), steps[:-1])
    row.changed_at = now
    row.save(update_fields=["drawn_sealed", "changed_at"])
    return True


@transaction.atomic
def set_about(found: RelationshipMap, title: str, learning_set: LearningSet | None, now: datetime) -> None:
    """What a map is about, and the set in which it may be shown."""
    row = _locked(found)
    drawn, steps = row.open_drawn(_owner(row))
    row.seal_drawn(Map(title, drawn.nodes, drawn.ties), steps)
    row.learning_set, row.changed_at = learning_set, now
    row.save(update_fields=["drawn_sealed", "learning_set", "changed_at"])


@transaction.atomic
def choose_map(found: RelationshipMap, now: datetime) -> None:
    """This is the map that its owner would show to the set in their turn."""
    found.chosen_at = now
    found.save(update_fields=["chosen_at"])


@transaction.atomic
def keep_snapshot(found: RelationshipMap, now: datetime) -> MapSnapshot | None:
    """Keep how the map is now; None when the newest that was kept is the same."""
    row = _locked(found)
    drawn, _ = row.open_drawn(_owner(row))
    newest = row.snapshots.select_related("person").first()
    if newest is not None and newest.open_drawn(_owner(row)) == drawn:
        return None
    kept = MapSnapshot(person=row.person, relationship_map=row, taken_at=now)
    kept.seal_drawn(drawn)
    kept.save(force_insert=True)
    return kept


@transaction.atomic
def delete_snapshot(snapshot: MapSnapshot) -> None:
    snapshot.delete()


@transaction.atomic
def delete_map(found: RelationshipMap) -> None:
    found.delete()


def _locked(found: RelationshipMap) -> RelationshipMap:
    return RelationshipMap.objects.select_for_update(of=("self",)).select_related("person").get(pk=found.pk)


def _owner(row: RelationshipMap) -> Reader:
    return Reader(actor=str(row.person_id), purpose=Purpose.MEMBER_VIEW)
