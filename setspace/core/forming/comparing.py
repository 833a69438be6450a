"""Two ways of forming the same sets, side by side: who is elsewhere, and what is better in each, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from setspace.core.forming.model import Answer, Instance
from setspace.core.forming.moving import broken_in
from setspace.core.forming.scoring import least_of, objective
from setspace.core.forming.telling import Names, capital
from setspace.core.forming.trying import HARDLY, kinds_in


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Somebody whose set is not the same in both; None is no set."""

    who: str
    one: str | None
    other: str | None


def elsewhere(one: Answer, other: Answer) -> list[Elsewhere]:
    first, second = _places(one), _places(other)
    return [
        Elsewhere(who, first.get(who), second.get(who))
        for who in sorted(first.keys() | second.keys())
        if first.get(who) != second.get(who)
    ]


def better_in(instance: Instance, one: Answer, other: Answer, names: Names) -> list[str]:
    """What is better in the first than in the second, as sentences without their stops."""
    return [*_of_places(instance, one, other, names), *_of_sets(instance, one, other, names)]


def _of_places(instance: Instance, one: Answer, other: Answer, names: Names) -> Iterator[str]:
    now, then = objective(instance, one), objective(instance, other)
    if now.placed > then.placed:
        yield f"There is a place for {names.people(now.placed - then.placed, 'more')}"
    elif now.placed == then.placed and now.priority > then.priority:
        yield "Those who come first have the places"
    broken, more = (_n_broken(instance, answer) for answer in (one, other))
    if broken < more:
        yield "Fewer people are where a rule is broken" if broken else "No rule is broken"
    hardly, harder = (_n_if_need_be(instance, answer) for answer in (one, other))
    if hardly < harder:
        fewer = f"Only if need be is the set right for {names.people(harder - hardly, 'fewer')}"
        yield fewer if hardly else "Everybody has a set that suits them"


def _of_sets(instance: Instance, one: Answer, other: Answer, names: Names) -> Iterator[str]:
    small, smaller = (_n_small(instance, answer) for answer in (one, other))
    if small < smaller:
        yield "Fewer sets are too small" if small else "No set is too small"
    if _mixed(instance, one) > _mixed(instance, other) + HARDLY:
        yield "The sets are better mixed"
    second = {each.id: each for each in other.sets}
    for here in one.sets:
        there = second.get(here.id)
        if there and 0 < len(here.members) <= len(there.members):
            for kind in instance.programme.attributes:
                kinds, before = (kinds_in(instance, each, kind.name) for each in (here, there))
                if kinds > before:
                    yield capital(f"{names.there(here)} has {names.instead(kind.name, before, kinds)}")


def _places(answer: Answer) -> dict[str, str]:
    return {who: one.id for one in answer.sets for who in one.members}


def _n_broken(instance: Instance, answer: Answer) -> int:
    return sum(len(broken_in(instance, one)) for one in answer.sets)


def _n_if_need_be(instance: Instance, answer: Answer) -> int:
    return sum(
        instance.applicants[who].slots.get(one.slot) == 1 for one in answer.sets for who in one.members
    )


def _n_small(instance: Instance, answer: Answer) -> int:
    return sum(0 < len(one.members) < least_of(instance, one.id) for one in answer.sets)


def _mixed(instance: Instance, answer: Answer) -> int:
    """For each person who has a place."""
    found = objective(instance, answer)
    return found.quality // max(1, found.placed)
