"""Which one cue to show about a question, and the two stems that go with it."""

from collections.abc import Sequence
from typing import NamedTuple

from setspace.core.questions.clauses import Clause
from setspace.core.questions.grammar import Grammar
from setspace.core.questions.language import Kind, Stems
from setspace.core.questions.marks import Mark
from setspace.core.questions.sorts import Sort
from setspace.core.questions.words import Sentence

FEWEST_WORDS = 3  # of a statement that is worth a cue: "Same here." is not
SHOWN_WORDS = 2  # of a closed question are underlined: "Did you"
# Closed, but always right, or closed only by the mark at its end.
SILENT = frozenset({Sort.OPEN, Sort.WELCOME, Sort.ECHO, Sort.ASIDE, Sort.TAG})


class Cue(NamedTuple):
    """One thing noticed about a question: the letters that do it, and a sentence about it."""

    kind: Kind
    start: int
    end: int
    words: str


class Asked(NamedTuple):
    """A question with the sentence it stands in."""

    sentence: Sentence
    clause: Clause

    def start(self) -> int:
        return self.sentence.starts[self.clause.start]

    def end(self, n_words: int | None = None) -> int:
        last = self.clause.stop if n_words is None else min(self.clause.start + n_words, self.clause.stop)
        return self.sentence.ends[last - 1]


class Noticed(NamedTuple):
    """A cue with the stems that open the question again."""

    cue: Cue
    stems: tuple[str, ...]


def noticed(
    sentences: Sequence[Sentence],
    asked: Sequence[Asked],
    marks: Sequence[Mark],
    hushed: frozenset[Kind],
    grammar: Grammar,
) -> Noticed | None:
    """The weightiest cue that the stage allows, or none; `Kind` has them in order."""
    for kind in Kind:
        if kind in hushed:
            continue
        found = _of_kind(kind, sentences, asked, marks, grammar)
        if found is not None:
            return found
    return None


def _of_kind(
    kind: Kind, sentences: Sequence[Sentence], asked: Sequence[Asked], marks: Sequence[Mark], grammar: Grammar
) -> Noticed | None:
    if kind is Kind.STACKED:
        return _stacked(asked, grammar)
    if kind is Kind.CLOSED:
        return _closed(asked, grammar)
    if kind is Kind.STATEMENT:
        return _statement(sentences, asked, grammar)
    for mark in marks:
        if mark.kind is kind:
            stems = mark.family.stems if mark.family else grammar.language.stems["tag"]
            return _made(kind, mark.start, mark.end, stems, grammar, mark.person)
    return None


def _stacked(asked: Sequence[Asked], grammar: Grammar) -> Noticed | None:
    if len(asked) < 2:
        return None
    return _made(Kind.STACKED, asked[1].start(), asked[1].end(), grammar.language.stems["stacked"], grammar)


def _closed(asked: Sequence[Asked], grammar: Grammar) -> Noticed | None:
    if len(asked) != 1 or asked[0].clause.sort in SILENT:
        return None
    stems = grammar.language.stems[asked[0].clause.sort]
    return _made(Kind.CLOSED, asked[0].start(), asked[0].end(SHOWN_WORDS), stems, grammar)


def _statement(sentences: Sequence[Sentence], asked: Sequence[Asked], grammar: Grammar) -> Noticed | None:
    if asked or sum(len(one.words) for one in sentences) < FEWEST_WORDS:
        return None
    passing = grammar["passing"]
    if any(passing.at(one.words, 0, len(one.words)) for one in sentences):
        return None
    first, last = sentences[0], sentences[-1]
    return _made(Kind.STATEMENT, first.starts[0], last.ends[-1], grammar.language.stems["statement"], grammar)


def _made(kind: Kind, start: int, end: int, stems: Stems, grammar: Grammar, person: str = "") -> Noticed:
    cue = Cue(kind, start, end, grammar.language.says[kind])
    carried = grammar.language.carrying.format(person=person) if person else ""
    return Noticed(cue, (stems.near.replace("{person}", carried), stems.wide))
