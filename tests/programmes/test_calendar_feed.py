"""A private address shows one person their sessions, to any program that has it, until it is stopped."""

from base64 import b64decode
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from setspace.lib import clock
from setspace.people.address_once import NEW_ADDRESS
from setspace.people.changes import renew_calendar
from setspace.people.models import CalendarLink, Letter
from setspace.programmes import changes
from setspace.programmes.changes import PlannedDate
from setspace.programmes.models import Meeting
from tests.cast import client_of
from tests.khal import Khal
from tests.programmes.calendars import arrived, events_of, utc
from tests.programmes.world import RULES, VIDEO, World, ahead, new_world, planned, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    world.join(world.mei, world.tom)
    return world


def address_for(world: World) -> str:
    return f"/calendar/{renew_calendar(world.mei, clock.now())}.ics"


def test_the_feed_shows_every_session_and_its_white_space_without_signing_in(world: World) -> None:
    response = Client().get(address_for(world))
    calendar = Calendar.from_ical(response.content)
    assert calendar["METHOD"] == "PUBLISH"
    shown = [(event["SUMMARY"], event["TRANSP"]) for event in events_of(response.content)]
    assert shown == [
        ("Tuesday set, introduction", "OPAQUE"),
        ("Tuesday set, session 1", "OPAQUE"),
        ("White space after: Tuesday set, session 1", "TRANSPARENT"),
    ]
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert not response.cookies


def test_the_feed_holds_no_address_no_video_link_and_no_rules(world: World) -> None:
    assert VIDEO in words_of(client_of(world.mei).get(world.page("sessions/")))
    file = Client().get(address_for(world)).content.decode().replace("\r\n ", "")
    for words in (VIDEO, *RULES, "@example.org", "Mei", "Ade"):
        assert words not in file


def test_the_feed_and_the_letters_speak_of_the_same_entries(world: World) -> None:
    meeting = Meeting.objects.get(kind="session")
    changes.move_meeting(meeting, planned(25), clock.now())
    (mei,) = [one for one in arrived("session_moved") if one.to == "mei@example.org"]
    shown = {str(event["UID"]): event for event in events_of(Client().get(address_for(world)).content)}
    assert (shown[mei.uid]["SEQUENCE"], utc(shown[mei.uid].start)) == (mei.sequence, mei.starts)


def test_the_feed_keeps_local_time_across_a_change_of_the_clocks(world: World) -> None:
    for on in (date(2032, 3, 23), date(2032, 3, 30)):
        changes.plan_meeting(
            world.learning_set, PlannedDate(on, time(9, 30), "tpas-introduction"), clock.now()
        )
    starts = [utc(event.start) for event in events_of(Client().get(address_for(world)).content)]
    assert starts[-2:] == [datetime(2032, 3, 23, 9, 30, tzinfo=UTC), datetime(2032, 3, 30, 8, 30, tzinfo=UTC)]


def test_a_cancelled_session_and_a_set_that_was_left_are_in_no_feed(world: World) -> None:
    address = address_for(world)
    changes.cancel_meeting(Meeting.objects.get(kind="introduction"), clock.now())
    assert len(events_of(Client().get(address).content)) == 2
    changes.end_membership(world.membership(world.mei), clock.now())
    response = Client().get(address)
    assert response.status_code == 200
    assert events_of(response.content) == []


def test_a_calendar_program_that_follows_the_feed_moves_an_entry_and_takes_it_out(
    world: World, tmp_path: Path
) -> None:
    khal, address = Khal(tmp_path / "khal", "Europe/Berlin"), address_for(world)
    meeting = changes.plan_meeting(
        world.learning_set, PlannedDate(date(2032, 3, 23), time(9, 30), "tpas-introduction"), clock.now()
    )
    entry = "10:30 12:30 Tuesday set, introduction 2"

    def shows() -> list[str]:
        khal.follow(Client().get(address).content)
        return [line for line in khal.shows() if line.startswith("2032")]

    assert shows() == [f"2032-03-23 {entry}"]
    changes.move_meeting(meeting, PlannedDate(date(2032, 3, 30), time(9, 30), meeting.plan), clock.now())
    assert shows() == [f"2032-03-30 {entry}"]
    changes.cancel_meeting(meeting, clock.now())
    assert shows() == []
    assert len(khal.shows()) == 3  # what else there is stays


def test_an_address_is_made_renewed_and_stopped_on_the_account_page(world: World) -> None:
    mei = client_of(world.mei)
    assert "Make an address" in words_of(mei.get("/account/"))
    assert not CalendarLink.objects.exists()
    first = _address_shown(words_of(mei.post("/account/calendar/", {"link": "new"}, follow=True)))
    assert Client().get(first).status_code == 200
    again = mei.get("/account/calendar/", follow=True)  # the page is loaded once more
    assert again.redirect_chain == [("/account/#calendar", 302)]
    assert first not in words_of(again)
    assert Client().get(first).status_code == 200  # and is not made anew
    assert first.split("/")[-1].removesuffix(".ics") not in repr(list(CalendarLink.objects.values_list()))
    assert "Stop the address" in words_of(mei.get("/account/"))
    second = _address_shown(words_of(mei.post("/account/calendar/", {"link": "new"}, follow=True)))
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    assert "has stopped working" in words_of(mei.post("/account/calendar/", {"link": "off"}, follow=True))
    assert Client().get(second).status_code == 404


def test_the_address_lies_sealed_in_the_session_until_it_is_shown(world: World) -> None:
    mei = client_of(world.mei)
    mei.post("/account/calendar/", {"link": "new"})
    kept = mei.session[NEW_ADDRESS]
    address = _address_shown(words_of(mei.get("/account/calendar/")))
    token = address.split("/")[-1].removesuffix(".ics")
    assert token not in kept
    assert token.encode() not in b64decode(kept)
    assert NEW_ADDRESS not in mei.session


def test_nobody_who_has_been_shut_out_has_a_feed(world: World) -> None:
    address = address_for(world)
    world.mei.is_active = False
    world.mei.save()
    assert Client().get(address).status_code == 404


def test_one_session_is_downloaded_by_the_set_and_by_nobody_else(world: World) -> None:
    meeting = Meeting.objects.get(kind="session")
    address = f"/sessions/{meeting.id}/session.ics"
    assert address in words_of(client_of(world.mei).get(world.page("sessions/")))
    response = client_of(world.mei).get(address)
    (session,) = events_of(response.content)
    assert session["SUMMARY"] == "Tuesday set, session 1"
    assert client_of(world.charlie).get(address).status_code == 404
    changes.cancel_meeting(meeting, clock.now())
    assert client_of(world.mei).get(address).status_code == 404


def test_the_feed_asks_the_database_as_often_for_three_sessions_as_for_thirty(world: World) -> None:
    address = address_for(world)

    def n_queries() -> int:
        with CaptureQueriesContext(connection) as found:
            assert Client().get(address).status_code == 200
        return len(found)

    few = n_queries()
    Letter.objects.all().delete()
    for days in range(30, 58):
        Meeting.objects.create(
            learning_set=world.learning_set, plan="tpas-session", number=days, on=ahead(days), at=time(9, 30)
        )
    assert len(events_of(Client().get(address).content)) == 3 + 2 * 28
    assert n_queries() == few


def _address_shown(page: str) -> str:
    return page.split('value="http://localhost:8000', 1)[1].split('"', 1)[0]
