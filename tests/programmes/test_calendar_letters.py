"""Each letter about a date changes one entry in one person's calendar, and says nothing in confidence."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from icalendar import Calendar

from setspace.lib import clock
from setspace.people.models import Letter
from setspace.programmes import changes
from setspace.programmes.changes import PlannedDate
from setspace.programmes.models import Meeting
from tests.khal import Khal
from tests.programmes.calendars import arrived, utc
from tests.programmes.world import RULES, VIDEO, World, ahead, delivered, new_world, planned

pytestmark = pytest.mark.django_db

TUESDAY = PlannedDate(date(2032, 3, 23), time(9, 30), "tpas-introduction")  # the clocks change on 28 March
AFTER = PlannedDate(date(2032, 3, 30), time(9, 30), "tpas-introduction")
WITH_WHITE_SPACE = PlannedDate(date(2032, 3, 30), time(9, 30), "tpas-session")


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    world.join(world.mei, world.tom)
    Letter.objects.all().delete()
    return world


def planned_for(world: World, planned_date: PlannedDate) -> Meeting:
    meeting = changes.plan_meeting(world.learning_set, planned_date, clock.now())
    return Meeting.objects.select_related("learning_set").get(pk=meeting.pk)


def test_a_new_date_comes_as_an_invitation_to_one_person(world: World) -> None:
    meeting = planned_for(world, AFTER)
    told = arrived("session_added")
    assert [one.to for one in told] == ["ade@example.org", "mei@example.org", "tom@example.org"]
    assert len({one.uid for one in told}) == 3
    mei = told[1]
    assert (mei.method, mei.sequence, mei.event["STATUS"]) == ("REQUEST", 0, "CONFIRMED")
    assert Calendar.from_ical(mei.file)["METHOD"] == "REQUEST"
    assert mei.starts == datetime(2032, 3, 30, 8, 30, tzinfo=UTC)
    assert mei.event["DTSTART"].params["TZID"] == "Europe/London"
    assert "BEGIN:VTIMEZONE" in mei.file
    assert mei.event["SUMMARY"] == f"Tuesday set, {meeting.title_in_a_sentence}"
    assert str(mei.event["LOCATION"]).endswith(f"/sessions/{meeting.id}/room/")
    assert mei.event["ATTENDEE"] == "mailto:mei@example.org"
    assert mei.file.count("ATTENDEE") == 1
    for words in (VIDEO, *RULES, "tom@", "ade@"):
        assert words not in mei.file.replace("\r\n ", "")


def test_the_message_is_built_as_calendar_programs_expect(world: World) -> None:
    planned_for(world, AFTER)
    message = arrived("session_added")[0].message
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    attached = list(message.walk())[-1]
    assert attached.get_filename() == "invite.ics"
    assert message["To"] == "ade@example.org"


def test_a_session_keeps_its_local_time_when_the_clocks_change(world: World) -> None:
    meeting = planned_for(world, TUESDAY)
    assert arrived("session_added")[0].starts == datetime(2032, 3, 23, 9, 30, tzinfo=UTC)
    changes.move_meeting(meeting, AFTER, clock.now())
    assert arrived("session_moved")[0].starts == datetime(2032, 3, 30, 8, 30, tzinfo=UTC)


def test_a_move_replaces_the_entry_and_a_cancellation_removes_it(world: World) -> None:
    meeting = planned_for(world, TUESDAY)
    first = arrived("session_added")[1]
    changes.move_meeting(meeting, AFTER, clock.now())
    second = arrived("session_moved")[1]
    changes.cancel_meeting(meeting, clock.now())
    third = arrived("session_cancelled")[1]
    assert first.uid == second.uid == third.uid
    assert [one.sequence for one in (first, second, third)] == [0, 1, 2]
    assert [one.method for one in (first, second, third)] == ["REQUEST", "REQUEST", "CANCEL"]
    assert third.event["STATUS"] == "CANCELLED"
    assert first.event["ORGANIZER"] == second.event["ORGANIZER"] == third.event["ORGANIZER"]


def test_a_calendar_program_shows_what_the_letters_say(world: World, tmp_path: Path) -> None:
    khal = Khal(tmp_path / "khal", "Europe/Berlin")
    meeting = planned_for(world, TUESDAY)
    name = f"Tuesday set, {meeting.title_in_a_sentence}"
    khal.take(arrived("session_added")[1].file.encode())
    assert khal.shows() == [f"2032-03-23 10:30 12:30 {name}"]
    changes.move_meeting(meeting, AFTER, clock.now())
    khal.take(arrived("session_moved")[1].file.encode())
    assert khal.shows() == [f"2032-03-30 10:30 12:30 {name}"]
    changes.cancel_meeting(meeting, clock.now())
    khal.take(arrived("session_cancelled")[1].file.encode())
    (line,) = khal.shows()
    assert "CANCELLED" in line  # it marks what is cancelled by mail; the feed removes it


def test_of_two_moves_in_a_row_only_the_latest_letter_carries_the_entry(world: World) -> None:
    meeting = planned_for(world, TUESDAY)
    Letter.objects.all().delete()
    changes.move_meeting(meeting, AFTER, clock.now())
    changes.move_meeting(meeting, TUESDAY, clock.now())
    (mei,) = [one for one in arrived("session_moved") if one.to == "mei@example.org"]
    assert (mei.sequence, mei.starts) == (2, datetime(2032, 3, 23, 9, 30, tzinfo=UTC))
    assert not delivered()  # a letter that is sent is not sent again


def test_a_session_that_gets_another_number_gets_its_new_name_in_every_calendar(world: World) -> None:
    meeting = planned_for(world, AFTER)
    Letter.objects.all().delete()
    planned_for(world, TUESDAY)  # before it
    (renamed,) = [one for one in arrived("session_moved") if one.to == "mei@example.org"]
    meeting.refresh_from_db()
    assert (renamed.method, renamed.sequence) == ("REQUEST", 1)
    assert str(renamed.event["SUMMARY"]) == f"Tuesday set, {meeting.title_in_a_sentence}"
    assert f"is now called {meeting.title}. Its date stays." in renamed.text


def test_white_space_is_told_in_words_and_is_no_part_of_the_entry(world: World) -> None:
    planned_for(world, WITH_WHITE_SPACE)
    (session,) = [one for one in arrived("session_added") if one.to == "mei@example.org"]
    assert utc(session.event.end) == datetime(2032, 3, 30, 12, 0, tzinfo=UTC)
    assert "White space follows until 1:30pm: it is optional." in session.text


def test_whoever_joins_gets_every_date_that_lies_ahead(world: World) -> None:
    world.join(world.ines)
    told = arrived("session_date")
    assert [one.to for one in told] == ["ines@example.org"] * 2
    assert [one.event["SUMMARY"] for one in told] == ["Tuesday set, introduction", "Tuesday set, session 1"]


def test_whoever_starts_a_set_has_its_dates_too() -> None:
    new_world()
    assert [one.to for one in arrived("session_date")] == ["ade@example.org"] * 2


def test_whoever_is_taken_out_gets_a_cancellation_of_each_date_and_may_come_back(world: World) -> None:
    world.join(world.ines)
    first = arrived("session_date")
    changes.end_membership(world.membership(world.ines), clock.now())
    gone = arrived("session_taken_out")
    assert {one.method for one in gone} == {"CANCEL"}
    assert [(one.uid, one.sequence) for one in gone] == [(one.uid, 1) for one in first]
    assert {one.to for one in gone} == {"ines@example.org"}
    changes.invite(
        world.learning_set, changes.Invitee("Ines Evora", "ines@example.org"), world.ade, clock.now()
    )
    world.learning_set.invitations.filter(accepted_at__isnull=False, person=world.ines).delete()
    world.join(world.ines)
    again = arrived("session_date")
    assert [(one.uid, one.sequence, one.method) for one in again] == [
        (one.uid, 2, "REQUEST") for one in first
    ]


def test_nothing_is_said_of_a_session_that_has_begun(world: World) -> None:
    Meeting.objects.filter(kind="introduction").update(on=ahead(-3))
    changes.plan_meeting(world.learning_set, planned(-2), clock.now())
    world.join(world.ines)
    assert [one.event["SUMMARY"] for one in arrived("session_date", "session_added")] == [
        "Tuesday set, session 2"
    ]


def test_who_is_elsewhere_reads_when_it_begins_there(world: World) -> None:
    world.mei.zone = "Europe/Berlin"
    world.mei.save()
    planned_for(world, AFTER)
    ade, mei, _tom = arrived("session_added")
    assert "Times are in London time." in ade.text
    assert "it begins at 9:30am in London; 10:30am where you are (Berlin)." in mei.text
    assert mei.starts == ade.starts
