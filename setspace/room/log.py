"""What happened in a room, sealed as it is written down, and folded as it is read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from setspace.core.process import codec
from setspace.core.process.events import KINDS, PRIVATE, Event
from setspace.core.process.evolve import evolve, opened
from setspace.core.process.state import State
from setspace.lib import vault
from setspace.room.models import RoomEvent
from setspace.room.showing import NOTHING, Beside, beside

Row = tuple[int, UUID | None, str, str, bytes]
COLUMNS = ("number", "command_id", "actor", "kind", "body_sealed")
PRIVATE_KINDS = frozenset(KINDS[type_] for type_ in PRIVATE)


@dataclass(frozen=True, slots=True)
class Known:
    """A room as far as its log was read. `answered` has the number that each command led to.

    `beside` is what its issue holder may show and shows, which is in no log.
    """

    room: UUID
    learning_set: UUID
    number: int
    at: int
    state: State
    answered: Mapping[UUID, int] = field(default_factory=dict)
    beside: Beside = NOTHING


def read(room: UUID, learning_set: UUID) -> Known:
    """The whole log, folded."""
    rows = _rows(room, since=0)
    number, _, actor, kind, body = next(rows)
    first = _opened(room, learning_set, number, actor, kind, body)
    if first is None:
        raise LookupError("A room begins with its opening.")
    return _folded(Known(room, learning_set, number, first.at, opened(first)), rows)


def read_on(known: Known) -> Known:
    """What is known, and what has been written down since."""
    return _folded(known, _rows(known.room, since=known.number))


def history(room: UUID, learning_set: UUID) -> list[Event]:
    """All that happened, in order, without what was private and whose owner's key is gone."""
    rows = _rows(room, since=0)
    events = (_opened(room, learning_set, number, actor, kind, body) for number, _, actor, kind, body in rows)
    return [event for event in events if event is not None]


def with_beside(known: Known) -> Known:
    """What is known, with what lies beside it now."""
    return replace(known, beside=beside(known.room, known.learning_set, known.state, known.beside))


def to_row(known: Known, number: int, command_id: UUID | None, event: Event) -> RoomEvent:
    """An event as it is kept: sealed for the set, or for its actor alone where nobody else may see it."""
    kind = codec.kind_of(event)
    text = json.dumps(codec.event_to_plain(event), ensure_ascii=False, separators=(",", ":"))
    owner = _owner(known.learning_set, kind, event.by)
    return RoomEvent(
        room_id=known.room,
        number=number,
        command_id=command_id,
        actor=event.by,
        kind=kind,
        at=event.at,
        body_sealed=vault.seal(owner, _place(known.room, number), text),
    )


def _rows(room: UUID, since: int) -> Iterator[Row]:
    rows = RoomEvent.objects.filter(room_id=room, number__gt=since).order_by("number")
    return iter(rows.values_list(*COLUMNS))


def _folded(known: Known, rows: Iterable[Row]) -> Known:
    state, number, at, answered = known.state, known.number, known.at, dict(known.answered)
    for row in rows:
        number, command_id, actor, kind, body = row
        if command_id is not None:
            answered[command_id] = number
        event = _opened(known.room, known.learning_set, number, actor, kind, body)
        if event is not None:
            state, at = evolve(state, event), event.at
    return with_beside(replace(known, number=number, at=at, state=state, answered=answered))


def _opened(room: UUID, learning_set: UUID, number: int, actor: str, kind: str, body: bytes) -> Event | None:
    """The event, or None where it was private and its owner's key is gone: nobody misses it but them."""
    reader = vault.Reader(f"room for {actor}", vault.Purpose.ROOM)
    try:
        text = vault.open_sealed(_owner(learning_set, kind, actor), _place(room, number), body, reader)
    except vault.Unopenable:
        if kind in PRIVATE_KINDS:
            return None
        raise
    return codec.event_from_plain(kind, json.loads(text))


def _owner(learning_set: UUID, kind: str, actor: str) -> vault.Owner:
    return vault.Owner.of_person(UUID(actor)) if kind in PRIVATE_KINDS else vault.Owner.of_set(learning_set)


def _place(room: UUID, number: int) -> vault.Place:
    return vault.Place("room_roomevent", "body_sealed", f"{room}:{number}")
