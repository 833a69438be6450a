"""Local times: the gap in spring, the hour that comes twice in autumn, and real lengths."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from setspace.core.schedule.zones import (
    NoSuchTime,
    TwoSuchTimes,
    end_of,
    minutes_between,
    moment,
    zone_named,
)
from tests.core.schedule.laying import LONDON

SPRING, AUTUMN = date(2021, 3, 28), date(2021, 10, 31)
NEW_YORK = ZoneInfo("America/New_York")


def test_a_time_that_the_clocks_go_past_is_refused() -> None:
    with pytest.raises(NoSuchTime, match=r"On Sunday 28 March 2021 there is no 01:30 in Europe/London"):
        moment(SPRING, time(1, 30), LONDON)
    assert moment(SPRING, time(2), LONDON).astimezone(UTC).hour == 1
    assert moment(SPRING, time(0, 59), LONDON).astimezone(UTC).hour == 0


def test_a_time_that_comes_twice_is_asked_about() -> None:
    with pytest.raises(TwoSuchTimes, match=r"01:30 twice in Europe/London") as asked:
        moment(AUTUMN, time(1, 30), LONDON)
    assert asked.value.both == (
        datetime(2021, 10, 31, 0, 30, tzinfo=UTC),
        datetime(2021, 10, 31, 1, 30, tzinfo=UTC),
    )
    for second, meant in zip((False, True), asked.value.both, strict=True):
        assert moment(AUTUMN, time(1, 30), LONDON, second=second).astimezone(UTC) == meant


def test_a_length_is_real_time_also_across_a_change() -> None:
    evening = moment(date(2021, 3, 27), time(23), LONDON)
    over = end_of(evening, 240)
    assert (over.date(), over.time()) == (SPRING, time(4))
    assert minutes_between(evening, over) == 240
    assert minutes_between(moment(AUTUMN, time(0), LONDON), moment(AUTUMN, time(4), LONDON)) == 300


def test_somebody_elsewhere_sees_their_own_time_of_each_session() -> None:
    def seen(day: date) -> time:
        return moment(day, time(9, 30), LONDON).astimezone(NEW_YORK).time()

    usual, between = time(4, 30), time(5, 30)
    assert [seen(day) for day in (date(2021, 3, 9), date(2021, 3, 30), date(2021, 11, 9))] == [usual] * 3
    assert [seen(day) for day in (date(2021, 3, 16), date(2021, 3, 23), date(2021, 11, 2))] == [between] * 3


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Europe/Londno", "Did you mean Europe/London"),
        ("europe/london", "Did you mean Europe/London"),
        ("Europe", "Did you mean"),
        ("../UTC", "Did you mean UTC"),
        ("", "Use one such as Europe/London."),
        ("\0", "Use one such as Europe/London."),
    ],
)
def test_a_zone_that_there_is_not_is_named_with_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(ValueError, match="There is no time zone called") as refused:
        zone_named(name)
    assert hint in str(refused.value)
    assert zone_named("Europe/London") == LONDON
