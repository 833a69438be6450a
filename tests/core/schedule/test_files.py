"""A shape is the same again after it was written and read, and what is no shape is told in a sentence."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.schedule.files import Malformed, from_plain, shape_from_text, shape_to_text, to_plain
from setspace.core.schedule.presets import shapes
from setspace.core.schedule.shapes import unsound

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
)


@pytest.mark.parametrize("key", list(shapes()))
def test_every_preset_is_the_same_when_it_is_read_again(key: str) -> None:
    assert shape_from_text(shape_to_text(shapes()[key])) == shapes()[key]


@given(JSON)
def test_what_is_no_shape_is_refused_in_a_sentence(plain: object) -> None:
    with pytest.raises(Malformed, match=r"\.$"):
        shape_from_text(json.dumps(plain))


@given(st.sampled_from(["kind", "number", "plan", "minutes", "white_space", "month", "gap"]), JSON)
def test_a_meeting_with_one_wrong_part_gives_a_sound_shape_or_a_sentence(part: str, value: object) -> None:
    plain: Any = to_plain(shapes()["tpas-vals"])
    plain["meetings"][2][part] = value
    try:
        read = from_plain(json.loads(json.dumps(plain)))
        assert list(unsound(read)) == []
    except Malformed as told:
        assert str(told).endswith(".")  # noqa: PT017  either is right


def test_what_does_not_add_up_says_what() -> None:
    plain = to_plain(shapes()["tpas-vals"])
    plain["meetings"][1]["number"] = 7
    with pytest.raises(Malformed, match="Session 7 is number 1 of its kind"):
        from_plain(plain)
