"""What a move would break is said of the same sets, and only of those, that the scoring calls broken."""

from dataclasses import replace
from random import Random

from setspace.core.forming.model import (
    Applicant,
    Facilitator,
    FormedSet,
    Instance,
    Programme,
    Size,
    Slot,
    pair,
)
from setspace.core.forming.moving import Broken, Rule, broken_by, broken_in
from setspace.core.forming.scoring import clashes

PEOPLE = [f"p{number}" for number in range(7)]


def programme() -> Programme:
    slots = {
        "tue": Slot("tue", "Tuesday", 1, frozenset({"captions"})),
        "thu": Slot("thu", "Thursday", 1, frozenset()),
    }
    return Programme(Size(2, 4, 4, 2), None, 1, slots, (), (), {})


def person(name: str, org: str = "", **more: object) -> Applicant:
    plain = Applicant(
        name, org or name, {"tue": 0, "thu": 1}, frozenset(), frozenset({"en"}), frozenset(), 0, {}
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # fields by name


def instance(*people: Applicant, apart: tuple[tuple[str, str], ...] = ()) -> Instance:
    ade = Facilitator("ade", "oxley", frozenset({"tue", "thu"}), 2, frozenset({"en"}), frozenset({"foe"}))
    named = {one.id: one for one in people}
    return Instance(
        "", programme(), named, {"ade": ade}, frozenset(pair(*two) for two in apart), frozenset(), frozenset()
    )


def a_set(*members: str, slot: str = "tue") -> FormedSet:
    return FormedSet("S1", slot, "ade", "en", members)


def test_each_rule_is_named_with_those_it_concerns() -> None:
    given = instance(
        person("mei", "fenmoor"),
        person("tom", "fenmoor", slots={"thu": 0}, languages=frozenset({"cy"})),
        person("sam", "oxley"),
        person("foe"),
        person("ines", needs=frozenset({"captions"})),
        apart=(("ines", "mei"),),
    )
    assert broken_by(given, a_set("mei"), "tom") == (
        Broken(Rule.DATES),
        Broken(Rule.LANGUAGE),
        Broken(Rule.ORGANISATION, ("mei",)),
    )
    assert broken_by(given, a_set(), "sam") == broken_by(given, a_set(), "foe") == (Broken(Rule.FACILITATOR),)
    assert broken_by(given, a_set("mei", slot="thu"), "ines") == (
        Broken(Rule.NEEDS),
        Broken(Rule.APART, ("mei",)),
    )


def test_a_full_set_takes_nobody_more_and_whoever_is_there_is_not_counted_twice() -> None:
    given = instance(*(person(one) for one in PEOPLE))
    full = a_set(*PEOPLE[:4])
    assert broken_by(given, full, "p5") == (Broken(Rule.FULL),)
    assert broken_by(given, full, "p0") == ()
    assert broken_in(given, full) == {}


def test_it_agrees_with_the_scoring_about_every_set() -> None:
    random, both = Random(5), set()
    for _ in range(500):
        people = [
            person(
                one,
                random.choice(["a", "b", "c", "d", "oxley"]) + random.choice(["", one]),
                slots={slot: 0 for slot in ("tue", "thu") if random.random() < 0.9},
                languages=frozenset({random.choice(["en", "en", "en", "en", "cy"])}),
                needs=frozenset({"captions"}) if random.random() < 0.1 else frozenset(),
            )
            for one in PEOPLE
        ]
        apart = (tuple(random.sample(PEOPLE, 2)),)
        given = instance(*people, apart=apart)  # type: ignore[arg-type]  # two of them
        formed = a_set(*random.sample(PEOPLE, random.randint(1, 4)), slot=random.choice(["tue", "thu"]))
        is_broken = bool(broken_in(given, formed))
        assert is_broken == any(clashes(given, formed))
        both.add(is_broken)
    assert both == {True, False}
