"""What a move by hand would break: each rule by its name, with whom it concerns."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from setspace.core.forming.model import FormedSet, Instance, pair


class Rule(StrEnum):
    DATES = "dates"
    NEEDS = "needs"
    LANGUAGE = "language"
    FACILITATOR = "facilitator"
    ORGANISATION = "organisation"
    APART = "apart"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Broken:
    """A hard rule that would not be kept. ``others`` are the people in the set whom it concerns."""

    rule: Rule
    others: tuple[str, ...] = ()


def broken_by(instance: Instance, there: FormedSet, who: str) -> tuple[Broken, ...]:
    """The rules that would be broken if this person joined the set as it is; none if it can be done."""
    others = tuple(one for one in there.members if one != who)
    found = list(_broken_alone(instance, there, who))
    same = tuple(one for one in others if instance.applicants[one].org == instance.applicants[who].org)
    if len(same) + 1 > instance.programme.max_per_org:
        found.append(Broken(Rule.ORGANISATION, same))
    apart = tuple(one for one in others if pair(who, one) in instance.not_with)
    if apart:
        found.append(Broken(Rule.APART, apart))
    if len(others) + 1 > instance.programme.size.most:
        found.append(Broken(Rule.FULL))
    return tuple(found)


def broken_in(instance: Instance, there: FormedSet) -> dict[str, tuple[Broken, ...]]:
    """For each member of a set the rules that their being there breaks; only those who break any."""
    found = {who: broken_by(instance, there, who) for who in there.members}
    return {who: broken for who, broken in found.items() if broken}


def _broken_alone(instance: Instance, there: FormedSet, who: str) -> Iterator[Broken]:
    person, slot = instance.applicants[who], instance.programme.slots[there.slot]
    helper = instance.facilitators[there.facilitator]
    if slot.id not in person.slots:
        yield Broken(Rule.DATES)
    if person.needs - slot.offers:
        yield Broken(Rule.NEEDS)
    if there.language not in person.languages:
        yield Broken(Rule.LANGUAGE)
    if person.org == helper.org or who in helper.not_with:
        yield Broken(Rule.FACILITATOR)
