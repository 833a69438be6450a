"""Keeping how long a session took, for those who led it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from setspace.core.process.review import BlockRow
from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.records.models import TimingReview


@transaction.atomic
def keep_timing(meeting: Meeting, led: Collection[UUID], rows: Sequence[BlockRow], now: datetime) -> None:
    """One for each person who led, under their own key. What is kept already stays as it is."""
    known = set(TimingReview.objects.filter(meeting=meeting).values_list("person_id", flat=True))
    for person in Person.objects.filter(pk__in=set(led) - known).order_by("pk"):
        review = TimingReview(meeting=meeting, person=person, kept_at=now)
        review.seal_rows(rows)
        review.save(force_insert=True)
