"""Who spoke, and what was asked."""

from dataclasses import dataclass


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
class Echoed:
    at: int
    by: str
    holder: str
    words: str
