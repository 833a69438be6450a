"""What a question carries besides its form: advice, a lean towards an answer, blame. Each with its place."""

from collections.abc import Iterator
from typing import NamedTuple

from setspace.core.questions.clauses import Asking
from setspace.core.questions.grammar import Grammar
from setspace.core.questions.language import Family, Kind, Place
from setspace.core.questions.phrases import MARKS, Found
from setspace.core.questions.sorts import Sort
from setspace.core.questions.words import Sentence

NOTICED = (Kind.ADVICE, Kind.LEADING, Kind.WHY_BLAME)
MOST_WORDS_OF_A_PERSON = 6


class Mark(NamedTuple):
    """Letters ``start`` to ``end`` of the text, what they do, and the family of phrases they belong to."""

    start: int
    end: int
    kind: Kind
    family: Family | None
    person: str = ""


def marks(sentence: Sentence, asked: Asking, grammar: Grammar, text: str) -> Iterator[Mark]:
    """The marks of one sentence of the text."""
    if asked.clauses:
        yield from _of_questions(sentence, asked, grammar, text)
    if not asked.clauses or asked.clauses[0].sort in (Sort.TAG, Sort.ECHO):
        found = _of_a_statement(sentence, asked.opening, grammar)
        if found is not None:
            yield _mark(sentence, Kind.ADVICE, found, text, grammar)


def _of_questions(sentence: Sentence, asked: Asking, grammar: Grammar, text: str) -> Iterator[Mark]:
    words, stop = sentence.words, len(sentence.words)
    if asked.tag is not None:
        yield Mark(sentence.starts[asked.tag], sentence.ends[-1], Kind.LEADING, None)
    blames = False
    for clause in asked.clauses:
        for kind in (Kind.WHY_BLAME,) if clause.is_invitation else NOTICED:
            found = grammar.marking[Place.OPENING][kind].at(words, clause.start, stop)
            if found is not None:
                blames = blames or kind is Kind.WHY_BLAME
                yield _mark(sentence, kind, found, text, grammar)
    asks_freely = any(clause.sort is Sort.OPEN and not clause.is_invitation for clause in asked.clauses)
    for kind in NOTICED:
        if (kind is Kind.ADVICE and asks_freely) or (kind is Kind.LEADING and blames):
            continue
        found = grammar.marking[Place.ASKED][kind].first(words, 0, stop)
        if found is not None:
            yield _mark(sentence, kind, found, text, grammar)


def _of_a_statement(sentence: Sentence, opening: int, grammar: Grammar) -> Found[Family] | None:
    """Advice in a sentence that asks nothing, where one of its clauses begins."""
    words, stop = sentence.words, len(sentence.words)
    ordered = grammar.marking[Place.IMPERATIVE][Kind.ADVICE]
    depends = words[opening] in grammar.conditions
    for index in _beginnings(words, opening, grammar):
        is_order = index == opening or (depends and words[index - 1] in MARKS)
        if is_order and (found := ordered.at(words, index, stop)) is not None:
            return found
        for place in (Place.STATED, Place.OPENING):
            if (found := grammar.marking[place][Kind.ADVICE].at(words, index, stop)) is not None:
                return found
    return None


def _beginnings(words: list[str], opening: int, grammar: Grammar) -> Iterator[int]:
    """Where clauses of a statement begin: at its start, after lead-ins, and after marks and joining words."""
    if opening:
        yield 0
    for index in range(opening, len(words)):
        if index == opening or words[index - 1] in grammar.joints:
            yield index


def _mark(sentence: Sentence, kind: Kind, found: Found[Family], text: str, grammar: Grammar) -> Mark:
    last = max(found.start, found.marked - 1)
    family = found.payload
    person = _person(sentence, last + 1, text, grammar) if "{person}" in family.stems.near else ""
    return Mark(sentence.starts[found.start], sentence.ends[last], kind, family, person)


def _person(sentence: Sentence, start: int, text: str, grammar: Grammar) -> str:
    """Whom a phrase like "have you spoken to" goes on to name, if plainly: "the matron", "Shelter"."""
    words, stop = sentence.words, min(start + MOST_WORDS_OF_A_PERSON + 1, len(sentence.words))
    index = start
    while (
        index < stop and words[index] not in MARKS and not grammar["noun phrase ends"].at(words, index, stop)
    ):
        index += 1
    if not 0 < index - start <= MOST_WORDS_OF_A_PERSON:
        return ""
    named = text[sentence.starts[start] : sentence.ends[index - 1]]
    is_plain = named.lower().replace("’", "'").split() == _typed(words[start:index])
    is_noun_phrase = words[start] in grammar.determiners or named[0].isupper()
    return named if is_plain and is_noun_phrase else ""


def _typed(words: list[str]) -> list[str]:
    return " ".join(words).replace(" 's", "'s").split()
