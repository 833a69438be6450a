"""Days and times as people say them."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from setspace.lib import dates

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (time(9, 30), "9:30am"),
        (time(13), "1pm"),
        (time(12), "midday"),
        (time(0), "midnight"),
        (time(12, 5), "12:05pm"),
        (time(0, 5), "12:05am"),
    ],
)
def test_times_are_said_as_on_a_poster(at: time, words: str) -> None:
    assert dates.clock_time(at) == words


def test_days_are_said_in_full() -> None:
    assert dates.day(date(2027, 6, 1)) == "Tuesday 1 June"
    assert dates.day(date(2027, 6, 1), date(2027, 1, 1)) == "Tuesday 1 June"
    assert dates.day(date(2027, 6, 1), date(2026, 12, 31)) == "Tuesday 1 June 2027"
    assert dates.short_day(date(2027, 6, 1), date(2028, 6, 1)) == "1 June 2027"
    assert dates.day_and_year(date(2027, 6, 1)) == "Tuesday 1 June 2027"
    assert dates.days_until(date(2027, 6, 1), date(2027, 5, 19)) == "in 13 days"
    assert dates.days_until(date(2027, 6, 1), date(2027, 5, 31)) == "tomorrow"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "1 minute"),
        (40, "40 minutes"),
        (60, "1 hour"),
        (90, "1 and a half hours"),
        (120, "2 hours"),
        (210, "3 and a half hours"),
    ],
)
def test_lengths_are_said_in_hours_where_that_is_shorter(minutes: int, words: str) -> None:
    assert dates.length(minutes) == words


def test_one_hour_in_spring_does_not_exist_and_every_hour_in_autumn_does() -> None:
    assert not dates.exists(date(2027, 3, 28), time(1, 30), LONDON)
    assert dates.exists(date(2027, 3, 28), time(2, 0), LONDON)
    assert dates.exists(date(2027, 10, 31), time(1, 30), LONDON)
