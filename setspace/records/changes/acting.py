"""Being beside somebody: asking a buddy, saying yes, stopping; and what is written when one is stuck."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from setspace.people import mails
from setspace.people.models import Person
from setspace.records.models import Action, Buddy, StuckNote


@transaction.atomic
def ask_buddy(action: Action, person: Person, now: datetime) -> Buddy | None:
    """Ask one person. None where somebody is asked already; stop that first."""
    locked = Action.objects.select_for_update(of=("self",)).get(pk=action.pk)
    if locked.buddies.filter(ended_at=None).exists():
        return None
    buddy = Buddy.objects.create(action=action, person=person, asked_at=now)
    mails.put(f"buddy_asked:{buddy.pk}", "buddy_asked", person, about=buddy.pk)
    return buddy


@transaction.atomic
def agree_buddy(buddy: Buddy, now: datetime) -> None:
    buddy.agreed_at = buddy.agreed_at or now
    buddy.save(update_fields=["agreed_at"])


@transaction.atomic
def end_buddy(buddy: Buddy, now: datetime) -> None:
    """Either of the two may, at any time, and nobody is asked why."""
    buddy.ended_at = now
    buddy.save(update_fields=["ended_at"])


@transaction.atomic
def write_stuck_note(action: Action, text: str, now: datetime) -> None:
    """For the holder alone, in place of what they had; no words, no note."""
    note = StuckNote.objects.select_for_update().filter(action=action, person=action.person_id).first()
    if not text.strip():
        if note is not None:
            note.delete()
        return
    note = note or StuckNote(action=action, person_id=action.person_id)
    note.changed_at = now
    note.seal_text(text)
    note.save()


@transaction.atomic
def tell_stuck(action: Action, person: Person, now: datetime) -> bool:
    """Let one person know that a word would be welcome, once a day at most. No content goes with it."""
    day = now.astimezone(action.meeting.learning_set.tz).date()
    return mails.put(f"stuck:{action.pk}:{person.pk}:{day}", "stuck_told", person, about=action.pk)
