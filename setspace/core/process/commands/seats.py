"""Who sits in the room."""

from dataclasses import dataclass

from setspace.core.process.state import Setup


@dataclass(frozen=True, slots=True)
class Prepare:
    """The session was moved, or given another plan, before it began (asked by the room itself)."""

    setup: Setup


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """Somebody became a member or facilitator of the set (asked by the room itself)."""

    person: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class LeaveSeat:
    """Somebody left the set (asked by the room itself)."""

    person: str


@dataclass(frozen=True, slots=True)
class Arrive:
    """I am here."""
