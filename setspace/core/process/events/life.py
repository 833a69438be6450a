"""What happened to people."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TurnPassed:
    """``why`` is "passed" or "absent"."""

    at: int
    by: str
    person: str
    why: str


@dataclass(frozen=True, slots=True)
class TurnReturned:
    """``order`` is that of the issue holders from now on."""

    at: int
    by: str
    person: str
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MomentNeeded:
    at: int
    by: str


@dataclass(frozen=True, slots=True)
class MomentAnswered:
    at: int
    by: str
    person: str


@dataclass(frozen=True, slots=True)
class BreakCalled:
    """``until`` is when everybody is to be back."""

    at: int
    by: str
    until: int


@dataclass(frozen=True, slots=True)
class QuietWordSaid:
    at: int
    by: str
    id: str
    person: str
    text: str
