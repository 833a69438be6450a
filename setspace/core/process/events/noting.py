"""What was written down."""

from dataclasses import dataclass


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
class Scored:
    at: int
    by: str
    value: int


@dataclass(frozen=True, slots=True)
class PartApproved:
    at: int
    by: str
    version: int
