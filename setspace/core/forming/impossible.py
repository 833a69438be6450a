"""When no set can be formed, or pins cannot be met: the fewest rules that clash, in words, and what would
help most.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from setspace.core.forming.model import Applicant, FormedSet, Instance
from setspace.core.forming.scoring import clashes, least_of

MOST_STEPS = 4000
"""Steps of one search for a set; a search that takes longer counts as found, and the solver decides."""

MOST_CHANGES = 400
"""Single changes that are tried; each is a search."""


def clash_in(instance: Instance) -> tuple[str, ...]:
    """Sentences on what makes the instance impossible; none if every set that has to be there can be, by
    itself.
    """
    for name in _needed(instance):
        if not _can_be(instance, name):
            return _told(instance, name)
    return ()


def _needed(instance: Instance) -> list[str]:
    """Names of sets that people are pinned to; or one set without a name, for there should be one at all."""
    return sorted(set(instance.pins.values())) or [""]


def _can_be(instance: Instance, name: str) -> bool:
    """Whether some slot, facilitator and language lets the people pinned here, and enough others, meet."""
    if instance.programme.max_sets == 0:
        return False
    pinned = tuple(who for who, where in instance.pins.items() if where == name)
    free = [who for who in instance.applicants if who not in instance.pins]
    return any(
        not any(clashes(instance, replace(empty, members=pinned))) and _grows(instance, empty, pinned, free)
        for empty in _empty_sets(instance, name)
    )


def _empty_sets(instance: Instance, name: str) -> Iterator[FormedSet]:
    for slot in instance.programme.slots.values():
        for helper in instance.facilitators.values():
            if slot.capacity and helper.max_sets and slot.id in helper.slots:
                for language in sorted(helper.languages):
                    yield FormedSet(name, slot.id, helper.id, language, ())


def _grows(instance: Instance, empty: FormedSet, pinned: tuple[str, ...], free: list[str]) -> bool:
    least = least_of(instance, empty.id)
    if len(pinned) > instance.programme.size.most:
        return False
    pool = [who for who in free if not any(clashes(instance, replace(empty, members=(who,))))]
    steps = 0

    def grown(members: tuple[str, ...], left: list[str]) -> bool:
        nonlocal steps
        steps += 1
        if len(members) >= least or steps > MOST_STEPS:
            return True
        if len({instance.applicants[who].org for who in left}) * instance.programme.max_per_org < least - len(
            members
        ):
            return False
        return any(
            grown((*members, who), left[at + 1 :])
            for at, who in enumerate(left)
            if not any(clashes(instance, replace(empty, members=(*members, who))))
        )

    return grown(pinned, pool)


def _told(instance: Instance, name: str) -> tuple[str, ...]:
    what = (
        f"Set {name} cannot be formed with those who are pinned to it." if name else "No set can be formed."
    )
    if not instance.facilitators:
        return (what, "There are no facilitators.", "What would help most: a facilitator for each set.")
    together = list(_RULES)
    for rule in _RULES:
        fewer = [one for one in together if one != rule]
        if not _can_be(_without(instance, [one for one in _RULES if one not in fewer]), name):
            together = fewer
    reasons = [words for rule in together if (words := _RULES[rule][1](instance, name))]
    clash = (
        f"These clash: {'; '.join(reasons)}."
        if reasons
        else "Too few people, slots or facilitators are there."
    )
    return (what, clash, _help(instance, name, together))


def _help(instance: Instance, name: str, together: list[str]) -> str:
    for words, changed in _changes(instance, name):
        if _can_be(changed, name):
            return f"What would help most: {words}."
    for rule in together:
        if _can_be(_without(instance, [rule]), name):
            return f"What would help most: {_RULES[rule][2]}."
    return "No single change would be enough."


def _changes(instance: Instance, name: str) -> Iterator[tuple[str, Instance]]:
    """Small changes, the smallest first: one pin less, one person or facilitator with one slot more."""
    pinned = [who for who, where in instance.pins.items() if where == name]
    for who in pinned if len(pinned) > 1 else ():
        pins = {one: where for one, where in instance.pins.items() if one != who}
        yield f"take away the pin of {who}", replace(instance, pins=pins)
    yield from islice(_more_slots(instance), MOST_CHANGES)


def _more_slots(instance: Instance) -> Iterator[tuple[str, Instance]]:
    for slot in instance.programme.slots.values():
        for helper in instance.facilitators.values():
            if slot.id not in helper.slots:
                more = replace(helper, slots=helper.slots | {slot.id})
                words = f"{helper.id} could also facilitate at {slot.label}"
                yield words, replace(instance, facilitators={**instance.facilitators, helper.id: more})
        for one in instance.applicants.values():
            if slot.id not in one.slots:
                other = replace(one, slots={**one.slots, slot.id: 1})
                words = f"{one.id} could also make {slot.label}"
                yield words, replace(instance, applicants={**instance.applicants, one.id: other})


def _people(instance: Instance, change: Callable[[Applicant], Applicant]) -> Instance:
    return replace(instance, applicants={who: change(one) for who, one in instance.applicants.items()})


def _without(instance: Instance, rules: list[str]) -> Instance:
    for rule in rules:
        instance = _RULES[rule][0](instance)
    return instance


def _no_size(instance: Instance) -> Instance:
    size = replace(instance.programme.size, least=1, continuing=1, most=10**6)
    return replace(instance, programme=replace(instance.programme, size=size))


def _no_apart(instance: Instance) -> Instance:
    helpers = {name: replace(one, not_with=frozenset()) for name, one in instance.facilitators.items()}
    return replace(instance, not_with=frozenset(), facilitators=helpers)


def _no_slots(instance: Instance) -> Instance:
    return _people(instance, lambda one: replace(one, slots=dict.fromkeys(instance.programme.slots, 0)))


def _no_languages(instance: Instance) -> Instance:
    spoken = frozenset(word for one in instance.facilitators.values() for word in one.languages)
    return _people(instance, lambda one: replace(one, languages=spoken))


def _no_organisations(instance: Instance) -> Instance:
    helpers = {name: replace(one, org=f"\0{name}") for name, one in instance.facilitators.items()}
    return replace(instance, programme=replace(instance.programme, max_per_org=10**6), facilitators=helpers)


def _no_duties(instance: Instance) -> Instance:
    everywhere = frozenset(instance.programme.slots)
    helpers = {
        name: replace(one, slots=everywhere, max_sets=1) for name, one in instance.facilitators.items()
    }
    slots = {
        name: replace(one, capacity=max(one.capacity, 1)) for name, one in instance.programme.slots.items()
    }
    programme = replace(instance.programme, slots=slots, max_sets=None)
    return replace(instance, facilitators=helpers, programme=programme)


def _told_organisations(instance: Instance, name: str) -> str:
    who = _concerned(instance, name)
    org, number = Counter(instance.applicants[one].org for one in who).most_common(1)[0]
    return (
        f"{number} of {len(who)} people are from {org}, and a set may have {instance.programme.max_per_org}"
    )


def _told_slots(instance: Instance, name: str) -> str:
    who = _concerned(instance, name)
    numbers = [
        f"{sum(slot.id in instance.applicants[one].slots for one in who)} of {len(who)} can make {slot.label}"
        for slot in instance.programme.slots.values()
    ]
    return ", ".join(numbers)


def _told_apart(instance: Instance, name: str) -> str:
    who = set(_concerned(instance, name))
    pairs = [f"{one} and {other}" for one, other in sorted(instance.not_with) if {one, other} <= who]
    return (
        f"to be kept apart: {', '.join(pairs[:5])}" if pairs else "facilitators to be kept apart from people"
    )


def _told_size(instance: Instance, name: str) -> str:
    least, most = least_of(instance, name), instance.programme.size.most
    pinned = sum(where == name for where in instance.pins.values())
    counted = f", and {pinned} people are pinned to this one" if pinned else ""
    if len(instance.applicants) < least:
        counted = f", and there are {len(instance.applicants)}"
    return (
        f"a set has {least} to {most} people{counted}"
        if least < most
        else f"a set has {least} people{counted}"
    )


def _told_duties(instance: Instance, name: str) -> str:
    free = [
        f"{sum(slot.id in one.slots for one in instance.facilitators.values())} at {slot.label}"
        for slot in instance.programme.slots.values()
        if slot.capacity
    ]
    if not free or instance.programme.max_sets == 0:
        return "the programme has no room for a set"
    return f"facilitators who are free: {', '.join(free)}"


def _told_languages(instance: Instance, name: str) -> str:
    words = Counter(word for one in _concerned(instance, name) for word in instance.applicants[one].languages)
    return (
        f"languages: {', '.join(f'{number} people work in {word}' for word, number in sorted(words.items()))}"
    )


def _told_needs(instance: Instance, name: str) -> str:
    needs = Counter(need for one in _concerned(instance, name) for need in instance.applicants[one].needs)
    return f"needs: {', '.join(f'{number} people need {need}' for need, number in sorted(needs.items()))}"


def _concerned(instance: Instance, name: str) -> list[str]:
    pinned = [who for who, where in instance.pins.items() if where == name]
    return pinned if len(pinned) > 1 else list(instance.applicants)


_RULES: Mapping[str, tuple[Callable[[Instance], Instance], Callable[[Instance, str], str], str]] = {
    "languages": (_no_languages, _told_languages, "a facilitator who works in another of these languages"),
    "needs": (
        lambda instance: _people(instance, lambda one: replace(one, needs=frozenset())),
        _told_needs,
        "a slot that offers what is needed",
    ),
    "apart": (_no_apart, _told_apart, "look again at who is to be kept apart"),
    "slots": (_no_slots, _told_slots, "another slot that more people can make"),
    "duties": (_no_duties, _told_duties, "a facilitator, or room, for one set more"),
    "organisations": (
        _no_organisations,
        _told_organisations,
        "people from other organisations, or more from one",
    ),
    "size": (_no_size, _told_size, "sets of another size"),
}
"""For each rule: the instance without it, its words, and what would help."""
