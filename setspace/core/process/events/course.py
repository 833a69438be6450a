"""How the session went on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """``planned_end`` counts from the planned start, unless that was more than an hour away."""

    at: int
    by: str
    n_people: int
    order: tuple[str, ...]
    planned_end: int


@dataclass(frozen=True, slots=True)
class StageBegan:
    """``allowance`` is the time it has, in milliseconds; 0 or less where none was left."""

    at: int
    by: str
    step: int
    allowance: int


@dataclass(frozen=True, slots=True)
class MinutesAdded:
    at: int
    by: str
    step: int
    minutes: int


@dataclass(frozen=True, slots=True)
class ClockPaused:
    """``why`` is "holder" where the room held it for one who has lost the line."""

    at: int
    by: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class ClockWentOn:
    at: int
    by: str


@dataclass(frozen=True, slots=True)
class HoldersOrdered:
    at: int
    by: str
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionEnded:
    at: int
    by: str


@dataclass(frozen=True, slots=True)
class RoomClosed:
    at: int
    by: str
