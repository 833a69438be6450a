from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.reflecting.loops import (
    CENTRE,
    COME_BACK_AFTER,
    KEYS,
    RADIUS,
    STATIONS,
    is_to_come_back_to,
    may_go_round_again,
    n_written,
    next_round,
    place_on_ring,
)

NOW = datetime(2027, 5, 4, 9, tzinfo=UTC)
SHEETS = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(["", " ", "They will not cope."]))


@given(SHEETS)
def test_the_next_loop_begins_with_the_belief_that_was_tried(words: dict[str, str]) -> None:
    if may_go_round_again(words):
        following = next_round(words)
        assert following["belief"] == words["other"]
        assert not may_go_round_again(following)
        assert n_written(following) <= 2
    else:
        with pytest.raises(ValueError, match="no belief"):
            next_round(words)


@given(SHEETS, st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=400)))
def test_one_is_asked_to_come_back_once_there_is_time_to_have_tried(
    words: dict[str, str], passed: timedelta
) -> None:
    asked = is_to_come_back_to(words, NOW - passed, NOW)
    wrote = bool(words.get("other", "").strip()), bool(words.get("tried", "").strip())
    assert asked == (wrote == (True, False) and passed >= COME_BACK_AFTER)


def test_the_ring_goes_clockwise_from_the_top() -> None:
    places = [place_on_ring(number) for number in range(len(STATIONS))]
    assert places[0] == (CENTRE, CENTRE - RADIUS)
    for (x, y), (next_x, next_y) in pairwise([*places, places[0]]):
        turn = (x - CENTRE) * (next_y - CENTRE) - (y - CENTRE) * (next_x - CENTRE)
        assert turn > 0
    assert all(abs((x - CENTRE) ** 2 + (y - CENTRE) ** 2 - RADIUS**2) < 5 for x, y in places)
