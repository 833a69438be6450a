"""What someone in the room may ask for: one frozen dataclass each, in the imperative.

A command says nothing of who asks, when, or under which id: that is its ``Call``. Things that a
command makes (a question, an action) take the call's id as theirs, so that chance stays outside.
"""

from dataclasses import dataclass
from typing import get_args

from setspace.core.process.commands.breaks import ComeBack
from setspace.core.process.commands.course import (
    AddMinutes,
    Back,
    Close,
    End,
    GoOn,
    NextStage,
    OrderHolders,
    Pause,
    Start,
)
from setspace.core.process.commands.formats import AskForResources, MoveOn
from setspace.core.process.commands.giving import Agree, DecideLater, GiveTime, Undo
from setspace.core.process.commands.leading import AgreeToObserver, HandOver, NameStandIn, StandIn
from setspace.core.process.commands.life import (
    CallBreak,
    MarkAbsent,
    MomentSeen,
    NeedMoment,
    PassTurn,
    QuietWord,
    Return,
)
from setspace.core.process.commands.noting import (
    ApprovePart,
    Bid,
    ChangeAction,
    CheckIn,
    NameIssue,
    NoteAction,
    PinQuestion,
    RemoveAction,
    ReportAction,
    Score,
    WordQuestion,
)
from setspace.core.process.commands.seats import Arrive, LeaveSeat, Prepare, TakeSeat
from setspace.core.process.commands.showing import Show, TakeBack
from setspace.core.process.commands.speaking import (
    AskForFloor,
    DropQuestion,
    Echo,
    GiveFloor,
    KeepQuestion,
    LeaveQueue,
    MarkQuestion,
    SendQuestion,
)
from setspace.core.process.naming import snake_case

__all__ = [
    "COMMANDS",
    "ROOM_ONLY",
    "THE_ROOM",
    "AddMinutes",
    "Agree",
    "AgreeToObserver",
    "ApprovePart",
    "Arrive",
    "AskForFloor",
    "AskForResources",
    "Back",
    "Bid",
    "Call",
    "CallBreak",
    "ChangeAction",
    "CheckIn",
    "Close",
    "ComeBack",
    "Command",
    "DecideLater",
    "DropQuestion",
    "Echo",
    "End",
    "GiveFloor",
    "GiveTime",
    "GoOn",
    "HandOver",
    "KeepQuestion",
    "LeaveQueue",
    "LeaveSeat",
    "MarkAbsent",
    "MarkQuestion",
    "MomentSeen",
    "MoveOn",
    "NameIssue",
    "NameStandIn",
    "NeedMoment",
    "NextStage",
    "NoteAction",
    "OrderHolders",
    "PassTurn",
    "Pause",
    "PinQuestion",
    "Prepare",
    "QuietWord",
    "RemoveAction",
    "ReportAction",
    "Return",
    "Score",
    "SendQuestion",
    "Show",
    "StandIn",
    "Start",
    "TakeBack",
    "TakeSeat",
    "Undo",
    "WordQuestion",
]

Command = (
    Prepare
    | TakeSeat
    | LeaveSeat
    | Arrive
    | Start
    | NextStage
    | MoveOn
    | AskForResources
    | Back
    | AddMinutes
    | Pause
    | GoOn
    | OrderHolders
    | PassTurn
    | MarkAbsent
    | Return
    | NeedMoment
    | MomentSeen
    | CallBreak
    | QuietWord
    | GiveTime
    | Agree
    | DecideLater
    | Undo
    | End
    | Close
    | Bid
    | CheckIn
    | ReportAction
    | NameIssue
    | WordQuestion
    | PinQuestion
    | NoteAction
    | ChangeAction
    | RemoveAction
    | Score
    | ApprovePart
    | AskForFloor
    | LeaveQueue
    | GiveFloor
    | KeepQuestion
    | DropQuestion
    | SendQuestion
    | MarkQuestion
    | Echo
    | Show
    | TakeBack
    | ComeBack
    | NameStandIn
    | StandIn
    | HandOver
    | AgreeToObserver
)

THE_ROOM = "room"  # who asks when the room itself asks
ROOM_ONLY = (Prepare, TakeSeat, LeaveSeat, MoveOn)
# What can be asked in plain values; a preparation holds a whole plan and never comes from outside.
COMMANDS: dict[str, type[Command]] = {
    snake_case(type_.__name__): type_ for type_ in get_args(Command) if type_ is not Prepare
}


@dataclass(frozen=True, slots=True)
class Call:
    """A command as it was asked: by whom (a person's id, or THE_ROOM) and under which id."""

    by: str
    id: str
    what: Command
