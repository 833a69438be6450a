import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.reflecting.feedback import KEYS, has_words, hint_for, hints_for

WITH_A_HINT = {
    "You always interrupt when it gets quiet.": "“always”",
    "You never let me finish, I felt.": "“never”",
    "You should wait a little longer before asking.": "is advice",
    "Everybody was glad when you spoke today.": "speaks for others",
    "I think you are so calm in the set.": "says what somebody is",
    "You’re a natural leader, I thought today.": "says what somebody is",
    "Great job!": "When was it?",
}
WITHOUT = (
    "When Tom went quiet you waited. I found courage to say what I had held back.",
    "I noticed that you were looking at your notes when Ines spoke.",
    "You asked one short question, and then you let it stand.",
    "I would like to hear more of your own doubt, as in the check-in.",
    "I saw that you were there early and greeted each of us.",
    "When you are asking, I hear your voice go up at the end.",
    "",
)


@pytest.mark.parametrize(("text", "says"), WITH_A_HINT.items())
def test_words_that_are_hard_to_use_get_a_hint(text: str, says: str) -> None:
    assert says in hint_for(text)


@pytest.mark.parametrize("text", WITHOUT)
def test_words_about_a_moment_get_none(text: str) -> None:
    assert hint_for(text) == ""


@given(st.dictionaries(st.sampled_from(KEYS), st.text()))
def test_every_part_is_read_and_an_empty_one_has_no_hint(words: dict[str, str]) -> None:
    hints = hints_for(words)
    assert set(hints) == set(KEYS)
    assert all(not hints[key] for key in KEYS if not words.get(key, "").strip())
    assert has_words(words) == any(text.strip() for text in words.values())
