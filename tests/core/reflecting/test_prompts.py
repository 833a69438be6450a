from hypothesis import given
from hypothesis import strategies as st

from setspace.core.reflecting.prompts import PARTS, PROMPTS, REVIEW, STANDING, prompt_of, prompts_after


@given(st.integers(min_value=0, max_value=200))
def test_after_a_session_there_are_three_questions_and_the_next_one_brings_others(number: int) -> None:
    shown, later = prompts_after(number), prompts_after(number + 1)
    assert len(set(shown)) == 3
    assert shown[0] == later[0] == STANDING
    assert not set(shown[1:]) & set(later[1:])


def test_every_question_comes_up_in_the_end() -> None:
    assert {prompt for number in range(8) for prompt in prompts_after(number)} == set(PROMPTS)


def test_questions_are_open_and_none_is_asked_twice() -> None:
    assert (
        len({prompt.key for prompt in PROMPTS}) == len({prompt.words for prompt in PROMPTS}) == len(PROMPTS)
    )
    assert all(prompt.words.startswith(("What", "Which", "When", "Where")) for prompt in PROMPTS)
    assert all(prompt_of(prompt.key) == prompt for prompt in PROMPTS)
    assert prompt_of("nothing") is None


def test_the_review_has_five_parts() -> None:
    assert len(REVIEW) == len(set(PARTS)) == 5
