"""How many questions of each kind somebody asked: all that is ever kept of them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from setspace.core.questions.language import Kind
from setspace.core.questions.reading import Form, read

OPEN, CHECK = "open", "check"
COUNTED = (OPEN, CHECK, *(kind.value for kind in reversed(Kind)))
"""Every name under which a question is counted, in the order in which counts are told."""

Counts = Mapping[str, int]


class Asked(NamedTuple):
    """A question as it was asked, and the stage it was asked in."""

    text: str
    stage: str


def counted(questions: Iterable[Asked]) -> Counts:
    """How many of each kind, without those of none. A question counts once, by what the coach would say."""
    found = [kind_of(*one) for one in questions]
    return {name: n for name in COUNTED if (n := found.count(name))}


def kind_of(text: str, stage: str) -> str:
    """What a question is counted as; empty where nothing was asked, or in another language.

    One about which there is nothing to say is open, or it is there to check a fact: in clarifying, or where
    it is always welcome.
    """
    found = read(text, stage)
    if found.cue is not None:
        return found.cue.kind.value
    return {Form.OPEN: OPEN, Form.CLOSED: CHECK}.get(found.form, "")


def carries_advice(text: str, stage: str) -> bool:
    """Whether there is a suggestion in it, in a stage that is not for suggestions."""
    return kind_of(text, stage) == Kind.ADVICE
