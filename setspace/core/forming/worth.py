"""What sets as they sit are worth, many at once."""

import numpy as np

from setspace.core.forming.arrays import Array, Arrays
from setspace.core.forming.model import UNIT
from setspace.core.forming.seats import BELOW_LEAST, BY_PRIORITY, PLACED, Seats


def worth(seats: Seats, sets: Array | None = None) -> float:
    """The parts of the objective in one number, on the scales of `Seats.gains`."""
    chosen = np.arange(len(seats.who)) if sets is None else sets
    have = seats.who[chosen]
    size = (have >= 0).sum(axis=1)
    people = have[have >= 0]
    found = PLACED * len(people) + BY_PRIORITY * float(seats.arrays.priority[people].sum())
    found += BELOW_LEAST * float(np.minimum(size, seats.least[chosen]).sum())
    return found + float(qualities(seats.arrays, have, seats.slot[chosen]).sum())


def qualities(arrays: Arrays, have: Array, slot: Array) -> Array:
    """The quality in units of each row of people (-1 is nobody) at its slot; 0 of an empty row."""
    weights, target = arrays.instance.programme.weights, arrays.instance.programme.size.target
    size = (have >= 0).sum(axis=1)
    kinds = arrays.kinds[have].sum(axis=1)
    mixed = np.floor(UNIT * (arrays.apart_by[have].sum(axis=1) * kinds).sum(axis=1) / np.maximum(size - 1, 1))
    counts, aims = arrays.listed[have].sum(axis=1), arrays.aims[have]
    lonely = aims.any(axis=2) & ((aims * aims.sum(axis=1)[:, None, :]).max(axis=2, initial=0) == 1)
    second = ((have >= 0) & (arrays.can[have, slot[:, None]] == 1)).sum(axis=1)
    points = _liking(arrays, have)
    points -= weights["alone"] * (counts == 1).sum(axis=1)
    points -= weights["aim_alone"] * lonely.sum(axis=1)
    points -= weights["slot2"] * second
    points -= weights["size"] * np.abs(size - target)
    found: Array = np.where(size > 0, mixed + UNIT * points, 0.0)
    return found


def _liking(arrays: Arrays, have: Array) -> Array:
    partners, points = arrays.liking.who[have], arrays.liking.points[have]
    found = np.zeros(len(have))
    for column in have.T:
        found += (points * (partners == column[:, None, None])).sum(axis=(1, 2))
    return found / 2
