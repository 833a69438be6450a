"""The best choice of columns, proven: a bound by column generation, then whole numbers inside the gap that is
left.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import gcd, inf

import numpy as np

from setspace.core.forming.arrays import Array
from setspace.core.forming.columns import Columns
from setspace.core.forming.covering import Rules, part
from setspace.core.forming.facilitating import facilitated
from setspace.core.forming.linear import Floats
from setspace.core.forming.model import Answer

AT_FIRST = 1500
AT_A_TIME = 600
FEWEST, FEW, MANY = 2_500, 6_000, 90_000
NEARLY = 1e-4

Left = Callable[[], float]
"""Seconds that are left."""


@dataclass(frozen=True)
class Best:
    """`answer` is None if none was found that is better than what was known; `value` is the best known."""

    answer: Answer | None
    value: int
    bound: int
    is_impossible: bool = False


@dataclass(frozen=True)
class _Priced:
    bound: float
    near: Floats  # of each column: how much it helps at these prices, at most 0


@dataclass(frozen=True)
class Search:
    """For the most of one part of the objective, in steps: all columns are worth a whole number of them."""

    rules: Rules
    columns: Columns
    name: str
    left: Left

    @property
    def worth(self) -> Floats:
        return part(self.columns, self.name)

    @property
    def step(self) -> int:
        return gcd(*np.unique(self.worth.astype(np.int64)).tolist()) or 1

    def best(self, start: Array, known: int) -> Best:
        """The best answer; `start` are columns of one that is worth `known`, or none of them and any number
        below.
        """
        priced = self._priced(start)
        bound = int(np.floor(priced.bound + NEARLY)) * self.step if priced.bound < inf else 10**15
        found = Best(None, known, max(bound, known))
        for most in (FEWEST, FEW, MANY) if len(self.columns) > FEW else (MANY,):
            if found.value >= found.bound or found.is_impossible or self.left() < 0.2:
                break
            found = self._whole(priced, found, most)
        return found

    def _priced(self, start: Array) -> _Priced:
        """Prices at which no column would help: what they add up to bounds every answer."""
        if len(self.columns) <= FEW and not len(start):
            return _Priced(inf, np.zeros(len(self.columns)))
        worth, number = self.worth / self.step, len(self.columns)
        used = np.unique(
            np.concatenate([start, np.linspace(0, number - 1, min(AT_FIRST, number)).astype(int)])
        )
        while self.left() > 0.2:
            linear, sets, _ = self.rules.linear(self.columns.chosen(used))
            weights = np.zeros(linear.n_variables)
            weights[sets] = worth[used]
            solved = linear.prices(weights, self.left())
            if solved is None:
                if len(used) == number:
                    break
                used = np.unique(
                    np.concatenate([used, np.arange(0, number, max(number // (4 * len(used)), 1))])
                )
                continue
            near = self.rules.lessened(self.columns, worth, solved[1])
            new = np.flatnonzero(near > NEARLY / 10)
            if not len(new):
                return _Priced(solved[2], near)
            used = np.unique(np.concatenate([used, _strongest(near, new)]))
        return _Priced(inf, np.zeros(number))

    def _whole(self, priced: _Priced, known: Best, most: int) -> Best:
        """Whole sets among the columns that could be in something better than is known."""
        wanted = known.value // self.step + 1
        inside = np.arange(len(self.columns))
        if priced.bound < inf:
            inside = np.flatnonzero(priced.near >= wanted - priced.bound - NEARLY)
        is_all = len(inside) <= most
        if not is_all:
            inside = np.sort(inside[np.argsort(-priced.near[inside], kind="stable")[:most]])
        columns = self.columns.chosen(inside)
        while True:
            linear, sets, duty = self.rules.linear(columns)
            weights = np.zeros(linear.n_variables)
            weights[sets] = part(columns, self.name) / self.step
            solved = linear.best(weights, self.left() / (2 if most < MANY else 1))
            bound = known.bound if not is_all else _lower(known, solved.bound, self.step)
            if solved.values is None:
                ended = solved.is_impossible and is_all
                return Best(
                    known.answer, known.value, known.value if ended else bound, ended and known.value < 0
                )
            taken = np.flatnonzero(solved.values[sets] > 0.5)
            answer = facilitated(self.rules.arrays, columns.chosen(taken), solved.values[duty])
            if isinstance(answer, tuple):
                self.rules.crowds.append(answer)
                continue
            value = int(part(columns, self.name)[taken].sum())
            if value <= known.value:
                return Best(known.answer, known.value, max(bound, known.value))
            return Best(answer, value, max(bound, value))


def _lower(known: Best, bound: float, step: int) -> int:
    return known.bound if bound == inf else min(known.bound, int(np.floor(bound + NEARLY)) * step)


def _strongest(near: Floats, new: Array) -> Array:
    if len(new) <= AT_A_TIME:
        return new
    return new[np.argpartition(-near[new], AT_A_TIME)[:AT_A_TIME]]
