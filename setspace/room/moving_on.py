"""Hard ends: when the time of such a stage is over, the room itself moves on.

Each process looks by itself at the rooms that people watch through it; a room that nobody watches waits. What
it asks for has an id that follows from the room and the visit, so that two processes press once.
"""

from collections.abc import Iterable
from uuid import UUID, uuid5

from setspace.core.process import timing
from setspace.core.process.commands import MoveOn
from setspace.room.live import LiveRoom
from setspace.room.lost_holder import Wanted

LOOK_SECONDS = 0.25  # so that nobody sees a clock below zero for longer


def due(rooms: Iterable[LiveRoom], now: int) -> list[Wanted]:
    """The rooms that are to move on at ``now``, in epoch milliseconds; the same again until they have."""
    return [wanted(room) for room in rooms if _is_due(room, now)]


def wanted(room: LiveRoom) -> Wanted:
    visit = len(room.known.state.visits)
    return Wanted(room.id, MoveOn(visit), press_id(room.id, visit))


def press_id(room: UUID, visit: int) -> UUID:
    return uuid5(room, f"moves on by itself from visit {visit}")


def _is_due(room: LiveRoom, now: int) -> bool:
    moment = timing.moves_on_at(room.known.state)
    return moment is not None and moment <= now
