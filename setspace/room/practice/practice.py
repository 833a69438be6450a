"""A rehearsal that is going on: a room in memory, its simulated members, and what happened to notice."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid5

from django.conf import settings
from django.urls import reverse

from setspace.core.process import commands as c
from setspace.core.process import timing
from setspace.core.process.decide import decide
from setspace.core.process.decide.life import HOLDER
from setspace.core.process.events import RoomOpened
from setspace.core.process.evolve import evolve, opened
from setspace.core.process.refusals import Refused
from setspace.core.process.state import Phase, Role, Seat, State
from setspace.room.answers import Ack, Answer, Refusal
from setspace.room.live import LiveRoom, Moment
from setspace.room.log import Known
from setspace.room.pace import Faster
from setspace.room.practice.casting import Actor, Wanted, cast, setup
from setspace.room.rehearsal.company import Company
from setspace.room.rehearsal.difficult import Difficulty
from setspace.room.rehearsal.looking import Looking

SECOND = 1_000
HOLDER_AWAY = 15 * SECOND
MOST_ANSWERS = 500  # that are remembered, in case that a command comes again
MOST_DID = 1_000  # of what the facilitator did
MOST_AT_ONCE = 20  # things that happen in one look at the room


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something difficult that happened, when, and who did it. It ``is_small`` where the session went on."""

    at: int
    name: str
    difficulty: Difficulty
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Did:
    """What the facilitator asked for, and when."""

    at: int
    kind: str


class PracticeRoom(LiveRoom):
    """A room whose people are there when the rehearsal says so."""

    def at(self, known: Known, present: frozenset[str]) -> None:
        self.moment = Moment(known, self.pace.now_ms(), present, self.coached)
        for onlooker in self.onlookers:
            onlooker.show(self.moment)


