"""A quick plan of slots for thousands of people, where a linear programme would take too long."""

import numpy as np

from setspace.core.forming.arrays import Arrays
from setspace.core.forming.duties import duties_for, shared_out
from setspace.core.forming.places import Places, cells_of


def rough_places(arrays: Arrays) -> Places:
    """Everybody into the emptiest of their preferred cells, those with least choice first; bounds by
    counting.
    """
    cells = cells_of(arrays)
    programme, n = arrays.instance.programme, len(arrays.ids)
    may = np.column_stack(
        [np.where(arrays.speaks[:, tongue], arrays.can[:, slot], -1) for slot, tongue in cells]
    )
    room = np.array([_room(arrays, slot, tongue) for slot, tongue in cells], dtype=float)
    load, of = np.zeros(len(cells)), np.full(n, -1)
    for who in np.lexsort((np.arange(n), -arrays.priority, (may >= 0).sum(axis=1))):
        cost = load / np.maximum(room, 1e-9) + np.where(may[who] == 1, 0.5, 0.0)
        cost[(may[who] < 0) | (room < 1)] = np.inf
        if np.isfinite(cost.min()):
            of[who] = cost.argmin()
            load[of[who]] += 1
    most_sets = min(
        n // programme.size.least, int(sum(one.max_sets for one in arrays.instance.facilitators.values()))
    )
    most_sets = most_sets if programme.max_sets is None else min(most_sets, programme.max_sets)
    n_sets = shared_out(
        load,
        np.minimum(room, np.ceil(load / programme.size.least)),
        min(most_sets, -(-n // programme.size.target)),
    )
    placed = min(n, most_sets * programme.size.most)
    best = int(np.sort(arrays.priority)[::-1][:placed].sum())
    return Places(cells, n_sets, duties_for(arrays, cells, n_sets), of, placed, best)


def _room(arrays: Arrays, slot: int, tongue: int) -> int:
    helpers = int((arrays.duty[:, slot] & arrays.tongues[:, tongue]).sum())
    return min(helpers, arrays.instance.programme.slots[arrays.slots[slot]].capacity)
