"""Writing what somebody prepares to bring to a set."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from setspace.core.preparing import Sheet
from setspace.people.models import Person
from setspace.programmes.models import LearningSet, Meeting
from setspace.records.models import IssueSheet


@transaction.atomic
def write_sheet(person: Person, learning_set: LearningSet, sheet: Sheet, now: datetime) -> None:
    """Keep a person's sheet for a set in place of what they had; nothing on it, no sheet."""
    open_ones = IssueSheet.objects.select_for_update().filter(person=person, learning_set=learning_set)
    row = open_ones.filter(told_at=None).first()
    if sheet.is_empty:
        if row is not None:
            row.delete()
        return
    row = row or IssueSheet(person=person, learning_set=learning_set)
    row.changed_at = now
    row.seal_sheet(sheet)
    row.save()


@transaction.atomic
def delete_told(sheet: IssueSheet) -> None:
    sheet.delete()


def keep_told(meeting: Meeting, people: list[str], now: datetime) -> None:
    """The sheets of those who held an issue are told: each begins with an empty one next time."""
    open_ones = IssueSheet.objects.filter(learning_set_id=meeting.learning_set_id, told_at=None)
    open_ones.filter(person_id__in=people).update(told_at=now, told_in=meeting)
