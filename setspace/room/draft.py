"""What a batch of asks makes of one room, before anything is written down."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from setspace.core.process.decide import decide
from setspace.core.process.events import Event, RoomClosed, SessionStarted
from setspace.core.process.evolve import evolve
from setspace.core.process.refusals import Refused
from setspace.core.process.state import State
from setspace.lib import clock
from setspace.room.answers import TOO_LATE, Ack, Answer, Ask, Refusal
from setspace.room.log import Known, to_row
from setspace.room.models import RoomEvent


@dataclass(slots=True)
class Draft:
    """A speculative copy of a room: states are frozen, so it costs nothing and goes without a trace."""

    known: Known
    state: State
    number: int
    at: int
    rows: list[RoomEvent] = field(default_factory=list)
    answers: list[tuple[Ask, Answer]] = field(default_factory=list)
    answered: dict[UUID, int] = field(default_factory=dict)
    started: SessionStarted | None = None
    closed: RoomClosed | None = None

    @property
    def after(self) -> Known:
        answered = {**self.known.answered, **self.answered}
        return replace(self.known, number=self.number, at=self.at, state=self.state, answered=answered)


def drafted(known: Known, asks: Iterable[tuple[Ask, Refusal | None]]) -> Draft:
    """Each ask decided after the one before it. Some come refused already, by who asks."""
    draft = Draft(known, known.state, known.number, known.at)
    for ask, refusal in asks:
        draft.answers.append((ask, refusal or _answer(draft, ask)))
    return draft


def _answer(draft: Draft, ask: Ask) -> Answer:
    """The same command id has the same answer and one effect, however often it comes."""
    before = draft.answered.get(ask.command_id) or draft.known.answered.get(ask.command_id)
    if before is not None:
        return Ack(before)
    if ask.is_late:
        return TOO_LATE
    now = clock.now_ms() if ask.now is None else ask.now
    # Clocks of several machines differ a little. In a room time never runs backwards.
    decided = decide(draft.state, ask.call, max(now, draft.at))
    if isinstance(decided, Refused):
        return Refusal.of(decided)
    for event in decided:
        _take(draft, event, ask.command_id if event is decided[-1] else None)
    return Ack(draft.number)


def _take(draft: Draft, event: Event, command_id: UUID | None) -> None:
    draft.number += 1
    draft.rows.append(to_row(draft.known, draft.number, command_id, event))
    draft.state = evolve(draft.state, event)
    draft.at = event.at
    if command_id is not None:
        draft.answered[command_id] = draft.number
    if isinstance(event, SessionStarted):
        draft.started = event
    elif isinstance(event, RoomClosed):
        draft.closed = event
