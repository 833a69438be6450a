"""Who led the session, and who agreed to an observer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StandInNamed:
    """``person`` is empty where nobody stands in any more."""

    at: int
    by: str
    person: str


@dataclass(frozen=True, slots=True)
class LeadPassed:
    """``person`` leads from now on; empty where the facilitators do."""

    at: int
    by: str
    person: str


@dataclass(frozen=True, slots=True)
class ObserverAnswered:
    """A member's own answer on an observer."""

    at: int
    by: str
    person: str
    yes: bool
