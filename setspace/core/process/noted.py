"""What is asked, said and written down in a room, as the room remembers it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was put to the issue holder, and as in which stage the coach would read it."""

    id: str
    by: str
    text: str
    coached_as: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A question that somebody keeps for themselves."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class BidLine:
    line: str
    alive: int


@dataclass(frozen=True, slots=True)
class Wording:
    text: str
    at: int
    by: str


@dataclass(frozen=True, slots=True)
class NotedAction:
    """``confidence`` is 1 to 10; 0 where nothing was said."""

    key: str
    what: str
    by_when: str = ""
    first_step: str = ""
    confidence: int = 0


@dataclass(frozen=True, slots=True)
class EchoLine:
    """What somebody noted in a go-round, which is the step of that number."""

    by: str
    words: str
    step: int


@dataclass(frozen=True, slots=True)
class Report:
    action: str
    person: str
    status: str
    did: str
    learned: str


@dataclass(frozen=True, slots=True)
class Part:
    """What is noted of one issue holder. ``version`` rises with every change; one is ``approved``."""

    issue: str = ""
    wordings: tuple[Wording, ...] = ()
    pinned: int | None = None
    asked: tuple[Asked, ...] = ()
    echoes: tuple[EchoLine, ...] = ()
    actions: tuple[NotedAction, ...] = ()
    version: int = 0
    approved: int | None = None

    @property
    def key_question(self) -> str:
        """The pinned wording, or the newest where none is pinned, or nothing."""
        if self.pinned is not None:
            return self.wordings[self.pinned].text
        return self.wordings[-1].text if self.wordings else ""

    @property
    def is_approved(self) -> bool:
        return self.approved is not None and self.approved == self.version

    @property
    def is_empty(self) -> bool:
        return not (self.issue or self.wordings or self.actions)
