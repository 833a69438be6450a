"""Dates: added, moved and cancelled by the facilitator; everybody in the set is told, and of nothing else."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from setspace.lib import clock, dates
from setspace.people.models import Letter
from setspace.programmes import changes
from setspace.programmes.changes import PlannedDate
from setspace.programmes.models import Invitation, Meeting
from tests.cast import client_of
from tests.programmes.world import VIDEO, World, ahead, delivered, new_world, planned, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    world.join(world.mei, world.tom)
    Letter.objects.all().delete()
    return world


def titles(world: World) -> list[str]:
    return [meeting.title for meeting in world.learning_set.meetings.filter(cancelled_at=None)]


def test_ade_adds_a_date_and_the_set_is_told(world: World) -> None:
    answers = {"on": ahead(15).isoformat(), "at": "14:00", "plan": ""}
    response = client_of(world.ade).post(world.page("sessions/"), answers, follow=True)
    assert "Your set has been told." in words_of(response)
    # It comes before the one that was Session 1 until now.
    assert titles(world) == ["Introduction", "Session 1", "Session 2"]
    told = delivered("session_added")
    assert [to for to, _subject, _text in told] == ["ade@example.org", "mei@example.org", "tom@example.org"]
    day = dates.short_day(ahead(15), ahead(0))
    assert {subject for _to, subject, _text in told} == {f"Tuesday set: a new date, session 1 on {day}"}
    assert "2pm to 5:30pm" in told[0][2]
    assert "Times are in London time." in told[0][2]


def test_a_session_is_moved(world: World) -> None:
    meeting = Meeting.objects.get(kind="session")
    address = f"/sessions/{meeting.id}/date/"
    assert f'value="{meeting.on.isoformat()}"' in words_of(client_of(world.ade).get(address))
    client_of(world.ade).post(address, {"on": ahead(40).isoformat(), "at": "10:15", "plan": ""})
    meeting.refresh_from_db()
    assert (meeting.on, meeting.at) == (ahead(40), time(10, 15))
    told = delivered("session_moved")
    day = dates.short_day(ahead(40), ahead(0))
    assert {subject for _to, subject, _text in told} == {f"Tuesday set: session 1 is now on {day}"}
    was = f"Session 1 has moved from {dates.day(ahead(20), ahead(0))}, 9:30am to 1pm"
    assert f"{was}, to {dates.day(ahead(40), ahead(0))}, 10:15am to 1:45pm." in told[0][2]


def test_a_plan_for_another_number_of_people_is_chosen_with_a_word(world: World) -> None:
    said = "a plan for 3 people. Your set has 4"
    client = client_of(world.ade)
    answers = {"on": ahead(15).isoformat(), "at": "14:00", "plan": "troika-session"}
    assert said in words_of(client.post(world.page("sessions/"), answers, follow=True))
    meeting = Meeting.objects.get(plan="troika-session")
    address = f"/sessions/{meeting.id}/date/"
    assert said in words_of(client.post(address, {**answers, "at": "15:00"}, follow=True))
    usual = client.post(address, {**answers, "at": "16:00", "plan": ""}, follow=True)
    assert "Your set has been told." in words_of(usual)
    assert "a plan for" not in words_of(usual)


def test_who_said_no_or_left_is_not_counted(world: World) -> None:
    answers = {"on": ahead(15).isoformat(), "at": "14:00", "plan": "troika-session"}
    Invitation.objects.filter(person__name__startswith="Sam").update(declined_at=clock.now())
    page = client_of(world.ade).post(world.page("sessions/"), answers, follow=True)
    assert "Your set has been told." in words_of(page)
    assert "a plan for" not in words_of(page)


def test_a_session_that_moves_past_another_is_told_by_the_name_it_had(world: World) -> None:
    first = Meeting.objects.get(kind="session")
    changes.plan_meeting(world.learning_set, planned(30), clock.now())
    answers = {"on": ahead(40).isoformat(), "at": "09:30", "plan": ""}
    response = client_of(world.ade).post(f"/sessions/{first.id}/date/", answers, follow=True)
    day = dates.day(ahead(40), ahead(0))
    assert f"Session 1 is now on {day}, 9:30am to 1pm and is called Session 2." in words_of(response)
    told = [one for one in delivered("session_moved") if one[0] == "mei@example.org"]
    assert [subject for _to, subject, _text in told] == [
        f"Tuesday set: session 1 is now on {dates.short_day(ahead(40), ahead(0))}",
        f"Tuesday set: session 2 on {dates.short_day(ahead(30), ahead(0))} is now session 1",
    ]
    text = told[0][2]
    assert "Session 1 has moved from" in text
    assert "It is now called Session 2." in text


def test_the_year_is_said_where_it_is_not_this_one(world: World) -> None:
    next_year = ahead(0).year + 1
    planned_date = PlannedDate(date(next_year, 12, 1), time(9, 30), "tpas-session")
    meeting = changes.plan_meeting(world.learning_set, planned_date, clock.now())
    assert f"on 1 December {next_year}" in delivered("session_added")[0][1]
    page = words_of(client_of(world.mei).get(world.page("sessions/")))
    assert f"1 December {next_year}, 9:30am to 1pm" in page
    Meeting.objects.filter(pk=meeting.pk).update(on=ahead(0))
    today = dates.day(ahead(0))
    assert f"<span>{today}, 9:30am" in words_of(client_of(world.mei).get(world.page("sessions/")))


def test_a_plan_for_another_number_of_people_is_said_to_who_leads(world: World) -> None:
    """Ade's set has four members, with those who are invited; three together are a plan for just three."""
    page = words_of(client_of(world.ade).get(world.page("sessions/")))
    assert "Three people, ten minutes each, 30 minutes, for 3 people" in page
    answers = {"on": ahead(60).isoformat(), "at": "09:30", "plan": "troika-session"}
    page = words_of(client_of(world.ade).post(world.page("sessions/"), answers, follow=True))
    said = "Session 2 follows “Three people, ten minutes each”, a plan for 3 people. Your set has 4, with"
    assert said in page
    assert "notice--honey" in page
    assert said not in words_of(client_of(world.mei).get(world.page("sessions/")))
    changes.withdraw(world.invitation(world.sam), clock.now())
    assert said not in words_of(client_of(world.ade).get(world.page("sessions/")))


