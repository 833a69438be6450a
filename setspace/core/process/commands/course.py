"""The course of the session: its stages, its clock, its order and its end."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Start:
    """Begin the session."""


@dataclass(frozen=True, slots=True)
class NextStage:
    """Move on. ``seen`` is the number of the visit on the asker's screen, so that a late press is refused."""

    seen: int


@dataclass(frozen=True, slots=True)
class Back:
    """Return to the stage before."""

    seen: int


@dataclass(frozen=True, slots=True)
class AddMinutes:
    """Give the present stage more time, 1 to 10 minutes."""

    seen: int
    minutes: int = 1


@dataclass(frozen=True, slots=True)
class Pause:
    """Hold the clock. The room alone gives a ``why``: "holder" has lost the line."""

    why: str = ""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Let the clock run again."""


@dataclass(frozen=True, slots=True)
class OrderHolders:
    """Who holds an issue today, in this order; those whose turn has begun stay first."""

    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class End:
    """End the session: the time is over, the parts of the summary are read."""


@dataclass(frozen=True, slots=True)
class Close:
    """Close the room."""
