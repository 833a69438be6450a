"""Choosing columns so that everybody sits once: the rows that an answer keeps to, and what they cost in a
column.
"""

from dataclasses import dataclass, field

import numpy as np

from setspace.core.forming.arrays import Array, Arrays
from setspace.core.forming.columns import Columns
from setspace.core.forming.linear import Floats, Ints, Linear


@dataclass
class Rules:
    """`floors` are the parts of the objective that are settled: the least number, by its name.

    `crowds` are slots with some facilitators as bits: sets that only these can take are no more than these on
    duty.
    """

    arrays: Arrays
    floors: dict[str, int] = field(default_factory=dict)
    crowds: list[tuple[int, int]] = field(default_factory=list)

    def linear(self, columns: Columns) -> tuple[Linear, Ints, Ints]:
        """The programme, the variables of the columns, and those of facilitators (facilitator, slot)."""
        arrays, linear = self.arrays, Linear()
        sets = linear.variables(len(columns), whole=True)
        duty = linear.variables(arrays.duty.size, 1.0, whole=True).reshape(arrays.duty.shape)
        everybody = self.floors.get("placed") == len(arrays.ids)
        people = linear.rows(len(arrays.ids), 1.0 if everybody else 0.0, 1.0)
        row, seat = np.nonzero(columns.who >= 0)
        linear.put(people[columns.who[row, seat]], sets[row], 1.0)
        for name in range(len(arrays.names)):
            must = 1.0 if (arrays.pinned == name).any() else 0.0
            linear.row(sets[columns.name == name], 1.0, must, 1.0)
        for slot, helpers in self._crowds():
            only = sets[(columns.slot == slot) & (columns.helpers & ~np.int64(helpers) == 0)]
            rows = linear.rows(1, -np.inf, 0)
            linear.put(rows, only, 1.0)
            linear.put(rows, duty[_bits(helpers, len(arrays.helpers)), slot], -1.0)
        self._limits(linear, columns, sets, duty)
        return linear, sets, duty

    def lessened(self, columns: Columns, worth: Floats, price: Floats) -> Floats:
        """The worth of columns, less what their rows are priced at: above 0 where one would help."""
        arrays = self.arrays
        n, names = len(arrays.ids), len(arrays.names)
        people, called = np.append(price[:n], 0.0), np.append(price[n : n + names], 0.0)
        found = worth - people[columns.who].sum(axis=1) - called[columns.name]
        at = n + names
        for slot, helpers in self._crowds():
            if price[at]:
                found -= price[at] * ((columns.slot == slot) & (columns.helpers & ~np.int64(helpers) == 0))
            at += 1
        found -= price[at : at + len(arrays.slots)][columns.slot]
        at += len(arrays.slots)
        found -= price[at]
        for number, name in enumerate(self.floors, start=at + 1):
            found -= price[number] * part(columns, name)
        return np.asarray(found)

    def _crowds(self) -> list[tuple[int, int]]:
        everyone = (1 << len(self.arrays.helpers)) - 1
        return [(slot, everyone) for slot in range(len(self.arrays.slots))] + self.crowds

    def _limits(self, linear: Linear, columns: Columns, sets: Ints, duty: Ints) -> None:
        arrays, programme = self.arrays, self.arrays.instance.programme
        for slot, name in enumerate(arrays.slots):
            linear.row(sets[columns.slot == slot], 1.0, most=programme.slots[name].capacity)
        linear.row(sets, 1.0, most=len(arrays.ids) if programme.max_sets is None else programme.max_sets)
        for name, floor in self.floors.items():
            linear.row(sets, part(columns, name), least=floor)
        for helper, one in enumerate(arrays.instance.facilitators.values()):
            linear.row(duty[helper], 1.0, most=one.max_sets)
        linear.row(duty[~arrays.duty], 1.0, most=0.0)


def part(columns: Columns, name: str) -> Floats:
    """What each column adds to a part of the objective."""
    values: Array = {
        "placed": columns.size,
        "priority": columns.priority,
        "kept": columns.kept,
        "quality": columns.quality,
    }[name]
    return values.astype(np.float64)


def _bits(helpers: int, number: int) -> Ints:
    return np.array([one for one in range(number) if helpers >> one & 1], dtype=int)
