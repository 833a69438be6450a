"""How well the coach reads the labelled questions. A change that makes it worse fails here."""

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
from tests.core.questions.labelled import PARTS, Labelled, everything, seen, unseen
from tests.core.questions.marking import marked, scores

Floor = dict[str, float]
SEEN: Floor = {
    "all axes": 0.97,
    "form": 0.97,
    "leading F1": 0.96,
    "advice precision": 0.97,
    "advice recall": 0.96,
    "why-blame F1": 0.95,
    "spans that meet": 0.95,
}
UNSEEN: Floor = {
    "all axes": 0.85,
    "form": 0.9,
    "leading F1": 0.75,
    "advice precision": 0.85,
    "advice recall": 0.7,
    "why-blame F1": 0.75,
    "spans that meet": 0.75,
}
MOST_FALSE_CUES = 0.05
FAMILIES = {family.name: family.kind for family in english().families}


def below(found: Floor, floor: Floor) -> list[str]:
    return [name for name, least in floor.items() if found[name] < least]


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


def test_the_labels_are_sound() -> None:
    rows = everything()
    assert len(rows) >= 300
    assert len({one.id for one in rows}) == len({one.text for one in rows}) == len(rows)
    assert abs(len(unseen()) - len(rows) / PARTS) < len(rows) / 20
    for one in rows:
        assert one.form in one.forms
        assert one.leading in one.leading_ok
        for cue in one.cues:
            assert one.text[cue["start"] : cue["end"]] == cue["text"]


@pytest.mark.parametrize(("questions", "floor"), [(seen(), SEEN), (unseen(), UNSEEN)], ids=["seen", "unseen"])
def test_the_coach_reads_as_well_as_it_did(questions: tuple[Labelled, ...], floor: Floor) -> None:
    found = scores(questions)
    assert below(found, floor) == []
    assert found["false cues on clean open"] <= MOST_FALSE_CUES


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
