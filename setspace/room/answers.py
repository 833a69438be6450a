"""What is asked of a room, and what it answers."""

from concurrent.futures import Future
from dataclasses import dataclass, field
from uuid import UUID

from setspace.core.process.commands import Call
from setspace.core.process.refusals import WORDS, Reason, Refused


@dataclass(frozen=True, slots=True)
class Ack:
    """It happened, is kept, and `number` is that of its last event."""

    number: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """It did not happen, because. The words are for the person who asked."""

    reason: str
    words: str

    @classmethod
    def of(cls, refused: Refused) -> "Refusal":
        return cls(refused.reason.value, refused.words)


Answer = Ack | Refusal

NOT_IN_SET = Refusal(Reason.NOT_IN_SET.value, WORDS[Reason.NOT_IN_SET])
NO_ROOM = Refusal("no_room", "This room is not open.")
SIGNED_OUT = Refusal("signed_out", "You have signed out. Sign in again to go on.")
NOT_KEPT = Refusal("not_kept", "That could not be kept just now. Try again in a moment.")
NOT_UNDERSTOOD = Refusal("not_understood", "That was not understood. Load the page again, then try again.")
TOO_LATE = Refusal("too_late", "That press came too late, so nothing was done.")
TOO_FAST = Refusal("too_fast", "That was a lot at once. Wait a moment, then go on.")


class NotKept(Exception):
    """A command that could not be written down. Nobody was told that it happened."""


@dataclass(slots=True)
class Ask:
    """A call on its way to the writer. Without `now` the clock is read when it is decided.

    One that is late, because it lay on the line, does nothing, unless it has been done already.
    """

    room: UUID
    call: Call
    command_id: UUID
    now: int | None = None
    session: str = ""
    is_late: bool = False
    answer: Future[Answer] = field(default_factory=Future)
