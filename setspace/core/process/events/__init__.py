"""What happened in a room: one frozen dataclass each, in the past tense, with when and by whom."""

from typing import get_args

from setspace.core.process.events.breaks import CameBack
from setspace.core.process.events.course import (
    ClockPaused,
    ClockWentOn,
    HoldersOrdered,
    MinutesAdded,
    RoomClosed,
    SessionEnded,
    SessionStarted,
    StageBegan,
)
from setspace.core.process.events.formats import ResourcesAsked
from setspace.core.process.events.giving import (
    Agreed,
    ConsentAsked,
    DecisionPutOff,
    ProposalDropped,
    TimeGiven,
    TimeTakenBack,
)
from setspace.core.process.events.leading import LeadPassed, ObserverAnswered, StandInNamed
from setspace.core.process.events.life import (
    BreakCalled,
    MomentAnswered,
    MomentNeeded,
    QuietWordSaid,
    TurnPassed,
    TurnReturned,
)
from setspace.core.process.events.noting import (
    ActionChanged,
    ActionNoted,
    ActionRemoved,
    ActionReported,
    BidMade,
    CheckedIn,
    IssueNamed,
    PartApproved,
    QuestionPinned,
    QuestionWorded,
    Scored,
)
from setspace.core.process.events.seats import Arrived, RoomOpened, RoomPrepared, SeatLeft, SeatTaken
from setspace.core.process.events.showing import ShownToSet, TakenBack
from setspace.core.process.events.speaking import (
    Echoed,
    FloorAsked,
    FloorGiven,
    QuestionAsked,
    QuestionDropped,
    QuestionKept,
    QuestionMarked,
    QueueLeft,
)
from setspace.core.process.naming import snake_case

__all__ = [
    "EVENTS",
    "KINDS",
    "PRIVATE",
    "ActionChanged",
    "ActionNoted",
    "ActionRemoved",
    "ActionReported",
    "Agreed",
    "Arrived",
    "BidMade",
    "BreakCalled",
    "CameBack",
    "CheckedIn",
    "ClockPaused",
    "ClockWentOn",
    "ConsentAsked",
    "DecisionPutOff",
    "Echoed",
    "Event",
    "FloorAsked",
    "FloorGiven",
    "HoldersOrdered",
    "IssueNamed",
    "LeadPassed",
    "MinutesAdded",
    "MomentAnswered",
    "MomentNeeded",
    "ObserverAnswered",
    "PartApproved",
    "ProposalDropped",
    "QuestionAsked",
    "QuestionDropped",
    "QuestionKept",
    "QuestionMarked",
    "QuestionPinned",
    "QuestionWorded",
    "QueueLeft",
    "QuietWordSaid",
    "ResourcesAsked",
    "RoomClosed",
    "RoomOpened",
    "RoomPrepared",
    "Scored",
    "SeatLeft",
    "SeatTaken",
    "SessionEnded",
    "SessionStarted",
    "ShownToSet",
    "StageBegan",
    "StandInNamed",
    "TakenBack",
    "TimeGiven",
    "TimeTakenBack",
    "TurnPassed",
    "TurnReturned",
]

Event = (
    RoomOpened
    | RoomPrepared
    | SeatTaken
    | SeatLeft
    | Arrived
    | SessionStarted
    | StageBegan
    | MinutesAdded
    | ResourcesAsked
    | ClockPaused
    | ClockWentOn
    | HoldersOrdered
    | TurnPassed
    | TurnReturned
    | MomentNeeded
    | MomentAnswered
    | BreakCalled
    | QuietWordSaid
    | TimeGiven
    | ConsentAsked
    | Agreed
    | ProposalDropped
    | DecisionPutOff
    | TimeTakenBack
    | SessionEnded
    | RoomClosed
    | BidMade
    | CheckedIn
    | ActionReported
    | IssueNamed
    | QuestionWorded
    | QuestionPinned
    | ActionNoted
    | ActionChanged
    | ActionRemoved
    | Scored
    | PartApproved
    | FloorAsked
    | QueueLeft
    | FloorGiven
    | QuestionKept
    | QuestionDropped
    | QuestionAsked
    | QuestionMarked
    | Echoed
    | ShownToSet
    | TakenBack
    | CameBack
    | StandInNamed
    | LeadPassed
    | ObserverAnswered
)

EVENTS: dict[str, type[Event]] = {snake_case(type_.__name__): type_ for type_ in get_args(Event)}
KINDS: dict[type[Event], str] = {type_: kind for kind, type_ in EVENTS.items()}

# Seen by nobody but the person who caused them; kept under that person's own key.
PRIVATE = (QuestionKept, QuestionDropped, QuestionMarked, ObserverAnswered)
