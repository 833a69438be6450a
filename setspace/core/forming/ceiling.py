"""What quality cannot exceed, by counting alone: a bound for thousands of people, where all sets have one
size.
"""

import itertools
from collections import Counter
from collections.abc import Callable

from setspace.core.forming.model import UNIT, Attribute, Instance

Worth = Callable[[int], float]


def ceiling(instance: Instance) -> int | None:
    """Units of quality if each value were spread evenly and all wishes came true; None if sizes may vary."""
    size, number = instance.programme.size, len(instance.applicants)
    if size.least != size.most or size.continuing != size.least or number % size.most or size.most < 2:
        return None
    sets = number // size.most
    pairs = sum(_pairs(instance, kind, sets) for kind in instance.programme.attributes)
    off = instance.programme.weights["size"] * abs(size.most - size.target) * sets
    wishes = instance.programme.weights["with"] * len(instance.wishes)
    return int(2 * UNIT * pairs / (size.most - 1)) + UNIT * (wishes - off)


def _pairs(instance: Instance, kind: Attribute, sets: int) -> float:
    """The most that the differences of one attribute add up to, over the pairs of all sets."""
    size = instance.programme.size.most
    values = [one.is_what[kind.name] for one in instance.applicants.values()]
    if not kind.is_scale:
        same = sum(
            _spread(number, sets, lambda here: here * (here - 1) / 2) for number in Counter(values).values()
        )
        return kind.weight * (sets * size * (size - 1) / 2 - same)
    levels = sorted({int(value) for value in values})
    steps = [
        (above - below)
        * _spread(sum(int(value) <= below for value in values), sets, lambda here: here * (size - here))
        for below, above in itertools.pairwise(levels)
    ]
    return kind.weight / kind.range * sum(steps)


def _spread(number: int, sets: int, worth: Worth) -> float:
    """The worth of so many people, as evenly over the sets as can be."""
    each, more = divmod(number, sets)
    return more * worth(each + 1) + (sets - more) * worth(each)
