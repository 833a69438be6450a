"""Two sets that go on as one: who would move, what that breaks, and which way disturbs least."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from setspace.core.forming.model import FormedSet, Instance
from setspace.core.forming.moving import Broken, Rule, broken_by


@dataclass(frozen=True, slots=True)
class Union:
    """All members of one set in another. ``broken`` is what stands against it, by whom it concerns."""

    leaving: FormedSet
    into: FormedSet
    broken: Mapping[str, tuple[Broken, ...]]

    @property
    def n_broken(self) -> int:
        return sum(len(one) for one in self.broken.values())

    @property
    def fits(self) -> bool:
        return not any(one.rule is Rule.FULL for each in self.broken.values() for one in each)


def union_of(instance: Instance, leaving: FormedSet, into: FormedSet) -> Union:
    """Of those who are in the set already nothing is asked: they stay where they are."""
    together = replace(into, members=(*into.members, *leaving.members))
    found = {who: broken_by(instance, together, who) for who in leaving.members}
    return Union(leaving, into, {who: broken for who, broken in found.items() if broken})


def unions(instance: Instance, sets: Sequence[FormedSet]) -> list[Union]:
    """Each two sets that together are no larger than one may be, either way; what disturbs least is first."""
    found = [union_of(instance, one, other) for one, other in permutations(sets, 2) if one.members]
    fitting = [one for one in found if one.into.members and one.fits]
    return sorted(
        fitting, key=lambda one: (one.n_broken, len(one.leaving.members), one.leaving.id, one.into.id)
    )
