"""Beyond the usual size: a few sets at a time, formed anew at their proven best."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from setspace.core.forming.arrays import Array, arrays_of
from setspace.core.forming.columns import columns_of
from setspace.core.forming.covering import Rules
from setspace.core.forming.exact import Search
from setspace.core.forming.improve import Random
from setspace.core.forming.model import Answer, FormedSet, Instance
from setspace.core.forming.scoring import quality

AT_LEAST, AT_MOST = 0.3, 4.0
"""Seconds for one step."""


def polished(
    instance: Instance,
    answer: Answer,
    random: Random,
    left: Callable[[], float],
    told: Callable[[Answer], None],
) -> Answer:
    """The answer with better and better handfuls of sets, until no time is left; `told` hears of each."""
    handful, missed = _handful(instance), 0
    while left() > AT_LEAST and len(answer.sets) > 1 and missed < 8 * len(answer.sets):
        chosen = _together(answer, random, min(handful, len(answer.sets)))
        better = _formed_anew(instance, [answer.sets[at] for at in chosen], left)
        missed += 1
        if better:
            missed = 0
            kept = [one for at, one in enumerate(answer.sets) if at not in chosen]
            answer = Answer(tuple(sorted((*kept, *better), key=lambda one: one.id)), answer.waiting)
            told(answer)
    return answer


def _handful(instance: Instance) -> int:
    return max(2, 36 // instance.programme.size.most)


def _together(answer: Answer, random: Random, number: int) -> list[int]:
    """Sets that meet at few slots, so that many exchanges are possible."""
    slots = sorted({one.slot for one in answer.sets})
    chosen = set(random.choice(slots, min(2, len(slots)), replace=False).tolist())
    order: Array = random.permutation(len(answer.sets))
    ranked = sorted(order.tolist(), key=lambda at: answer.sets[at].slot not in chosen)
    return ranked[:number]


def _formed_anew(
    instance: Instance, sets: list[FormedSet], left: Callable[[], float]
) -> list[FormedSet] | None:
    """The same people in better sets, with the same slots and facilitators; None if there are none."""
    part = _only(instance, sets)
    arrays = arrays_of(part)
    columns = columns_of(arrays)
    if columns is None:
        return None
    known = sum(quality(instance, one.slot, one.members) for one in sets)
    ends = left() - min(AT_MOST, left() - AT_LEAST / 2)
    rules = Rules(arrays, {"placed": len(arrays.ids)})
    index = {who: at for at, who in enumerate(arrays.ids)}
    start = []
    for one in sets:
        row = np.full(columns.who.shape[1], -1)
        row[: len(one.members)] = sorted(index[who] for who in one.members)
        same = (columns.who == row).all(axis=1) & (columns.slot == arrays.slots.index(one.slot))
        start += np.flatnonzero(same)[:1].tolist()
    found = Search(rules, columns, "quality", lambda: left() - ends).best(np.array(start, dtype=int), known)
    if found.answer is None:
        return None
    ids = sorted(one.id for one in sets)
    return [replace(one, id=name) for one, name in zip(found.answer.sets, ids, strict=False)]


def _only(instance: Instance, sets: list[FormedSet]) -> Instance:
    programme = instance.programme
    people = {who: instance.applicants[who] for one in sets for who in one.members}
    at = {slot: sum(one.slot == slot for one in sets) for slot in programme.slots}
    duty = {
        one.facilitator: {other.slot for other in sets if other.facilitator == one.facilitator}
        for one in sets
    }
    helpers = {
        name: replace(instance.facilitators[name], slots=frozenset(slots), max_sets=len(slots))
        for name, slots in sorted(duty.items())
    }
    slots = {name: replace(one, capacity=at[name]) for name, one in programme.slots.items() if at[name]}
    people = {
        who: replace(one, slots={slot: wish for slot, wish in one.slots.items() if slot in slots})
        for who, one in sorted(people.items())
    }

    def within(pairs: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        return frozenset(two for two in pairs if two[0] in people and two[1] in people)

    return Instance(
        name=instance.name,
        programme=replace(programme, slots=slots, max_sets=len(sets)),
        applicants=people,
        facilitators=helpers,
        not_with=within(instance.not_with),
        wishes=within(instance.wishes),
        repeats=within(instance.repeats),
    )
