"""No hard rule is ever broken; what is proven is the best there is; few move after a change."""

from collections.abc import Callable
from itertools import chain, combinations, product
from random import Random
from typing import Any

import numpy as np
import pytest

from setspace.core.forming.arrays import arrays_of
from setspace.core.forming.improve import answer_from
from setspace.core.forming.model import Answer, FormedSet, Instance, Objective
from setspace.core.forming.places import places_of
from setspace.core.forming.plain import plain
from setspace.core.forming.reading import instance_of
from setspace.core.forming.replan import replanned
from setspace.core.forming.scoring import broken_rules, objective
from setspace.core.forming.seats import Seats
from setspace.core.forming.solving import Formed, formed
from tests.core.forming.people import (
    Data,
    by_chance,
    faults,
    helper,
    instance,
    person,
    programme,
    twenty_four,
)


def ticking() -> Callable[[], float]:
    """A clock that stands still: whatever is looked for is found."""
    return lambda: 0.0


def solved(data: Data, seed: int = 0) -> Formed:
    return formed(instance_of(data), seed, 60.0, ticking(), lambda _better: None)


@pytest.mark.parametrize("seed", range(3))
def test_no_rule_is_broken_whatever_the_people(seed: int) -> None:
    data = by_chance(seed)
    found = solved(data)
    assert faults(data, plain(found.answer)) == []
    assert found.is_proven


def test_our_own_check_sees_each_broken_rule() -> None:
    data = by_chance(1)
    good = plain(solved(data).answer)
    assert good["sets"]
    for field, wrong in (
        ("slot", "thu"),
        ("slot", "tue"),
        ("facilitator", "f3"),
        ("language", "cy"),
        ("language", "en"),
    ):
        bad = {**good, "sets": [{**one, field: wrong} for one in good["sets"]]}
        one = Answer(
            tuple(FormedSet(**{**each, "members": tuple(each["members"])}) for each in bad["sets"]), ()
        )
        said = broken_rules(instance_of(data), Answer(one.sets, tuple(good["waiting"])))
        assert bool(said) == bool(faults(data, bad))


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_the_proven_best_is_the_best_of_all_possible(seed: int) -> None:
    data = by_chance(seed, 7)
    data["facilitators"] = data["facilitators"][:1]
    assert solved(data).objective == best_by_trying(instance_of(data))


def test_the_order_of_rows_changes_nothing() -> None:
    data = by_chance(3)
    first = solved(data).answer
    shuffled = dict(data)
    for name in ("applicants", "facilitators", "not_with", "with", "repeats"):
        shuffled[name] = Random(5).sample(data[name], len(data[name]))
    assert solved(shuffled).answer == first


def test_pins_hold() -> None:
    data = by_chance(4)
    placed = [(who, one.slot) for one in solved(data).answer.sets for who in one.members]
    data["pins"] = [{"applicant": placed[0][0], "set": "Blue"}, {"applicant": placed[-1][0], "set": "Red"}]
    found = solved(data)
    assert found.is_proven
    assert faults(data, plain(found.answer)) == []


def test_who_comes_first_gets_the_place() -> None:
    data = instance([person(at) for at in range(6)], programme=programme(max_sets=1))
    assert solved(data).answer.waiting == ("p04", "p05")


@pytest.mark.parametrize("seed", [3, 6])
def test_one_person_leaves_and_nobody_else_moves(seed: int) -> None:
    data = by_chance(seed)
    before = solved(data).answer
    assert before.sets
    gone = {before.sets[0].members[0], *before.waiting}
    data["programme"]["size"]["min_continuing"] = 2
    data["previous"] = {"sets": plain(before)["sets"]}
    data["applicants"] = [one for one in data["applicants"] if one["id"] not in gone]
    data["not_with"] = data["with"] = data["repeats"] = []
    found = solved(data)
    assert found.is_proven
    assert found.objective.kept == 0
    assert found.answer.waiting == ()
    assert faults(data, plain(found.answer)) == []


def test_a_set_that_goes_on_may_be_smaller_than_one_that_begins() -> None:
    sets = [
        {"id": "S1", "slot": "tue", "facilitator": "f1", "language": "en", "members": ["p00", "p01", "p02"]}
    ]
    small = programme(size={"min": 3, "max": 4, "target": 4, "min_continuing": 2})
    data = instance([person(0), person(1)], programme=small, previous={"sets": sets})
    found = solved(data)
    assert found.answer.sets[0].members == ("p00", "p01")
    data["previous"] = None
    assert solved(data).answer.sets == ()


def test_a_larger_programme_is_formed_without_a_proof() -> None:
    people = [person(at, org=f"org{at % 50}") for at in range(140)]
    wide = programme(max_sets=35)
    for slot in wide["slots"]:
        slot["capacity"] = 20
    data = instance(people, programme=wide, facilitators=[helper(at) for at in range(20)])
    times = iter(range(10**6))
    found = formed(instance_of(data), 0, 15.0, lambda: next(times) / 4, lambda _better: None)
    assert faults(data, plain(found.answer)) == []
    assert found.objective.placed == 140


def best_by_trying(given: Instance) -> Objective:
    """The best of one or two sets, by trying everything."""
    helped = next(iter(given.facilitators))
    ids = sorted(given.applicants)
    members = list(chain.from_iterable(combinations(ids, size) for size in (3, 4)))
    single = [
        FormedSet(name, slot, helped, language, who)
        for name, (slot, language, who) in zip(
            map(str, range(10**6)), product(given.programme.slots, ("cy", "en"), members), strict=False
        )
    ]
    good = [one for one in single if not broken_rules(given, answer(given, one))]
    pairs = [answer(given, *two) for two in combinations(good, 2) if two[0].slot != two[1].slot]
    fits = [each for each in pairs if not broken_rules(given, each)]
    return max(
        objective(given, each) for each in [answer(given), *(answer(given, one) for one in good), *fits]
    )


def answer(given: Instance, *sets: FormedSet) -> Answer:
    placed = {who for one in sets for who in one.members}
    return Answer(sets, tuple(who for who in given.applicants if who not in placed))


def test_the_best_by_trying_can_tell_better_from_worse() -> None:
    data: dict[str, Any] = instance([person(at) for at in range(5)], facilitators=[helper(1)])
    assert best_by_trying(instance_of(data)).placed == 4


def test_other_plans_of_slots_are_tried_and_the_best_is_as_good_as_the_proof() -> None:
    data = twenty_four(3)
    given = instance_of(data)
    arrays = arrays_of(given)
    found: list[int] = []
    looks = iter(range(10**6))

    def told(seats: Seats) -> None:
        answer = answer_from(seats)
        assert faults(data, plain(answer)) == []
        found.append(objective(given, answer).quality)

    places = places_of(arrays, 5.0)
    replanned(arrays, places, np.random.default_rng(0), lambda: next(looks) / 400, told)
    best = formed(given, 0, 60.0, lambda: 0.0, lambda _better: None)
    assert best.is_proven
    assert best.objective.quality * 0.98 <= max(found) <= best.objective.quality
