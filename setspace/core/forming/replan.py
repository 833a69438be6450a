"""How many sets meet at each slot: other plans than the first, each tried for a moment, the best for longer.

With sets of five or six the plan decides more than any exchange of people within it.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from setspace.core.forming.arrays import Arrays
from setspace.core.forming.exchange import WARM, Warmth, exchanged
from setspace.core.forming.improve import Random, dealt, improved
from setspace.core.forming.places import Places, places_of
from setspace.core.forming.seats import Seats
from setspace.core.forming.worth import worth


@dataclass(frozen=True)
class Effort:
    """Exchanges for a plan that is tried, and for the best at last; and how warm these begin and end."""

    tried: int
    long: int
    warmth: Warmth


AMONG_SOME, AMONG_MANY = Effort(2500, 12000, WARM), Effort(1500, 9000, (2500.0, 400.0))
MANY = 64  # people, and more

DEALT = 120
PLANNED_IN = 5.0

Plan = tuple[int, ...]
"""Sets at each slot, in the order of the slots."""


def replanned(
    arrays: Arrays,
    places: Places,
    random: Random,
    share: Callable[[], float],
    told: Callable[[Seats], None],
) -> None:
    """Climb from plan to plan by one set that moves, until half of the time; then improve the best ones."""
    effort = AMONG_SOME if len(arrays.ids) <= MANY else AMONG_MANY
    known: dict[Plan, Seats] = {}
    first = _plan(places, len(arrays.slots))

    def is_half_over() -> bool:
        return share() >= 0.5

    waiting = [first]
    tried: set[Plan] = set()
    while waiting and not is_half_over():
        plan = waiting.pop(0)
        tried.add(plan)
        seats = _tried(arrays, plan, random, effort, is_half_over)
        if seats is None:
            continue
        is_best = not known or worth(seats) > max(map(worth, known.values()))
        known[plan] = seats
        if is_best:
            told(seats)
            waiting = [one for one in _near(arrays, plan) if one not in tried]
    for seats in sorted(known.values(), key=worth, reverse=True)[:3]:
        told(exchanged(seats, random, effort.long, lambda: share() >= 1.0, effort.warmth))


def _plan(places: Places, n_slots: int) -> Plan:
    counts: Counter[int] = Counter()
    for (slot, _), number in zip(places.cells, places.n_sets, strict=True):
        counts[slot] += int(number)
    return tuple(counts[slot] for slot in range(n_slots))


def _near(arrays: Arrays, plan: Plan) -> Iterator[Plan]:
    """The same number of sets, with one of them at another slot that has room and a facilitator."""
    most = [arrays.instance.programme.slots[slot].capacity for slot in arrays.slots]
    most = [min(room, int(free)) for room, free in zip(most, arrays.duty.sum(axis=0), strict=True)]
    for away, number in enumerate(plan):
        for to, there in enumerate(plan):
            if away != to and number and there < most[to]:
                yield tuple(one - (at == away) + (at == to) for at, one in enumerate(plan))


def _tried(
    arrays: Arrays, plan: Plan, random: Random, effort: Effort, is_over: Callable[[], bool]
) -> Seats | None:
    """Everybody seated by this plan, after a moment; None where not everybody can be."""
    programme = arrays.instance.programme
    slots = {
        name: replace(slot, capacity=number)
        for (name, slot), number in zip(programme.slots.items(), plan, strict=True)
    }
    narrowed = replace(arrays, instance=replace(arrays.instance, programme=replace(programme, slots=slots)))
    places = places_of(narrowed, PLANNED_IN)
    if places.placed < len(arrays.ids):
        return None
    share = (lambda: 1.0) if is_over() else (lambda: 0.0)
    seats = improved(dealt(narrowed, places), random, DEALT, share, lambda _: None)
    if len(seats.waiting()):
        return None
    return exchanged(seats, random, effort.tried, is_over, effort.warmth)
