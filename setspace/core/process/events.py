"""What happened in a room: one frozen dataclass each, in the past tense, with when and by whom."""

from dataclasses import dataclass
from typing import get_args

from setspace.core.process.naming import snake_case
from setspace.core.process.state import Role, Setup


@dataclass(frozen=True, slots=True)
class RoomOpened:
    at: int
    by: str
    setup: Setup


@dataclass(frozen=True, slots=True)
class RoomPrepared:
    """The room is to be as if it had been opened like this; its seats are left as they are."""

    at: int
    by: str
    setup: Setup


@dataclass(frozen=True, slots=True)
class SeatTaken:
    at: int
    by: str
    person: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class SeatLeft:
    at: int
    by: str
    person: str


@dataclass(frozen=True, slots=True)
class Arrived:
    at: int
    by: str


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """``planned_end`` counts from the planned start, unless that was more than an hour away."""

    at: int
    by: str
    n_people: int
    order: tuple[str, ...]
    planned_end: int


@dataclass(frozen=True, slots=True)
class StageBegan:
    """``allowance`` is the time it has, in milliseconds; 0 or less where none was left."""

    at: int
    by: str
    step: int
    allowance: int


@dataclass(frozen=True, slots=True)
class MinutesAdded:
    at: int
    by: str
    step: int
    minutes: int


@dataclass(frozen=True, slots=True)
class ClockPaused:
    at: int
    by: str


@dataclass(frozen=True, slots=True)
class ClockWentOn:
    at: int
    by: str


@dataclass(frozen=True, slots=True)
class HoldersOrdered:
    at: int
    by: str
    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BidMade:
    at: int
    by: str
    line: str
    alive: int


@dataclass(frozen=True, slots=True)
class CheckedIn:
    at: int
    by: str
    words: str


@dataclass(frozen=True, slots=True)
class ActionReported:
    at: int
    by: str
    action: str
    status: str
    did: str
    learned: str


@dataclass(frozen=True, slots=True)
class IssueNamed:
    at: int
    by: str
    holder: str
    line: str


@dataclass(frozen=True, slots=True)
class QuestionWorded:
    at: int
    by: str
    holder: str
    text: str


@dataclass(frozen=True, slots=True)
class QuestionPinned:
    at: int
    by: str
    holder: str
    wording: int


@dataclass(frozen=True, slots=True)
class FloorAsked:
    at: int
    by: str


@dataclass(frozen=True, slots=True)
class QueueLeft:
    at: int
    by: str


@dataclass(frozen=True, slots=True)
class FloorGiven:
    at: int
    by: str
    person: str


@dataclass(frozen=True, slots=True)
class QuestionKept:
    at: int
    by: str
    id: str
    text: str
    held: str


@dataclass(frozen=True, slots=True)
class QuestionDropped:
    at: int
    by: str
    held: str


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    at: int
    by: str
    id: str
    holder: str
    text: str
    held: str


@dataclass(frozen=True, slots=True)
class QuestionMarked:
    at: int
    by: str
    question: str
    moved: bool


@dataclass(frozen=True, slots=True)
class _ActionWorded:
    at: int
    by: str
    key: str
    holder: str
    what: str
    by_when: str
    first_step: str
    confidence: int


class ActionNoted(_ActionWorded):
    __slots__ = ()


class ActionChanged(_ActionWorded):
    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ActionRemoved:
    at: int
    by: str
    key: str
    holder: str


@dataclass(frozen=True, slots=True)
class Echoed:
    at: int
    by: str
    holder: str
    words: str


@dataclass(frozen=True, slots=True)
class Scored:
    at: int
    by: str
    value: int


@dataclass(frozen=True, slots=True)
class SessionEnded:
    at: int
    by: str


@dataclass(frozen=True, slots=True)
class PartApproved:
    at: int
    by: str
    version: int


@dataclass(frozen=True, slots=True)
class RoomClosed:
    at: int
    by: str


Event = (
    RoomOpened
    | RoomPrepared
    | SeatTaken
    | SeatLeft
    | Arrived
    | SessionStarted
    | StageBegan
    | MinutesAdded
    | ClockPaused
    | ClockWentOn
    | HoldersOrdered
    | BidMade
    | CheckedIn
    | ActionReported
    | IssueNamed
    | QuestionWorded
    | QuestionPinned
    | FloorAsked
    | QueueLeft
    | FloorGiven
    | QuestionKept
    | QuestionDropped
    | QuestionAsked
    | QuestionMarked
    | ActionNoted
    | ActionChanged
    | ActionRemoved
    | Echoed
    | Scored
    | SessionEnded
    | PartApproved
    | RoomClosed
)

EVENTS: dict[str, type[Event]] = {snake_case(type_.__name__): type_ for type_ in get_args(Event)}
KINDS: dict[type[Event], str] = {type_: kind for kind, type_ in EVENTS.items()}

# Seen by nobody but the person who caused them; kept under that person's own key.
PRIVATE = (QuestionKept, QuestionDropped, QuestionMarked)
