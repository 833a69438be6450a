"""Why somebody is in a set, as facts without words: what has to be so, what is good of it, what it costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from setspace.core.forming.model import Answer, Applicant, FormedSet, Instance, pair
from setspace.core.forming.moving import Broken, Rule, broken_by
from setspace.core.forming.scoring import aims_alone, alone


class Why(StrEnum):
    PINNED = "pinned"
    ONLY = "only"  # they can make no other slot
    BARRED = "barred"  # a rule keeps them out of another set
    FREE = "free"  # no rule keeps them out of another set
    BRINGS = "brings"  # nobody else here is what they are
    VARIED = "varied"  # no two people here are the same
    WISHED = "wished"
    SHARES = "shares"
    PREFERRED = "preferred"
    BREAKS = "breaks"
    TAKES = "takes"  # others, who wait, could only come here
    IF_NEED_BE = "if need be"
    MET = "met"
    ALIKE = "alike"
    LONELY = "lonely"
    NO_AIM = "no aim"


@dataclass(frozen=True, slots=True)
class Reason:
    """``there`` and ``people`` are whom it concerns; ``traits`` what they are, or their aims."""

    why: Why
    there: FormedSet
    people: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    broken: Broken | None = None


MOST_NEAR = 40
"""Other sets that are looked at for one person, and people who wait for whom a place is looked for."""

MOST_BARS = 4
"""Other sets that are named as closed to somebody."""


def has_to(instance: Instance, answer: Answer, here: FormedSet, who: str) -> Iterator[Reason]:
    """There is always one: what holds them here, or that nothing does."""
    person = instance.applicants[who]
    if who in instance.pins:
        yield Reason(Why.PINNED, here)
    if set(person.slots) == {here.slot}:
        yield Reason(Why.ONLY, here)
    others = near(instance, answer, who, here)
    bars = {one.id: bars_of(instance, one, who) for one in others}
    yield from [
        Reason(Why.BARRED, one, broken=bar)
        for one in others
        for bar in bars[one.id]
        if bar.rule is not Rule.DATES or set(person.slots) != {here.slot}
    ][:MOST_BARS]
    free = next((one for one in others if not bars[one.id]), None)
    if who not in instance.pins and (free or not others):
        yield Reason(Why.FREE, free or here)


def good(instance: Instance, here: FormedSet, who: str) -> Iterator[Reason]:
    person, others = instance.applicants[who], _others(instance, here, who)
    for kind in instance.programme.attributes if others else ():
        values = [one.is_what[kind.name] for one in others]
        is_varied = len({*values, person.is_what[kind.name]} - {""}) == len(values) + 1
        if is_varied and len(values) > 1 and not kind.is_scale:
            yield Reason(Why.VARIED, here, traits=(kind.name,))
        elif person.is_what[kind.name] not in values:
            yield Reason(Why.BRINGS, here, traits=(kind.name,))
    wished = tuple(one.id for one in others if pair(who, one.id) in instance.wishes)
    if wished:
        yield Reason(Why.WISHED, here, wished)
    shared = {aim for one in others for aim in one.aims & person.aims}
    if shared:
        yield Reason(Why.SHARES, here, traits=tuple(sorted(shared)))
    if person.slots.get(here.slot) == 0 and 1 in person.slots.values():
        yield Reason(Why.PREFERRED, here)


def costs(instance: Instance, answer: Answer, here: FormedSet, who: str) -> Iterator[Reason]:
    person, others = instance.applicants[who], _others(instance, here, who)
    for broken in broken_by(instance, here, who):
        yield Reason(Why.BREAKS, here, broken=broken)
    waiting = answer.waiting[:MOST_NEAR]
    kept_out = tuple(one for one in waiting if _could_only_come(instance, answer, here, one))
    if kept_out:
        yield Reason(Why.TAKES, here, kept_out)
    if person.slots.get(here.slot) == 1:
        yield Reason(Why.IF_NEED_BE, here)
    met = tuple(one.id for one in others if pair(who, one.id) in instance.repeats)
    if met:
        yield Reason(Why.MET, here, met)
    yield from _alike(instance, here, person, others)
    for name, value in alone(instance, [person, *others]):
        if person.is_what[name] == value:
            yield Reason(Why.LONELY, here, traits=(name,))
    if others and person in aims_alone([person, *others]):
        yield Reason(Why.NO_AIM, here)


def near(instance: Instance, answer: Answer, who: str, here: FormedSet | None = None) -> list[FormedSet]:
    """Other sets, those first whose slot this person can make."""
    others = [one for one in answer.sets if here is None or one.id != here.id]
    slots = instance.applicants[who].slots
    return sorted(others, key=lambda one: one.slot not in slots)[:MOST_NEAR]


def bars_of(instance: Instance, there: FormedSet, who: str) -> tuple[Broken, ...]:
    """The rules between a person and a set, but for its size."""
    return tuple(one for one in broken_by(instance, there, who) if one.rule is not Rule.FULL)


def _could_only_come(instance: Instance, answer: Answer, here: FormedSet, who: str) -> bool:
    """Whether this set alone could be theirs, and is full."""
    if here.slot not in instance.applicants[who].slots:
        return False
    if [one.rule for one in broken_by(instance, here, who)] != [Rule.FULL]:
        return False
    return all(one.id == here.id or bars_of(instance, one, who) for one in answer.sets)


def _alike(
    instance: Instance, here: FormedSet, person: Applicant, others: list[Applicant]
) -> Iterator[Reason]:
    """Those who are the same as this person in all but one of what is mixed, and in two things at least."""
    kinds = [kind.name for kind in instance.programme.attributes]
    for one in others:
        same = tuple(name for name in kinds if one.is_what[name] == person.is_what[name] != "")
        if len(same) > 1 and len(same) >= len(kinds) - 1:
            yield Reason(Why.ALIKE, here, (one.id,), same)


def _others(instance: Instance, here: FormedSet, who: str) -> list[Applicant]:
    return [instance.applicants[one] for one in here.members if one != who]
