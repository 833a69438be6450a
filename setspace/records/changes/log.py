"""Writing one's own log as somebody who leads."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.records.models import Kind, Reflection


@transaction.atomic
def write_log_entry(person: Person, text: str, now: datetime, meeting: Meeting | None = None) -> Reflection:
    entry = Reflection(person=person, kind=Kind.LOG, meeting=meeting, written_at=now, changed_at=now)
    entry.seal_text(text)
    entry.save(force_insert=True)
    return entry
