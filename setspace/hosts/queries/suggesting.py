"""A suggestion for the board: everybody but those who are pinned, or have seen their set, placed anew."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from uuid import UUID

from setspace.core.forming.model import Answer, Instance, Pair, pair
from setspace.core.forming.scoring import broken_rules, objective
from setspace.hosts.models import Suggestion
from setspace.hosts.queries.clashing import clash_on
from setspace.hosts.queries.instance import Forming
from setspace.hosts.queries.moves import Move
from setspace.hosts.queries.refused import refused_in
from setspace.hosts.solver import solved_and_told

SECONDS = 3.0
FEWEST = 2
STAYS_FIRST = 100_000  # who is pinned is placed before anybody else
NOBODY = "At least two people have to be accepted, or on the waiting list, before a set can be formed."
UNLIKE = "Found so that few people are together who are together in the suggestions before it."

Places = Mapping[str, str]
"""The set of each application that has one, by their ids."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where everybody could be, and how good that is; or why no set can be formed."""

    places: Places
    told: str
    is_better: bool  # than the board is now
    clash: tuple[str, ...] = ()


def suggested(forming: Forming, seconds: float = SECONDS, unlike: Iterable[Places] = ()) -> Found:
    """The best that is found in so many seconds; ``unlike`` are earlier ones that it is to differ from."""
    begun = {str(one.pk) for one in forming.sets if one.learning_set_id}
    together = frozenset(two for places in unlike for two in _together(places))
    instance = replace(_instance(forming, begun), repeats=together)
    if len(instance.applicants) < FEWEST:
        return Found({}, "", False, (NOBODY,))
    best = solved_and_told(instance, seconds)
    if not best.answer.sets:
        return Found({}, "", False, clash_on(forming, instance))
    wanted = {who: one.slot for one in best.answer.sets for who in one.members}
    is_better = bool(together) or _worth(instance, best.answer) > _worth(instance, _now(forming, instance))
    return Found(_kept(forming, instance, wanted), UNLIKE if together else best.told, is_better)


def moves_to(forming: Forming, places: Places) -> list[Move]:
    """What takes the board to these places. Whoever is pinned, or has seen their set by now, stays."""
    begun = {str(one.pk) for one in forming.sets if one.learning_set_id}
    here = {str(one.pk) for one in forming.sets} - begun
    moves = []
    for who in forming.people:
        place, to = forming.places.get(who), places.get(who)
        if _stays(forming, who) or (place and str(place.programme_set_id) in begun):
            continue
        if to is None or to in here:
            was = place.programme_set_id if place else None
            moves.append(Move(UUID(who), was, False, UUID(to) if to else None, False))
    return [one for one in moves if one.was != one.to]


def read_places(suggestion: Suggestion) -> dict[str, str]:
    found: dict[str, str] = json.loads(suggestion.places)
    return found


def _kept(forming: Forming, instance: Instance, wanted: Places) -> dict[str, str]:
    """Who is to stay stays, and no set gets more people for it than it takes."""
    kept = {
        who: str(forming.places[who].programme_set_id) for who in instance.applicants if _stays(forming, who)
    }
    taken = Counter(kept.values())
    for who in instance.applicants:
        to = wanted.get(who) if who not in kept else None
        if to and taken[to] < forming.programme.most_people:
            taken[to] += 1
            kept[who] = to
    return kept


def _now(forming: Forming, instance: Instance) -> Answer:
    """The board as it is, of those who take part."""
    found = [replace(one, members=_of(instance, one.members)) for one in map(forming.formed, forming.sets)]
    placed = {who for one in found for who in one.members}
    return Answer(
        tuple(one for one in found if one.members),
        tuple(who for who in instance.applicants if who not in placed),
    )


def _of(instance: Instance, members: Iterable[str]) -> tuple[str, ...]:
    return tuple(who for who in members if who in instance.applicants)


def _worth(instance: Instance, answer: Answer) -> tuple[object, ...]:
    return (not broken_rules(instance, answer), objective(instance, answer))


def _together(places: Places) -> Iterable[Pair]:
    sets: dict[str, list[str]] = {}
    for who, where in places.items():
        sets.setdefault(where, []).append(who)
    return (pair(*two) for members in sets.values() for two in combinations(members, 2))


def _instance(forming: Forming, begun: set[str]) -> Instance:
    """Without those whose set has begun. Who is to stay can do that one set alone, nobody one refused."""
    full, size = forming.instance, forming.instance.programme.size
    refused = refused_in(forming.programme)
    people = {}
    for who, one in full.applicants.items():
        place = forming.places.get(who)
        if place and str(place.programme_set_id) in begun:
            continue
        no = refused.get(who, set())
        people[who] = replace(one, slots={slot: wish for slot, wish in one.slots.items() if slot not in no})
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
