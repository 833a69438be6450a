"""Reads a question that somebody is typing, for that person alone. See `read`."""

from enum import StrEnum
from typing import NamedTuple

from setspace.core.questions import english
from setspace.core.questions.clauses import Clause, asking
from setspace.core.questions.cues import Asked, Cue, noticed
from setspace.core.questions.grammar import Grammar
from setspace.core.questions.language import Kind
from setspace.core.questions.marks import Mark, marks
from setspace.core.questions.sorts import Sort
from setspace.core.questions.stages import hushed
from setspace.core.questions.words import Sentence, sentences

FEW = 4  # words, none of them common in the language: too many to be chance


class Form(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    MULTIPLE = "multiple"
    STATEMENT = "statement"


class Span(NamedTuple):
    """Letters of the text, from ``start`` to before ``end``, and what they do."""

    start: int
    end: int
    kind: Kind


class Reading(NamedTuple):
    """What a question is. All but ``cue`` and ``stems`` are the same in every stage.

    ``form``
        open, closed, multiple (two questions or more) or statement (nothing is asked).
    ``leading``, ``advice``, ``why_blame``
        the spans that press towards an answer, carry a course of action, or ask somebody to justify
        themselves. Empty, and so false, where there is nothing of the kind.
    ``cue``
        the one thing to say to the author in this stage: its ``kind``, the span to underline, and ``words``,
        a sentence to show beside it. None means that nothing is to be shown.
    ``stems``
        two ways to open the question, one near its words, one wide, to be shown with the cue. Empty without.
    ``is_understood``
        False when the text is in no language that the coach knows. It says nothing then, and the form is
        statement.
    """

    form: Form
    leading: tuple[Span, ...] = ()
    advice: tuple[Span, ...] = ()
    why_blame: tuple[Span, ...] = ()
    cue: Cue | None = None
    stems: tuple[str, ...] = ()
    is_understood: bool = True

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans, in the order of the text."""
        return tuple(sorted(self.leading + self.advice + self.why_blame))


ENGLISH = Grammar(english.english())


def read(text: str, stage: str = "", grammar: Grammar = ENGLISH) -> Reading:
    """What a question is, and the one thing worth saying about it in this stage.

    ``text`` is what has been typed so far: any letters, any length, with or without a question mark.
    ``stage`` is the key of the running stage or the kind of the running block, see `stages.hushed`; without
    one, the text is read as in the open questions. Spans count the letters of ``text`` as it was given.

    Refuses nothing, keeps nothing, and gives the same answer to the same text. A question takes well under a
    millisecond, and any text time in proportion to its length, so it can be asked while somebody types.
    """
    found = sentences(text, grammar.spelling)
    if not _is_understood(found, grammar):
        return Reading(Form.STATEMENT, is_understood=False)
    asked: list[Asked] = []
    marked: list[Mark] = []
    for sentence in found:
        questions = asking(sentence, grammar)
        asked += [Asked(sentence, clause) for clause in questions.clauses]
        marked += marks(sentence, questions, grammar, text)
    asked = _without_asides(asked)
    show = noticed(found, asked, marked, hushed(stage), grammar)
    return Reading(
        _form([one.clause for one in asked]),
        _spans(marked, Kind.LEADING),
        _spans(marked, Kind.ADVICE),
        _spans(marked, Kind.WHY_BLAME),
        show.cue if show else None,
        show.stems if show else (),
    )


def _is_understood(found: list[Sentence], grammar: Grammar) -> bool:
    """Whether this may be the language: its common words are there, or nothing speaks against it."""
    common = foreign = total = 0
    for sentence in found:
        for word in sentence.words:
            total += word[0].isalpha()
            common += word in grammar.language.common
            foreign += word in grammar.language.foreign or not grammar.language.writes(word[0])
    return common > foreign or (not foreign and total < FEW)


def _without_asides(asked: list[Asked]) -> list[Asked]:
    """Without "Right?" and "Okay?", where something else is asked as well."""
    kept = [one for one in asked if one.clause.sort is not Sort.ASIDE]
    return kept or asked[:1]


def _form(clauses: list[Clause]) -> Form:
    if not clauses:
        return Form.STATEMENT
    if len(clauses) > 1:
        return Form.MULTIPLE
    return Form.OPEN if clauses[0].sort is Sort.OPEN else Form.CLOSED


def _spans(marked: list[Mark], kind: Kind) -> tuple[Span, ...]:
    return tuple(sorted({Span(mark.start, mark.end, kind) for mark in marked if mark.kind is kind}))
