"""What an issue holder showed, by its kind alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShownToSet:
    at: int
    by: str
    which: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    at: int
    by: str
