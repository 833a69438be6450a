"""When an action is due, as far as its words name one day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.acting.due import due_on, halfway

TUESDAY = date(2027, 4, 27)
MOMENTS = st.datetimes(datetime(2027, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  bounds


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("by 7 May", date(2027, 5, 7)),
        ("7th of May, in the morning", date(2027, 5, 7)),
        ("May 7", date(2027, 5, 7)),
        ("7/5", date(2027, 5, 7)),
        ("2027-05-07", date(2027, 5, 7)),
        ("before 3 Jan", date(2028, 1, 3)),
        ("3 January 2029", date(2029, 1, 3)),
        ("Friday 30 April", date(2027, 4, 30)),
        ("by Friday", date(2027, 4, 30)),
        ("next Tuesday", date(2027, 5, 4)),
        ("tomorrow", date(2027, 4, 28)),
        ("by 31 June", None),
        ("between 7 May and 9 May", None),
        ("when she is back", None),
        ("in 2 weeks, maybe", None),
        ("", None),
    ],
)
def test_reads_one_day_and_guesses_none(words: str, due: date | None) -> None:
    assert due_on(words, TUESDAY) == due


@given(st.text(max_size=60))
def test_reads_anything_that_is_typed(words: str) -> None:
    due_on(words, TUESDAY)


@given(MOMENTS, MOMENTS, MOMENTS)
def test_half_way_is_always_ahead(since: datetime, until: datetime, now: datetime) -> None:
    assert halfway(since, until, now) > now


def test_half_way_lies_in_the_middle_where_that_is_to_come() -> None:
    noted = datetime(2027, 4, 27, 12, tzinfo=UTC)
    middle = noted + timedelta(days=5)
    assert halfway(noted, noted + timedelta(days=10), noted) == middle
    assert halfway(noted, noted + timedelta(days=10), middle) == middle + timedelta(days=2.5)
