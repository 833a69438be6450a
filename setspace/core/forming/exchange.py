"""Exchanges of two people, all weighed at once.

One is made at each step. Which, is left to chance: the more it brings, the likelier, and the longer this goes
on, the less to chance (annealing without rejections). Chance comes from the seed alone.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from setspace.core.forming.arrays import Array, Arrays
from setspace.core.forming.model import UNIT
from setspace.core.forming.seats import Seats
from setspace.core.forming.worth import worth

Random = np.random.Generator

BARRED = -1e9
"""More than all quality: what breaks a rule is never better."""

OFTEN = 32
"""Steps between two looks at the clock."""

LEAST_CHANCE = -60.0

MOST_EXCHANGED = 200
"""People up to whom all exchanges are weighed at once."""

Warmth = tuple[float, float]
"""Units of quality: how much worse an exchange may be, at first and at last, to be made now and then."""

WARM: Warmth = (6000.0, 400.0)
MILD: Warmth = (3000.0, 300.0)
"""The second is for more than a hundred people, among whom there is less time for each."""

STEP_MS = 0.6 / 120**2
"""Milliseconds planned for an exchange, for each pair of people: somewhat more than usual."""


@dataclass
class _Table:
    """What does not change: people by number, from 0, and their sets, of sizes that stay."""

    mixed: Array  # person, person: how different
    pairs: Array  # person, person: points, or barred
    at: Array  # person, set: points, or barred
    share: Array  # person, person: 1 where aims are shared
    has_aims: Array
    listed: Array  # person, value: 1 at each that should not be alone
    rate: Array  # of each set: what a point of difference is worth
    alone: float
    aim_alone: float


def may_exchange(seats: Seats) -> bool:
    """Whether there are few enough people, nobody is tied to a set, and colleagues never share one."""
    programme = seats.arrays.instance.programme
    return (
        not seats.arrays.names
        and len(seats.arrays.ids) <= MOST_EXCHANGED
        and programme.max_per_org == 1
        and len(seats.who) > 1
    )


def exchanged(
    seats: Seats, random: Random, steps: int, is_over: Callable[[], bool], warmth: Warmth = WARM
) -> Seats:
    """The best seats found in so many exchanges, or until it is over. Sizes and slots of the sets stay."""
    rows, columns = np.nonzero((seats.who >= 0) & ~seats.held[seats.who])
    if len(rows) < 2:
        return seats
    people, home, seat = seats.who[rows, columns], rows.copy(), np.arange(len(rows))
    table = _table(seats, people)
    one, other = np.triu_indices(len(rows), 1)
    gained, most, best = 0.0, 0.5, seat.copy()
    first, last = warmth
    for step in range(steps):
        if step % OFTEN == 0 and is_over():
            break
        gains = _gains(table, home)[one, other]
        gains[home[one] == home[other]] = BARRED
        now = first * (last / first) ** (step / steps)
        chances = np.cumsum(np.exp(np.clip(gains / now, LEAST_CHANCE, 0.0)))
        at = int(np.searchsorted(chances, random.random() * chances[-1]))
        if gains[at] <= BARRED / 2:
            continue
        two, swapped = [one[at], other[at]], [other[at], one[at]]
        home[two], seat[two] = home[swapped], seat[swapped]
        gained += float(gains[at])
        if gained > most:
            most, best = gained + 0.5, seat.copy()
    found = seats.copy()
    found.who[rows[best], columns[best]] = people
    return found if worth(found) > worth(seats) else seats


def _table(seats: Seats, people: Array) -> _Table:
    arrays, weights = seats.arrays, seats.arrays.instance.programme.weights
    mixed = (arrays.apart_by[people] @ arrays.kinds[people].T).astype(np.float64)
    np.fill_diagonal(mixed, 0.0)
    aims = arrays.aims[people]
    share = (aims @ aims.T > 0).astype(np.float64)
    np.fill_diagonal(share, 0.0)
    return _Table(
        mixed,
        _pairs(arrays, people),
        _at(seats, people),
        share,
        np.asarray(aims.any(axis=1)),
        arrays.listed[people].astype(np.float64),
        2.0 * UNIT / np.maximum((seats.who >= 0).sum(axis=1) - 1, 1),
        UNIT * float(weights["alone"]),
        UNIT * float(weights["aim_alone"]),
    )


def _pairs(arrays: Arrays, people: Array) -> Array:
    """Points of each two people for being in one set."""
    both = np.ix_(people, people)
    found: Array = UNIT * arrays.liking.square()[both].astype(np.float64)
    org = arrays.org[people]
    found[(arrays.kept_apart.square()[both] > 0) | (org[:, None] == org[None, :])] = BARRED
    np.fill_diagonal(found, 0.0)
    return found


def _at(seats: Seats, people: Array) -> Array:
    """Points of each person for being in each set, whoever else is there."""
    arrays = seats.arrays
    can = arrays.can[people][:, seats.slot]
    found: Array = np.where(can == 1, -UNIT * float(arrays.instance.programme.weights["slot2"]), 0.0)
    off = (can < 0) | ~arrays.speaks[people][:, seats.tongue] | arrays.conflict[people][:, seats.helper]
    found[off] = BARRED
    return found


def _gains(table: _Table, home: Array) -> Array:
    """What each exchange of two people brings."""
    n, n_sets = len(home), len(table.rate)
    into = np.zeros((n, n_sets))
    into[np.arange(n), home] = 1.0
    held = table.rate * (table.mixed @ into) + table.pairs @ into + table.at
    there = held[:, home]  # person p in the set of q
    own = np.diagonal(there)
    rates = table.rate[home]
    gains = there + there.T - own[:, None] - own[None, :]
    gains -= (rates[:, None] + rates[None, :]) * table.mixed + 2 * table.pairs
    if table.alone and table.listed.shape[1]:
        gains -= table.alone * _alone(table, home, into)
    if table.aim_alone:
        gains -= table.aim_alone * _lonely(table, home, into)
    return gains


def _alone(table: _Table, home: Array, into: Array) -> Array:
    """How many more listed values would be alone."""
    counts = into.T @ table.listed
    more = (counts == 0).astype(float) - (counts == 1)  # one more of it comes
    less = (counts == 2).astype(float) - (counts == 1)  # one of it goes
    has = table.listed
    mine_less, mine_more = less[home], more[home]  # in the set of each person
    gone = (has * mine_less) @ (1 - has).T  # p leaves its set, q has it not
    come = mine_more @ has.T  # q comes into the set of p
    come -= (has * mine_more) @ has.T
    change: Array = gone + come
    return np.asarray(change + change.T)


def _lonely(table: _Table, home: Array, into: Array) -> Array:
    """How many more people would share their aims with nobody."""
    shared = table.share @ into  # person, set
    mine = np.take_along_axis(shared, home[:, None], 1)[:, 0]
    same = home[:, None] == home[None, :]
    last = (table.has_aims & (mine == 1))[:, None] * table.share * same  # r would lose p, its only one
    lost = last.sum(axis=0)[:, None] - last.T @ table.share  # p goes, q comes: r finds nobody in q
    lonely = table.has_aims & (mine == 0)
    found = (same * lonely[None, :]) @ table.share  # set of p, q comes: those who find q
    found -= lonely[:, None] * table.share  # but p, who goes
    others = shared[:, home] - table.share  # q in the set of p, without p
    alone_there = (table.has_aims[:, None] & (others == 0)).T.astype(float)  # p, q: q is lonely in p's set
    change: Array = lost - found + alone_there - lonely[:, None]
    return np.asarray(change + change.T)
