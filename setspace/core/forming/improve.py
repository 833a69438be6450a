"""A first answer, and better ones: one person out of each of many sets, then all back at their best.

Putting back is an assignment problem, solved exactly: one step weighs all exchanges of hundreds of people.
A little chance in the weights, less and less of it, leads out of dead ends. Chance comes from the seed alone.
"""

from collections.abc import Callable

import numpy as np

from setspace.core.forming.answers import answer_of
from setspace.core.forming.arrays import Array, Arrays
from setspace.core.forming.model import Answer
from setspace.core.forming.places import Places
from setspace.core.forming.seats import Seats
from setspace.core.forming.worth import worth

NEIGHBOURHOOD = 260
MOST_WAITING = 400
WARMEST = 8000.0
CROWDED = 100_000.0
TOLD_EVERY = 200

Random = np.random.Generator


def dealt(arrays: Arrays, places: Places) -> Seats:
    """Seats filled one to a set at a time, each time as well as can be, cell by cell as planned."""
    seats = _empty(arrays, places)
    cell_of = np.repeat(np.arange(len(places.cells)), places.n_sets)
    for cell in range(len(places.cells)):
        sets = np.flatnonzero(cell_of == cell)
        people = np.flatnonzero(places.of == cell)
        for _ in range(arrays.instance.programme.size.most):
            people = np.setdiff1d(people, seats.who[sets])
            if len(people) and len(sets):
                seats.refill(people, sets, _crowd(arrays, people, len(sets)))
    return seats


def _empty(arrays: Arrays, places: Places) -> Seats:
    cell_of = np.repeat(np.arange(len(places.cells)), places.n_sets)
    helpers = [
        np.flatnonzero(places.helpers[:, cell])[: places.n_sets[cell]] for cell in range(len(places.cells))
    ]
    size = arrays.instance.programme.size
    return Seats(
        arrays,
        who=np.full((len(cell_of), size.most), -1),
        slot=np.array([places.cells[cell][0] for cell in cell_of], dtype=int),
        tongue=np.array([places.cells[cell][1] for cell in cell_of], dtype=int),
        helper=np.concatenate([*helpers, np.zeros(0, dtype=int)]).astype(int),
        least=np.full(len(cell_of), size.least),
        name=np.full(len(cell_of), -1),
    )


def _crowd(arrays: Arrays, people: Array, n_sets: int) -> Array:
    """People of large organisations first, while there are sets without one of theirs."""
    _, which, numbers = np.unique(arrays.org[people], return_inverse=True, return_counts=True)
    found: Array = np.tile((numbers[which] * CROWDED)[:, None], (1, n_sets))
    return found


def improved(
    seats: Seats, random: Random, share: Callable[[], float], told: Callable[[Seats], None]
) -> Seats:
    """The best seats found until `share` of the time reaches 1; `told` hears of each better one and its
    worth.
    """
    best, best_worth = seats.copy(), worth(seats)
    now_worth, tries = best_worth, 0
    while (used := share()) < 1.0 and len(seats.who):
        tries += 1
        sets = _neighbourhood(seats, random)
        before = seats.who[sets].copy()
        old = worth(seats, sets)
        _step(seats, sets, random, WARMEST * (1 - used) ** 2)
        change = worth(seats, sets) - old
        if change < -1e9:
            seats.who[sets] = before
            continue
        now_worth += change
        if now_worth > best_worth:
            best, best_worth = seats.copy(), now_worth
        if tries % TOLD_EVERY == 0:
            told(best)
    return best


def _neighbourhood(seats: Seats, random: Random) -> Array:
    number = len(seats.who)
    if number <= NEIGHBOURHOOD:
        return np.arange(number)
    return random.choice(number, NEIGHBOURHOOD, replace=False)


def _step(seats: Seats, sets: Array, random: Random, warmth: float) -> None:
    out = seats.vacate(sets, random.integers(0, seats.who.shape[1], len(sets)))
    waiting = seats.waiting()
    waiting = np.setdiff1d(waiting, out)
    if len(waiting) > MOST_WAITING:
        waiting = random.choice(waiting, MOST_WAITING, replace=False)
    people = np.concatenate([out, waiting])
    if len(people):
        seats.refill(people, sets, random.standard_normal((len(people), len(sets))) * warmth)


def answer_from(seats: Seats) -> Answer:
    """The answer as people sit; sets that are too small are left out, and their people wait."""
    arrays = seats.arrays
    rows = []
    for at, row in enumerate(seats.who):
        who = [arrays.ids[one] for one in row if one >= 0]
        if len(who) >= max(int(seats.least[at]), 1):
            name = arrays.names[seats.name[at]] if seats.name[at] >= 0 else ""
            slot, tongue = arrays.slots[seats.slot[at]], arrays.languages[seats.tongue[at]]
            rows.append((name, slot, arrays.helpers[seats.helper[at]], tongue, who))
    return answer_of(arrays.instance, rows)
