"""Blocked days as people bring them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.schedule.blocked import Read, read
from setspace.core.schedule.obstacles import Hindrance
from tests.core.schedule.laying import LONDON

WHOLE = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//A school//EN
{entries}
END:VCALENDAR
"""
HALF_TERM = """BEGIN:VEVENT
UID:1
SUMMARY:Half-term
DTSTART;VALUE=DATE:20210215
DTEND;VALUE=DATE:20210220
TRANSP:TRANSPARENT
END:VEVENT"""


def calendar(*entries: str) -> Read:
    text = WHOLE.format(entries="\n".join(entries)).replace("\n", "\r\n")
    return read(text, LONDON, date(2021, 1, 1), date(2021, 12, 31))


def entry(*lines: str) -> str:
    return "\n".join(["BEGIN:VEVENT", "UID:2", "SUMMARY:Board", *lines, "END:VEVENT"])


def times(found: Read) -> list[tuple[datetime, datetime]]:
    assert found.faults == ()
    return [(one.begins, one.ends) for one in found.obstacles]


def at(month: int, day: int, hour: int = 0) -> datetime:
    return datetime.combine(date(2021, month, day), time(hour))


def test_whole_days_shown_as_free_are_better_avoided_and_busy_ones_blocked() -> None:
    busy = HALF_TERM.replace("TRANSPARENT", "OPAQUE")
    free, blocked = calendar(HALF_TERM, busy.replace("UID:1", "UID:3")).obstacles
    assert (free.first, free.last, free.name) == (date(2021, 2, 15), date(2021, 2, 19), "Half-term")
    assert (free.hindrance, blocked.hindrance) == (Hindrance.AVOIDED, Hindrance.BLOCKED)


def test_an_hour_elsewhere_is_read_in_the_time_of_the_series() -> None:
    found = calendar(entry("DTSTART;TZID=America/New_York:20210316T083000", "DURATION:PT1H"))
    assert times(found) == [(at(3, 16, 12).replace(minute=30), at(3, 16, 13).replace(minute=30))]
    assert times(calendar(entry("DTSTART:20210416T083000Z", "DTEND:20210416T093000Z")))[0][0].hour == 9
    assert times(calendar(entry("DTSTART:20210416T080000", "DTEND:20210416T090000")))[0][0].hour == 8


def test_an_entry_that_repeats_blocks_each_time_but_what_is_left_out_or_moved() -> None:
    weekly = entry(
        "DTSTART;TZID=Europe/London:20201229T090000",
        "DTEND;TZID=Europe/London:20201229T100000",
        "RRULE:FREQ=WEEKLY;UNTIL=20210202T090000Z",
        "EXDATE;TZID=Europe/London:20210112T090000",
    )
    moved = entry(
        "RECURRENCE-ID;TZID=Europe/London:20210119T090000",
        "DTSTART;TZID=Europe/London:20210120T140000",
        "DTEND;TZID=Europe/London:20210120T150000",
    )
    begins = [one for one, _ in times(calendar(weekly, moved))]
    assert begins == [at(1, 5, 9), at(1, 26, 9), at(2, 2, 9), at(1, 20, 14)]


def test_what_was_cancelled_or_lies_outside_is_left_out() -> None:
    assert (
        times(calendar(entry("DTSTART:20210416T080000Z", "DTEND:20210416T090000Z", "STATUS:CANCELLED"))) == []
    )
    assert times(calendar(entry("DTSTART:20220416T080000Z", "DTEND:20220416T090000Z"))) == []


def test_a_bad_entry_is_named_by_its_line_and_the_good_ones_are_kept() -> None:
    found = calendar(HALF_TERM, entry("DTSTART:soon"), entry("DTSTART:20210101T000000", "RRULE:FREQ=HOURLY"))
    assert len(found.obstacles) == 1
    assert [str(fault) for fault in found.faults] == [
        "Line 11: This entry cannot be read: Board. Its dates or its repeats are not well formed.",
        "Line 16: This entry cannot be read: Board. Its dates or its repeats are not well formed.",
    ]


@pytest.mark.parametrize("text", ["BEGIN:VCALENDAR", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR"])
def test_half_a_file_is_refused_as_a_whole(text: str) -> None:
    found = read(text, LONDON, date(2021, 1, 1), date(2021, 12, 31))
    assert found.obstacles == ()
    assert [str(fault) for fault in found.faults] == [
        "Line 1: This is no whole iCalendar file. It begins with BEGIN:VCALENDAR and ends with END:VCALENDAR."
    ]


@given(st.text("BEGIN:VCALDRT;=\n2021,0-", max_size=80))
def test_whatever_stands_in_a_file_is_answered(junk: str) -> None:
    found = calendar(entry(junk), junk)
    assert all(fault.line > 0 for fault in found.faults)


def test_a_list_has_a_day_or_a_range_on_each_line() -> None:
    lines = [
        "\ufeff# Our school",
        "2021-02-15 to 2021-02-19 Half-term",
        "",
        "2021-04-02..2021-04-16, Easter # both",
    ]
    found = read("\n".join([*lines, "2021-05-04"]), LONDON, date(2021, 1, 1), date(2021, 12, 31))
    assert [(one.first, one.last, one.name) for one in found.obstacles] == [
        (date(2021, 2, 15), date(2021, 2, 19), "Half-term"),
        (date(2021, 4, 2), date(2021, 4, 16), "Easter"),
        (date(2021, 5, 4), date(2021, 5, 4), "no name given"),
    ]
    assert (found.faults, {one.hindrance for one in found.obstacles}) == ((), {Hindrance.BLOCKED})


def test_each_bad_line_of_a_list_is_named() -> None:
    text = "15/02/2021 Half-term\n2021-02-30\n2021-03-02 to 2021-03-01\n2021-05-04 May\n"
    found = read(text, LONDON, date(2021, 1, 1), date(2021, 12, 31))
    assert [one.name for one in found.obstacles] == ["May"]
    assert [str(fault) for fault in found.faults] == [
        "Line 1: Write a day as 2021-02-15, or a range as 2021-02-15 to 2021-02-19, and then what it is.",
        "Line 2: There is no day 2021-02-30. Write the year, the month and the day.",
        "Line 3: The range ends on 2021-03-01, before it begins. Write the sooner day first.",
    ]
