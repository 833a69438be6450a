"""Keeping how many questions of each kind people asked, for each alone, and erasing it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from setspace.core.questions.counting import Counts
from setspace.lib import vault
from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.records.models import QuestionCounts


@transaction.atomic
def keep_counts(meeting: Meeting, counts: Mapping[str, Counts], now: datetime) -> None:
    """One for each person, under their own key. What is kept already stays as it is.

    Whose key is gone keeps nothing: a session must close all the same.
    """
    known = set(QuestionCounts.objects.filter(meeting=meeting).values_list("person_id", flat=True))
    for person, theirs in sorted(counts.items()):
        row = QuestionCounts(meeting=meeting, person_id=UUID(person), kept_at=now)
        if row.person_id not in known and vault.has_key(row.owner):
            row.seal_counts(theirs)
            row.save(force_insert=True)


@transaction.atomic
def erase_counts(person: Person) -> None:
    QuestionCounts.objects.filter(person=person).delete()
