"""Simulated people in one room, and the room as they reach it: by asking, as everybody does."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol
from uuid import UUID

from setspace.core.process import timing
from setspace.core.process.commands import THE_ROOM, Command, MoveOn
from setspace.core.process.state import Phase, State
from setspace.room.answers import Ack
from setspace.room.asking import ask
from setspace.room.rehearsal.looking import Looking
from setspace.room.rehearsal.person import SimulatedPerson
from setspace.room.rehearsal.phrases import MATTERS
from setspace.room.rehearsal.taking_part import Character
from setspace.room.shelf import newest

MOST_STEPS = 20_000  # of one session: it needs some hundreds


class Room(Protocol):
    """A room from outside: its newest state, and a way to ask it for something."""

    def state(self) -> State: ...

    def ask(self, person: str, command: Command, now: int) -> bool:
        """Whether it happened."""
        ...


class RealRoom:
    """The room of a meeting, asked through its writer."""

    def __init__(self, room: UUID, chance: Random) -> None:
        self.room = room
        self._chance = chance

    def state(self) -> State:
        known = newest(self.room)
        if known is None:
            raise LookupError("The room is not open.")
        return known.state

    def ask(self, person: str, command: Command, now: int) -> bool:
        command_id = UUID(int=self._chance.getrandbits(128), version=4)
        return isinstance(ask(self.room, person, command, command_id, now=now), Ack)


@dataclass(frozen=True, slots=True)
class Company:
    """Simulated people, in the order of their seats."""

    people: Sequence[SimulatedPerson]

    @classmethod
    def drawn(cls, leader: str, members: Sequence[str], chance: Random) -> "Company":
        """A facilitator and members, each with a matter and a chance of their own."""
        matters = chance.sample(MATTERS, len(MATTERS))
        characters = [Character.drawn(matters[n % len(matters)], chance) for n in range(len(members) + 1)]
        leads = SimulatedPerson(leader, characters[-1], _own(chance), leads=True)
        others = [SimulatedPerson(one, characters[n], _own(chance)) for n, one in enumerate(members)]
        return cls((leads, *others))

    def soonest(
        self, state: State, now: int, present: frozenset[str], resting: Collection[str] = ()
    ) -> tuple[int, SimulatedPerson] | None:
        """Who does something next, and when. Who is ``resting`` does nothing: somebody real sits there."""
        found = [
            (moment, place)
            for place, person in enumerate(self.people)
            if person.person not in resting
            and (moment := person.look(Looking(state, person.person, now, present), now)) is not None
        ]
        if not found:
            return None
        moment, place = min(found)
        return moment, self.people[place]


def played(room: Room, company: Company, now: int, until: int | None = None) -> Iterator[int]:
    """Play as fast as can be, everybody being there. Gives the moment of each thing that was done.

    Ends when the room is closed, when the moment ``until`` has come, or when nobody has anything to do.
    """
    present = frozenset(person.person for person in company.people)
    for _step in range(MOST_STEPS):
        state = room.state()
        found = None if state.phase is Phase.CLOSED else company.soonest(state, now, present)
        by_itself = timing.moves_on_at(state)
        if by_itself is not None and _is_first(by_itself, found, until):
            now = max(now, by_itself)
            room.ask(THE_ROOM, MoveOn(len(state.visits)), now)
            yield now
            continue
        if found is None or (until is not None and found[0] > until):
            return
        moment, person = found
        now = max(now, moment)
        command = person.act(Looking(state, person.person, now, present), now)
        if command is not None:
            room.ask(person.person, command, now)
            yield now
    raise RuntimeError("The simulated people do not come to an end.")


def _is_first(moment: int, found: tuple[int, SimulatedPerson] | None, until: int | None) -> bool:
    """Whether the room moves on by itself before anybody does anything."""
    return (found is None or moment <= found[0]) and (until is None or moment <= until)


def _own(chance: Random) -> Random:
    return Random(chance.getrandbits(64))  # noqa: S311  a rehearsal is to be played again from its seed
