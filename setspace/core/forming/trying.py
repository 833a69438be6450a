"""What else could be done with somebody: each way is really tried, and none is offered that breaks a rule."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from setspace.core.forming.model import UNIT, Answer, FormedSet, Instance
from setspace.core.forming.moving import Broken, broken_by, broken_in
from setspace.core.forming.reasons import MOST_NEAR, bars_of, near
from setspace.core.forming.scoring import least_of, quality

MOST_TRIED = 12
"""Other sets that are tried for one person."""

HARDLY = 2 * UNIT
"""What sets may gain or lose for each of their people and still be called mixed as well as before."""


class Mixed(StrEnum):
    BETTER = "better"
    AS_WELL = "as well"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Step:
    """One person into the set of this id."""

    who: str
    to: str


@dataclass(frozen=True, slots=True)
class Count:
    """Of how many kinds the people of a set are, before and after."""

    there: FormedSet
    trait: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Tried:
    """One way, into one set. Without steps there is none: ``broken`` is then in it, as the set is."""

    there: FormedSet
    steps: tuple[Step, ...] = ()
    away: FormedSet | None = None  # where the other one would go
    broken: tuple[Broken, ...] = ()
    mixed: Mixed = Mixed.AS_WELL
    counts: tuple[Count, ...] = ()
    shuts: tuple[str, ...] = ()  # who waits, and would have no place left to go to
    pinned: tuple[str, ...] = ()  # whoever of them is unpinned would open a way


def moves_of(instance: Instance, answer: Answer, who: str) -> list[Tried]:
    """For somebody who is placed: each other set, by a plain move, or in exchange for somebody there."""
    here = next(one for one in answer.sets if who in one.members)
    found = []
    for there in _nearest(instance, answer, who, here):
        ways = [(Step(who, there.id),)] if len(here.members) != least_of(instance, here.id) else []
        way = _best(instance, answer, ways) or _best(instance, answer, _exchanges(instance, here, there, who))
        if who in instance.pins or not way:
            pinned = (who,) if way else ()
            found.append(Tried(there, broken=broken_by(instance, there, who), pinned=pinned))
        else:
            found.append(_shutting(instance, answer, way))
    return found


def room_for(instance: Instance, answer: Answer, who: str) -> list[Tried]:
    """For somebody who waits: each set, with a place as it is, or with one that somebody else makes free."""
    found = []
    for there in _nearest(instance, answer, who):
        broken = broken_by(instance, there, who)
        if not broken:
            plain = _best(instance, answer, [(Step(who, there.id),)]) or Tried(there)
            found.append(_shutting(instance, answer, plain))
            continue
        loose = [one for one in there.members if one not in instance.pins]
        way = _best(instance, answer, _freed(instance, answer, there, who, loose))
        held = tuple(one for one in there.members if one in instance.pins) if not way else ()
        pinned = tuple(
            one for one in held if _best(instance, answer, _freed(instance, answer, there, who, [one]))
        )
        found.append(_shutting(instance, answer, way) if way else Tried(there, broken=broken, pinned=pinned))
    return sorted(found, key=lambda one: len(one.steps) or MOST_TRIED)


def after(answer: Answer, steps: Iterable[Step]) -> Answer:
    """The answer with these steps taken."""
    to = {one.who: one.to for one in steps}
    sets = []
    for one in answer.sets:
        stay = [who for who in one.members if to.get(who, one.id) == one.id]
        come = [who for who, where in to.items() if where == one.id and who not in stay]
        sets.append(replace(one, members=(*stay, *come)))
    return Answer(tuple(sets), tuple(who for who in answer.waiting if who not in to))


def _nearest(instance: Instance, answer: Answer, who: str, here: FormedSet | None = None) -> list[FormedSet]:
    """Those first to which the fewest rules close the way, in the order in which they are given."""
    order = {one.id: at for at, one in enumerate(answer.sets)}
    found = near(instance, answer, who, here)
    found.sort(key=lambda one: (len(bars_of(instance, one, who)), order[one.id]))
    return sorted(found[:MOST_TRIED], key=lambda one: order[one.id])


def _shutting(instance: Instance, answer: Answer, way: Tried) -> Tried:
    """The same way, with whoever waits now and could come there, and then could go nowhere."""
    then = after(answer, way.steps)
    full = _of(then, way.there.id)
    shut = [
        who
        for who in then.waiting[:MOST_NEAR]
        if not broken_by(instance, way.there, who)
        and broken_by(instance, full, who)
        and all(broken_by(instance, one, who) for one in near(instance, then, who))
    ]
    return replace(way, shuts=tuple(shut))


def _exchanges(instance: Instance, here: FormedSet, there: FormedSet, who: str) -> Iterator[tuple[Step, ...]]:
    for other in there.members:
        if other not in instance.pins:
            yield Step(other, here.id), Step(who, there.id)


def _freed(
    instance: Instance, answer: Answer, there: FormedSet, who: str, loose: Sequence[str]
) -> Iterator[tuple[Step, ...]]:
    """Somebody goes from there to another set."""
    for one in loose:
        for other in near(instance, answer, one, there):
            if len(other.members) < instance.programme.size.most:
                yield Step(one, other.id), Step(who, there.id)


def _best(instance: Instance, answer: Answer, ways: Iterable[tuple[Step, ...]]) -> Tried | None:
    """Of the ways that break no rule the one with the best sets."""
    found: tuple[int, Tried] | None = None
    for steps in ways:
        touched = _touched(answer, steps)
        if any(broken_in(instance, new) for _, new in touched):
            continue
        change = sum(_worth(instance, new) - _worth(instance, old) for old, new in touched)
        if found is None or change > found[0]:
            away, there = (_of(answer, one.to) for one in (steps[0], steps[-1]))
            found = change, Tried(there, steps, away if away.id != there.id else None)
    if found is None:
        return None
    touched = _touched(answer, found[1].steps)
    counts = tuple(_counts(instance, touched))
    return replace(found[1], mixed=_mixed(instance, touched), counts=counts)


def _touched(answer: Answer, steps: tuple[Step, ...]) -> list[tuple[FormedSet, FormedSet]]:
    """The sets that somebody comes to or goes from, before and after."""
    to, who = {one.to for one in steps}, {one.who for one in steps}
    sets = tuple(one for one in answer.sets if one.id in to or not who.isdisjoint(one.members))
    return list(zip(sets, after(Answer(sets, ()), steps).sets, strict=True))


def _of(answer: Answer, name: str) -> FormedSet:
    return next(one for one in answer.sets if one.id == name)


def _worth(instance: Instance, one: FormedSet) -> int:
    return quality(instance, one.slot, one.members)


def _mixed(instance: Instance, touched: Sequence[tuple[FormedSet, FormedSet]]) -> Mixed:
    """By what each person has of it, so that a set is not better because it is larger."""
    before, now = (
        sum(_worth(instance, one) for one in sets) // max(1, sum(len(one.members) for one in sets))
        for sets in zip(*touched, strict=True)
    )
    if abs(now - before) <= HARDLY:
        return Mixed.AS_WELL
    return Mixed.BETTER if now > before else Mixed.LESS


def _counts(instance: Instance, touched: Iterable[tuple[FormedSet, FormedSet]]) -> Iterator[Count]:
    for old, new in touched:
        for kind in instance.programme.attributes:
            before, now = (kinds_in(instance, one, kind.name) for one in (old, new))
            if before and now < before:
                yield Count(old, kind.name, before, now)


def kinds_in(instance: Instance, one: FormedSet, trait: str) -> int:
    """Of how many kinds the people of a set are; what nobody knows is none."""
    return len({instance.applicants[who].is_what[trait] for who in one.members} - {""})
