"""Sets that are there before anything is dealt: those that go on, and those that people are pinned to."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from setspace.core.forming.model import FormedSet, Instance
from setspace.core.forming.scoring import clashes, least_of


def standing(instance: Instance) -> list[FormedSet]:
    """Each named set with those who are pinned to it and those of before who can stay; where it cannot be,
    without it.
    """
    found: list[FormedSet] = []
    old = {one.id: one for one in instance.previous}
    for name in sorted(
        {*instance.pins.values(), *old}, key=lambda name: (name not in instance.pins.values(), name)
    ):
        pinned = tuple(who for who, where in instance.pins.items() if where == name)
        before = [who for who in (old[name].members if name in old else ()) if who in instance.applicants]
        stay = [who for who in before if who not in instance.pins]
        best: FormedSet | None = None
        for empty in _ways(instance, name, old.get(name), found):
            one = _filled(instance, replace(empty, members=pinned), stay)
            if one and (best is None or len(one.members) > len(best.members)):
                best = one
            if best and len(best.members) >= len(pinned) + len(stay):
                break
        found += [best] if best and (pinned or len(best.members) >= least_of(instance, name)) else []
    return found


def _ways(
    instance: Instance, name: str, old: FormedSet | None, taken: list[FormedSet]
) -> Iterator[FormedSet]:
    """Slots, facilitators and languages that are still free, as before if that can be."""
    at, duty = Counter(one.slot for one in taken), {(one.slot, one.facilitator) for one in taken}
    load = Counter(one.facilitator for one in taken)
    ways = [
        FormedSet(name, slot.id, helper.id, language, ())
        for slot in instance.programme.slots.values()
        for helper in instance.facilitators.values()
        for language in sorted(helper.languages)
        if slot.id in helper.slots and at[slot.id] < slot.capacity and load[helper.id] < helper.max_sets
    ]
    most = instance.programme.max_sets
    if most is not None and len(taken) >= most:
        return
    if old:
        ways.sort(key=lambda one: (one.slot != old.slot, one.facilitator != old.facilitator))
    yield from (one for one in ways if (one.slot, one.facilitator) not in duty)


def _filled(instance: Instance, one: FormedSet, stay: list[str]) -> FormedSet | None:
    if any(clashes(instance, one)) or len(one.members) > instance.programme.size.most:
        return None
    for who in stay:
        more = replace(one, members=(*one.members, who))
        if len(more.members) <= instance.programme.size.most and not any(clashes(instance, more)):
            one = more
    return one
