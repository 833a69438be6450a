"""A session plan of one's own is used for sessions, which keep it whatever becomes of it."""

import re
from datetime import timedelta

import pytest
import time_machine

from setspace.lib import clock
from setspace.people.models import Letter
from setspace.programmes.models import LearningSet, OwnFormat
from setspace.programmes.queries import formats as queries
from setspace.room.changes import open_room
from setspace.room.queries import setup_of
from setspace.room.shelf import newest
from tests.cast import client_of
from tests.programmes.own_formats import CLASSIC, FULL, copied, save, session_with, shortened
from tests.programmes.world import World, ahead, delivered, new_world, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    world.join(world.mei, world.tom)
    Letter.objects.all().delete()
    return world


def test_an_own_plan_with_an_own_round_is_what_the_room_is_opened_with(world: World) -> None:
    round_, plan = copied(world.ade, CLASSIC), copied(world.ade, FULL)
    save(round_, **{"part-0-0-title": "Speak"})
    turns = {f"part-0-{n}-format": round_.key for n in (3, 5, 7, 9)}
    assert "You can choose it for your sessions." in save(plan, **turns)
    meeting = session_with(world, plan)
    setup = setup_of(meeting)
    assert setup.plan.key == plan.key
    assert [one.key for one in setup.formats] == [round_.key]
    assert setup.formats[0].stages[0].title == "Speak"
    open_room(meeting, clock.now())
    known = newest(meeting.pk)
    assert known is not None
    assert "Speak" in [step.title for step in known.state.steps]


def test_planned_sessions_follow_what_is_changed_and_the_set_is_told_of_another_end(world: World) -> None:
    plan = copied(world.ade, FULL)
    meeting = session_with(world, plan)
    Letter.objects.all().delete()
    save(plan, **{"part-0-0-title": "Landing"})
    meeting.refresh_from_db()
    assert meeting.course.plan.blocks[0].title == "Landing"
    assert not Letter.objects.exists()
    assert "2 planned sessions" not in shortened(plan)
    meeting.refresh_from_db()
    assert meeting.minutes == 208
    told = delivered("session_moved")
    assert [to for to, _subject, _text in told] == ["ade@example.org", "mei@example.org", "tom@example.org"]
    assert "9:30am to 12:58pm" in told[0][2]
    assert "has a new time" in told[0][1]
    assert meeting.n_changes == 1  # of its entry in calendars
    save(plan, minutes="100")  # a draft
    meeting.refresh_from_db()
    assert meeting.minutes == 208


def test_a_changed_round_is_followed_by_the_sessions_of_its_plans(world: World) -> None:
    round_, plan = copied(world.ade, CLASSIC), copied(world.ade, FULL)
    save(plan, **{f"part-0-{n}-format": round_.key for n in (3, 5, 7, 9)})
    meeting = session_with(world, plan)
    save(round_, **{"part-0-7-title": "What next"})
    meeting.refresh_from_db()
    assert meeting.course.rounds[0].stages[-1].title == "What next"
    page = words_of(client_of(world.ade).post(f"/formats/{round_.key}/removal/"))
    assert "Your session plan Full session, four turns of 40 minutes (copy) uses this round" in page
    save(round_, minutes="50")  # it does not add up, so neither does the plan
    assert [fault.place for fault in queries.faults_of(plan)][:1] == [("blocks", 3)]
    assert queries.plan_to_keep(plan.key) == ""
    meeting.refresh_from_db()
    assert meeting.course.rounds[0].minutes == 40


def test_sessions_that_have_begun_and_other_peoples_sets_do_not_follow(world: World) -> None:
    plan = copied(world.ade, FULL)
    begun, later = session_with(world, plan), session_with(world, plan, 40)
    with time_machine.travel(begun.starts_at + timedelta(minutes=1)):
        shortened(plan)
        begun.refresh_from_db()
        later.refresh_from_db()
        assert (begun.minutes, later.minutes) == (210, 208)
    membership = world.membership(world.ade)
    membership.until_at = clock.now()
    membership.save()
    save(plan, minutes="209", **{"part-0-4-minutes": "4"})
    later.refresh_from_db()
    assert later.minutes == 208


def test_a_removed_plan_leaves_planned_sessions_as_they_are(world: World) -> None:
    plan = copied(world.ade, FULL)
    shortened(plan)
    meeting = session_with(world, plan)
    page = words_of(client_of(world.ade).get(f"/formats/{plan.key}/removal/"))
    assert "1 planned session keeps a copy of it and can be held as planned." in page
    client_of(world.ade).post(f"/formats/{plan.key}/removal/")
    assert not OwnFormat.objects.exists()
    meeting.refresh_from_db()
    assert (meeting.minutes, setup_of(meeting).plan.key) == (208, plan.key)
    # Its date can be moved without losing the plan.
    address = f"/sessions/{meeting.id}/date/"
    page = words_of(client_of(world.ade).get(address))
    assert f'<option value="{plan.key}" selected>' in page
    answers = {"on": ahead(35).isoformat(), "at": "10:00", "plan": plan.key}
    client_of(world.ade).post(address, answers)
    meeting.refresh_from_db()
    assert (meeting.on, meeting.minutes) == (ahead(35), 208)


def test_a_set_begins_with_an_own_plan_as_its_usual_one(world: World) -> None:
    plan = copied(world.ade, FULL)
    shortened(plan)
    answers = {
        "name": "Own set",
        "leads": "me",
        "plan": plan.key,
        "language": "en-gb",
        "zone": "Europe/London",
        "people": "4",
        "dates": "1",
        "chosen": ["0"],
        "date-0-on": ahead(20).isoformat(),
        "date-0-at": "09:30",
        **{f"person-{n}-name": f"Person {n}" for n in range(3)},
        **{f"person-{n}-email": f"person{n}@example.org" for n in range(3)},
    }
    wrong = {**answers, "leads": "other", "facilitator_name": "Mei", "facilitator_email": "mei@example.org"}
    page = words_of(client_of(world.ade).post("/sets/new/", wrong))
    assert "Your own plan is for sets that you facilitate. Select one of ours" in page
    more = words_of(client_of(world.ade).post("/sets/new/", {**answers, "more": "dates"}))
    assert re.search(f'<input type="radio" name="plan" value="{plan.key}"[^>]*checked', more)
    client_of(world.ade).post("/sets/new/", answers)
    learning_set = LearningSet.objects.get(name="Own set")
    meeting = learning_set.meetings.get()
    assert (meeting.plan, meeting.minutes) == (plan.key, 208)
    client_of(world.ade).post(f"/formats/{plan.key}/removal/")
    again = {"on": ahead(50).isoformat(), "at": "09:30", "plan": ""}
    client_of(world.ade).post(f"/sets/{learning_set.id}/sessions/", again)
    assert [one.minutes for one in learning_set.meetings.all()] == [208, 208]
