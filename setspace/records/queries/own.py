"""What one person keeps for themselves. Each function reads for its owner alone."""

from __future__ import annotations

from dataclasses import dataclass

from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.records.models import Draft, Kind, PrivateNote, Reflection


@dataclass(frozen=True, slots=True)
class OwnReflection:
    reflection: Reflection
    text: str

    @property
    def meeting(self) -> Meeting | None:
        return self.reflection.meeting


def reflections_of(person: Person, limit: int | None = None) -> tuple[OwnReflection, ...]:
    """A person's reflections for that person, newest first."""
    rows = Reflection.objects.filter(person=person, kind=Kind.REFLECTION).select_related("meeting")[:limit]
    return tuple(OwnReflection(row, row.open_text(own_reader(person))) for row in rows)


def reflection_text(person: Person, reflection: Reflection) -> str:
    return reflection.open_text(own_reader(person))


def note_of(person: Person, meeting: Meeting) -> str:
    """A person's private notes of a meeting for that person, or nothing."""
    note = PrivateNote.objects.filter(person=person, meeting=meeting).first()
    return note.open_text(own_reader(person)) if note else ""


def draft_of(person: Person, form: str) -> str:
    """What a person has typed into a form and not sent, or nothing."""
    draft = Draft.objects.filter(person=person, form=form).first()
    return draft.open_text(own_reader(person)) if draft else ""


def own_reader(person: Person) -> Reader:
    return Reader(actor=str(person.pk), purpose=Purpose.MEMBER_VIEW)
