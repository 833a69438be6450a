"""The notation in which phrases are written."""

import pytest

from setspace.core.questions.phrases import Notation, Phrases
from setspace.core.questions.reading import ENGLISH

KINDS = {
    "FEELINGS": frozenset({"angry", "sad"}),
    "STATES": frozenset({"see", "know"}),
    "NOT_DOING": frozenset({"thing"}),
}


def split(word: str) -> list[str]:
    return [word.removesuffix("n't"), "n't"] if word.endswith("n't") else [word]


def found(phrase: str, text: str) -> str | None:
    """What of the text a phrase underlines at its beginning."""
    words = text.split()
    at = Phrases([(phrase, phrase)], Notation(KINDS, split)).at(words, 0, len(words))
    return None if at is None else " ".join(words[at.start : at.marked])


@pytest.mark.parametrize(
    ("phrase", "text", "underlined"),
    [
        ("have|had you ever? tried", "had you tried it", "had you tried"),
        ("have|had you ever? tried", "have you ever tried it", "have you ever tried"),
        ("have|had you ever? tried", "have you never tried it", None),
        ("don't|won't you", "wo n't you stay", "wo n't you"),
        ("don't|won't you", "do you stay", None),
        ("how FEELINGS > were", "how sad were you", "how sad"),
        ("how FEELINGS > were", "how sad of you", None),
        ("could you > ~STATES", "could you ask", "could you"),
        ("could you > ~STATES", "could you see", None),
        ("could you > ~STATES", "could you , ask", None),
        ("could you > ~STATES", "could you", None),
        ("what about > *ing", "what about asking", "what about"),
        ("what about > *ing", "what about thing", None),
        ("is it _ then", "is it yours then", "is it yours then"),
        ("an option $", "an option", "an option"),
        ("an option $", "an option here", None),
    ],
)
def test_the_notation_means_what_it_says(phrase: str, text: str, underlined: str | None) -> None:
    assert found(phrase, text) == underlined


def test_the_longest_of_several_phrases_is_found() -> None:
    phrases = Phrases([("have you", 1), ("have you tried", 2)], Notation(KINDS, split))
    words = ["so", "have", "you", "tried", "it"]
    best = phrases.first(words, 0, len(words))
    assert best is not None
    assert (best.payload, best.start, best.stop) == (2, 1, 4)
    assert phrases.first(words, 2, len(words)) is None


def test_every_phrase_begins_with_a_word_or_a_kind_of_word() -> None:
    """Where no word begins any, nothing is looked for: so much of the speed hangs on it."""
    named = [ENGLISH[name] for name in ENGLISH.language.grammar]
    placed = [phrases for of_place in ENGLISH.marking.values() for phrases in of_place.values()]
    assert len(named) > 10
    assert sum(bool(phrases.root.known) for phrases in placed) > 5
    assert not any(phrases.root.tested for phrases in named)
    assert not any(phrases.root.tested for phrases in placed)
    assert Phrases([("_ then", 1)], Notation(KINDS, split)).root.tested != []
