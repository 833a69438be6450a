"""What happens to people: they pass or come after all, need a moment or a break, hear a quiet word."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PassTurn:
    """Hold no issue today; empty ``person`` for oneself. Who leads may say it for somebody."""

    person: str = ""


@dataclass(frozen=True, slots=True)
class MarkAbsent:
    """Somebody who has not arrived is not coming today."""

    person: str


@dataclass(frozen=True, slots=True)
class Return:
    """Hold an issue after all, as the last of today; empty ``person`` for oneself."""

    person: str = ""


@dataclass(frozen=True, slots=True)
class NeedMoment:
    """I need a moment: told to who leads alone."""


@dataclass(frozen=True, slots=True)
class MomentSeen:
    """Who leads has seen that somebody needs a moment; from that person: I am all right again."""

    person: str


@dataclass(frozen=True, slots=True)
class CallBreak:
    """A short break for everybody, 1 to 15 minutes: the clock is held, and all see when it goes on."""

    minutes: int = 5


@dataclass(frozen=True, slots=True)
class QuietWord:
    """A line from who leads to one person, seen by these two alone."""

    person: str
    text: str
