"""Somebody looking at the room: who they are to it at this moment."""

from dataclasses import dataclass

from setspace.core.process import leading
from setspace.core.process.formats import Artefact, HolderState
from setspace.core.process.noted import EchoLine, Part
from setspace.core.process.state import Phase, Role, Seat, State
from setspace.core.process.steps import Step

TONES = 6


@dataclass(frozen=True, slots=True)
class Onlooker:
    state: State
    seat: Seat
    now: int
    present: frozenset[str]

    @property
    def id(self) -> str:
        return self.seat.person

    @property
    def leads(self) -> bool:
        """Whether the onlooker holds the process: a facilitator, or whoever has the lead."""
        return leading.leads(self.state, self.id)

    @property
    def is_member(self) -> bool:
        return self.seat.role is Role.MEMBER

    @property
    def is_observer(self) -> bool:
        return self.seat.role is Role.OBSERVER

    @property
    def is_holder(self) -> bool:
        return bool(self.state.holder) and self.state.holder == self.id and not self.is_observer

    @property
    def step(self) -> Step | None:
        return self.state.step

    @property
    def is_running(self) -> bool:
        return self.state.phase is Phase.RUNNING

    @property
    def part(self) -> Part:
        """The part of the issue holder of this moment."""
        return self.state.parts.get(self.state.holder, Part())

    @property
    def echoes(self) -> tuple[EchoLine, ...]:
        """What was noted in the go-round of this stage."""
        step = self.step
        return tuple(echo for echo in self.part.echoes if step is not None and echo.step == step.index)

    @property
    def is_quiet(self) -> bool:
        """Whether this is a stage that asks for nothing: nobody speaks, and nothing is written down."""
        return self.step is not None and self.step.is_quiet

    @property
    def is_turned_away(self) -> bool:
        """Whether the onlooker is an issue holder who has turned away, so that nothing is shown to them.

        Whoever holds the process as well keeps what they need for that.
        """
        away = self.step is not None and self.step.holder_state is HolderState.TURNED_AWAY
        return away and self.is_holder and not self.leads

    @property
    def is_still(self) -> bool:
        """Whether the onlooker's screen is a calm one: turned away, or in a quiet stage of a turn."""
        return self.is_turned_away or (self.is_quiet and self.step is not None and self.step.turn is not None)

    def writes(self, artefact: Artefact) -> bool:
        """Whether this is written down in the stage that is on."""
        return self.step is not None and artefact in self.step.writes

    def first_name(self, person: str) -> str:
        seat = self.state.seat(person)
        return seat.first_name if seat else "Somebody who has left"

    def card(self, person: str) -> dict[str, object]:
        """How a person is shown: name, first name, initials and tone."""
        seat = self.state.seat(person)
        name = seat.name if seat else "Somebody who has left"
        return {
            "person": person,
            "name": name,
            "first_name": self.first_name(person),
            "initials": initials(name),
            "tone": tone(person),
            "is_you": person == self.id,
        }


def onlooker(state: State, person: str, now: int, present: frozenset[str]) -> Onlooker | None:
    seat = state.seat(person)
    return Onlooker(state, seat, now, present) if seat else None


def initials(name: str) -> str:
    """Two letters at most: those of the first and the last word."""
    words = name.split()
    return "".join(word[0].upper() for word in (words[:1] + words[1:][-1:]))


def tone(person: str) -> int:
    """One of six tones, always the same for one person."""
    digits = "".join(letter for letter in person.lower() if letter in "0123456789abcdef")
    return int(digits or "0", 16) % TONES + 1
