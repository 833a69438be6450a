"""What a question is counted as, and what a stem puts into the box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.questions.counting import COUNTED, Asked, carries_advice, counted, kind_of
from setspace.core.questions.english import english
from setspace.core.questions.reading import Form, read
from setspace.core.questions.starts import start_of
from tests.core.questions.texts import any_text


@pytest.mark.parametrize(
    ("text", "stage", "kind"),
    [
        ("What would help?", "open", "open"),
        ("What would help?", "facts", "open"),
        ("Are they ready?", "open", "closed"),
        ("Are they ready?", "facts", "check"),
        ("Is there anything else?", "open", "check"),
        ("Have you tried a rota?", "open", "advice"),
        ("Have you tried a rota?", "facts", "check"),
        ("Have you tried a rota?", "sharing", "check"),
        ("Surely they know?", "open", "leading"),
        ("What did you see, and who was there?", "open", "stacked"),
        ("Why did you sign it?", "open", "why_blame"),
        ("It sounds hard for you all.", "open", "statement"),
        ("Thank you for that.", "open", ""),
        ("Was denken Sie darüber?", "open", ""),  # codespell:ignore
        ("", "open", ""),
    ],
)
def test_a_question_counts_by_what_the_coach_would_say_of_it(text: str, stage: str, kind: str) -> None:
    assert kind_of(text, stage) == kind
    assert carries_advice(text, stage) == (kind == "advice")


@given(st.lists(st.builds(Asked, any_text(200), st.sampled_from(("open", "facts", "sharing", "quiet")))))
def test_each_question_counts_once_or_not_at_all(asked: list[Asked]) -> None:
    counts = counted(asked)
    assert set(counts) <= set(COUNTED)
    assert all(counts.values())
    assert sum(counts.values()) == sum(kind_of(*one) != "" for one in asked)


def test_what_a_stem_begins_with_is_a_question_or_nothing() -> None:
    assert start_of("What would help?") == "What would help?"
    assert start_of("Begin with What or How: “In what way …?”") == "In what way "
    assert start_of("Try it without the underlined words, with What or How.") == ""


def test_every_stem_that_can_be_taken_up_is_open_and_every_cue_has_one() -> None:
    language = english()
    pairs = [*language.stems.values(), *(family.stems for family in language.families)]
    for pair in pairs:
        starts = [start_of(stem.replace("{person}", ", with the matron")) for stem in pair]
        assert any(starts)
        for start in filter(None, starts):
            found = read(start if start.endswith("?") else f"{start}does that matter?")
            assert (found.form, found.cue) == (Form.OPEN, None), start
