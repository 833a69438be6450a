"""What followed from a round's own rules."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ResourcesAsked:
    """``gave`` is the time in milliseconds that the elastic stage, if it was on, gave at once.

    It is below 0 where the issue holder takes the request back and the elastic stage gets time again.
    """

    at: int
    by: str
    step: int
    wanted: bool
    gave: int
