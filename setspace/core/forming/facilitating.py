"""Facilitators for sets that are chosen: a matching, or who stands in its way."""

import numpy as np
from scipy.optimize import linear_sum_assignment

from setspace.core.forming.answers import answer_of
from setspace.core.forming.arrays import Array, Arrays
from setspace.core.forming.columns import Columns
from setspace.core.forming.model import Answer


def facilitated(arrays: Arrays, columns: Columns, duty: Array) -> Answer | tuple[int, int]:
    """An answer, or a slot and facilitators as bits: more sets than of these on duty can only be taken by
    them.
    """
    rows = []
    for slot in range(len(arrays.slots)):
        sets = np.flatnonzero(columns.slot == slot)
        able = (columns.helpers[sets][:, None] >> np.arange(len(arrays.helpers))) & 1 == 1
        fits = able & (duty[:, slot] > 0.5)
        row, helper = linear_sum_assignment(fits, maximize=True)
        good = fits[row, helper]
        if good.sum() < len(sets):
            return slot, _crowd(fits, able, row[good], helper[good])
        rows += [_row(arrays, columns, sets[one], slot, by) for one, by in zip(row, helper, strict=True)]
    return answer_of(arrays.instance, rows)


def _row(
    arrays: Arrays, columns: Columns, at: int, slot: int, helper: int
) -> tuple[str, str, str, str, list[str]]:
    who = columns.who[at][columns.who[at] >= 0]
    shared = arrays.speaks[who].all(axis=0) & arrays.tongues[helper]
    name = arrays.names[columns.name[at]] if columns.name[at] >= 0 else ""
    tongue = arrays.languages[int(np.argmax(shared))]
    return name, arrays.slots[slot], arrays.helpers[helper], tongue, [arrays.ids[one] for one in who]


def _crowd(fits: Array, able: Array, row: Array, helper: Array) -> int:
    """From a set without a facilitator to those who could take it, to the sets they have, and so on."""
    has = dict(zip(helper.tolist(), row.tolist(), strict=True))
    reached = [next(one for one in range(len(fits)) if one not in set(row.tolist()))]
    for one in reached:
        for by in np.flatnonzero(fits[one]).tolist():
            if by in has and has[by] not in reached:
                reached.append(has[by])
    together = able[reached].any(axis=0)
    return sum(1 << int(one) for one in np.flatnonzero(together))
