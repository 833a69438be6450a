"""A first answer, and better ones: one person out of each of many sets, then all back at their best.

Putting back is an assignment problem, solved exactly: one step weighs all exchanges of hundreds of people.
A little chance in the weights, less and less of it, leads out of dead ends. Chance comes from the seed alone.
"""

from collections.abc import Callable

import numpy as np

from setspace.core.forming.answers import answer_of
from setspace.core.forming.arrays import Array, Arrays
from setspace.core.forming.model import Answer, Instance
from setspace.core.forming.places import Places
from setspace.core.forming.scoring import least_of
from setspace.core.forming.seats import Seats
from setspace.core.forming.standing import standing
from setspace.core.forming.worth import worth

NEIGHBOURHOOD = 260
MOST_WAITING = 400
WARMEST = 8000.0
CROWDED = 100_000.0
TOLD = 8
OFTEN = 1200
LOST_A_PLACE = 1e9

Random = np.random.Generator


def dealt(arrays: Arrays, places: Places) -> Seats:
    """Seats filled one to a set at a time, each time as well as can be, cell by cell as planned."""
    seats = _empty(arrays, places)
    for cell, (slot, tongue) in enumerate(places.cells):
        sets = np.flatnonzero((seats.slot == slot) & (seats.tongue == tongue))
        people = np.flatnonzero((places.of == cell) & ~seats.held[:-1])
        for _ in range(arrays.instance.programme.size.most):
            people = np.setdiff1d(people, seats.who[sets])
            if len(people) and len(sets):
                seats.refill(people, sets, _crowd(arrays, people, len(sets)))
    return seats


def _empty(arrays: Arrays, places: Places) -> Seats:
    """The sets that stand already, with their people, and those that are planned beside them."""
    size, there = arrays.instance.programme.size, standing(arrays.instance)
    index = {who: at for at, who in enumerate(arrays.ids)}
    sets = [(one.slot, one.language, one.facilitator, one.id) for one in there]
    for cell, (slot, tongue) in enumerate(places.cells):
        at = (arrays.slots[slot], arrays.languages[tongue])
        wanted = int(places.n_sets[cell]) - sum(one[:2] == at for one in sets)
        for helper in [arrays.helpers[one] for one in np.flatnonzero(places.helpers[:, cell])]:
            if wanted > 0 and (not there or _is_free(arrays.instance, sets, at[0], helper)):
                sets.append((*at, helper, ""))
                wanted -= 1
    who, held = np.full((len(sets), size.most), -1), np.zeros(len(arrays.ids) + 1, dtype=bool)
    for row, one in zip(who, there, strict=False):
        row[: len(one.members)] = [index[name] for name in one.members]
    held[who] = held[-1] = True
    return Seats(
        arrays,
        who=who,
        slot=np.array([arrays.slots.index(one[0]) for one in sets], dtype=int),
        tongue=np.array([arrays.languages.index(one[1]) for one in sets], dtype=int),
        helper=np.array([arrays.helpers.index(one[2]) for one in sets], dtype=int),
        least=np.array([least_of(arrays.instance, one[3]) for one in sets], dtype=int),
        name=np.array([arrays.names.index(one[3]) if one[3] else -1 for one in sets], dtype=int),
        held=held,
    )


def _is_free(instance: Instance, sets: list[tuple[str, str, str, str]], slot: str, helper: str) -> bool:
    """Whether one more set of this facilitator at this slot keeps to rooms, duties and the number of sets."""
    most, duties = instance.programme.max_sets, [one[0] for one in sets if one[2] == helper]
    room = sum(one[0] == slot for one in sets) < instance.programme.slots[slot].capacity
    free = slot not in duties and len(duties) < instance.facilitators[helper].max_sets
    return room and free and (most is None or len(sets) < most)


def _crowd(arrays: Arrays, people: Array, n_sets: int) -> Array:
    """People of large organisations first, while there are sets without one of theirs."""
    _, which, numbers = np.unique(arrays.org[people], return_inverse=True, return_counts=True)
    found: Array = np.tile((numbers[which] * CROWDED)[:, None], (1, n_sets))
    return found


def improved(
    seats: Seats, random: Random, steps: int, share: Callable[[], float], told: Callable[[Seats], None]
) -> Seats:
    """The best seats found in so many steps, or until `share` of the time is 1; `told` hears now and then."""
    best, best_worth = seats.copy(), worth(seats)
    now_worth, warmest = best_worth, _warmest(seats, steps)
    for step in range(steps if len(seats.who) else 0):
        used = max(step / steps, share())
        if used >= 1.0:
            break
        sets = _neighbourhood(seats, random)
        before = seats.who[sets].copy()
        old = worth(seats, sets)
        _step(seats, sets, random, warmest * (1 - used) ** 2)
        change = worth(seats, sets) - old
        if change < -LOST_A_PLACE:
            seats.who[sets] = before
            continue
        now_worth += change
        if now_worth > best_worth:
            best, best_worth = seats.copy(), now_worth
        if step % (1 + steps // TOLD) == TOLD:
            told(best)
    return best


def _warmest(seats: Seats, steps: int) -> float:
    """Less chance where each set is looked at less often, and where one person weighs less."""
    each = steps * min(len(seats.who), NEIGHBOURHOOD) / max(len(seats.who), 1)
    by_size = 16.0 / seats.who.shape[1] ** 2
    return float(WARMEST * min(1.0, each / OFTEN) * by_size)


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
