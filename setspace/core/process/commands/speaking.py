"""Who speaks, and what is asked."""

from dataclasses import dataclass


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
class Echo:
    """What touched me, or what I take away."""

    words: str