def test_two_sessions_of_a_set_never_overlap(world: World) -> None:
    meeting, opening = Meeting.objects.get(kind="session"), Meeting.objects.get(kind="introduction")
    said = f"The set already meets then: session 1, {dates.short_day(meeting.on)}, 9:30am to 1pm"
    answers = {"on": meeting.on.isoformat(), "at": "12:30", "plan": ""}
    for address in (world.page("sessions/"), f"/sessions/{opening.id}/date/"):
        assert words_of(client_of(world.ade).post(address, answers)).count(said) == 2
    assert not Letter.objects.exists()
    client_of(world.ade).post(f"/sessions/{meeting.id}/date/", answers)  # its own time is no hindrance
    client_of(world.ade).post(
        world.page("sessions/"), {**answers, "at": "09:15"}
    )  # a quarter of an hour of overlap
    client_of(world.ade).post(world.page("sessions/"), {**answers, "at": "16:00"})  # the other one has ended
    assert [one.at for one in Meeting.objects.filter(on=meeting.on)] == [time(12, 30), time(16, 0)]


def test_a_session_is_cancelled_after_one_more_question(world: World) -> None:
    meeting = Meeting.objects.get(kind="session")
    address = f"/sessions/{meeting.id}/cancellation/"
    client_of(world.ade).get(address)
    assert titles(world) == ["Introduction", "Session 1"]
    client_of(world.ade).post(address)
    assert titles(world) == ["Introduction"]
    assert "does not take place" in delivered("session_cancelled")[0][2]


