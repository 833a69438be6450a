"""What changed between two states of a map, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from setspace.core.mapping.model import ME, How, Map, Node, Ring
from setspace.core.mapping.words import SAYS, SHORT_RINGS, STANCES, TIES


class Sort(StrEnum):
    """In the order in which they are told."""

    NEW = "new"
    GONE = "gone"
    RING = "ring"
    TIE = "tie"
    STANCE = "stance"
    SAY = "say"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Change:
    sort: Sort
    keys: tuple[str, ...]  # of those whom it is about
    words: str


def changes(before: Map, after: Map) -> tuple[Change, ...]:
    """All of them, those that matter most first. Where somebody stands within their ring is not told."""
    found = [*_comings(before, after), *_of_each(before, after), *_of_ties(before, after)]
    order = list(Sort)
    return tuple(sorted(found, key=lambda one: order.index(one.sort)))


def moved(before: Map, after: Map) -> tuple[tuple[Node, Node], ...]:
    """Who is in another ring than before: as they were, and as they are."""
    pairs = [(before.node(node.key), node) for node in after.nodes]
    return tuple((was, now) for was, now in pairs if was is not None and was.ring != now.ring)


def _comings(before: Map, after: Map) -> Iterator[Change]:
    known, there = ({node.key for node in one.nodes} for one in (before, after))
    for node in after.nodes:
        if node.key not in known:
            yield Change(Sort.NEW, (node.key,), f"{node.name} is new: {SHORT_RINGS[node.ring]}.")
    for node in before.nodes:
        if node.key not in there:
            yield Change(Sort.GONE, (node.key,), f"{node.name} is no longer on the map.")


def _of_each(before: Map, after: Map) -> Iterator[Change]:
    for now in after.nodes:
        was = before.node(now.key)
        if was is None:
            continue
        name, key = now.name, (now.key,)
        if was.name != name:
            yield Change(Sort.NAME, key, f"{was.name} is now called {name}.")
        if was.ring != now.ring:
            yield Change(Sort.RING, key, f"{name} moved {_rings(was.ring, now.ring)}.")
        if was.stance != now.stance:
            said = f"now {STANCES[now.stance].lower()}" if now.stance else "no longer said"
            yield Change(Sort.STANCE, key, f"Where {name} stands on it: {said}.")
        if was.say != now.say:
            said = f"now {SAYS[now.say].lower()}" if now.say else "no longer said"
            yield Change(Sort.SAY, key, f"How much of a say {name} has: {said}.")


def _rings(was: Ring, now: Ring) -> str:
    return f"from {SHORT_RINGS[was]} to {SHORT_RINGS[now]}"


def _of_ties(before: Map, after: Map) -> Iterator[Change]:
    """Of those who are on both maps; who is new or gone has been told, but for how it is with the new."""
    there = {node.key for node in after.nodes} | {ME}
    ends = dict.fromkeys([one.ends for one in (*before.ties, *after.ties)])
    for one, other in ends:
        if not {one, other} <= there:
            continue
        was, now = before.between(one, other), after.between(one, other)
        if was != now:
            yield Change(Sort.TIE, (one, other), _tie_words(_between(after, one, other), was, now))


def _between(drawn: Map, one: str, other: str) -> str:
    if ME in (one, other):
        return f"to {drawn.name(other if one == ME else one)}"
    return "between {} and {}".format(*drawn.names((one, other)))


def _tie_words(between: str, was: How | None, now: How | None) -> str:
    if now is None:
        return f"The tie {between} is gone."
    if was is None:
        return f"There is a tie {between} now: {TIES[now].lower()}."
    return f"The tie {between} was {TIES[was].lower()} and is now {TIES[now].lower()}."
