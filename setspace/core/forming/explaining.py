"""Why each person is where they are, what it costs, and what moving them would do: each alternative is really
tried.
"""

from dataclasses import replace
from typing import Any

from setspace.core.forming.model import UNIT, Answer, Applicant, FormedSet, Instance, Objective, pair
from setspace.core.forming.scoring import aims_alone, alone, clashes, difference, least_of, quality

UNKNOWN = 10**12
MOST_TRIED = 12
"""Other sets that are tried for one person."""


def bound_in_words(now: Objective, bound: Objective) -> str:
    """How much better an answer could be at most."""
    if now.placed < bound.placed:
        return f"At most {bound.placed} people can have a place; {now.placed} do here."
    if now.priority < bound.priority:
        return "As many people as possible have a place; whether those of highest priority do is not proven."
    if now == bound:
        return "Proven: nothing better exists under these rules."
    if now.kept < bound.kept or bound.quality >= UNKNOWN:
        return "Nobody else can have a place. How much better the sets themselves could be is not known."
    share = (bound.quality - now.quality) / max(abs(bound.quality), 1)
    return f"Nobody else can have a place, and the sets themselves are at most {share:.1%} from the best."


def explained(instance: Instance, answer: Answer) -> dict[str, Any]:
    """For each person, by id: words for why, what it costs, and what else was tried."""
    people: dict[str, Any] = {}
    for one in answer.sets:
        for who in one.members:
            people[who] = {
                "it_has_to_be_so": _must(instance, answer, one, who),
                "it_is_good_because": _good(instance, one, who),
                "what_it_costs": _costs(instance, one, who),
                "if_you_moved_them": _moved(instance, answer, one, who),
            }
    for who in answer.waiting:
        people[who] = {"what_would_make_room": _room(instance, answer, who)}
    return {"people": people}


def _must(instance: Instance, answer: Answer, here: FormedSet, who: str) -> list[str]:
    person = instance.applicants[who]
    found = [f"pinned to {instance.pins[who]}"] if who in instance.pins else []
    if len(person.slots) == 1:
        found.append(f"{_label(instance, here.slot)} is the only slot {who} can make")
    others = [one for one in answer.sets if one.id != here.id]
    if others and all(_why_not(instance, one, who) for one in others):
        found.append("a rule stands in the way of every other set as it is")
    return found


def _good(instance: Instance, here: FormedSet, who: str) -> list[str]:
    person, others = instance.applicants[who], _others(instance, here, who)
    if not others:
        return []
    mean = sum(difference(instance, person, one) for one in others) / len(others)
    found = [f"differs from the others by {mean:.0f} of 100"]
    only = [
        kind.name
        for kind in instance.programme.attributes
        if all(one.is_what[kind.name] != person.is_what[kind.name] for one in others)
    ]
    found += [f"nobody else here has their {', '.join(only)}"] if only else []
    found += [f"is with {one.id}, as wished" for one in others if pair(who, one.id) in instance.wishes]
    shared = sorted({aim for one in others for aim in one.aims & person.aims})
    found += [f"shares an aim: {', '.join(shared)}"] if shared else []
    return found + (
        [f"{_label(instance, here.slot)} is preferred"] if person.slots.get(here.slot) == 0 else []
    )


def _costs(instance: Instance, here: FormedSet, who: str) -> list[str]:
    person, others = instance.applicants[who], _others(instance, here, who)
    found = [f"has met {one.id} before" for one in others if pair(who, one.id) in instance.repeats]
    lonely = alone(instance, [person, *others])
    found += [
        f"is the only one with {name} {value}" for name, value in lonely if person.is_what[name] == value
    ]
    found += ["shares no aim with anybody here"] if person in aims_alone([person, *others]) else []
    second = person.slots.get(here.slot) == 1
    return found + ([f"{_label(instance, here.slot)} is only possible, not preferred"] if second else [])


def _moved(instance: Instance, answer: Answer, here: FormedSet, who: str) -> list[str]:
    """For other sets: the rule in the way, or the best exchange with somebody and what it does to the
    quality.
    """
    others = [one for one in answer.sets if one.id != here.id]
    others.sort(key=lambda one: (one.slot != here.slot, one.id))
    return [f"to {one.id}: {_consequence(instance, here, one, who)}" for one in others[:MOST_TRIED]]


def _consequence(instance: Instance, here: FormedSet, there: FormedSet, who: str) -> str:
    if who in instance.pins:
        return f"{who} is pinned"
    tried = []
    if len(there.members) < instance.programme.size.most and len(here.members) > least_of(instance, here.id):
        tried.append(("", _with(here, who, None), _with(there, None, who)))
    tried += [
        (f" in exchange for {other}", _with(here, who, other), _with(there, other, who))
        for other in there.members
        if other not in instance.pins
    ]
    fits = [
        (_worth(instance, one, other) - _worth(instance, here, there), words)
        for words, one, other in tried
        if not any(clashes(instance, one)) and not any(clashes(instance, other))
    ]
    if not fits:
        return _why_not(instance, there, who) or "nobody there could take this place in exchange"
    change, words = max(fits)
    return f"possible{words}, and the quality would change by {change / UNIT:+.1f}"


def _worth(instance: Instance, *sets: FormedSet) -> int:
    return sum(quality(instance, one.slot, one.members) for one in sets)


def _why_not(instance: Instance, there: FormedSet, who: str) -> str:
    """The first rule that stands between a person and a set as it is, but for its size; or nothing."""
    return next(
        (words for words in clashes(instance, _with(there, None, who)) if who in words or "from" in words), ""
    )


def _room(instance: Instance, answer: Answer, who: str) -> list[str]:
    """For a waiting person: what stands in the way in each set, as it is."""
    if not answer.sets:
        return ["no set could be formed"]
    mine, found = instance.applicants[who].priority, []
    for one in answer.sets[:MOST_TRIED]:
        blocked = _why_not(instance, one, who)
        lowest = min(one.members, key=lambda other: instance.applicants[other].priority)
        if blocked:
            found.append(f"{one.id}: {blocked}")
        elif len(one.members) >= instance.programme.size.most:
            before = instance.applicants[lowest].priority > mine
            found.append(
                f"{one.id} is full" + (", and everybody there comes before in priority" if before else "")
            )
        else:
            found.append(f"{one.id}: there is a place")
    return [*found, "one more set, with a slot and a facilitator, or a larger set would make room"]


def _with(one: FormedSet, out: str | None, into: str | None) -> FormedSet:
    members = tuple(who for who in one.members if who != out)
    return replace(one, members=members if into is None else (*members, into))


def _others(instance: Instance, here: FormedSet, who: str) -> list[Applicant]:
    return [instance.applicants[one] for one in here.members if one != who]


def _label(instance: Instance, slot: str) -> str:
    return instance.programme.slots[slot].label
