"""What is said of each person is so: reasons hold, ways that are offered break nothing, none is missed."""

from dataclasses import replace
from itertools import product
from random import Random

import pytest

from setspace.core.forming.explaining import Plainly, explained, explanation
from setspace.core.forming.model import Answer, FormedSet, Instance
from setspace.core.forming.moving import broken_in
from setspace.core.forming.reading import instance_of
from setspace.core.forming.reasons import Why, costs, good, has_to
from setspace.core.forming.trying import Step, after, moves_of, room_for
from tests.core.forming.people import by_chance, instance, person, programme

SEEDS = range(40)
SETS = (("S1", "tue"), ("S2", "thu"), ("S3", "thu"))


def by_hand(seed: int) -> tuple[Instance, Answer]:
    """Sets in which no rule is broken, though they may be small, with somebody pinned; others wait."""
    random, given = Random(seed), instance_of(by_chance(seed))
    sets = [FormedSet(name, slot, f"f{at + 1}", "en", ()) for at, (name, slot) in enumerate(SETS[:2])]
    waiting = []
    for who in random.sample(sorted(given.applicants), len(given.applicants)):
        for at, one in enumerate(sets):
            more = replace(one, members=(*one.members, who))
            if len(one.members) < 4 and not broken_in(given, more):
                sets[at] = more
                break
        else:
            waiting.append(who)
    pins = {who: one.id for one in sets for who in one.members[:1]}
    return replace(given, pins=pins), Answer(tuple(sets), tuple(waiting))


def placed(answer: Answer) -> set[str]:
    return {who for one in answer.sets for who in one.members}


@pytest.mark.parametrize("seed", SEEDS)
def test_each_way_that_is_offered_breaks_no_rule_moves_no_pin_and_takes_no_place_away(seed: int) -> None:
    given, answer = by_hand(seed)
    for who in given.applicants:
        found = moves_of(given, answer, who) if who in placed(answer) else room_for(given, answer, who)
        for way in found:
            then = after(answer, way.steps)
            assert not any(broken_in(given, one) for one in then.sets)
            assert placed(then) == placed(answer) | ({who} if way.steps else set())
            assert not {one.who for one in way.steps} & given.pins.keys()
            assert not way.steps or who in next(one for one in then.sets if one.id == way.there.id).members


@pytest.mark.parametrize("seed", SEEDS)
def test_where_no_way_is_offered_to_somebody_who_waits_there_is_none(seed: int) -> None:
    given, answer = by_hand(seed)
    for who in answer.waiting:
        for way in room_for(given, answer, who):
            loose = [one for one in way.there.members if one not in given.pins]
            tried = [(), *([Step(*two)] for two in product(loose, [one.id for one in answer.sets]))]
            fits = [
                steps
                for steps in tried
                if not any(
                    broken_in(given, one) for one in after(answer, [*steps, Step(who, way.there.id)]).sets
                )
            ]
            assert bool(fits) == bool(way.steps)


@pytest.mark.parametrize("seed", SEEDS)
def test_who_loses_the_last_place_by_a_way_is_named_and_nobody_else(seed: int) -> None:
    given, answer = by_hand(seed)
    for who in answer.waiting:
        for way in room_for(given, answer, who):
            then = after(answer, way.steps)
            lost = [
                one
                for one in then.waiting
                if len(room_now(given, answer, one)) and not len(room_now(given, then, one))
            ]
            assert list(way.shuts) == lost


def room_now(given: Instance, answer: Answer, who: str) -> list[FormedSet]:
    return [
        one
        for one in answer.sets
        if len(one.members) < given.programme.size.most
        and not broken_in(given, replace(one, members=(*one.members, who)))
    ]


def test_both_kinds_of_ways_and_none_were_there_to_be_judged() -> None:
    lengths = {
        len(way.steps)
        for given, answer in map(by_hand, SEEDS)
        for who in answer.waiting
        for way in room_for(given, answer, who)
    }
    assert lengths >= {0, 2}


@pytest.mark.parametrize("seed", SEEDS)
def test_somebody_has_to_be_there_or_is_free_and_never_both(seed: int) -> None:
    given, answer = by_hand(seed)
    for here in answer.sets:
        for who in here.members:
            whys = [one.why for one in has_to(given, answer, here, who)]
            assert whys
            assert (Why.ONLY in whys) == (set(given.applicants[who].slots) == {here.slot})
            assert not {Why.PINNED, Why.FREE} <= set(whys)
            assert Why.BREAKS not in [one.why for one in costs(given, answer, here, who)]


def test_what_is_said_has_no_points_and_says_who_is_meant() -> None:
    given, answer = by_hand(3)
    for who, parts in explained(given, answer)["people"].items():
        lines = [line for part in parts.values() for line in part]
        assert lines, who
        assert not [line for line in lines if "quality" in line or "%" in line or "points" in line]


FENMOOR = [
    person(0, org="Fenmoor", slots={"tue": 0}, level=1),
    person(1, slots={"tue": 0, "thu": 0}, level=4, role="cook"),
    person(2, org="Fenmoor", slots={"thu": 0}),
    person(3, slots={"tue": 0}),
]


def fenmoor() -> tuple[Instance, Answer]:
    """One full set of two, one with one, and somebody who can only do the full one."""
    rules = programme(size={"min": 2, "max": 2, "target": 2})
    given = instance_of(instance(FENMOOR, programme=rules, not_with=[["p00", "p02"]]))
    tuesday = FormedSet("S1", "tue", "f1", "en", ("p00", "p01"))
    return given, Answer((tuesday, FormedSet("S2", "thu", "f2", "en", ("p02",))), ("p03",))


def test_the_four_parts_and_the_way_that_makes_room_are_said_in_words() -> None:
    given, answer = fenmoor()
    found = explanation(given, answer, "p00", Plainly(given))
    assert found.has_to == (
        "p00 can only do S1",
        "p00 and p02 are from Fenmoor, and p02 is in S2",
        "p00 is to be kept apart from p02, and p02 is in S2",
    )
    assert found.good == ("Nobody else here has level 1", "Nobody else here has role nurse")
    assert found.costs == ("p03 could only come here, and there is no place left",)
    way, frees = found.ways
    assert frees.steps == (Step("p01", "S2"), Step("p03", "S1"))
    assert way.costs == (
        "p00 cannot do every date of S2",
        "p00 and p02 are from Fenmoor",
        "p00 is to be kept apart from p02",
    )
    (first, other) = explanation(given, answer, "p03", Plainly(given)).ways
    assert first.words[0] == "p01 would go to S2, and p03 come to S1"
    assert first.steps == (Step("p01", "S2"), Step("p03", "S1"))
    assert other.costs[0] == "p03 cannot do every date of S2"
    assert list(good(given, answer.sets[1], "p02")) == []
