"""What the live side does with the database. Each function runs in a thread beside the event loop."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from setspace.core.process.state import Away
from setspace.lib import clock
from setspace.people.access import people_of_sessions, person_of_session
from setspace.people.changes import keep_signed_in
from setspace.programmes.models import Meeting, Membership
from setspace.programmes.queries import coached_in, has_agreed
from setspace.room.access import door_for, is_open
from setspace.room.changes import enter, follow_meeting, make_ready
from setspace.room.log import Known
from setspace.room.models import Room
from setspace.room.queries import away_today
from setspace.room.shelf import newest


@dataclass(frozen=True, slots=True)
class Admitted:
    person: str
    known: Known
    coached: frozenset[str] = frozenset()


class Closed(Exception):
    """The door stays shut."""

    def __init__(self, code: int, why: str) -> None:
        super().__init__(why)
        self.code = code
        self.why = why


@dataclass(frozen=True, slots=True)
class Roll:
    """Who may be where at this moment: people by session, roles by set and person; and who is coached.

    ``away`` says of each room that waits who is not coming.
    """

    signed_in: Mapping[str, str]
    roles: Mapping[UUID, Mapping[str, str]]
    coached: Mapping[UUID, frozenset[str]]
    away: Mapping[UUID, tuple[Away, ...]]


def admitted(session: str, meeting_id: UUID, *, arrives: bool = True) -> Admitted:
    """Let somebody in. No such session, and one of another set, are the same to whoever stands outside.

    Nobody arrives by opening a big clock.
    """
    person = person_of_session(session, clock.wall())
    if person is None:
        raise Closed(4401, "signed_out")
    try:
        entry = door_for(person, meeting_id)
    except Http404:
        raise Closed(4403, "not_in_set") from None
    if entry.is_observer and not has_agreed(entry.meeting.learning_set, person):
        raise Closed(4403, "not_in_set")
    now = clock.now()
    if not is_open(entry.meeting, now):
        raise Closed(4404, "not_open")
    if arrives:
        enter(entry.meeting, person, now)
    else:
        make_ready(entry.meeting, now)
    known = newest(meeting_id)
    if known is None:
        raise Closed(4404, "not_open")
    return Admitted(str(person.pk), known, coached_in([known.learning_set])[known.learning_set])


def roll(sessions: Collection[str], sets: Collection[UUID], waiting: Collection[UUID]) -> Roll:
    """One look at all who are connected, in as many queries for one as for many."""
    people = people_of_sessions(sessions, clock.wall())
    roles: dict[UUID, dict[str, str]] = {learning_set: {} for learning_set in sets}
    current = Membership.objects.filter(learning_set_id__in=sets, until_at=None)
    for learning_set, person, role in current.values_list("learning_set_id", "person_id", "role"):
        roles[learning_set][str(person)] = role
    signed_in = {session: str(person.pk) for session, person in people.items()}
    return Roll(signed_in, roles, coached_in(sets), away_today(waiting) if waiting else {})


def heads(rooms: Collection[UUID]) -> dict[UUID, int]:
    return dict(Room.objects.filter(pk__in=rooms).values_list("pk", "number"))


def reseat(meeting_id: UUID) -> None:
    """The set has other people, names or roles than the room has seats, or somebody else is away."""
    meeting = Meeting.objects.select_related("learning_set").get(pk=meeting_id)
    follow_meeting(meeting, clock.now())


def stay_signed_in(sessions: Collection[str]) -> None:
    """An open room is a sign of life."""
    for session in sessions:
        keep_signed_in(session, clock.wall())
