"""Letters to the people of a set about a change, and the refusal of one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from setspace.people import mails as letters
from setspace.people.models import Person
from setspace.programmes.models import LearningSet, Meeting
from setspace.programmes.queries import upcoming_meetings
from setspace.programmes.queries.calendar import sequences_of


class Refused(Exception):
    """Not now, because. The sentence is meant for the person who asked."""


def tell(
    people: Iterable[Person],
    purpose: str,
    about: UUID,
    now: datetime,
    *,
    but: Person | None = None,
    payload: Mapping[str, str] | None = None,
) -> None:
    for person in people:
        if but is None or person.id != but.id:
            key = f"{purpose}:{about}:{person.id}:{int(now.timestamp() * 1000)}"
            letters.put(key, purpose, person, about=about, payload=payload)


def tell_of_session(
    people: Sequence[Person],
    purpose: str,
    meeting: Meeting,
    now: datetime,
    was: Mapping[str, str] | None = None,
) -> None:
    """One letter for each person, whose calendar it changes. The same change is told once.

    Nothing is told of a session that has begun.
    """
    if meeting.has_begun(now):
        return
    sequences = sequences_of(meeting, people)
    for person in people:
        sequence = str(sequences[person.pk])
        key = f"{purpose}:{meeting.id}:{person.id}:{sequence}"
        letters.put(key, purpose, person, about=meeting.id, payload={**(was or {}), "sequence": sequence})


def as_told(meeting: Meeting) -> dict[str, str]:
    """What people know a session by until it changes."""
    return {"title": meeting.title, "on": meeting.on.isoformat(), "times": meeting.times}


def tell_dates(person: Person, learning_set: LearningSet, purpose: str, now: datetime) -> None:
    """Every date that lies ahead, to somebody who has come into a set or left it."""
    for meeting in upcoming_meetings(learning_set, now):
        tell_of_session([person], purpose, meeting, now)
