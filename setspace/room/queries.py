"""What a room begins with, and what a page of it shows. Nothing here writes."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from setspace.core.process.commands import THE_ROOM, Call, Command, LeaveSeat, Prepare, TakeSeat
from setspace.core.process.decide import decide
from setspace.core.process.events import RoomOpened
from setspace.core.process.evolve import evolve, opened
from setspace.core.process.refusals import Refused
from setspace.core.process.state import Away, Led, Phase, Role, Seat, Setup, State
from setspace.lib import dates
from setspace.programmes.models import LearningSet, Meeting, Membership
from setspace.programmes.queries import away_from, everyone_of
from setspace.records.queries import accounts_of, extras_of, open_actions
from setspace.room.shelf import newest
from setspace.room.showing import NOTHING, Beside


@dataclass(frozen=True, slots=True)
class Scene:
    """A room as a page shows it, whether or not it was opened yet. `number` is 0 where it was not."""

    number: int
    state: State
    beside: Beside = NOTHING


def scene_of(meeting: Meeting, now: datetime) -> Scene:
    """The room as it is, or as it will be opened; with everybody in their seat who belongs to the set now."""
    ms = to_ms(now)
    known = newest(meeting.pk)
    if known is None:
        return Scene(0, opened(RoomOpened(ms, THE_ROOM, setup_of(meeting))))
    state = known.state
    for change in catching_up(state, meeting):
        decided = decide(state, Call(THE_ROOM, "", change), ms)
        for event in () if isinstance(decided, Refused) else decided:
            state = evolve(state, event)
    return Scene(known.number, state, known.beside)


def setup_of(meeting: Meeting) -> Setup:
    """What a room is opened with: the plan, the people of now, and the actions from earlier sessions."""
    learning_set = meeting.learning_set
    course = meeting.course
    return Setup(
        title=f"{learning_set.name}, {meeting.title.lower()}",
        plan=course.plan,
        formats=course.rounds,
        seats=tuple(_seat(membership) for membership in everyone_of(learning_set)),
        led=_led(learning_set),
        away=away_today([meeting.pk])[meeting.pk],
        carried=open_actions(learning_set),
        ledger=accounts_of(learning_set),
        extras=extras_of(learning_set),
        starts_at=to_ms(meeting.starts_at),
        zone=learning_set.zone,
        next_session=_next_session(meeting),
        hides_clock_from_holder=learning_set.hides_clock_from_holder,
    )


def catching_up(state: State, meeting: Meeting) -> list[Command]:
    """What the room has to ask for, so that it is the room of its meeting and its set as they are now."""
    changes: list[Command] = []
    if state.phase is Phase.WAITING:
        setup = setup_of(meeting)
        if replace(setup, seats=()) != replace(state.setup, seats=()):
            changes.append(Prepare(setup))
    return changes + seat_changes(state, everyone_of(meeting.learning_set))


def away_today(meetings: Collection[UUID]) -> Mapping[UUID, tuple[Away, ...]]:
    """Who has said that they are not coming to each session; in one order, so that it can be compared."""
    return {
        meeting: tuple(sorted((Away(str(one), str(instead or "")) for one, instead in away.items()), key=str))
        for meeting, away in away_from(meetings).items()
    }


def seat_changes(state: State, memberships: Sequence[Membership]) -> list[Command]:
    """What the room has to ask for, so that its seats are those of the set's current members."""
    wanted = {str(membership.person_id): _seat(membership) for membership in memberships}
    gone: list[Command] = [LeaveSeat(seat.person) for seat in state.seats if seat.person not in wanted]
    taken = {seat.person: seat for seat in state.seats}
    come: list[Command] = [
        TakeSeat(seat.person, seat.name, seat.role.value)
        for seat in wanted.values()
        if taken.get(seat.person) != seat
    ]
    return gone + come


def to_ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _led(learning_set: LearningSet) -> tuple[Led, ...]:
    """How many sessions each has led, where no facilitator did; in one order, so that it can be compared."""
    led = learning_set.meetings.exclude(led_by=None).values_list("led_by", flat=True)
    return tuple(Led(str(person), n) for person, n in sorted(Counter(led).items()))


def _next_session(meeting: Meeting) -> str:
    """When the set meets after this session, in words."""
    later = meeting.learning_set.meetings.filter(cancelled_at=None, on__gte=meeting.on).order_by("on", "at")
    for other in later:
        if (other.on, other.at) > (meeting.on, meeting.at):
            return f"{other.title}, {dates.day(other.on)}, {dates.clock_time(other.at)}"
    return ""


def _seat(membership: Membership) -> Seat:
    person = membership.person
    return Seat(str(person.pk), person.name or person.first_name, Role(membership.role))
