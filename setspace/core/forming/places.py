"""Who gets a place, in which slot and language: the first two parts of the objective, and their bound.

The rules of pairs and of facilitators for single people are left out here, so nobody can do better than this;
whether
it can be reached shows when the sets are made. Only the numbers of sets are whole where there are many
people.
"""

from dataclasses import dataclass

import numpy as np

from setspace.core.forming.arrays import Array, Arrays
from setspace.core.forming.duties import duties_for, shared_out
from setspace.core.forming.linear import Floats, Ints, Linear, Solved

MOST_WHOLE = 130
"""People up to whom each one's place is whole in the programme that is solved."""

EARLY = 0.4
"""What all second choices of slots cost together, in people placed: too little to change who is placed."""


@dataclass(frozen=True)
class Places:
    """A cell is a slot and a language. `of` says each person's cell or -1; `placed` and `priority` are
    bounds.
    """

    cells: tuple[tuple[int, int], ...]
    n_sets: Array
    helpers: Array  # facilitator, cell: on duty
    of: Array
    placed: int
    priority: int


@dataclass(frozen=True)
class _Variables:
    people: Ints
    cells: Ints
    place: Ints
    n_sets: Ints
    duty: Ints


def places_of(arrays: Arrays, seconds: float) -> Places:
    """The most people, then the most priority, that numbers allow; a plan for how to reach that."""
    cells = cells_of(arrays)
    linear, found = _programme(arrays, cells)
    worth = np.zeros(linear.n_variables)
    worth[found.place] = 1.0
    early = _early(arrays, found, linear)
    first = linear.best(worth + early, seconds)
    if first.values is None:
        return _none(arrays, cells, first)
    placed = min(int(first.bound + EARLY + 1e-6), len(arrays.ids))
    values, priority = first.values, int(arrays.priority.sum())
    if placed < len(arrays.ids):
        linear.row(found.place, 1.0, least=float(np.rint(worth @ values)))
        worth[found.place] = arrays.priority[found.people]
        second = linear.best(worth + early, seconds)
        values, priority = values if second.values is None else second.values, int(second.bound + 0.5)
    shape = (len(arrays.helpers), len(cells))
    plan = np.full(len(arrays.ids), -1)
    chosen = values[found.place] > 0.5
    plan[found.people[chosen]] = found.cells[chosen]
    if len(arrays.ids) <= MOST_WHOLE:
        n_sets, duty = np.rint(values[found.n_sets]).astype(int), values[found.duty].reshape(shape) > 0.5
    else:
        n_sets = shared_out(
            values[found.n_sets], np.ceil(values[found.n_sets]), int(values[found.n_sets].sum() + 1e-6)
        )
        duty = duties_for(arrays, cells, n_sets)
    return Places(cells, n_sets, duty, plan, placed, priority)


def _none(arrays: Arrays, cells: tuple[tuple[int, int], ...], first: Solved) -> Places:
    nothing = np.zeros((len(arrays.helpers), len(cells)), dtype=bool)
    bound = min(first.bound, float(len(arrays.ids)))
    return Places(
        cells,
        np.zeros(len(cells), dtype=int),
        nothing,
        np.full(len(arrays.ids), -1),
        0 if first.is_impossible else int(bound),
        0 if first.is_impossible else int(arrays.priority.sum()),
    )


def cells_of(arrays: Arrays) -> tuple[tuple[int, int], ...]:
    return tuple(
        (slot, tongue)
        for slot in range(len(arrays.slots))
        for tongue in range(len(arrays.languages))
        if (arrays.duty[:, slot] & arrays.tongues[:, tongue]).any()
        and ((arrays.can[:, slot] >= 0) & arrays.speaks[:, tongue]).any()
    )


def _early(arrays: Arrays, found: _Variables, linear: Linear) -> Floats:
    small = np.zeros(linear.n_variables)
    slots = np.array([slot for slot, _ in cells_of(arrays)], dtype=int)
    second = arrays.can[found.people, slots[found.cells]] == 1
    small[found.place] = -EARLY / max(len(arrays.ids), 1) * second
    return small


