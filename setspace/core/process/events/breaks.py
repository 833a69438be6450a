"""Who came back from a break."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CameBack:
    at: int
    by: str
