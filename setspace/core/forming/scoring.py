"""What an answer is worth and which hard rules it breaks: slow, plain, and independent of how answers are
found.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from setspace.core.forming.model import UNIT, Answer, Applicant, FormedSet, Instance, Objective, pair


def objective(instance: Instance, answer: Answer) -> Objective:
    placed = [instance.applicants[who] for one in answer.sets for who in one.members]
    return Objective(
        placed=len(placed),
        priority=sum(one.priority for one in placed),
        kept=-moves(instance, answer),
        quality=sum(quality(instance, one.slot, one.members) for one in answer.sets),
    )


def moves(instance: Instance, answer: Answer) -> int:
    """People of old sets who are not in the set of the same id and slot, and changed facilitators."""
    now = {one.id: one for one in answer.sets}
    total = 0
    for old in instance.previous:
        new = now.get(old.id)
        stays = set(new.members) if new and new.slot == old.slot else set()
        total += sum(who in instance.applicants and who not in stays for who in old.members)
        total += new is not None and new.facilitator != old.facilitator
    return total


def quality(instance: Instance, slot: str, members: Sequence[str]) -> int:
    """The quality of one set in units: mean differences, wishes, and what is taken off."""
    people = [instance.applicants[who] for who in members]
    weights = instance.programme.weights
    points = weights["with"] * sum(pair(*two) in instance.wishes for two in combinations(members, 2))
    points -= weights["repeats"] * sum(pair(*two) in instance.repeats for two in combinations(members, 2))
    points -= weights["alone"] * len(alone(instance, people))
    points -= weights["aim_alone"] * len(aims_alone(people))
    points -= weights["slot2"] * sum(one.slots.get(slot, 0) for one in people)
    points -= weights["size"] * abs(len(people) - instance.programme.size.target)
    return _mixed(instance, people) + UNIT * points


def difference(instance: Instance, one: Applicant, other: Applicant) -> int:
    """How different two people are in what the programme mixes, 0 to 100."""
    return sum(
        kind.difference(one.is_what[kind.name], other.is_what[kind.name])
        for kind in instance.programme.attributes
    )


def alone(instance: Instance, people: Sequence[Applicant]) -> list[tuple[str, str | int]]:
    """The listed values that exactly one of these people has."""
    listed = instance.programme.alone
    return [(name, value) for name, value in listed if sum(one.is_what[name] == value for one in people) == 1]


def aims_alone(people: Sequence[Applicant]) -> list[Applicant]:
    """Those who have aims and share none of them with anybody here."""
    counts = Counter(aim for one in people for aim in one.aims)
    return [one for one in people if one.aims and all(counts[aim] == 1 for aim in one.aims)]


def _mixed(instance: Instance, people: Sequence[Applicant]) -> int:
    total = sum(difference(instance, *two) for two in combinations(people, 2))
    return 2 * UNIT * total // (len(people) - 1) if len(people) > 1 else 0


def broken_rules(instance: Instance, answer: Answer) -> list[str]:
    """Every hard rule that the answer breaks, in words; none if it can be used."""
    found = list(_places(instance, answer))
    for one in answer.sets:
        found += [f"{one.id}: {words}" for words in clashes(instance, one)]
        least, most = least_of(instance, one.id), instance.programme.size.most
        if not least <= len(one.members) <= most:
            found.append(f"{one.id}: {len(one.members)} people, where {least} to {most} may be")
    return found + list(_duties(instance, answer))


def least_of(instance: Instance, set_id: str) -> int:
    size = instance.programme.size
    return size.continuing if any(old.id == set_id for old in instance.previous) else size.least


def clashes(instance: Instance, one: FormedSet) -> Iterator[str]:
    """What stands between these people, their slot, language and facilitator; sizes and duties are not looked
    at.
    """
    people = [instance.applicants[who] for who in one.members]
    for who in people:
        yield from _clashes_of(instance, one, who)
    for org, number in Counter(who.org for who in people).items():
        if number > instance.programme.max_per_org:
            yield f"{number} people are from {org}"
    for two in combinations(sorted(one.members), 2):
        if two in instance.not_with:
            yield f"{two[0]} and {two[1]} are to be kept apart"


def _clashes_of(instance: Instance, one: FormedSet, who: Applicant) -> Iterator[str]:
    helper, slot = instance.facilitators[one.facilitator], instance.programme.slots[one.slot]
    if slot.id not in who.slots:
        yield f"{who.id} cannot make {slot.label}"
    if missing := sorted(who.needs - slot.offers):
        yield f"{who.id} needs {', '.join(missing)}, which {slot.label} does not offer"
    if one.language not in who.languages:
        yield f"{who.id} does not work in {one.language}"
    if who.org == helper.org:
        yield f"{who.id} is from {who.org}, like the facilitator {helper.id}"
    if who.id in helper.not_with:
        yield f"{who.id} and the facilitator {helper.id} are to be kept apart"


def _places(instance: Instance, answer: Answer) -> Iterator[str]:
    times = Counter(answer.waiting)
    times.update(who for one in answer.sets for who in one.members)
    for who in sorted(set(instance.applicants) | set(times)):
        if who not in instance.applicants or times[who] != 1:
            yield f"{who} is there {times[who]} times"
    where = {who: one.id for one in answer.sets for who in one.members}
    for who, set_id in instance.pins.items():
        if where.get(who) != set_id:
            yield f"{who} is pinned to {set_id}"
    most = instance.programme.max_sets
    if most is not None and len(answer.sets) > most:
        yield f"{len(answer.sets)} sets, where at most {most} may be"


def _duties(instance: Instance, answer: Answer) -> Iterator[str]:
    for slot, number in Counter(one.slot for one in answer.sets).items():
        if number > instance.programme.slots[slot].capacity:
            yield f"{number} sets at {slot}"
    for (helper, slot), number in Counter((one.facilitator, one.slot) for one in answer.sets).items():
        if number > 1 or slot not in instance.facilitators[helper].slots:
            yield f"{helper} cannot take {number} sets at {slot}"
    yield from _facilitators(instance, answer)


def _facilitators(instance: Instance, answer: Answer) -> Iterator[str]:
    for helper, number in Counter(one.facilitator for one in answer.sets).items():
        if number > instance.facilitators[helper].max_sets:
            yield f"{helper} has {number} sets"
    tongues = [(one.facilitator, one.language) for one in answer.sets]
    for helper, language in tongues:
        if language not in instance.facilitators[helper].languages:
            yield f"{helper} does not work in {language}"
