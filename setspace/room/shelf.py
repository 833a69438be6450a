"""What this process knows of its rooms: the newest state that was committed, by room."""

from collections import OrderedDict
from threading import Lock
from uuid import UUID

from setspace.room.log import Known, read, read_on
from setspace.room.models import Room

MOST_ROOMS = 3_000


class Shelf:
    """States are frozen, so that the writer and everybody who looks can hold the same one."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: OrderedDict[UUID, Known] = OrderedDict()

    def get(self, room: UUID) -> Known | None:
        with self._lock:
            known = self._known.get(room)
            if known is not None:
                self._known.move_to_end(room)
            return known

    def put(self, known: Known) -> Known:
        """Keep what is known, unless more is known already; say what is known now."""
        with self._lock:
            before = self._known.get(known.room)
            if before is not None and before.number >= known.number:
                return before
            self._known[known.room] = known
            self._known.move_to_end(known.room)
            while len(self._known) > MOST_ROOMS:
                self._known.popitem(last=False)
            return known

    def drop(self, room: UUID) -> None:
        with self._lock:
            self._known.pop(room, None)

    def clear(self) -> None:
        with self._lock:
            self._known.clear()


shelf = Shelf()


def newest(room: UUID) -> Known | None:
    """A room as it is now, or None where there is none. Reads only what this process does not know yet."""
    head = Room.objects.filter(pk=room).values_list("number", "meeting__learning_set_id").first()
    if head is None:
        return None
    number, learning_set = head
    known = shelf.get(room)
    if known is None:
        return shelf.put(read(room, learning_set))
    return known if known.number >= number else shelf.put(read_on(known))
