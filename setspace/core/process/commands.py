"""What someone in the room may ask for: one frozen dataclass each, in the imperative.

A command says nothing of who asks, when, or under which id: that is its ``Call``. Things that a
command makes (a question, an action) take the call's id as theirs, so that chance stays outside.
"""

from dataclasses import dataclass
from typing import get_args

from setspace.core.process.naming import snake_case
from setspace.core.process.state import Setup


@dataclass(frozen=True, slots=True)
class Prepare:
    """The session was moved, or given another plan, before it began (asked by the room itself)."""

    setup: Setup


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """Somebody became a member or facilitator of the set (asked by the room itself)."""

    person: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class LeaveSeat:
    """Somebody left the set (asked by the room itself)."""

    person: str


@dataclass(frozen=True, slots=True)
class Arrive:
    """I am here."""


@dataclass(frozen=True, slots=True)
class Start:
    """Begin the session."""


@dataclass(frozen=True, slots=True)
class NextStage:
    """Move on. ``seen`` is the number of the visit on the asker's screen, so that a late press is refused."""

    seen: int


@dataclass(frozen=True, slots=True)
class Back:
    """Return to the stage before."""

    seen: int


@dataclass(frozen=True, slots=True)
class AddMinutes:
    """Give the present stage more time, 1 to 10 minutes."""

    seen: int
    minutes: int = 1


@dataclass(frozen=True, slots=True)
class Pause:
    """Hold the clock."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Let the clock run again."""


@dataclass(frozen=True, slots=True)
class OrderHolders:
    """Who holds an issue today, in this order; those whose turn has begun stay first."""

    order: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bid:
    """Ask for a turn today: one line about the issue, and how alive it is, 1 to 5."""

    line: str
    alive: int


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Check in, with a word or two if wished."""

    words: str = ""


@dataclass(frozen=True, slots=True)
class ReportAction:
    """What became of my action, and what I learned. ``status`` is one of state.STATUSES."""

    action: str
    status: str
    did: str = ""
    learned: str = ""


@dataclass(frozen=True, slots=True)
class NameIssue:
    """The issue in one line, for the summary."""

    line: str


@dataclass(frozen=True, slots=True)
class WordQuestion:
    """Word the key question, or word it anew."""

    text: str


@dataclass(frozen=True, slots=True)
class PinQuestion:
    """This is my question: pin the wording with this number, from 0."""

    wording: int


@dataclass(frozen=True, slots=True)
class AskForFloor:
    """I'd like to ask."""


@dataclass(frozen=True, slots=True)
class LeaveQueue:
    """I no longer want to ask."""


@dataclass(frozen=True, slots=True)
class GiveFloor:
    """Bring somebody in; an empty ``person`` takes the floor back."""

    person: str


@dataclass(frozen=True, slots=True)
class KeepQuestion:
    """Keep a question for myself. ``held`` names the one that it replaces."""

    text: str
    held: str = ""


@dataclass(frozen=True, slots=True)
class DropQuestion:
    """Let go of a question that I kept."""

    held: str


@dataclass(frozen=True, slots=True)
class SendQuestion:
    """Put a question to the issue holder. ``held`` names the kept one that it was."""

    text: str
    held: str = ""


@dataclass(frozen=True, slots=True)
class MarkQuestion:
    """The issue holder notes privately that a question moved them, or no longer."""

    question: str
    moved: bool


@dataclass(frozen=True, slots=True)
class NoteAction:
    """What I will do, by when, the first small step, and how sure I am, 1 to 10 (0: not said).

    ``holder`` is whose action it is; empty for my own. The facilitator may note for the holder.
    """

    what: str
    by_when: str = ""
    first_step: str = ""
    confidence: int = 0
    holder: str = ""


@dataclass(frozen=True, slots=True)
class ChangeAction:
    """Word an action anew."""

    action: str
    what: str
    by_when: str = ""
    first_step: str = ""
    confidence: int = 0


@dataclass(frozen=True, slots=True)
class RemoveAction:
    """Take an action off the list."""

    action: str


@dataclass(frozen=True, slots=True)
class Echo:
    """What touched me, or what I take away."""

    words: str


@dataclass(frozen=True, slots=True)
class Score:
    """How we worked as a set, 1 to 10."""

    value: int


@dataclass(frozen=True, slots=True)
class End:
    """End the session: the time is over, the parts of the summary are read."""


@dataclass(frozen=True, slots=True)
class ApprovePart:
    """My part of the summary may go out as it stands. ``seen`` is its version on my screen."""

    seen: int


@dataclass(frozen=True, slots=True)
class Close:
    """Close the room."""


Command = (
    Prepare
    | TakeSeat
    | LeaveSeat
    | Arrive
    | Start
    | NextStage
    | Back
    | AddMinutes
    | Pause
    | GoOn
    | OrderHolders
    | Bid
    | CheckIn
    | ReportAction
    | NameIssue
    | WordQuestion
    | PinQuestion
    | AskForFloor
    | LeaveQueue
    | GiveFloor
    | KeepQuestion
    | DropQuestion
    | SendQuestion
    | MarkQuestion
    | NoteAction
    | ChangeAction
    | RemoveAction
    | Echo
    | Score
    | End
    | ApprovePart
    | Close
)

THE_ROOM = "room"  # who asks when the room itself asks
ROOM_ONLY = (Prepare, TakeSeat, LeaveSeat)
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
