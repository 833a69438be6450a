"""The days of entries that repeat, against a library that reads the same rules in another way."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # it ships no types
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import vRecur

from setspace.core.schedule.repeats import repeats

FIRST, LAST = date(2021, 1, 1), date(2021, 12, 31)


def found(rule: str, start: date) -> list[date]:
    return list(repeats(vRecur.from_ical(rule), start, FIRST, LAST))


def others(rule: str, start: date) -> list[date]:
    """What the other library finds; without a last day it would never end."""
    end = "" if "COUNT" in rule else f";UNTIL={LAST:%Y%m%d}T000000"
    read = rrulestr(rule + end, dtstart=datetime.combine(start, time()))
    between = read.between(datetime.combine(FIRST, time()), datetime.combine(LAST, time()), inc=True)
    return [one.date() for one in between]


@st.composite
def rules(draw: st.DrawFn) -> str:
    often = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [
        f"FREQ={often}",
        f"INTERVAL={draw(st.integers(1, 4))}",
        f"WKST={draw(st.sampled_from(['MO', 'SU']))}",
    ]
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 20))}")
    ordinal = draw(st.sampled_from(["", "1", "2", "-1"])) if often in ("MONTHLY", "YEARLY") else ""
    days = draw(st.lists(st.sampled_from(["MO", "TU", "WE", "FR"]), max_size=3, unique=True))
    if days:
        parts.append("BYDAY=" + ",".join(ordinal + day for day in days))
        if often in ("MONTHLY", "YEARLY") and draw(st.booleans()):
            parts.append(f"BYSETPOS={draw(st.sampled_from([1, 2, -1]))}")
    elif often != "WEEKLY" and draw(st.booleans()):
        parts.append(f"BYMONTHDAY={draw(st.sampled_from([1, 13, -1]))}")
    months = draw(st.lists(st.integers(1, 12), max_size=4, unique=True))
    if months:
        parts.append("BYMONTH=" + ",".join(map(str, months)))
    return ";".join(parts)


@settings(max_examples=15)
@given(rules(), st.integers(0, 500))
def test_both_find_the_same_days(rule: str, before: int) -> None:
    start = FIRST - timedelta(days=before - 100)
    assert found(rule, start) == others(rule, start)


def test_a_rule_that_never_comes_takes_no_time() -> None:
    assert found("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=4", date(1970, 1, 1)) == []


def test_the_last_working_day_of_a_month() -> None:
    days = found("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=14", date(2020, 12, 31))
    assert days[:3] == [date(2021, 1, 29), date(2021, 2, 26), date(2021, 3, 31)]
    assert len(days) == 12


@pytest.mark.parametrize(
    "rule", ["FREQ=HOURLY", "FREQ=DAILY;BYHOUR=3", "FREQ=YEARLY;BYWEEKNO=3", "FREQ=YEARLY;BYYEARDAY=9"]
)
def test_what_is_not_read_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match="is not read"):
        found(rule, FIRST)
