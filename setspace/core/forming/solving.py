"""Forming sets: an answer at once, better ones as time goes by, and the proof that nothing is better where it
can be had.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from setspace.core.forming.arrays import Array, Arrays, arrays_of
from setspace.core.forming.ceiling import ceiling
from setspace.core.forming.columns import Columns, columns_of, is_countable
from setspace.core.forming.covering import Rules
from setspace.core.forming.exact import Best, Search
from setspace.core.forming.model import Answer, Instance, Objective
from setspace.core.forming.naming import n_old, named
from setspace.core.forming.places import places_of
from setspace.core.forming.rough import rough_places
from setspace.core.forming.scoring import broken_rules, objective
from setspace.core.forming.searching import Task, searched

MOST_PLANNED = 3000
"""People up to whom places are planned by a linear programme."""

MOST_BOUNDED = 64
"""People up to whom all sets that could meet are listed, for a proof or at least a bound."""

FEW_SETS = 4_000_000
"""Sets up to which, by a first estimate, listing them comes before anything else."""

FEW_MOVES, MOST_MOVES = 5, 15
NOTHING = -(10**15)


@dataclass(frozen=True)
class Formed:
    """The best answer so far; `bound` is what none can exceed, as far as it is known."""

    answer: Answer
    objective: Objective
    bound: Objective
    is_usable: bool

    @property
    def is_proven(self) -> bool:
        return self.is_usable and self.objective == self.bound


@dataclass
class _Progress:
    instance: Instance
    told: Callable[[Formed], None]
    bound: Objective
    best: Formed | None = None

    def offer(self, answer: Answer) -> None:
        now = Formed(
            answer, objective(self.instance, answer), self.bound, not broken_rules(self.instance, answer)
        )
        if self.best is None or (now.is_usable, now.objective) > (self.best.is_usable, self.best.objective):
            self.best = now
            self.told(now)

    def bounded(self, **parts: int) -> None:
        self.bound = replace(self.bound, **parts)
        if self.best:
            self.best = replace(self.best, bound=self.bound)
            self.told(self.best)


def formed(
    instance: Instance, seed: int, seconds: float, clock: Callable[[], float], told: Callable[[Formed], None]
) -> Formed:
    """The best sets found within `seconds` by `clock`; `told` hears of each better answer or bound.

    The same instance and seed give the same answer, unless time runs out first.
    """
    ends = clock() + seconds
    nobody = Answer((), tuple(instance.applicants))
    priorities = sum(one.priority for one in instance.applicants.values())
    progress = _Progress(instance, told, Objective(len(instance.applicants), priorities, 0, 10**12))
    progress.offer(nobody)
    arrays = arrays_of(instance)

    def left() -> float:
        return ends - clock()

    if len(arrays.ids) > MOST_PLANNED:
        places = rough_places(arrays)
    else:
        places = places_of(arrays, left())
    progress.bounded(placed=places.placed, priority=places.priority)
    may_prove = len(arrays.ids) <= MOST_BOUNDED and is_countable(arrays)
    is_usual = may_prove and is_countable(arrays, FEW_SETS)
    random = np.random.default_rng(seed)
    searched(Task(arrays, places, random, seconds, left, is_usual, may_prove, progress.offer))
    most_quality = ceiling(instance)
    if most_quality is not None and progress.bound.placed == len(arrays.ids):
        progress.bounded(quality=most_quality)
    columns = columns_of(arrays) if may_prove and left() > 0.2 else None
    if columns is not None:
        _prove(arrays, columns, left, progress)
    assert progress.best
    return progress.best


def _prove(arrays: Arrays, columns: Columns, left: Callable[[], float], progress: _Progress) -> None:
    """Part by part of the objective; each is settled before the next is looked at."""
    rules = Rules(arrays)
    columns = _settled_places(arrays, rules, columns, left, progress)
    best = progress.best
    assert best
    known = best.objective.quality if _reaches(best, rules) else NOTHING
    start = _columns_in(arrays, columns, best.answer) if known != NOTHING else np.zeros(0, dtype=int)
    found = Search(rules, columns, "quality", left).best(start, known)
    if found.answer:
        progress.offer(found.answer)
    if _is_settled(progress):
        progress.bounded(quality=found.bound)


def _reaches(best: Formed, rules: Rules) -> bool:
    held = {"placed": best.objective.placed, "priority": best.objective.priority}
    return best.is_usable and all(held.get(name, -1) >= floor for name, floor in rules.floors.items())


def _is_settled(progress: _Progress) -> bool:
    best = progress.best
    if best is None or not best.is_usable:
        return False
    now, bound = best.objective, progress.bound
    return (now.placed, now.priority, now.kept) == (bound.placed, bound.priority, bound.kept)


def _settled_places(
    arrays: Arrays, rules: Rules, columns: Columns, left: Callable[[], float], progress: _Progress
) -> Columns:
    """Floors for people, priority and moves; answers the columns that can still be used."""
    best = progress.best
    assert best
    bound = progress.bound
    if (
        not arrays.names
        and best.objective.placed == bound.placed
        and best.objective.priority == bound.priority
    ):
        rules.floors.update(placed=bound.placed, priority=bound.priority)
        return columns
    if arrays.instance.previous:
        return _fewest_moves(arrays, rules, columns, left, progress)
    columns = named(arrays, columns, 0)
    _most_placed(rules, columns, left, progress)
    return columns


def _most_placed(rules: Rules, columns: Columns, left: Callable[[], float], progress: _Progress) -> None:
    for name in ("placed", "priority"):
        found = _most(rules, columns, name, left, progress)
        rules.floors[name] = found.value
        progress.bounded(**{name: found.bound})


def _most(rules: Rules, columns: Columns, name: str, left: Callable[[], float], progress: _Progress) -> Best:
    found = Search(rules, columns, name, left).best(np.zeros(0, dtype=int), -1)
    if found.answer:
        progress.offer(found.answer)
    return found


def _fewest_moves(
    arrays: Arrays, rules: Rules, columns: Columns, left: Callable[[], float], progress: _Progress
) -> Columns:
    """The fewest moves for the most people; if numbers alone promise too many, these are settled first."""
    rules.floors.update(placed=progress.bound.placed, priority=progress.bound.priority)
    near = _moving(arrays, rules, columns, range(FEW_MOVES), left, progress)
    if near is not None:
        return near
    rules.floors.clear()
    total = n_old(arrays)
    every = named(arrays, columns, 2 * total)
    _most_placed(rules, every, left, progress)
    near = _moving(arrays, rules, columns, range(MOST_MOVES), left, progress)
    return every if near is None else near


def _moving(
    arrays: Arrays,
    rules: Rules,
    columns: Columns,
    allowed: range,
    left: Callable[[], float],
    progress: _Progress,
) -> Columns | None:
    """More and more moves are allowed, until an answer needs no more than are: its columns, and a floor."""
    total = n_old(arrays)
    for moves in allowed:
        near = named(arrays, columns, moves)
        found = Search(rules, near, "kept", left).best(np.zeros(0, dtype=int), NOTHING)
        if found.answer and total - found.value <= moves:
            progress.offer(found.answer)
            progress.bounded(kept=found.value - total)
            rules.floors["kept"] = found.value
            return near
        if left() < 0.2:
            break
    return None


def _columns_in(arrays: Arrays, columns: Columns, answer: Answer) -> Array:
    """The numbers of the columns of an answer's sets."""
    index = {who: number for number, who in enumerate(arrays.ids)}
    found = []
    for one in answer.sets:
        row = np.full(columns.who.shape[1], -1)
        row[: len(one.members)] = sorted(index[who] for who in one.members)
        same = (columns.who == row).all(axis=1) & (columns.slot == arrays.slots.index(one.slot))
        found += np.flatnonzero(same)[:1].tolist()
    return np.array(found, dtype=int)
