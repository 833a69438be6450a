"""A seat's view of the room, region by region as it is looked at."""

from collections.abc import Iterator, Mapping

from setspace.core.process.sight import REGIONS, Region
from setspace.core.process.sight.onlooker import onlooker
from setspace.core.process.state import State


class Looking(Mapping[str, Region]):
    """Just what ``sight`` gives to this person. A region that nobody looks at is not worked out."""

    def __init__(self, state: State, person: str, now: int, present: frozenset[str]) -> None:
        self._who = onlooker(state, person, now, present)
        self._seen: dict[str, Region] = {}

    def __getitem__(self, name: str) -> Region:
        if self._who is None or name not in REGIONS:
            raise KeyError(name)
        if name not in self._seen:
            self._seen[name] = REGIONS[name](self._who)
        return self._seen[name]

    def __iter__(self) -> Iterator[str]:
        return iter(REGIONS if self._who else ())

    def __len__(self) -> int:
        return len(REGIONS) if self._who else 0
