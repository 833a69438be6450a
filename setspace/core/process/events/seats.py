"""Who sat down in the room, and who left it."""

from dataclasses import dataclass

from setspace.core.process.state import Role, Setup


@dataclass(frozen=True, slots=True)
class RoomOpened:
    at: int
    by: str
    setup: Setup


@dataclass(frozen=True, slots=True)
class RoomPrepared:
    """The room is to be as if it had been opened like this; its seats are left as they are."""

    at: int
    by: str
    setup: Setup


@dataclass(frozen=True, slots=True)
class SeatTaken:
    at: int
    by: str
    person: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class SeatLeft:
    at: int
    by: str
    person: str


@dataclass(frozen=True, slots=True)
class Arrived:
    at: int
    by: str
