"""Columns with names: sets that go on from before, and sets that people are pinned to."""

import numpy as np

from setspace.core.forming.arrays import Array, Arrays
from setspace.core.forming.columns import Columns, joined


def named(arrays: Arrays, columns: Columns, moves: int) -> Columns:
    """Columns with and without names that an answer of at most so many moves can use."""
    size = arrays.instance.programme.size
    old = _old_sets(arrays)
    was = _whose(arrays, old)
    loose = _pinned(arrays, columns, -1) & (columns.size >= size.least)
    loose &= (was[columns.who] >= 0).sum(axis=1) <= moves
    parts = [columns.chosen(np.flatnonzero(loose))]
    for number, name in enumerate(arrays.names):
        fits = _pinned(arrays, columns, number)
        if name not in old:
            parts.append(
                _called(columns.chosen(np.flatnonzero(fits & (columns.size >= size.least))), number, 0, None)
            )
            continue
        parts += _going_on(arrays, columns.chosen(np.flatnonzero(fits)), number, was, moves)
    return joined(parts)


def n_old(arrays: Arrays) -> int:
    """People of old sets who are still there: what `Columns.kept` adds up to when nothing moves."""
    return int((_whose(arrays, _old_sets(arrays)) >= 0).sum())


def _old_sets(arrays: Arrays) -> dict[str, int]:
    return {one.id: number for number, one in enumerate(arrays.instance.previous)}


def _whose(arrays: Arrays, old: dict[str, int]) -> Array:
    """For each person, and nobody at the end, the number of the name of their old set, or -1."""
    was = np.full(len(arrays.ids) + 1, -1)
    index = {who: number for number, who in enumerate(arrays.ids)}
    for one in arrays.instance.previous:
        was[[index[who] for who in one.members if who in index]] = arrays.names.index(one.id)
    return was


def _pinned(arrays: Arrays, columns: Columns, number: int) -> Array:
    """Columns with everybody who is pinned to this name, and nobody who is pinned to another."""
    pinned = np.append(arrays.pinned, -1)[columns.who]
    here = (pinned == number).sum(axis=1) if number >= 0 else 0
    wanted = int((arrays.pinned == number).sum()) if number >= 0 else 0
    strangers = ((pinned >= 0) & (pinned != number)).any(axis=1)
    found: Array = ~strangers & (here == wanted)
    return found


def _called(columns: Columns, number: int, kept: Array | int, helpers: Array | None) -> Columns:
    return Columns(
        who=columns.who,
        slot=columns.slot,
        size=columns.size,
        priority=columns.priority,
        helpers=columns.helpers if helpers is None else helpers,
        quality=columns.quality,
        name=np.full(len(columns), number),
        kept=np.zeros(len(columns), dtype=int) + kept,
    )


def _going_on(arrays: Arrays, columns: Columns, number: int, was: Array, moves: int) -> list[Columns]:
    """An old set with the same facilitator, and with another, where that is at most so many moves."""
    old = next(one for one in arrays.instance.previous if one.id == arrays.names[number])
    slot = arrays.slots.index(old.slot) if old.slot in arrays.slots else -1
    present = int((was == number).sum())
    whose = was[columns.who]
    stay = (whose == number).sum(axis=1) * (columns.slot == slot)
    lost = present - stay + ((whose >= 0) & (whose != number)).sum(axis=1)
    near = np.flatnonzero(lost <= moves)
    columns, stay, lost = columns.chosen(near), stay[near], lost[near]
    same = arrays.helpers.index(old.facilitator) if old.facilitator in arrays.helpers else -1
    bit = np.int64(1) << np.int64(same) if same >= 0 else np.int64(0)
    keeps = np.flatnonzero(columns.helpers & bit)
    changes = np.flatnonzero((columns.helpers & ~bit != 0) & (lost < moves))
    return [
        _called(columns.chosen(keeps), number, stay[keeps], np.full(len(keeps), bit)),
        _called(columns.chosen(changes), number, stay[changes] - 1, columns.helpers[changes] & ~bit),
    ]
