"""Two sets that go on as one: all that stands against it is named, and what disturbs least is first."""

from itertools import pairwise
from random import Random

import pytest

from setspace.core.forming.joining import union_of, unions
from setspace.core.forming.model import FormedSet, Instance, pair
from setspace.core.forming.moving import Broken, Rule
from tests.core.forming.test_moving import a_set, instance, person


def on_thursday(*members: str) -> FormedSet:
    return FormedSet("S2", "thu", "ade", "en", members)


def test_what_stands_against_each_who_would_move_is_named() -> None:
    given = instance(
        person("mei"),
        person("tom"),
        person("sam", org="mei"),
        person("ines", slots={"thu": 0}),
        apart=(("sam", "tom"),),
    )
    found = union_of(given, on_thursday("sam", "ines"), a_set("mei", "tom"))
    assert found.broken == {
        "sam": (Broken(Rule.ORGANISATION, ("mei",)), Broken(Rule.APART, ("tom",))),
        "ines": (Broken(Rule.DATES),),
    }
    assert found.fits


def test_of_two_ways_the_one_with_fewer_who_move_is_first_and_two_large_sets_never_join() -> None:
    given = instance(*(person(f"p{number}") for number in range(7)))
    small, large, empty = a_set("p0"), on_thursday("p1", "p2", "p3"), FormedSet("S3", "tue", "ade", "en", ())
    assert [(one.leaving.id, one.into.id) for one in unions(given, [large, small, empty])] == [
        ("S1", "S2"),
        ("S2", "S1"),
    ]
    assert unions(given, [a_set("p0", "p4"), large]) == []


@pytest.mark.parametrize("seed", range(40))
def test_whatever_the_sets_none_grows_too_large_and_none_who_stays_is_judged(seed: int) -> None:
    random = Random(seed)
    names = [f"p{number}" for number in range(8)]
    given = _by_chance(random, names)
    random.shuffle(names)
    cut = sorted(random.sample(range(9), 2))
    sets = [a_set(*names[: cut[0]]), on_thursday(*names[cut[0] : cut[1]])]
    found = unions(given, sets)
    for one in found:
        assert len(one.leaving.members) + len(one.into.members) <= given.programme.size.most
        assert set(one.broken) <= set(one.leaving.members)
        for who in one.leaving.members:
            apart = {other for other in one.into.members if pair(who, other) in given.not_with}
            told = {
                name for each in one.broken.get(who, ()) if each.rule is Rule.APART for name in each.others
            }
            assert apart <= told
    keys = [(one.n_broken, len(one.leaving.members)) for one in found]
    assert all(before <= after for before, after in pairwise(keys))
    assert found == unions(given, sets[::-1])


def _by_chance(random: Random, names: list[str]) -> Instance:
    people = [
        person(
            name,
            f"org{random.randrange(6)}",
            slots=dict.fromkeys(random.choice([["tue"], ["tue", "thu"]]), 0),
        )
        for name in names
    ]
    two = [tuple(random.sample(names, 2)) for _ in range(4)]
    return instance(*people, apart=tuple((one, other) for one, other in two))
