"""When the issue holder loses the line, the room holds the clock; when they are back, it lets it go.

Each process looks by itself. What it asks for has an id that follows from the room and the visit, so that
two processes ask for the same thing and it happens once. A person's press counts for more: a clock that
somebody lets run is not held again before the holder was back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID, uuid5

from setspace.core.process.commands import Command, GoOn, Pause
from setspace.core.process.decide.life import HOLDER
from setspace.room.live import LiveRoom, Onlooker

AWAY_SECONDS = 15.0  # a page that is loaded again is back sooner
START_SECONDS = 60.0  # after a start people come back one after the other
SILENT_SECONDS = 12.0  # a page gives a sign of life each five
HIDDEN_SECONDS = 75.0  # browsers let a page in the background do so once a minute


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the room itself is to be asked for."""

    room: UUID
    command: Command
    id: UUID


@dataclass(slots=True)
class Watch:
    """What a process knows of the lines to one room. Times are ticks of the clock, in seconds."""

    seen: set[str] = field(default_factory=set)  # who has had a line to it
    holder: str = ""
    away_since: float | None = None
    is_told: bool = False  # the clock was held since the holder went, whoever held it


class LostHolders:
    def __init__(self, began: float) -> None:
        self._began = began
        self._watches: dict[UUID, Watch] = {}

    def look(self, rooms: Iterable[LiveRoom], now: float) -> list[Wanted]:
        """What the rooms are to be asked for now. It may be the same again until it has happened."""
        live = {room.id: room for room in rooms}
        self._watches = {room: self._watches.get(room, Watch()) for room in live}
        return [wanted for room in live.values() for wanted in self._wanted(room, now)]

    def _wanted(self, room: LiveRoom, now: float) -> Iterator[Wanted]:
        state, watch, here = room.known.state, self._watches[room.id], connected(room, now)
        watch.seen |= here
        if state.holder != watch.holder or not state.holder or not here:
            watch.holder, watch.away_since, watch.is_told = state.holder, None, False
        if not state.holder or not here:
            return
        if state.holder in here:
            watch.away_since, watch.is_told = None, False
            if state.held_for == HOLDER:
                yield Wanted(room.id, GoOn(), _id(room, "back", state.paused_at))
        elif self._is_lost(room, watch, now):
            yield Wanted(room.id, Pause(HOLDER), _id(room, "lost", state.visits[-1].held))

    def _is_lost(self, room: LiveRoom, watch: Watch, now: float) -> bool:
        if watch.away_since is None:
            watch.away_since = now
        watch.is_told = watch.is_told or room.known.state.paused_at is not None
        is_long = now - watch.away_since >= AWAY_SECONDS and now - self._began >= START_SECONDS
        return is_long and not watch.is_told and watch.holder in watch.seen


def connected(room: LiveRoom, now: float) -> frozenset[str]:
    """Who has a line to a room: to this process by a page that lives, or to another one."""
    own = (one.person for one in room.onlookers if one.is_here and _is_alive(one, now))
    return room.presence.elsewhere(now).union(own)


def _is_alive(one: Onlooker, now: float) -> bool:
    return now - one.heard_at < (HIDDEN_SECONDS if one.is_hidden else SILENT_SECONDS)


def _id(room: LiveRoom, what: str, mark: int | None) -> UUID:
    """The same in every process, and another one each time that somebody goes."""
    return uuid5(room.id, f"holder {what}, visit {len(room.known.state.visits)}, {mark}")
