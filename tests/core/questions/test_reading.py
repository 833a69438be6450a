"""What the coach says of single questions, and what holds for any text at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.questions import english
from setspace.core.questions.cues import Cue
from setspace.core.questions.language import Kind
from setspace.core.questions.reading import Form, Reading, read
from setspace.core.questions.stages import EXPLORING, QUIET, SHARING
from tests.core.questions.texts import LONGEST, any_text


def shown(text: str, stage: str = "") -> Cue:
    cue = read(text, stage).cue
    assert cue is not None
    return cue


@given(any_text(longest=1_000), st.sampled_from(sorted({"facts", *EXPLORING, *QUIET, *SHARING})))
def test_any_text_has_a_reading_whose_places_lie_inside_it(text: str, stage: str) -> None:
    found = read(text, stage)
    places = [(span.start, span.end) for span in found.spans]
    if found.cue is not None:
        places.append((found.cue.start, found.cue.end))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert len(found.stems) == (2 if found.cue else 0)
    assert read(text, stage) == found


def test_ten_thousand_letters_are_read_to_the_end() -> None:
    text = "They never answer our letters. " * 320 + "What would help?"
    assert len(text) > LONGEST - 100
    assert read(text).form is Form.OPEN


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("", Form.STATEMENT),
        (" \n ", Form.STATEMENT),
        ("???", Form.STATEMENT),
        ("What", Form.OPEN),
        ("what would help", Form.OPEN),
        ("Waht would help?", Form.OPEN),  # codespell:ignore
        ("wot wud help", Form.OPEN),
        ("did u tell ur boss", Form.CLOSED),
        ("Thanks. It is a lot. What would help?", Form.OPEN),
        ("Okay? What would help?", Form.OPEN),
        ("What would help? And who?", Form.MULTIPLE),
        ("Dr. Shah has 3.5 posts. What would help?", Form.OPEN),
        ("WHAT WOULD HELP???", Form.OPEN),
        ("What matters is the tenants.", Form.STATEMENT),
        ("Is it the work or is it the people?", Form.CLOSED),
        ("Tell us what happened and how you felt.", Form.OPEN),
    ],
)
def test_people_type_in_many_ways(text: str, form: Form) -> None:
    assert read(text).form is form


def test_spans_are_places_in_what_was_typed() -> None:
    for text in ("🙂 So… don’t you think he’s tired?", "so DONT U THINK he is tired"):
        (span,) = read(text).leading
        assert text[span.start : span.end].lower() in ("don’t you think", "dont u think")


@pytest.mark.parametrize(
    ("text", "kind", "letters"),
    [
        ("Have you tried a rota, and what did they say?", Kind.ADVICE, "Have you tried"),
        ("Don't you think you should rest?", Kind.ADVICE, "Don't you think you should"),
        ("Surely they know? Do they?", Kind.LEADING, "Surely"),
        ("Why did you go, and what did you see?", Kind.STACKED, "what did you see"),
        ("Why did you go?", Kind.WHY_BLAME, "Why did you"),
        ("Did they answer?", Kind.CLOSED, "Did they"),
        ("It sounds hard for you all.", Kind.STATEMENT, "It sounds hard for you all"),
    ],
)
def test_the_weightiest_cue_alone_is_shown(text: str, kind: Kind, letters: str) -> None:
    cue = shown(text)
    assert (cue.kind, text[cue.start : cue.end]) == (kind, letters)
    assert cue.words == english.english().says[kind]


@pytest.mark.parametrize(
    "text",
    [
        "What would help?",
        "Is there anything else?",
        "Anything else?",
        "anything else u want to add",
        "What, if anything, would you miss?",
        "So you told her?",
        "And the children?",
        "Thank you for that.",
        "Same here.",
        "Could you say more about that?",
        "What is it that you want?",
        "What could you try?",
        "Thank you, it sounds like a lot. What matters most?",
    ],
)
def test_the_coach_is_silent_where_nothing_would_help(text: str) -> None:
    assert read(text).cue is None


@pytest.mark.parametrize(
    "text",
    [
        "Was denken Sie darüber?",  # codespell:ignore
        "Pourquoi vous ne parlez pas avec elle ?",
        "¿Has hablado con tu jefe sobre esto?",
        "Wat heb je geprobeerd met het team?",
        "Co pan o tym myśli i dlaczego?",
        "Что вы об этом думаете?",
        "你怎么看?",
        "Beth ydych chi'n feddwl am hyn?",
    ],
)
def test_the_coach_is_silent_on_other_languages(text: str) -> None:
    assert read(text) == Reading(Form.STATEMENT, is_understood=False)


def test_a_foreign_word_in_an_english_question_does_not_silence_the_coach() -> None:
    assert read("Have you tried the café on rue des Alpes with your team?").advice


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Have you spoken to the matron yet?", "or might you have, with the matron?"),
        ("Have you tried talking to Shelter about it?", "or might you have, with Shelter?"),
        ("Have you spoken to anybody who was there on the night of the fire?", "or might you have?"),
        ("have u spoken to ur boss", "or might you have?"),
    ],
)
def test_a_person_is_carried_into_the_stem_where_one_is_plainly_named(text: str, near: str) -> None:
    assert read(text).stems[0].endswith(near)


def test_words_for_people_are_short_and_kind() -> None:
    language = english.english()
    stems = [*language.stems.values(), *(family.stems for family in language.families)]
    words = [*language.says.values(), *(line for pair in stems for line in pair)]
    assert set(language.says) == set(Kind)
    for line in words:
        assert len(line) <= 75
        assert line[-1] in ".?”"
        assert not any(
            hard in line.lower() for hard in ("!", "wrong", "bad", "error", "should", "must", "fail")
        )
