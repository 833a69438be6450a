"""What somebody prepares to bring, for that person alone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from setspace.core.preparing import Sheet, Wish
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.models import LearningSet
from setspace.records.models import IssueSheet


@dataclass(frozen=True, slots=True)
class ToldSheet:
    """A sheet whose owner has held their issue, as they left it."""

    row: IssueSheet
    sheet: Sheet


def told_sheets(person: Person, learning_set: LearningSet) -> tuple[ToldSheet, ...]:
    """What a person prepared for a set before, for that person; the newest first."""
    rows = IssueSheet.objects.filter(person=person, learning_set=learning_set).exclude(told_at=None)
    found = rows.select_related("told_in").order_by("-told_at")
    return tuple(ToldSheet(row, row.open_sheet(_owner(person.pk))) for row in found)


def own_bids(set_id: UUID) -> dict[str, tuple[str, int]]:
    """What each would bid with, opened for its owner: the issue, and how alive. Who said no has none."""
    rows = IssueSheet.objects.filter(learning_set_id=set_id, told_at=None)
    opened = {str(row.person_id): row.open_sheet(_owner(row.person_id)) for row in rows}
    return {
        person: (sheet.issue, sheet.alive)
        for person, sheet in opened.items()
        if sheet.wish is not Wish.NOT_NOW and (sheet.issue or sheet.alive)
    }


def sheet_of(person_id: UUID, set_id: UUID) -> Sheet:
    """What a person has on their sheet for a set, for that person; an empty one where they have none."""
    row = IssueSheet.objects.filter(person_id=person_id, learning_set_id=set_id, told_at=None).first()
    return row.open_sheet(_owner(person_id)) if row else Sheet()


def _owner(person_id: UUID) -> Reader:
    return Reader(str(person_id), Purpose.MEMBER_VIEW)
