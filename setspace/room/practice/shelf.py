"""The rehearsals of this process. One that nobody has looked at for an hour is let go."""

from uuid import UUID, uuid4

from setspace.lib import clock
from setspace.room.practice.casting import Wanted
from setspace.room.practice.practice import Practice

MOST, AN_HOUR = 200, 3600.0

_practices: dict[UUID, tuple[Practice, float]] = {}


class Full(Exception):
    """There are as many rehearsals as one process carries."""


def begin(owner: str, name: str, wanted: Wanted) -> Practice:
    """A new rehearsal; the one that this person had is let go. Raises Full."""
    _let_go(owner)
    if len(_practices) >= MOST:
        raise Full
    now = clock.now_ms() // 60_000 * 60_000
    practice = Practice(uuid4(), owner, name, wanted, now)
    _practices[practice.id] = (practice, clock.ticks())
    return practice


def find(practice_id: UUID, owner: str) -> Practice | None:
    """This person's rehearsal; nobody else's is ever found."""
    found = _practices.get(practice_id)
    if found is None or found[0].owner != owner:
        return None
    _practices[practice_id] = (found[0], clock.ticks())
    return found[0]


def newest_of(owner: str) -> Practice | None:
    return next((practice for practice, _ in _practices.values() if practice.owner == owner), None)


def clear() -> None:
    _practices.clear()


def _let_go(owner: str) -> None:
    now = clock.ticks()
    for key, (practice, looked_at) in list(_practices.items()):
        if practice.owner == owner or now - looked_at > AN_HOUR:
            del _practices[key]
