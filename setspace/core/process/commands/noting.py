"""What is written down: about the set, an issue, its key question and its actions."""

from dataclasses import dataclass


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
class Score:
    """How we worked as a set, 1 to 10."""

    value: int


@dataclass(frozen=True, slots=True)
class ApprovePart:
    """My part of the summary may go out as it stands. ``seen`` is its version on my screen."""

    seen: int
