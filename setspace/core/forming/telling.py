"""Reasons, and what was tried, in sentences. Whoever shows them says how people and sets are called."""

from collections.abc import Sequence
from typing import Protocol

from setspace.core.forming.model import FormedSet, Instance
from setspace.core.forming.moving import Broken, Rule
from setspace.core.forming.reasons import Reason, Why
from setspace.core.forming.trying import Mixed, Tried

MOST_NAMED = 3


class Names(Protocol):
    """How things are called. What is empty is not known, and nothing is said of it."""

    def person(self, who: str) -> str: ...

    def organisation(self, who: str) -> str: ...

    def there(self, one: FormedSet) -> str:
        """As in: they are in the Tuesday set."""

    def trait(self, who: str, trait: str) -> str:
        """As in: nobody else here is a manager."""

    def kind(self, trait: str) -> str:
        """As in: they have the same region."""

    def people(self, number: int, more: str) -> str:
        """As in: two more people have a place."""

    def instead(self, trait: str, before: int, after: int) -> str:
        """As in: the set would have three regions instead of four."""


def why_in_words(reason: Reason, who: str, instance: Instance, names: Names) -> str:
    """A sentence without its stop; empty where what it would say is not known."""
    if reason.broken:
        said = broken_in_words(reason.broken, reason.there, who, instance, names)
        return said + (_there(reason, names) if reason.why is Why.BARRED else "")
    if reason.why in (Why.BRINGS, Why.LONELY):
        trait = names.trait(who, reason.traits[0])
        return f"Nobody else here {trait}" if trait else ""
    if reason.why in (Why.VARIED, Why.ALIKE, Why.SHARES):
        return _of_traits(reason, who, names)
    name, there = names.person(who), names.there(reason.there)
    others = named(reason.people, names)
    sentences = {
        Why.PINNED: f"{name} is pinned here",
        Why.ONLY: f"{name} can only do {there}",
        Why.FREE: f"Nothing holds {name} here: no rule keeps {name} out of {there}",
        Why.WISHED: f"{name} and {others} wished to be together",
        Why.PREFERRED: f"{capital(there)} suits {name} better than others",
        Why.TAKES: f"{others} could only come here, and there is no place left",
        Why.IF_NEED_BE: f"{name} can do {there} only if need be",
        Why.MET: f"{name} and {others} have been in a set before",
        Why.NO_AIM: f"Nobody here shares an aim with {name}",
    }
    return sentences[reason.why]


def broken_in_words(broken: Broken, there: FormedSet, who: str, instance: Instance, names: Names) -> str:
    """A sentence about a rule that is not kept, or would not be."""
    name, place, others = names.person(who), names.there(there), named(broken.others, names)
    colleagues = listed([name, *map(names.person, broken.others)])
    sentences = {
        Rule.DATES: f"{name} cannot do every date of {place}",
        Rule.NEEDS: f"{name} needs something that {place} does not offer",
        Rule.LANGUAGE: f"{name} does not work in the language of {place}",
        Rule.FACILITATOR: f"{name} and the facilitator are from the same organisation",
        Rule.ORGANISATION: f"{colleagues} are from {names.organisation(who)}",
        Rule.APART: f"{name} is to be kept apart from {others}",
        Rule.FULL: f"{capital(place)} has {instance.programme.size.most} people, which is all it takes",
    }
    return sentences[broken.rule]


def tried_in_words(tried: Tried, who: str, names: Names) -> list[str]:
    """What a way into one set would be."""
    return [_steps(tried, who, names), "No rule is broken", *_mixed(tried, Mixed.BETTER, Mixed.AS_WELL)]


def lost_in_words(tried: Tried, who: str, instance: Instance, names: Names) -> list[str]:
    """What a way into one set would cost; or what stands in it."""
    if tried.steps:
        shut = [f"{named(tried.shuts, names)} would have no free place left"] if tried.shuts else []
        return [*shut, *_counted(tried, names), *_mixed(tried, Mixed.LESS)]
    found = [broken_in_words(one, tried.there, who, instance, names) for one in tried.broken]
    if tried.pinned:
        where = "there" if who in tried.pinned else "elsewhere, and make room"
        found.append(f"Without the pin, {named(tried.pinned, names, 'or')} could go {where}")
    elif [one.rule for one in tried.broken] == [Rule.DATES]:
        found.append(f"Nothing else stands in the way there for {names.person(who)}")
    elif all(one.rule is Rule.FULL for one in tried.broken):
        found.append("Nobody there could go elsewhere without breaking a rule")
    return found


def named(people: Sequence[str], names: Names, word: str = "and") -> str:
    """Mei, Tom, Ines and 4 others."""
    found = [names.person(one) for one in people[:MOST_NAMED]]
    more = len(people) - len(found)
    return listed(
        [*found, f"{more} others" if more > 1 else names.person(people[-1])] if more else found, word
    )


def listed(found: Sequence[str], word: str = "and") -> str:
    return f"{', '.join(found[:-1])} {word} {found[-1]}" if len(found) > 1 else "".join(found)


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _there(reason: Reason, names: Names) -> str:
    """In which set the rule would be broken, where it does not say so itself."""
    others = reason.broken.others if reason.broken else ()
    if others:
        are = "are" if len(others) > 1 else "is"
        return f", and {named(others, names)} {are} in {names.there(reason.there)}"
    is_facilitator = reason.broken is not None and reason.broken.rule is Rule.FACILITATOR
    return f", in {names.there(reason.there)}" if is_facilitator else ""


def _of_traits(reason: Reason, who: str, names: Names) -> str:
    if reason.why is Why.SHARES:
        return f"{names.person(who)} shares an aim with others here: {', '.join(reason.traits)}"
    kinds = listed([names.kind(one) for one in reason.traits])
    if reason.why is Why.VARIED:
        return f"No two people here have the same {kinds}"
    return f"{names.person(who)} and {named(reason.people, names)} have the same {kinds}"


def _steps(tried: Tried, who: str, names: Names) -> str:
    name, there = names.person(who), names.there(tried.there)
    if len(tried.steps) == 1:
        return f"There is a place for {name} in {there}"
    other, away = names.person(tried.steps[0].who), tried.away
    return f"{other} would go to {names.there(away or tried.there)}, and {name} come to {there}"


def _counted(tried: Tried, names: Names) -> list[str]:
    return [
        capital(f"{names.there(one.there)} would have {names.instead(one.trait, one.before, one.after)}")
        for one in tried.counts
    ]


def _mixed(tried: Tried, *said: Mixed) -> list[str]:
    words = {
        Mixed.BETTER: "The sets would be better mixed than now",
        Mixed.AS_WELL: "The sets would be mixed as well as now",
        Mixed.LESS: "The sets would be less well mixed than now",
    }
    return [words[tried.mixed]] if tried.mixed in said else []
