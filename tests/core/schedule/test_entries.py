"""Calendar entries, read back by another library than wrote their times."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical  # type: ignore[import-untyped]  # it ships no types
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from setspace.core.schedule.entries import (
    Address,
    Entry,
    cancellation,
    feed,
    invitation,
    succeeding,
    white_space_after,
)
from setspace.core.schedule.timezones import timezone_of
from setspace.core.schedule.zones import end_of, moment
from tests.core.schedule.laying import HALF_PAST_NINE, LONDON, tpas

NOW = datetime(2021, 1, 20, 12, tzinfo=UTC)
TPAS = Address('Tpas "VALS"; sets', "sets@tpas.example")
MEI = Address("Mei Lin, Acme", "mei@acme.example")
STARTS = moment(date(2021, 4, 20), HALF_PAST_NINE, LONDON)
SESSION = Entry("a1@sets.example", "Session 3", STARTS, end_of(STARTS, 210), LONDON, "", "", TPAS, MEI)


def read(file: bytes) -> tuple[Calendar, list[Event]]:
    calendar = Calendar.from_ical(file)
    assert isinstance(calendar, Calendar)
    return calendar, [one for one in calendar.walk("VEVENT") if isinstance(one, Event)]


def began(event: Event) -> datetime:
    assert isinstance(event.start, datetime)
    return event.start


def test_an_invitation_asks_one_person_and_names_nobody_else() -> None:
    calendar, (event,) = read(invitation(SESSION, NOW))
    assert (calendar["METHOD"], event["UID"], event["SEQUENCE"]) == ("REQUEST", "a1@sets.example", 0)
    assert event["ATTENDEE"] == "mailto:mei@acme.example"
    assert event["ATTENDEE"].params["CN"] == "Mei Lin, Acme"
    assert event["ORGANIZER"] == "mailto:sets@tpas.example"
    assert NOW == event.DTSTAMP
    assert (event.start, event.end) == (SESSION.starts, SESSION.ends)
    assert invitation(SESSION, NOW).count(b"mailto:") == 2


def test_a_change_is_numbered_on_and_nothing_else_is() -> None:
    later = replace(SESSION, starts=SESSION.starts + timedelta(days=1), ends=SESSION.ends + timedelta(days=1))
    assert succeeding(SESSION, SESSION) == SESSION
    first = succeeding(SESSION, later)
    assert first.sequence == 1
    assert succeeding(first, replace(later, place="Room 2")).sequence == 2
    assert succeeding(first, later) == first
    with pytest.raises(ValueError, match="its own organiser"):
        succeeding(SESSION, replace(SESSION, uid="other"))


def test_a_cancellation_takes_the_same_entry_out() -> None:
    calendar, (event,) = read(cancellation(succeeding(SESSION, replace(SESSION, is_cancelled=True)), NOW))
    assert (calendar["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    assert (event["UID"], event["ORGANIZER"]) == (SESSION.uid, "mailto:sets@tpas.example")
    with pytest.raises(ValueError, match="one attendee"):
        cancellation(replace(SESSION, attendee=None), NOW)


def test_a_feed_has_no_address_and_nothing_that_was_cancelled() -> None:
    file = feed([SESSION, replace(SESSION, uid="b2", is_cancelled=True)], "Mei's sets", NOW)
    calendar, events = read(file)
    assert (calendar["METHOD"], calendar["X-WR-CALNAME"]) == ("PUBLISH", "Mei's sets")
    assert [event["UID"] for event in events] == ["a1@sets.example"]
    assert b"@acme" in invitation(SESSION, NOW)
    assert b"mailto" not in file
    assert b"@acme" not in file


def test_white_space_is_an_entry_of_its_own_that_leaves_people_free() -> None:
    white_space = white_space_after(SESSION, end_of(SESSION.ends, 30))
    _, (event,) = read(invitation(white_space, NOW))
    assert (event["TRANSP"], event["ATTENDEE"].params["ROLE"]) == ("TRANSPARENT", "OPT-PARTICIPANT")
    assert (event.start, event.duration) == (SESSION.ends, timedelta(minutes=30))
    assert event["UID"] != SESSION.uid
    assert read(invitation(SESSION, NOW))[1][0]["TRANSP"] == "OPAQUE"


WRITTEN = st.text(st.characters(exclude_categories=["Cc", "Cs"]))


@settings(max_examples=10)
@given(WRITTEN, st.text(), st.text(max_size=20))
def test_whatever_people_write_stays_one_entry_in_short_lines(title: str, words: str, name: str) -> None:
    entry = replace(SESSION, title=title, words=f"{words}\n", attendee=Address(name, "mei@acme.example"))
    file = invitation(entry, NOW)
    assert max(len(line) for line in file.split(b"\r\n")) <= 75
    assert file.count(b"\n") == file.count(b"\r\n") == file.count(b"\r")
    calendar, (event,) = read(file)
    assert calendar.to_ical() == file
    assert str(event["SUMMARY"]).split() == title.split()
    assert event["ATTENDEE"] == "mailto:mei@acme.example"


def test_letters_that_no_calendar_may_hold_become_spaces() -> None:
    entry = replace(
        SESSION, title="Half\ud83d a\x1bpair", attendee=Address("Mei\r\nX", "mei@acme.example\nBCC:x")
    )
    _, (event,) = read(invitation(entry, NOW))
    assert (event["SUMMARY"], event["ATTENDEE"].params["CN"]) == ("Half  a pair", "Mei X")
    assert event["ATTENDEE"] == "mailto:mei@acme.example BCC:x"


def test_a_time_that_comes_twice_is_written_in_utc() -> None:
    second = moment(date(2021, 10, 31), time(1, 30), LONDON, second=True)
    _, (event,) = read(invitation(replace(SESSION, starts=second, ends=end_of(second, 60)), NOW))
    assert (event["DTSTART"].to_ical(), event.duration) == (b"20211031T013000Z", timedelta(hours=1))


def test_the_zones_definition_gives_every_tpas_date_its_time_in_two_readers() -> None:
    meetings = tpas().sets[0].meetings
    file = feed([Entry(one.outline.title, "", one.starts, one.ends, LONDON) for one in meetings], "", NOW)
    calendar, events = read(file)
    utc = [one.utc for one in meetings]
    assert [began(event).astimezone(UTC) for event in events] == utc
    (definition,) = calendar.timezones
    for zone in (definition.to_tz(), _by_definition(file)):
        assert [began(event).replace(tzinfo=zone).astimezone(UTC) for event in events] == utc
    assert b"RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in file
    assert b"RDATE" not in file


@pytest.mark.parametrize(
    "name",
    [
        "America/New_York",
        "America/Santiago",  # the Sunday between the 2nd and the 8th
        "America/Asuncion",  # the law was changed in 2024
        "Africa/Casablanca",  # the clocks follow the moon
        "Asia/Jerusalem",  # the Friday between the 23rd and the 29th
        "Asia/Kolkata",  # never changed
        "Asia/Tehran",  # no longer changed
        "Australia/Lord_Howe",  # by half an hour
        "Europe/Dublin",  # winter is the exception there
        "Pacific/Chatham",
    ],
)
@pytest.mark.parametrize("year", [2021, 2026])
def test_a_zone_without_a_simple_rule_is_right_too(name: str, year: int) -> None:
    zone = ZoneInfo(name)
    file = Calendar()
    file.add_component(timezone_of(zone, year, year))
    read_back = _by_definition(file.to_ical())
    for day in range(0, 365, 6):
        local = datetime.combine(date(year, 1, 1) + timedelta(days=day), HALF_PAST_NINE)
        assert local.replace(tzinfo=read_back).utcoffset() == local.replace(tzinfo=zone).utcoffset()


def _by_definition(file: bytes) -> tzinfo:
    """The zone as another library reads its definition, without knowing its name."""
    zone: tzinfo = tzical(io.StringIO(file.decode())).get()
    return zone