@dataclass
class Practice:
    """``owner`` is the person who facilitates; nobody else ever comes in.

    Its time stands until the session is started: whoever reads the page first is not late for it.
    """

    id: UUID
    owner: str
    name: str
    wanted: Wanted
    starts_at: int
    noticed: list[Noticed] = field(default_factory=list)
    did: list[Did] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.actors: tuple[Actor, ...] = cast(self.id, self.wanted)
        leader = Seat(self.owner, self.name, Role.FACILITATOR)
        opening = RoomOpened(
            self.starts_at, c.THE_ROOM, setup(self.wanted, self.actors, leader, self.starts_at)
        )
        known = Known(self.id, self.id, 1, self.starts_at, opened(opening))
        pace = Faster(self.starts_at, self.wanted.speed)
        self.room = PracticeRoom(known, reverse("room:rehearsal", args=[self.id]), pace)
        if settings.COACH:
            self.room.coach_for(frozenset(actor.seat.person for actor in self.actors))
        self._company = Company([actor.person for actor in self.actors])
        self._lost_since: int | None = None
        self._gone: frozenset[str] = frozenset()  # who has lost the line
        self._calls = 0
        self._answered: dict[str, Answer] = {}

    @property
    def state(self) -> State:
        return self.room.known.state

    @property
    def is_over(self) -> bool:
        return self.state.phase is Phase.CLOSED

    def present(self, now: int) -> frozenset[str]:
        """Who is there: the facilitator, and each member who has come and has not lost the line."""
        since = now - self.starts_at
        return frozenset([self.owner, *(one.seat.person for one in self.actors if one.is_there(since))])

    def ask(self, by: str, command: c.Command, id_: str) -> Answer:
        """The facilitator asks for something, or somebody simulated does."""
        now = self.room.pace.now_ms()
        answer = decide(self.state, c.Call(by, id_, command), now)
        if isinstance(answer, Refused):
            return Refusal.of(answer)
        state = self.state
        for event in answer:
            state = evolve(state, event)
        known = self.room.known
        known = replace(known, number=known.number + len(answer), at=now, state=state)
        if isinstance(command, c.Start) and isinstance(self.room.pace, Faster):
            self.room.pace.go()
        self.room.at(known, self.present(now))
        self._notice(by, command, now)
        return Ack(known.number)

    def once(self, id_: str, command: c.Command) -> Answer:
        """The facilitator's command; one that comes again over a new line has the answer that it had."""
        if id_ not in self._answered:
            if len(self._answered) >= MOST_ANSWERS:
                del self._answered[next(iter(self._answered))]
            self._answered[id_] = self.ask(self.owner, command, id_)
        return self._answered[id_]

    def look(self) -> None:
        """Once around the room: who came, what the room does by itself, and what people wish."""
        now = self.room.pace.now_ms()
        before = self.room.moment
        for command in self._of_itself(now):
            self._say(c.THE_ROOM, command)
        for actor in self.actors:
            if actor.seat.person in self.present(now) - set(self.state.arrived):
                self._arrived(actor, now)
        self._notice_gone(now)
        for _ in range(MOST_AT_ONCE):
            if not self._somebody_acts(now):
                break
        if self.room.moment is before:
            self.room.at(self.room.known, self.present(now))

    def _somebody_acts(self, now: int) -> bool:
        if self.is_over:
            return False
        present = self.present(now)
        away = [actor.seat.person for actor in self.actors if actor.seat.person not in present]
        found = self._company.soonest(self.state, now, present, away)
        if found is None or found[0] > now:
            return False
        person = found[1]
        command = person.act(Looking(self.state, person.person, now, present), now)
        if command is not None:
            self._say(person.person, command)
        return command is not None

    def _of_itself(self, now: int) -> Iterator[c.Command]:
        """Hard ends, and the clock that is held while the issue holder has lost the line."""
        moves_on_at = timing.moves_on_at(self.state)
        if moves_on_at is not None and moves_on_at <= now:
            yield c.MoveOn(len(self.state.visits))
        holder = self.state.holder
        is_lost = holder in self.state.arrived and holder not in self.present(now)
        self._lost_since = (self._lost_since or now) if is_lost else None
        if self._lost_since is not None and now - self._lost_since >= HOLDER_AWAY and not self.state.held_for:
            yield c.Pause(HOLDER)
        if not is_lost and self.state.held_for == HOLDER:
            yield c.GoOn()

    def _arrived(self, actor: Actor, now: int) -> None:
        self._say(actor.seat.person, c.Arrive())
        if actor.difficulty is Difficulty.LATE:
            self.noticed.append(Noticed(now, actor.seat.first_name, Difficulty.LATE))

    def _say(self, by: str, command: c.Command) -> None:
        self._calls += 1
        self.ask(by, command, str(uuid5(self.id, f"call {self._calls}")))

    def _notice(self, by: str, command: c.Command, now: int) -> None:
        if by == self.owner:
            self.did.append(Did(now, type(command).__name__))
            del self.did[:-MOST_DID]
            return
        actor = next((one for one in self.actors if one.seat.person == by), None)
        is_hard = actor and actor.difficulty in (Difficulty.ADVICE, Difficulty.RAMBLING)
        if actor and actor.difficulty and is_hard and isinstance(command, c.SendQuestion):
            self.noticed.append(Noticed(now, actor.seat.first_name, actor.difficulty))
        if isinstance(command, c.Pause):
            self._notice_lost(now)

    def _notice_gone(self, now: int) -> None:
        """Who loses the line in somebody else's turn; the issue holder is noticed when the clock is held."""
        gone = frozenset(self.state.arrived) - self.present(now) if self.state.step else self._gone
        for actor in self.actors:
            person = actor.seat.person
            if person in gone - self._gone and person != self.state.holder:
                self.noticed.append(Noticed(now, actor.seat.first_name, Difficulty.DROPPING, is_small=True))
        self._gone = gone

    def _notice_lost(self, now: int) -> None:
        seat = self.state.seat(self.state.holder)
        if seat:
            self.noticed.append(Noticed(now, seat.first_name, Difficulty.DROPPING))
