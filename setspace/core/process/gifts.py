"""What the facilitator did to the time of a session: minutes given, taken and added, turns passed, as data.

Lengths are milliseconds. What a block gives is above 0, what it gets is below.
"""

from dataclasses import dataclass
from enum import StrEnum


class GiftKind(StrEnum):
    """A way to bring the end of a session back to its plan, or to use time that was set free."""

    BLOCKS = "blocks"  # the parts around the turns become shorter, by priority
    ONE_BLOCK = "one_block"  # one of them gives it all
    WHITE_SPACE = "white_space"  # the session ends later, into the white space, if all agree
    ALL_TURNS = "all_turns"  # every turn to come becomes shorter, all by the same
    LAST_TURN = "last_turn"  # the last holder goes first next time
    LONGER_TURNS = "longer_turns"  # a turn fell away: those to come become longer, if all agree


@dataclass(frozen=True, slots=True)
class Give:
    """What one block of the plan, by its key, gives."""

    block: str
    length: int


@dataclass(frozen=True, slots=True)
class Gift:
    """A way that was chosen. ``moved`` is the person who goes first next time, if anybody."""

    kind: GiftKind
    gives: tuple[Give, ...] = ()
    white_space: int = 0
    moved: str = ""

    def from_block(self, key: str) -> int:
        return sum(give.length for give in self.gives if give.block == key)


@dataclass(frozen=True, slots=True)
class Added:
    """Time that was added to a step, in the visit with this number, from 1."""

    step: int
    visit: int
    length: int


@dataclass(frozen=True, slots=True)
class Given:
    """A gift that was chosen in the visit with this number, when so many people were to hold an issue."""

    gift: Gift
    visit: int
    holders: int


@dataclass(frozen=True, slots=True)
class Passed:
    """Somebody whose turn was passed by who leads: the order before, of which so many were settled."""

    person: str
    before: tuple[str, ...]
    settled: int

    @property
    def after(self) -> tuple[str, ...]:
        rest = tuple(person for person in self.before[self.settled :] if person != self.person)
        return (*self.before[: self.settled], *rest)


Act = Given | Added | Passed  # what can be undone, the newest alone


@dataclass(frozen=True, slots=True)
class Proposal:
    """A way that needs everybody's yes: which one, for how many minutes, and who has agreed.

    ``white_space`` is the most that they are asked for: nobody stays longer by somebody else's delay.
    """

    kind: GiftKind
    minutes: int
    white_space: int
    agreed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What a member brings into a session from the series before it.

    ``had`` is the issue holder's time so far, without extra time; ``place`` the place of their turn
    last time, from 1 (0: they held none); ``is_first`` says that they were promised the first turn.
    """

    person: str
    had: int = 0
    place: int = 0
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class Extra:
    """Minutes that a person's turns are longer, as an adjustment. They are taken from nobody."""

    person: str
    minutes: int
