"""Somebody looking at the room: who they are to it at this moment."""

from dataclasses import dataclass

from setspace.core.process.formats import Artefact
from setspace.core.process.state import Part, Phase, Role, Seat, State
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
        return self.seat.role is Role.FACILITATOR

    @property
    def is_holder(self) -> bool:
        return bool(self.state.holder) and self.state.holder == self.id

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
