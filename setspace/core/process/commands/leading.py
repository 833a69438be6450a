"""Who leads the session, and whether somebody may look on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameStandIn:
    """Name the member who takes over if who leads loses the line; an empty ``person`` names nobody."""

    person: str


@dataclass(frozen=True, slots=True)
class StandIn:
    """I take over: asked by the stand-in, or by any member of a set that facilitates itself."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Pass the lead to a member who is in the room; an empty ``person`` gives it to the facilitator."""

    person: str


@dataclass(frozen=True, slots=True)
class AgreeToObserver:
    """Whether I agree that this observer looks on today. Nobody is told what I answered."""

    person: str
    yes: bool
