"""Keeping the ledger of airtime, and extra time as an adjustment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from setspace.core.process.ledger import Line
from setspace.programmes.models import LearningSet, Meeting
from setspace.records.models import Adjustment, Airtime

MOST_EXTRA = 30  # minutes


def keep_airtime(meeting: Meeting, lines: Iterable[Line], now: datetime) -> None:
    """Keep what each member had in a session that is over."""
    for line in lines:
        row = Airtime(meeting=meeting, person_id=UUID(line.person), kept_at=now)
        row.seal_line(line)
        row.save(force_insert=True)


@transaction.atomic
def adjust(learning_set: LearningSet, person_id: UUID, minutes: int) -> None:
    """A member's turns are so many minutes longer from the next session on; 0 for no longer.

    Refuses, with ValueError, less than 0 or more than ``MOST_EXTRA``.
    """
    if not 0 <= minutes <= MOST_EXTRA:
        raise ValueError(f"Extra time is from 0 to {MOST_EXTRA} minutes, not {minutes}.")
    rows = Adjustment.objects.filter(learning_set=learning_set, person_id=person_id)
    if not minutes:
        rows.delete()
        return
    row = rows.first() or Adjustment(learning_set=learning_set, person_id=person_id)
    row.seal_minutes(minutes)
    row.save()
