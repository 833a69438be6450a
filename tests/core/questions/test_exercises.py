"""The exercises say what they carry, and the ways out of them are open."""

import re

import pytest

from setspace.core.questions.exercises import EXERCISES, Drill, Exercise, exercises
from setspace.core.questions.reading import Form, read


def test_there_are_enough_of_each_drill_with_names_and_words_of_their_own() -> None:
    assert len(EXERCISES) >= 24
    assert all(len(exercises(drill)) >= 8 for drill in Drill)
    for field in ("key", "told", "text"):
        assert len({getattr(one, field) for one in EXERCISES}) == len(EXERCISES)
    assert all(re.fullmatch("[a-z-]+", one.key) for one in EXERCISES)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda one: one.key)
def test_the_coach_reads_an_exercise_as_it_is_meant(exercise: Exercise) -> None:
    cue = read(exercise.text, "open").cue
    assert (cue.kind if cue else None) == exercise.kind


@pytest.mark.parametrize("exercise", [one for one in EXERCISES if one.kind], ids=lambda one: one.key)
def test_the_way_out_is_open_and_carries_nothing(exercise: Exercise) -> None:
    found = read(exercise.instead, "open")
    assert (found.form, found.cue, found.spans) == (Form.OPEN, None, ())


def test_each_drill_has_what_it_is_about() -> None:
    assert {one.kind for one in exercises(Drill.ADVICE)} == {"advice"}
    assert None not in {one.kind for one in exercises(Drill.OPEN)}
    assert {None, "advice", "leading", "closed", "stacked", "why_blame"} <= {
        one.kind for one in exercises(Drill.FIND)
    }
