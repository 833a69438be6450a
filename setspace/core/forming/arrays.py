"""An instance as arrays, so that thousands of places are valued at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from setspace.core.forming.model import Instance, Pair

Array = NDArray[Any]


@dataclass(frozen=True)
class Partners:
    """Of each person, and of nobody at the end, those they are paired with (-2 is no one), and points for
    each.
    """

    who: Array
    points: Array

    def square(self) -> Array:
        """The points of each two people."""
        n = len(self.who) - 1
        found = np.zeros((n, n), dtype=np.int64)
        row, column = np.nonzero(self.who >= 0)
        np.add.at(found, (row, self.who[row, column]), self.points[row, column])
        return found


@dataclass(frozen=True)
class Arrays:
    """Rows stand for people in the order of ids, with one row of nobody (index -1) at the end where it says
    so.
    """

    instance: Instance
    ids: tuple[str, ...]
    slots: tuple[str, ...]
    languages: tuple[str, ...]
    helpers: tuple[str, ...]
    can: Array  # person, slot: -1 cannot, 0 preferred, 1 possible; needs are looked at
    speaks: Array  # person, language
    org: Array  # person and nobody; nobody's is -1
    priority: Array
    kinds: Array  # person and nobody: 1 at each value they have of what is mixed
    apart_by: Array  # the same, times the differences: `apart_by[a] @ kinds[b]` is the difference of a and b
    listed: Array  # person and nobody: 1 at each value that should not be alone
    aims: Array  # person and nobody
    liking: "Partners"  # wishes and repeats, with their points
    kept_apart: "Partners"
    conflict: Array  # person, facilitator: the same organisation, or to be kept apart
    duty: Array  # facilitator, slot
    tongues: Array  # facilitator, language
    pinned: Array  # person: the number of the named set, or -1
    names: tuple[str, ...]  # sets that have a name already: old ones and those of pins


def arrays_of(instance: Instance) -> Arrays:
    people, helpers = list(instance.applicants.values()), list(instance.facilitators.values())
    slots = tuple(instance.programme.slots)
    tongues = sorted({word for one in people for word in one.languages})
    index = {one.id: number for number, one in enumerate(people)}
    orgs = {name: number for number, name in enumerate(sorted({one.org for one in people}))}
    kinds, apart_by = _mixed(instance)
    names = tuple(sorted({*instance.pins.values(), *(old.id for old in instance.previous)}))
    return Arrays(
        instance=instance,
        ids=tuple(index),
        slots=slots,
        languages=tuple(tongues),
        helpers=tuple(instance.facilitators),
        can=_can(instance, slots),
        speaks=_has([one.languages for one in people], tongues),
        org=np.array([*(orgs[one.org] for one in people), -1]),
        priority=np.array([one.priority for one in people]),
        kinds=kinds,
        apart_by=apart_by,
        listed=_listed(instance),
        aims=_nobody(_has([one.aims for one in people], sorted({aim for one in people for aim in one.aims}))),
        liking=_partners(_liking(instance), index),
        kept_apart=_partners([(two, 1) for two in instance.not_with], index),
        conflict=_conflicts(instance, index, orgs).reshape(len(people), len(helpers)),
        duty=_has([one.slots for one in helpers], slots).reshape(len(helpers), len(slots)),
        tongues=_has([one.languages for one in helpers], tongues).reshape(len(helpers), len(tongues)),
        pinned=np.array([names.index(instance.pins[one]) if one in instance.pins else -1 for one in index]),
        names=names,
    )


def _liking(instance: Instance) -> list[tuple[Pair, int]]:
    weights = instance.programme.weights
    wishes = [(two, weights["with"]) for two in instance.wishes]
    return wishes + [(two, -weights["repeats"]) for two in instance.repeats]


def _can(instance: Instance, slots: Sequence[str]) -> Array:
    offers = [instance.programme.slots[slot].offers for slot in slots]
    rows = [
        [
            one.slots.get(slot, -1) if one.needs <= offer else -1
            for slot, offer in zip(slots, offers, strict=True)
        ]
        for one in instance.applicants.values()
    ]
    return np.array(rows, dtype=np.int8).reshape(len(rows), len(slots))


def _mixed(instance: Instance) -> tuple[Array, Array]:
    people = list(instance.applicants.values())
    parts, changed = [np.zeros((len(people), 0), np.float32)], [np.zeros((len(people), 0), np.float32)]
    for kind in instance.programme.attributes:
        values = sorted({one.is_what[kind.name] for one in people}, key=str)
        place = {value: number for number, value in enumerate(values)}
        has = np.eye(len(values), dtype=np.float32)[[place[one.is_what[kind.name]] for one in people]]
        table = np.array([[kind.difference(one, other) for other in values] for one in values], np.float32)
        parts.append(has)
        changed.append(has @ table)
    return _nobody(np.hstack(parts)), _nobody(np.hstack(changed))


def _listed(instance: Instance) -> Array:
    listed, people = instance.programme.alone, instance.applicants.values()
    return _nobody([[one.is_what[name] == value for name, value in listed] for one in people])


def _has(sets: Sequence[Iterable[str]], words: Sequence[str]) -> Array:
    return np.array([[word in one for word in words] for one in map(set, sets)], dtype=bool)


def _nobody(rows: Any) -> Array:
    found = np.asarray(rows, dtype=np.float32)
    return np.vstack([found, np.zeros((1, found.shape[1]), np.float32)])


def _partners(pairs: Iterable[tuple[Pair, int]], index: dict[str, int]) -> Partners:
    found: list[list[tuple[int, int]]] = [[] for _ in range(len(index) + 1)]
    for (one, other), points in sorted(pairs):
        found[index[one]].append((index[other], points))
        found[index[other]].append((index[one], points))
    most = max(map(len, found))
    rows = np.array([row + [(-2, 0)] * (most - len(row)) for row in found], dtype=int).reshape(
        len(found), most, 2
    )
    return Partners(rows[:, :, 0], rows[:, :, 1])


def _conflicts(instance: Instance, index: dict[str, int], orgs: dict[str, int]) -> Array:
    helpers = list(instance.facilitators.values())
    theirs = np.array([orgs.get(one.org, -2) for one in helpers], dtype=int)
    own = np.array([orgs[one.org] for one in instance.applicants.values()])
    found: Array = own[:, None] == theirs[None, :]
    for number, one in enumerate(helpers):
        for who in one.not_with:
            if who in index:
                found[index[who], number] = True
    return found
