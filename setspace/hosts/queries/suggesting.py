"""A suggestion for the board: everybody but those who are pinned, or have seen their set, placed anew."""

from collections import Counter
from dataclasses import replace
from uuid import UUID

from setspace.core.forming.model import Instance
from setspace.hosts.queries.instance import Forming
from setspace.hosts.queries.moves import Move
from setspace.hosts.solver import solved

SECONDS = 3.0
FEWEST = 2
STAYS_FIRST = 100_000  # who is pinned is placed before anybody else


def suggested_moves(forming: Forming, seconds: float = SECONDS) -> list[Move] | None:
    """What would change; None where no set can be formed."""
    begun = {str(one.pk) for one in forming.sets if one.learning_set_id}
    instance = _instance(forming, begun)
    if len(instance.applicants) < FEWEST:
        return None
    answer = solved(instance, seconds)
    if not answer.sets:
        return None
    wanted = {who: one.slot for one in answer.sets for who in one.members}
    stay = {
        who: str(forming.places[who].programme_set_id) for who in instance.applicants if _stays(forming, who)
    }
    taken = Counter(stay.values())
    moves = []
    for who in instance.applicants.keys() - stay.keys():
        to = wanted.get(who)
        if to and taken[to] >= forming.programme.most_people:
            to = None
        taken[to or ""] += 1
        moves.append(_move(forming, who, to))
    return [one for one in moves if one.was != one.to]


def _instance(forming: Forming, begun: set[str]) -> Instance:
    """Without those whose set has begun; who is to stay can do that one set alone."""
    full, size = forming.instance, forming.instance.programme.size
    people = {}
    for who, one in full.applicants.items():
        place = forming.places.get(who)
        if place and str(place.programme_set_id) in begun:
            continue
        people[who] = one
        if place and _stays(forming, who):
            slots = {str(place.programme_set_id): 0}
            people[who] = replace(one, slots=slots, priority=one.priority + STAYS_FIRST)
    least = max(FEWEST, size.least)
    size = replace(size, least=least, most=max(least, size.most), target=max(least, size.target))
    apart = frozenset(two for two in full.not_with if set(two) <= people.keys())
    return replace(full, programme=replace(full.programme, size=size), applicants=people, not_with=apart)


def _stays(forming: Forming, who: str) -> bool:
    place = forming.places.get(who)
    return place is not None and bool(place.pinned_at or place.shown_at)


def _move(forming: Forming, who: str, to: str | None) -> Move:
    place = forming.places.get(who)
    return Move(UUID(who), place.programme_set_id if place else None, False, UUID(to) if to else None, False)
