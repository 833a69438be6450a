"""`setspace schedule`, and its calendar files in a real calendar program."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from setspace.core.schedule.entries import Address, Entry, cancellation, feed, invitation, succeeding
from setspace.core.schedule.presets import shapes
from setspace.core.schedule.zones import end_of, moment
from setspace.web import cli
from tests.khal import Khal

pytestmark = pytest.mark.once

SCHEDULE = ("schedule", "tpas-vals", "--zone", "Europe/London", "--holidays", "GB-ENG")
TUE_AND_THU = ("--weekdays", "tue,thu")
TPAS, MEI = Address("Tpas", "sets@tpas.example"), Address("Mei", "mei@acme.example")
NOW = datetime(2021, 1, 20, 12, tzinfo=UTC)


def said(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert cli.main([*words, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def notes(found: dict[str, Any], place: int = 0) -> str:
    return "\n".join(note for meeting in found["sets"][place]["meetings"] for note in meeting["notes"])


def test_the_tpas_programme_of_2021_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    found = said(capsys, *SCHEDULE, *TUE_AND_THU, "--first", "2021-02-02")
    assert (found["preset"], found["zone"]) == ("tpas-vals", "Europe/London")
    assert [one["weekday"] for one in found["sets"]] == ["tue", "thu"]
    tuesdays, thursdays = ([meeting["start"][:10] for meeting in one["meetings"]] for one in found["sets"])
    assert tuesdays[-2:] == ["2021-07-13", "2021-12-14"]
    assert thursdays[-2:] == ["2021-07-15", "2021-12-16"]
    assert found["sets"][1]["meetings"][3] == {
        "kind": "session",
        "number": 3,
        "start": "2021-04-22T09:30:00+01:00",
        "end": "2021-04-22T13:00:00+01:00",
        "utc": "2021-04-22T08:30:00Z",
        "notes": [],
    }
    assert [meeting["kind"] for meeting in found["sets"][0]["meetings"]] == [
        "introduction",
        *["session"] * 5,
        "evaluation",
        "follow-up",
    ]


def test_first_dates_up_to_three_weeks_later_name_their_clashes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    breaks = tmp_path / "breaks.txt"
    breaks.write_text("2021-02-15 to 2021-02-19 Half-term\n2021-05-31 to 2021-06-04 Half-term\n")
    one = said(capsys, *SCHEDULE, *TUE_AND_THU, "--first", "2021-02-09", "--avoid", str(breaks))
    assert "Tuesday 16 February 2021 is taken (Half-term)" in notes(one)
    assert "Beginning a week sooner, on Tuesday 2 February 2021, no date clashes" in notes(one)
    assert "In the week of Christmas Day" in notes(one)
    two = said(capsys, *SCHEDULE, *TUE_AND_THU, "--first", "2021-02-16")
    assert "Tuesday 28 December 2021 is a public holiday, Boxing Day (observed)" in notes(two)
    assert "The day before Good Friday" in notes(two, place=1)
    three = said(capsys, *SCHEDULE, *TUE_AND_THU, "--first", "2021-02-23")
    assert "The day after Easter Monday" in notes(three)
    assert "In August; the source of this shape has it in July." in notes(three)


def test_the_table_shows_dates_and_notes(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*SCHEDULE, "--first", "2021-02-16", "--start", "14:00"]) == 0
    table = capsys.readouterr().out
    assert "Session 2     Tue 30 Mar 2021  14:00 to 17:30  13:00 UTC" in table
    assert "    A week sooner than 5 months after the evaluation: Tuesday 28 December 2021" in table
    assert "23.5 hours for each person, and 2.5 of white space." in table


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("schedule", "tpas", "--first", "2021-02-02"),
            "There is no programme called tpas. Choose one of: tpas-vals",
        ),
        ((*SCHEDULE, "--first", "2 Feb"), "The first date must be a day from 1970 to 2100"),
        ((*SCHEDULE, "--first", "2021-02-30"), "The first date must be a day from 1970 to 2100"),
        ((*SCHEDULE, "--first", "20210202"), "The first date must be a day from 1970 to 2100"),
        ((*SCHEDULE, "--first", "9999-02-02"), "The first date must be a day from 1970 to 2100"),
        ((*SCHEDULE,), "The following arguments are required: --first"),
        (
            (*SCHEDULE, "--first", "2021-02-02", "--weekdays", "thu,tue"),
            "Tuesday 2 February 2021 is the first date, and the first set meets on Thursdays.",
        ),
        ((*SCHEDULE, "--first", "2021-02-02", "--weekdays", "tue,"), "The weekdays must be some of mon, tue"),
        (
            (*SCHEDULE, "--first", "2021-02-02", "--weekdays", "tueday"),
            "The weekdays must be some of mon, tue",
        ),
        ((*SCHEDULE, "--first", "2021-02-02", "--weekdays", "tue,tuesday"), "Name each weekday once"),
        ((*SCHEDULE, "--first", "2021-02-02", "--zone", "London"), "There is no time zone called “London”."),
        (
            (*SCHEDULE, "--first", "2021-02-02", "--holidays", "GB-EN"),
            "GB has no part called EN. Its parts are",
        ),
        ((*SCHEDULE, "--first", "2021-02-02", "--start", "25:00"), "The start must be a time of day"),
        (
            (*SCHEDULE, "--first", "2021-02-02", "--avoid", "none.ics"),
            "none.ics cannot be read: No such file",
        ),
        (
            (*SCHEDULE, "--first", "2021-02-02", "--ics", "none/a.ics"),
            "none/a.ics cannot be written: No such file",
        ),
        ((*SCHEDULE, "--first", "2021-02-02", "--json", "--ics", "a"), "Argument --ics: not allowed with"),
        (
            ("schedule", "york-90", "--first", "2021-02-28", "--start", "01:30"),
            "On Sunday 28 March 2021 there is no 01:30 in Europe/London",
        ),
        (
            ("schedule", "york-90", "--first", "2021-08-29", "--start", "01:30"),
            "On Sunday 31 October 2021 it is 01:30 twice in Europe/London",
        ),
    ],
)
def test_wrong_input_gets_one_clear_sentence(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    words: tuple[str, ...],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(words) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert sentence in err


def test_a_bad_line_of_a_list_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    breaks = tmp_path / "breaks.txt"
    breaks.write_text("2021-02-15 Half-term\n16/02/2021\n")
    assert cli.main([*SCHEDULE, "--first", "2021-02-02", "--avoid", str(breaks)]) == 2
    assert capsys.readouterr().err == (
        f"{breaks} cannot be used yet. "
        "Line 2: Write a day as 2021-02-15, or a range as 2021-02-15 to 2021-02-19, and then what it is.\n"
    )


def test_the_file_of_every_preset_shows_the_right_local_times_in_khal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    files, expected = [], []
    for key, shape in shapes().items():
        path = tmp_path / f"{key}.ics"
        dates = said(capsys, "schedule", key, "--first", "2021-02-02")["sets"][0]["meetings"]
        assert cli.main(["schedule", key, "--first", "2021-02-02", "--ics", str(path)]) == 0
        capsys.readouterr()
        files.append(path.read_bytes())
        for meeting, outline in zip(dates, shape.meetings, strict=True):
            times = f"{meeting['start'][:10]} {meeting['start'][11:16]} {meeting['end'][11:16]}"
            expected.append(f"{times} {outline.title}: {shape.title}, Tuesdays")
    events = [event for file in files for event in Calendar.from_ical(file).walk("VEVENT")]
    white_spaces = [event for event in events if event["TRANSP"] == "TRANSPARENT"]
    assert (len(white_spaces), len(events) - len(white_spaces)) == (5, len(expected))
    khal = Khal(tmp_path / "khal", "Europe/London")
    khal.take(*files)
    assert [line for line in khal.shows() if "White space" not in line] == sorted(expected)
    assert {line.split()[1] for line in expected} == {"09:30", "10:00"}


@pytest.mark.parametrize(
    ("zone", "seen"),
    [("America/New_York", ["05:30", "04:30", "05:30"]), ("Australia/Sydney", ["20:30", "18:30", "20:30"])],
)
def test_somebody_far_away_sees_their_own_time(tmp_path: Path, zone: str, seen: list[str]) -> None:
    days = [date(2021, 3, 16), date(2021, 4, 20), date(2021, 11, 2)]
    entries = [_entry(day) for day in days]
    khal = Khal(tmp_path / "khal", zone)
    khal.take(feed(entries, "Sets", NOW))
    assert [line.split()[1] for line in khal.shows()] == seen


def test_an_update_replaces_and_a_cancellation_marks_the_entry_in_khal(tmp_path: Path) -> None:
    khal = Khal(tmp_path / "khal", "Europe/London")
    sent = _entry(date(2021, 4, 20))
    khal.take(invitation(sent, NOW))
    assert khal.shows() == ["2021-04-20 09:30 13:00 Session"]
    week = timedelta(weeks=1)
    moved = succeeding(sent, replace(sent, starts=sent.starts + week, ends=sent.ends + week))
    khal.take(invitation(moved, NOW))
    assert khal.shows() == ["2021-04-27 09:30 13:00 Session"]
    # khal has no mail: what it brings in from a cancellation stays, and says so.
    khal.take(cancellation(succeeding(moved, replace(moved, is_cancelled=True)), NOW))
    assert khal.shows() == ["2021-04-27 09:30 13:00 SessionCANCELLED "]


def test_a_cancelled_session_goes_from_a_feed_and_so_from_the_calendar_that_follows_it(
    tmp_path: Path,
) -> None:
    khal = Khal(tmp_path / "khal", "Europe/London")
    entries = [_entry(date(2021, 4, 20)), _entry(date(2021, 5, 25))]
    _follow(khal, feed(entries, "Sets", NOW))
    assert len(khal.shows()) == 2
    _follow(khal, feed([replace(entries[0], is_cancelled=True), entries[1]], "Sets", NOW))
    assert khal.shows() == ["2021-05-25 09:30 13:00 Session"]


def _entry(day: date) -> Entry:
    zone = ZoneInfo("Europe/London")
    starts = moment(day, time(9, 30), zone)
    return Entry(
        f"{day}@sets.example", "Session", starts, end_of(starts, 210), zone, organiser=TPAS, attendee=MEI
    )


def _follow(khal: Khal, file: bytes) -> None:
    """What a program that follows a feed does: the calendar becomes what the feed has."""
    calendar = Calendar.from_ical(file)
    for old in khal.calendar.iterdir():
        old.unlink()
    for event in calendar.walk("VEVENT"):
        alone = Calendar()
        for zone in calendar.timezones:
            alone.add_component(zone)
        alone.add_component(event)
        (khal.calendar / f"{event['UID']}.ics").write_bytes(alone.to_ical())
