"""What the ledger says: for the next room, and for the set's page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from setspace.core.process.gifts import Account, Extra
from setspace.core.process.ledger import Line, accounts_after
from setspace.core.process.state import MINUTE
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.models import LearningSet, Meeting
from setspace.records.models import Adjustment, Airtime


@dataclass(frozen=True, slots=True)
class MemberTime:
    """A member's minutes, session by session as in the list of sessions.

    None where they were not yet of the set, 0 where they held no issue: who was away, too.
    """

    person: Person
    minutes: tuple[int | None, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SeriesTime:
    sessions: tuple[Meeting, ...]
    members: tuple[MemberTime, ...]


def accounts_of(learning_set: LearningSet) -> tuple[Account, ...]:
    """What the set's people bring into the next session."""
    accounts: tuple[Account, ...] = ()
    reader = Reader(actor="room", purpose=Purpose.ROOM)
    for _, lines in _by_session(learning_set, reader):
        accounts = accounts_after(accounts, lines)
    return accounts


def extras_of(learning_set: LearningSet) -> tuple[Extra, ...]:
    """Whose turns are longer, and by how much."""
    reader = Reader(actor="room", purpose=Purpose.ROOM)
    rows = Adjustment.objects.filter(learning_set=learning_set).order_by("person_id")
    return tuple(Extra(str(row.person_id), row.open_minutes(reader)) for row in rows)


def extra_minutes(learning_set: LearningSet, person_id: UUID, reader: Person) -> int:
    """One person's adjustment; 0 where there is none."""
    row = Adjustment.objects.filter(learning_set=learning_set, person_id=person_id).first()
    opened = Reader(actor=str(reader.pk), purpose=Purpose.MEMBER_VIEW)
    return row.open_minutes(opened) if row else 0


def series_time(learning_set: LearningSet, reader: Person) -> SeriesTime:
    """Each member's minutes over the sessions so far, for the set's own page."""
    opened = Reader(actor=str(reader.pk), purpose=Purpose.MEMBER_VIEW)
    sessions = _by_session(learning_set, opened)
    people = [row.person for row in learning_set.memberships.filter(until_at=None).select_related("person")]
    found = [(person, _minutes(str(person.pk), sessions)) for person in people]
    members = tuple(
        MemberTime(person, minutes, sum(one or 0 for one in minutes))
        for person, minutes in sorted(found, key=lambda row: row[0].name)
        if any(one is not None for one in minutes)
    )
    return SeriesTime(tuple(meeting for meeting, _ in sessions), members)


def _by_session(learning_set: LearningSet, reader: Reader) -> list[tuple[Meeting, list[Line]]]:
    rows = Airtime.objects.filter(meeting__learning_set=learning_set).select_related("meeting")
    found: dict[UUID, tuple[Meeting, list[Line]]] = {}
    for row in rows.order_by("kept_at", "meeting_id"):
        found.setdefault(row.meeting_id, (row.meeting, []))[1].append(row.open_line(reader))
    return list(found.values())


def _minutes(person: str, sessions: Iterable[tuple[Meeting, list[Line]]]) -> tuple[int | None, ...]:
    return tuple(
        next((round(line.had / MINUTE) for line in lines if line.person == person), None)
        for _, lines in sessions
    )
