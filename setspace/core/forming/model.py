"""What is given and what comes out: the programme, its people and rules, and the sets that are formed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

UNIT = 420
"""Whole units in a point of quality, so that means over sets of 2 to 9 people stay whole."""

WEIGHTS = ("with", "repeats", "alone", "aim_alone", "slot2", "size")


@dataclass(frozen=True, slots=True)
class Size:
    """People in a set; a set that goes on from before may have as few as `continuing`."""

    least: int
    most: int
    target: int
    continuing: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A day and time of the whole series, with room for so many sets at once and what it offers."""

    id: str
    label: str
    capacity: int
    offers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Attribute:
    """What the programme has chosen to mix: a category, or a scale with its range. Weights add up to 100."""

    name: str
    is_scale: bool
    weight: int
    range: int

    def difference(self, one: str | int, other: str | int) -> int:
        """0 to `weight`; on a scale in proportion to the distance, rounded down."""
        if self.is_scale:
            return self.weight * abs(int(one) - int(other)) // self.range
        return self.weight if one != other else 0


@dataclass(frozen=True, slots=True)
class Programme:
    size: Size
    max_sets: int | None
    max_per_org: int
    slots: Mapping[str, Slot]
    attributes: tuple[Attribute, ...]
    alone: tuple[tuple[str, str | int], ...]
    weights: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Applicant:
    """`slots` maps the slots they can make to 0 (preferred) or 1 (possible)."""

    id: str
    org: str
    slots: Mapping[str, int]
    needs: frozenset[str]
    languages: frozenset[str]
    aims: frozenset[str]
    priority: int
    is_what: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Facilitator:
    id: str
    org: str
    slots: frozenset[str]
    max_sets: int
    languages: frozenset[str]
    not_with: frozenset[str]


@dataclass(frozen=True, slots=True)
class FormedSet:
    id: str
    slot: str
    facilitator: str
    language: str
    members: tuple[str, ...]


Pair = tuple[str, str]
"""Two applicants' ids, the smaller first."""


@dataclass(frozen=True, slots=True)
class Instance:
    """Everything in the order of ids, so that the order of rows changes nothing."""

    name: str
    programme: Programme
    applicants: Mapping[str, Applicant]
    facilitators: Mapping[str, Facilitator]
    not_with: frozenset[Pair]
    wishes: frozenset[Pair]
    repeats: frozenset[Pair]
    pins: Mapping[str, str] = field(default_factory=dict)
    previous: tuple[FormedSet, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    sets: tuple[FormedSet, ...]
    waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Objective:
    """Compared from left to right; larger is better. Quality is in units, `UNIT` to a point."""

    placed: int
    priority: int
    kept: int
    quality: int


def pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
