"""How time is given when the session runs late, and how what was done to it is undone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GiveTime:
    """Give back so many whole minutes in this way, one of gifts.GiftKind.

    A way that needs everybody's yes is asked for first.
    """

    way: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Agree:
    """My yes, or my no, to the way that was asked for. ``seen`` is ``time_changes`` on my screen."""

    seen: int
    yes: bool


@dataclass(frozen=True, slots=True)
class DecideLater:
    """Decide at the next break how to give time."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back what was done last: a gift, an added minute, a turn passed for somebody, or the question to
    the set that is open.

    ``seen`` is ``time_changes`` on the asker's screen, so that a late press takes back nothing else.
    """

    seen: int
