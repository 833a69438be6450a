"""Sets as rows of seats, and what each person would bring to each of them, for many at once."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from setspace.core.forming.arrays import Array, Arrays, Partners
from setspace.core.forming.model import UNIT

NEVER = -1e13
PLACED = 1e11
BELOW_LEAST = 3e11
BY_PRIORITY = 1e6
"""Scales that keep the parts of the objective apart in one number: quality stays below `BY_PRIORITY`."""


@dataclass
class Seats:
    """`who` has a row for each set and a column for each seat, -1 where nobody sits."""

    arrays: Arrays
    who: Array
    slot: Array
    tongue: Array
    helper: Array
    least: Array
    name: Array  # number of the set's name, or -1
    held: Array  # people who stay where they sit, and nobody

    def copy(self) -> "Seats":
        return Seats(
            self.arrays,
            self.who.copy(),
            self.slot,
            self.tongue,
            self.helper,
            self.least,
            self.name,
            self.held,
        )

    def waiting(self) -> Array:
        placed = np.zeros(len(self.arrays.ids) + 1, dtype=bool)
        placed[self.who] = True
        return np.flatnonzero(~placed[:-1])

    def vacate(self, sets: Array, columns: Array) -> Array:
        """Empty one seat of each set, but those of people who are held; answers who sat there."""
        out = self.who[sets, columns]
        free = ~self.held[out]
        self.who[sets[free], columns[free]] = -1
        return np.asarray(out[free])

    def refill(self, people: Array, sets: Array, noise: Array | None = None) -> bool:
        """Seat these people, one to a set at most, as well as can be; answers whether all found a seat."""
        gains = self.gains(people, sets)
        seen = gains if noise is None else gains + noise
        rows, columns = linear_sum_assignment(seen, maximize=True)
        good = gains[rows, columns] > NEVER / 2
        rows, columns = rows[good], columns[good]
        places = sets[columns]
        self.who[places, np.argmax(self.who[places] < 0, axis=1)] = people[rows]
        return len(rows) == len(people)

    def gains(self, people: Array, sets: Array) -> Array:
        """For each person and set: the objective with them there, less that without."""
        have = self.who[sets]
        size = (have >= 0).sum(axis=1)
        found = self._mixing(people, have, size) + UNIT * self._points(people, sets, have, size)
        arrays = self.arrays
        found += arrays.priority[people][:, None] * BY_PRIORITY + PLACED
        found += np.where(size < self.least[sets], BELOW_LEAST, 0.0)
        found[self._barred(people, sets, have, size)] = NEVER
        return np.asarray(found)

    def _mixing(self, people: Array, have: Array, size: Array) -> Array:
        arrays = self.arrays
        kinds = arrays.kinds[have].sum(axis=1)
        inside = (arrays.apart_by[have].sum(axis=1) * kinds).sum(axis=1) / 2
        joined = arrays.apart_by[people] @ kinds.T
        after = np.floor(2 * UNIT * (inside + joined) / np.maximum(size, 1))
        before = np.floor(2 * UNIT * inside / np.maximum(size - 1, 1))
        found: Array = np.where(size >= 1, after - before, 0.0)
        return found

    def _points(self, people: Array, sets: Array, have: Array, size: Array) -> Array:
        arrays, programme = self.arrays, self.arrays.instance.programme
        weights, target = programme.weights, programme.size.target
        found = self._met(arrays.liking, people, sets)
        counts = arrays.listed[have].sum(axis=1)
        found -= weights["alone"] * (arrays.listed[people] @ ((counts == 0).astype(float) - (counts == 1)).T)
        found -= weights["aim_alone"] * self._aims(people, have)
        found -= weights["slot2"] * (arrays.can[people][:, self.slot[sets]] == 1)
        found -= weights["size"] * (np.abs(size + 1 - target) - np.abs(size - target))
        return found

    def _aims(self, people: Array, have: Array) -> Array:
        """Newcomers whose aims nobody shares, less those who would no longer be alone with theirs."""
        aims = self.arrays.aims
        counts = aims[have].sum(axis=1)
        some = np.asarray(aims[people].any(axis=1))
        lonely = some[:, None] & (aims[people] @ counts.T == 0)
        alone = np.asarray(aims.any(axis=1))[have] & (
            (aims[have] * counts[:, None, :]).max(axis=2, initial=0) == 1
        )
        where, seat = np.nonzero(alone)
        shared = (aims[people] @ aims[have[where, seat]].T > 0).astype(np.float32)
        into = np.zeros((len(where), len(have)), np.float32)
        into[np.arange(len(where)), where] = 1.0
        found: Array = lonely - shared @ into
        return found

    def _barred(self, people: Array, sets: Array, have: Array, size: Array) -> Array:
        arrays = self.arrays
        barred = arrays.can[people][:, self.slot[sets]] < 0
        barred |= ~arrays.speaks[people][:, self.tongue[sets]]
        barred |= arrays.conflict[people][:, self.helper[sets]]
        barred |= self._met(arrays.kept_apart, people, sets) > 0
        same = np.zeros(barred.shape, dtype=np.int8)
        for column in have.T:
            same += arrays.org[people][:, None] == arrays.org[column][None, :]
        barred |= same >= arrays.instance.programme.max_per_org
        barred |= (size >= arrays.instance.programme.size.most)[None, :]
        pinned = arrays.pinned[people][:, None]
        found: Array = barred | ((pinned >= 0) & (pinned != self.name[sets][None, :]))
        return found

    def _met(self, partners: Partners, people: Array, sets: Array) -> Array:
        """Points of each person's partners in each of the sets."""
        found = np.zeros((len(people), len(sets)))
        where = np.full(len(self.arrays.ids) + 1, -1)
        where[self.who[sets]] = np.arange(len(sets))[:, None]
        where[-1] = -1
        there = where[partners.who[people]] * (partners.who[people] >= 0) - (partners.who[people] < 0)
        row, column = np.nonzero(there >= 0)
        np.add.at(found, (row, there[row, column]), partners.points[people][row, column])
        return found
