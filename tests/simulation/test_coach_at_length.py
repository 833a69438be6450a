"""The coach on texts as long as people may type: it reads to the end, in time proportional to the length."""

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from setspace.core.questions.english import english
from setspace.core.questions.grammar import Grammar
from setspace.core.questions.reading import read
from setspace.core.questions.stages import EXPLORING, QUIET, SHARING
from tests.core.questions.labelled import everything
from tests.core.questions.marking import scores
from tests.core.questions.texts import LONGEST, PIECES, any_text


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python a piece of work takes: the same on a fast and on a slow machine."""
    count = 0

    def step(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@settings(max_examples=100)
@given(any_text(), st.sampled_from(sorted({"facts", *EXPLORING, *QUIET, *SHARING})))
def test_any_long_text_has_a_reading_whose_places_lie_inside_it(text: str, stage: str) -> None:
    found = read(text, stage)
    cue = [(found.cue.start, found.cue.end)] if found.cue else []
    places = [*((span.start, span.end) for span in found.spans), *cue]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert len(found.stems) == (2 if found.cue else 0)


@pytest.mark.parametrize("piece", [*PIECES, "word ", "a", "-", "'", "why did you and who was "])
def test_twice_the_text_is_twice_the_work(piece: str) -> None:
    times = LONGEST // 4 // len(piece)
    for ending in ("", "?"):
        once = lines_run(partial(read, piece * times + ending))
        twice = lines_run(partial(read, piece * times * 2 + ending))
        assert twice <= 2.1 * once + 100


def test_the_measure_of_work_would_tell_a_square() -> None:
    def square(n: int) -> None:
        for _ in range(n):
            for _ in range(n):
                pass

    assert lines_run(lambda: square(80)) > 3 * lines_run(lambda: square(40))


@pytest.mark.parametrize(
    "name", ["lead-in", "embedding", "inviting", "invited", "fact", "not fact", "scale", "tag"]
)
def test_without_a_part_of_the_grammar_the_coach_reads_worse(name: str) -> None:
    language = english()
    lesser = language._replace(grammar={**language.grammar, name: "nothing of the kind"})
    assert scores(everything(), Grammar(lesser))["form"] < scores(everything())["form"]
