"""Whole numbers of sets for the slots, and facilitators for them."""

import numpy as np

from setspace.core.forming.arrays import Array, Arrays


def shared_out(load: Array, room: Array, total: int) -> Array:
    """So many sets in all, in proportion to the people, largest remainders first."""
    wanted = load / max(load.sum(), 1) * total
    n_sets = np.minimum(np.floor(wanted), room)
    for at in np.argsort(-(wanted - n_sets), kind="stable"):
        n_sets[at] += float(n_sets[at] < room[at] and n_sets.sum() < total)
    found: Array = n_sets.astype(int)
    return found


def duties_for(arrays: Arrays, cells: tuple[tuple[int, int], ...], n_sets: Array) -> Array:
    """Facilitators for the cells, those who have least choice first; sets without one are taken from the
    plan.
    """
    duty = np.zeros((len(arrays.helpers), len(cells)), dtype=bool)
    left = np.array([one.max_sets for one in arrays.instance.facilitators.values()])
    may = np.column_stack([arrays.duty[:, slot] & arrays.tongues[:, tongue] for slot, tongue in cells])
    for at in np.argsort(may.sum(axis=0) - n_sets, kind="stable"):
        same_slot = [other for other, cell in enumerate(cells) if cell[0] == cells[at][0]]
        free = np.flatnonzero(may[:, at] & (left > 0) & ~duty[:, same_slot].any(axis=1))
        chosen = free[np.argsort(may[free].sum(axis=1) - left[free], kind="stable")][: n_sets[at]]
        duty[chosen, at] = True
        left[chosen] -= 1
        n_sets[at] = len(chosen)
    return duty
