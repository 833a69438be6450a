"""Writing what is for one person alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.records.changes.sharing import take_back_all
from setspace.records.models import Draft, PrivateNote, Reflection, ReviewSheet


@transaction.atomic
def write_note(person: Person, meeting: Meeting, text: str, now: datetime) -> None:
    """Keep a person's own notes of a meeting in place of what they had; no words, no notes."""
    note = PrivateNote.objects.select_for_update().filter(person=person, meeting=meeting).first()
    if not text.strip():
        if note is not None:
            note.delete()
        return
    note = note or PrivateNote(person=person, meeting=meeting)
    note.changed_at = now
    note.seal_text(text)
    note.save()


@transaction.atomic
def write_reflection(
    person: Person, text: str, now: datetime, meeting: Meeting | None = None, *, prompt: str = ""
) -> Reflection:
    reflection = Reflection(person=person, meeting=meeting, written_at=now, changed_at=now)
    reflection.seal_text(text)
    if prompt:
        reflection.seal_prompt(prompt)
    reflection.save(force_insert=True)
    return reflection


@transaction.atomic
def rewrite_reflection(reflection: Reflection, text: str, now: datetime) -> None:
    reflection.changed_at = now
    reflection.seal_text(text)
    reflection.save(update_fields=["changed_at", "text_sealed"])


@transaction.atomic
def delete_reflection(reflection: Reflection) -> None:
    take_back_all(reflection.pk)
    reflection.delete()


@transaction.atomic
def write_review(
    person: Person, meeting: Meeting, parts: Mapping[str, str], now: datetime
) -> ReviewSheet | None:
    """Keep a person's review of a session in place of what they had; no words, no review."""
    sheet = ReviewSheet.objects.select_for_update().filter(person=person, meeting=meeting).first()
    if not any(text.strip() for text in parts.values()):
        if sheet is not None:
            delete_review(sheet)
        return None
    sheet = sheet or ReviewSheet(person=person, meeting=meeting, written_at=now)
    sheet.changed_at = now
    sheet.seal_parts(parts)
    sheet.save()
    return sheet


@transaction.atomic
def delete_review(sheet: ReviewSheet) -> None:
    take_back_all(sheet.pk)
    sheet.delete()


@transaction.atomic
def keep_draft(person: Person, form: str, text: str) -> None:
    """Keep what is typed into a form in place of what was there; no words, no draft."""
    if not text.strip():
        drop_draft(person, form)
        return
    draft = Draft.objects.select_for_update().filter(person=person, form=form).first()
    draft = draft or Draft(person=person, form=form)
    draft.seal_text(text)
    draft.save()


@transaction.atomic
def drop_draft(person: Person, form: str) -> None:
    """The form was sent, or emptied."""
    Draft.objects.filter(person=person, form=form).delete()
