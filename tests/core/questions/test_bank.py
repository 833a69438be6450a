"""The bank of beginnings: each is open to the coach too, and none stands on two shelves."""

from setspace.core.questions.bank import BANK, STEMS, opening
from setspace.core.questions.reading import read


def test_each_beginning_stands_on_one_shelf() -> None:
    assert len(STEMS) == sum(len(shelf.stems) for shelf in BANK)
    assert len({shelf.key for shelf in BANK}) == len(BANK)


def test_a_beginning_puts_in_a_whole_question_or_the_words_up_to_the_gap() -> None:
    assert opening("What is at stake?") == "What is at stake?"
    assert opening("How would … tell this story?") == "How would "
    assert all(opening(stem) for stem in STEMS)


def test_the_coach_has_nothing_to_say_about_a_whole_beginning() -> None:
    whole = {stem for stem in STEMS if "…" not in stem}
    assert {stem for stem in whole if read(stem, "actions").cue} == set()
