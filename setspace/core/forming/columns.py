"""Every set that could meet, with what it is worth: the columns of the exact method."""

from dataclasses import dataclass
from math import comb

import numpy as np

from setspace.core.forming.arrays import Array, Arrays
from setspace.core.forming.model import UNIT

MOST_COLUMNS = 6_000_000
MOST_HELPERS = 62


@dataclass(frozen=True)
class Columns:
    """A row for each set: its people (-1 is nobody), slot, name or -1, facilitators who could take it as
    bits.
    """

    who: Array
    slot: Array
    size: Array
    priority: Array
    helpers: Array
    quality: Array
    name: Array
    kept: Array  # people of the old set of this name and slot, less one for another facilitator

    def chosen(self, which: Array) -> "Columns":
        return Columns(**{name: getattr(self, name)[which] for name in self.__dataclass_fields__})

    def __len__(self) -> int:
        return len(self.who)


def is_countable(arrays: Arrays, most_columns: int = 8 * MOST_COLUMNS) -> bool:
    """Whether there may be few enough sets to look at each: rules forbid most of those that one can name."""
    most = arrays.instance.programme.size.most
    people = (arrays.can >= 0).sum(axis=0).tolist()
    return sum(comb(number, min(most, number // 2)) for number in people) <= most_columns


def columns_of(arrays: Arrays) -> Columns | None:
    """All sets of people who could meet with some facilitator, without names; None if they are too many."""
    size, parts, total = arrays.instance.programme.size, [], 0
    if len(arrays.helpers) > MOST_HELPERS or size.most > 12:
        return None
    for slot in range(len(arrays.slots)):
        for rows in _of_slot(arrays, slot, min(size.least, size.continuing), size.most):
            if rows is None or (total := total + len(rows)) > MOST_COLUMNS:
                return None
            parts.append(_valued(arrays, slot, rows))
    if not parts:
        return None
    return joined(parts)


def joined(parts: list[Columns]) -> Columns:
    names = Columns.__dataclass_fields__
    return Columns(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})


def _of_slot(arrays: Arrays, slot: int, least: int, most: int) -> list[Array | None]:
    """People in rows of `least` to `most`, by slot, in rising order, no two against a rule of pairs."""
    pool = np.flatnonzero(arrays.can[:, slot] >= 0)
    pair_up = np.triu(arrays.kept_apart.square()[np.ix_(pool, pool)] == 0, 1)
    org, per_org = arrays.org[pool], arrays.instance.programme.max_per_org
    if per_org == 1:
        pair_up &= org[:, None] != org[None, :]
    rows, may = np.arange(len(pool), dtype=np.int16)[:, None], pair_up
    found: list[Array | None] = [pool[rows]] if least <= 1 else []
    for size in range(2, most + 1):
        if may.sum() > MOST_COLUMNS:
            return [None]
        parent, new = np.nonzero(may)
        rows = np.column_stack([rows[parent], new.astype(np.int16)])
        if per_org > 1:
            fits = (org[rows] == org[new][:, None]).sum(axis=1) <= per_org
            rows, parent, new = rows[fits], parent[fits], new[fits]
        if size >= least:
            found.append(pool[rows])
        may = may[parent] & pair_up[new] if size < most else may
    return found


def _valued(arrays: Arrays, slot: int, rows: Array) -> Columns:
    helpers = _helpers(arrays, slot, rows)
    rows, helpers = rows[helpers != 0], helpers[helpers != 0]
    most = arrays.instance.programme.size.most
    who = np.full((len(rows), most), -1, dtype=np.int16)
    who[:, : rows.shape[1]] = rows
    count = len(rows)
    return Columns(
        who=who,
        slot=np.full(count, slot, dtype=np.int16),
        size=np.full(count, rows.shape[1], dtype=np.int16),
        priority=arrays.priority[rows].sum(axis=1).astype(np.int32),
        helpers=helpers,
        quality=_quality(arrays, slot, rows),
        name=np.full(count, -1, dtype=np.int16),
        kept=np.zeros(count, dtype=np.int16),
    )


def _helpers(arrays: Arrays, slot: int, rows: Array) -> Array:
    """Facilitators at the slot without a conflict who share a language with everybody, as bits."""
    bits = np.int64(1) << np.arange(len(arrays.helpers), dtype=np.int64)
    free = ((~arrays.conflict & arrays.duty[:, slot]) @ bits).astype(np.int64)
    able = np.bitwise_and.reduce(free[rows], axis=1)
    spoken = np.zeros(len(rows), dtype=np.int64)
    for tongue in range(len(arrays.languages)):
        shared = arrays.speaks[:, tongue][rows].all(axis=1)
        spoken[shared] |= np.int64(arrays.tongues[:, tongue] @ bits)
    found: Array = able & spoken
    return found


def _quality(arrays: Arrays, slot: int, rows: Array) -> Array:
    """As `scoring.quality`, for many sets of one size."""
    weights, size = arrays.instance.programme.weights, rows.shape[1]
    people = slice(0, len(arrays.ids))
    apart = (arrays.apart_by[people] @ arrays.kinds[people].T).astype(np.int64)
    liking = arrays.liking.square()
    share = (arrays.aims[people] @ arrays.aims[people].T) > 0
    mixed, points = np.zeros(len(rows), dtype=np.int64), np.zeros(len(rows), dtype=np.int64)
    lonely = np.asarray(arrays.aims.any(axis=1))[rows]
    for one in range(size):
        for other in range(one):
            mixed += apart[rows[:, one], rows[:, other]]
            points += liking[rows[:, one], rows[:, other]]
            both = share[rows[:, one], rows[:, other]]
            lonely[:, one] = lonely[:, one] & ~both
            lonely[:, other] = lonely[:, other] & ~both
    for listed in arrays.listed.T:
        points -= weights["alone"] * (listed[rows].sum(axis=1) == 1)
    points -= weights["aim_alone"] * lonely.sum(axis=1)
    points -= weights["slot2"] * (arrays.can[:, slot][rows] == 1).sum(axis=1)
    points -= weights["size"] * abs(size - arrays.instance.programme.size.target)
    found: Array = 2 * UNIT * mixed // max(size - 1, 1) + UNIT * points
    return found