def _programme(arrays: Arrays, cells: tuple[tuple[int, int], ...]) -> tuple[Linear, _Variables]:
    linear, n = Linear(), len(arrays.ids)
    may = [np.flatnonzero((arrays.can[:, slot] >= 0) & arrays.speaks[:, tongue]) for slot, tongue in cells]
    people = np.concatenate([*may, np.zeros(0, dtype=int)]).astype(int)
    cell = np.concatenate([*(np.full(len(who), at) for at, who in enumerate(may)), np.zeros(0, int)]).astype(
        int
    )
    found = _Variables(
        people,
        cell,
        linear.variables(len(people), 1.0, whole=n <= MOST_WHOLE),
        linear.variables(len(cells), whole=n <= MOST_WHOLE),
        linear.variables(len(arrays.helpers) * len(cells), 1.0, whole=n <= MOST_WHOLE),
    )
    _rows_of_people(arrays, linear, found)
    _rows_of_sets(arrays, linear, found, cells)
    return linear, found


def _rows_of_people(arrays: Arrays, linear: Linear, found: _Variables) -> None:
    size, n_cells = arrays.instance.programme.size, len(found.n_sets)
    once = linear.rows(len(arrays.ids), 0, 1)
    linear.put(once[found.people], found.place, 1.0)
    full, least = linear.rows(n_cells, -np.inf, 0), linear.rows(n_cells, 0, np.inf)
    linear.put(full[found.cells], found.place, 1.0)
    linear.put(full, found.n_sets, -size.most)
    linear.put(least[found.cells], found.place, 1.0)
    linear.put(least, found.n_sets, -min(size.least, size.continuing))
    both = found.cells * len(arrays.ids) + arrays.org[found.people]
    groups, row_of, numbers = np.unique(both, return_inverse=True, return_counts=True)
    # An organisation with far fewer people than there are sets cannot be in the way; its row only slows.
    usual = len(arrays.ids) / max(n_cells, 1) / size.most
    crowded = np.flatnonzero(numbers > arrays.instance.programme.max_per_org * usual / 2)
    rows = np.full(len(groups), -1)
    rows[crowded] = linear.rows(len(crowded), -np.inf, 0)
    counted = np.flatnonzero(rows[row_of] >= 0)
    linear.put(rows[row_of[counted]], found.place[counted], 1.0)
    most = -arrays.instance.programme.max_per_org
    linear.put(rows[crowded], found.n_sets[groups[crowded] // len(arrays.ids)], most)


def _rows_of_sets(
    arrays: Arrays, linear: Linear, found: _Variables, cells: tuple[tuple[int, int], ...]
) -> None:
    programme = arrays.instance.programme
    duty = found.duty.reshape(len(arrays.helpers), len(cells))
    slot_of = np.array([slot for slot, _ in cells], dtype=int)
    for at, (slot, tongue) in enumerate(cells):
        may = np.flatnonzero(arrays.duty[:, slot] & arrays.tongues[:, tongue])
        never = np.setdiff1d(np.arange(len(arrays.helpers)), may)
        linear.row(duty[never, at], 1.0, most=0.0)
        row = linear.rows(1, -np.inf, 0)
        linear.put(row, found.n_sets[at], 1.0)
        linear.put(row, duty[may, at], -1.0)
    for slot in sorted(set(slot_of)):
        here = np.flatnonzero(slot_of == slot)
        capacity = programme.slots[arrays.slots[slot]].capacity
        linear.row(found.n_sets[here], 1.0, most=capacity)
        once = linear.rows(len(arrays.helpers), 0, 1)
        linear.put(once[:, None], duty[:, here], 1.0)
    for number, one in enumerate(arrays.instance.facilitators.values()):
        linear.row(duty[number], 1.0, most=one.max_sets)
    if programme.max_sets is not None:
        linear.row(found.n_sets, 1.0, most=programme.max_sets)
