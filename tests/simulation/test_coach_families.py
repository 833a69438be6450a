"""The coach without some of its phrases: each family of them earns its place, and is missed."""

from collections.abc import Iterator
from functools import cache

import pytest

from setspace.core.questions.clauses import asking
from setspace.core.questions.english import english
from setspace.core.questions.grammar import Grammar
from setspace.core.questions.language import Kind
from setspace.core.questions.marks import marks
from setspace.core.questions.reading import ENGLISH, Reading, read
from setspace.core.questions.words import sentences
from tests.core.questions.labelled import everything, seen, unseen
from tests.core.questions.marking import marked, scores
from tests.core.questions.test_labelled import SEEN, UNSEEN, Floor, below

FAMILIES = {family.name: family.kind for family in english().families}


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(read(one.text) for one in everything())


@cache
def fired() -> tuple[frozenset[str], ...]:
    """Which families of phrases were found in each question. Without any other, it is read as before."""
    return tuple(frozenset(families_in(one.text)) for one in everything())


def families_in(text: str) -> Iterator[str]:
    for sentence in sentences(text, ENGLISH.spelling):
        found = marks(sentence, asking(sentence, ENGLISH), ENGLISH, text)
        yield from (mark.family.name for mark in found if mark.family)


def read_without(name: str) -> list[Reading]:
    """All questions without one family of phrases: read anew where it was found."""
    lesser = Grammar(english(), frozenset([name]))
    return [
        read(one.text, grammar=lesser) if name in families else before
        for one, families, before in zip(everything(), fired(), readings(), strict=True)
    ]


def rightness(found: Floor) -> float:
    return found["all axes"] + found["why-blame F1"]


@pytest.mark.parametrize("kind", [Kind.ADVICE, Kind.LEADING, Kind.WHY_BLAME])
def test_without_the_phrases_of_one_kind_the_floor_breaks(kind: Kind) -> None:
    off = frozenset(name for name, of in FAMILIES.items() if of is kind)
    for questions, floor in ((seen(), SEEN), (unseen(), UNSEEN)):
        assert below(scores(questions, Grammar(english(), off)), floor) != []


@cache
def as_it_is() -> Floor:
    return marked(everything(), readings())


@pytest.mark.parametrize("name", sorted(FAMILIES))
def test_every_family_of_phrases_earns_its_place(name: str) -> None:
    assert rightness(marked(everything(), read_without(name))) < rightness(as_it_is())


def test_what_is_read_anew_is_all_that_a_family_changes() -> None:
    """So that the test above may leave the other questions as they are."""
    name = "have you tried"
    lesser = Grammar(english(), frozenset([name]))
    assert read_without(name) == [read(one.text, grammar=lesser) for one in everything()]
    assert 0 < sum(name in families for families in fired()) < len(everything()) / 4