def test_a_session_that_has_begun_stays_where_it_is(world: World) -> None:
    meeting = Meeting.objects.get(kind="session")
    with time_machine.travel(meeting.starts_at + timedelta(minutes=1)):
        for address, answers in (
            (f"/sessions/{meeting.id}/date/", {"on": ahead(40).isoformat(), "at": "10:15", "plan": ""}),
            (f"/sessions/{meeting.id}/cancellation/", {}),
        ):
            page = words_of(client_of(world.ade).post(address, answers))
            assert "This session has begun, so its date stays as it is" in page
        shown = words_of(client_of(world.ade).get(world.page("sessions/")))
        assert "Session 1" in shown
        assert f"/sessions/{meeting.id}/date/" not in shown
    meeting.refresh_from_db()
    assert (meeting.cancelled_at, meeting.on) == (None, ahead(20))


def test_members_see_the_dates_and_the_link_and_change_nothing(world: World) -> None:
    page = words_of(client_of(world.mei).get(world.page("sessions/")))
    assert "Introduction" in page
    assert VIDEO in page
    for words in ("Add a date", ">Move<", "Change the link"):
        assert words not in page
    meeting = Meeting.objects.get(kind="session")
    addresses = (f"/sessions/{meeting.id}/date/", f"/sessions/{meeting.id}/cancellation/")
    for person in (world.mei, world.charlie, world.ruth):
        for address in (*addresses, world.page("sessions/"), world.page("video-link/")):
            assert client_of(person).post(address, {}).status_code == 404


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"on": "", "at": "09:30", "plan": ""}, "Enter the day you meet"),
        ({"on": "2021-02-02", "at": "09:30", "plan": ""}, "Enter a day and time that lie ahead"),
        ({"on": "2032-02-02", "at": "half nine", "plan": ""}, "Enter a start time, like 09:30"),
    ],
)
def test_a_date_that_will_not_do_is_explained(world: World, answers: dict[str, str], sentence: str) -> None:
    page = words_of(client_of(world.ade).post(world.page("sessions/"), answers))
    assert page.count(sentence) == 2
    assert Meeting.objects.count() == 2


def test_the_video_link_changes_and_is_https(world: World) -> None:
    ade = client_of(world.ade)
    wrong = words_of(ade.post(world.page("video-link/"), {"video_link": "http://video.example.org/new"}))
    assert "Enter a link that starts with https://" in wrong
    assert "http://video.example.org/new" in wrong
    ade.post(world.page("video-link/"), {"video_link": "https://video.example.org/new"})
    assert "https://video.example.org/new" in words_of(client_of(world.mei).get(world.page("sessions/")))


def test_local_time_stays_when_the_clocks_change(world: World) -> None:
    before = changes.plan_meeting(
        world.learning_set, PlannedDate(date(2032, 3, 23), time(9, 30), "tpas-session"), clock.now()
    )
    after = changes.plan_meeting(
        world.learning_set, PlannedDate(date(2032, 3, 30), time(9, 30), "tpas-session"), clock.now()
    )
    assert before.starts_at == datetime(2032, 3, 23, 9, 30, tzinfo=UTC)
    assert after.starts_at == datetime(2032, 3, 30, 8, 30, tzinfo=UTC)
    assert after.when(after.on) == "Tuesday 30 March, 9:30am to 1pm"
    assert after.ends_at - after.starts_at == timedelta(minutes=210)


def test_pages_of_a_set_cost_the_same_with_one_date_and_with_four(world: World) -> None:
    def n_queries(name: str) -> int:
        client = client_of(world.ade)
        with CaptureQueriesContext(connection) as found:
            assert client.get(world.page(name)).status_code == 200
        return len(found)

    few = [n_queries(name) for name in ("sessions/", "people/", "ground-rules/")]
    for days in (30, 50, 70):
        changes.plan_meeting(world.learning_set, planned(days), clock.now())
    world.join(world.ines)  # Sam is still asked, as before
    assert [n_queries(name) for name in ("sessions/", "people/", "ground-rules/")] == few
