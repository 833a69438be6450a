"""Who can come and who came: said early, taken back as easily, told to whoever looks after the set."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from setspace.lib import clock
from setspace.people.models import Letter, Person
from setspace.programmes import changes, queries
from setspace.programmes.models import Attendance, LearningSet, Meeting
from tests.cast import client_of
from tests.programmes.world import World, delivered, new_set, new_world, planned, words_of

pytestmark = pytest.mark.django_db

APOLOGY, COMING = {"said": "apology", "instead": ""}, {"said": "coming", "instead": ""}


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    world.join(world.mei, world.tom, world.ines, world.sam)
    Letter.objects.all().delete()
    return world


def the_session() -> Meeting:
    return Meeting.objects.select_related("learning_set").get(kind="session")


def address(meeting: Meeting, name: str = "attendance") -> str:
    return f"/sessions/{meeting.pk}/{name}/"


def away(meeting: Meeting) -> list[str]:
    return [one.person.first_name for one in queries.who_comes(meeting).away]


def test_mei_cant_make_it_and_ade_is_told_that_and_no_more(world: World) -> None:
    meeting = the_session()
    page = words_of(client_of(world.mei).get(f"{address(meeting)}?said=apology"))
    assert page.count("checked") == 1
    assert away(meeting) == []  # a link that is opened says nothing
    response = client_of(world.mei).post(address(meeting), APOLOGY, follow=True)
    assert "Saved: you can’t make it" in words_of(response)
    assert "I can come after all" in words_of(response)
    assert away(meeting) == ["Mei"]
    told = delivered()
    assert [(to, subject) for to, subject, _text in told] == [
        ("ade@example.org", "Tuesday set: Mei can’t make it")
    ]
    assert "That leaves 3 of the members." in told[0][2]
    assert address(meeting) in told[0][2]


def test_everybody_in_the_set_sees_who_comes(world: World) -> None:
    meeting = the_session()
    changes.apologise(meeting, world.mei, clock.now())
    for person in (world.tom, world.ade):
        assert "Mei can’t make it." in words_of(client_of(person).get(world.page("sessions/")))
        assert "Can’t make it" in words_of(client_of(person).get(address(meeting)))


def test_an_apology_is_taken_back_as_easily(world: World) -> None:
    meeting = the_session()
    client = client_of(world.mei)
    client.post(address(meeting), APOLOGY)
    assert len(delivered()) == 1
    client.post(address(meeting), COMING)
    assert away(meeting) == []
    assert [subject for _to, subject, _text in delivered()] == ["Tuesday set: Mei can come after all"]


def test_an_apology_that_is_taken_back_at_once_writes_to_nobody(world: World) -> None:
    meeting = the_session()
    changes.apologise(meeting, world.mei, clock.now())
    changes.come(meeting, world.mei, clock.now())
    assert Letter.objects.count() == 2
    assert delivered() == []


def test_the_same_apology_twice_is_told_once(world: World) -> None:
    meeting = the_session()
    for _twice in range(2):
        client_of(world.mei).post(address(meeting), APOLOGY)
    assert len(delivered()) == 1


def test_somebody_else_holds_an_issue_instead_and_is_asked(world: World) -> None:
    meeting = the_session()
    client_of(world.mei).post(address(meeting), {"said": "apology", "instead": str(world.tom.pk)})
    told = {to: text for to, _subject, text in delivered()}
    assert "would like Tom to hold an issue instead" in told["ade@example.org"]
    assert "would like you to hold an issue instead" in told["tom@example.org"]
    assert "Mei can’t make it and would like you" in words_of(client_of(world.tom).get(address(meeting)))
    changes.apologise(meeting, world.tom, clock.now())
    assert Attendance.objects.get(person=world.mei).instead is None


def test_nobody_who_has_left_holds_an_issue_instead(world: World) -> None:
    meeting = the_session()
    changes.apologise(meeting, world.mei, clock.now(), instead=world.tom)
    place = queries.who_comes(meeting).place_of(world.mei)
    assert place is not None
    assert place.instead == world.tom
    changes.end_membership(world.membership(world.tom), clock.now())
    place = queries.who_comes(meeting).place_of(world.mei)
    assert place is not None
    assert place.instead is None


@pytest.mark.parametrize("who", ["mei", "ade", "charlie", "nobody"])
def test_only_another_member_who_can_come_holds_an_issue_instead(world: World, who: str) -> None:
    meeting = the_session()
    instead = str(uuid4()) if who == "nobody" else str(getattr(world, who).pk)
    page = words_of(client_of(world.mei).post(address(meeting), {"said": "apology", "instead": instead}))
    assert page.count("Select a member who can come, or nobody in particular") == 2
    assert away(meeting) == []


def test_the_facilitators_apology_is_told_to_everybody_else(world: World) -> None:
    meeting = the_session()
    assert "in your place" not in words_of(client_of(world.ade).get(address(meeting)))
    client_of(world.ade).post(address(meeting), {"said": "apology"})
    assert [to for to, _s, _t in delivered()] == [
        f"{name}@example.org" for name in ("ines", "mei", "sam", "tom")
    ]
    assert queries.who_comes(meeting).n_members == 4


def test_two_of_four_away_leave_too_few(world: World) -> None:
    meeting = the_session()
    changes.apologise(meeting, world.mei, clock.now())
    assert not queries.who_comes(meeting).is_thin
    changes.apologise(meeting, world.tom, clock.now())
    assert queries.who_comes(meeting).is_thin
    assert "2 members would be there." in words_of(client_of(world.ade).get(world.page("sessions/")))
    assert "look for another date" in delivered()[-1][2]


def test_what_was_said_of_one_date_does_not_hold_for_another(world: World) -> None:
    meeting = the_session()
    changes.apologise(meeting, world.mei, clock.now())
    changes.move_meeting(meeting, planned(25), clock.now())
    assert away(meeting) == []
    assert delivered("apology") == []


def test_another_plan_on_the_same_date_keeps_what_was_said(world: World) -> None:
    meeting = the_session()
    changes.apologise(meeting, world.mei, clock.now())
    changes.move_meeting(meeting, planned(20, "tpas-evaluation"), clock.now())
    assert away(meeting) == ["Mei"]


def test_once_it_has_begun_or_is_cancelled_nothing_more_is_said(world: World) -> None:
    meeting = the_session()
    with time_machine.travel(meeting.starts_at + timedelta(minutes=1)):
        page = words_of(client_of(world.mei).post(address(meeting), APOLOGY))
        assert "This session has begun" in page
    changes.cancel_meeting(meeting, clock.now())
    assert "This session is cancelled" in words_of(client_of(world.mei).post(address(meeting), APOLOGY))
    assert not Attendance.objects.exists()


def test_a_reminder_leads_to_where_one_says_it(world: World) -> None:
    meeting = the_session()
    changes.apologise(meeting, world.tom, clock.now())
    Letter.objects.all().delete()
    with time_machine.travel(meeting.starts_at - timedelta(days=1), tick=False):
        changes.remind_of_sessions(clock.now())
        told = {to: text for to, _subject, text in delivered()}
    assert "If you can’t make it, say so early: " in told["mei@example.org"]
    assert "You have said that you can’t make it. If you can after all: http" in told["tom@example.org"]
    assert address(meeting) in told["mei@example.org"]


def test_the_facilitator_marks_who_came_and_members_see_their_own_hours(world: World) -> None:
    meeting = the_session()
    early = words_of(client_of(world.ade).post(address(meeting, "presence"), {"came": [str(world.mei.pk)]}))
    assert early.count("This session has not begun") == 2
    with time_machine.travel(meeting.ends_at + timedelta(hours=1)):
        came = [str(one.pk) for one in (world.ade, world.mei)]
        client_of(world.ade).post(address(meeting, "presence"), {"came": came})
        assert "<b>3 and a half hours</b>in 1 session." in words_of(
            client_of(world.mei).get(world.page("hours/"))
        )
        page = words_of(client_of(world.tom).get(world.page("hours/")))
        assert "3 and a half hours" not in page
        assert "Mei Chen" not in page
        led = words_of(client_of(world.ade).get(world.page("hours/")))
        assert "Members had 3 and a half hours all together." in led
        assert client_of(world.mei).post(address(meeting, "presence"), {"came": came}).status_code == 404


def test_what_the_room_saw_stands_until_the_facilitator_puts_it_right(world: World) -> None:
    meeting = the_session()

    def came() -> list[str]:
        return sorted(one.person.first_name for one in queries.who_comes(meeting).places if one.came)

    with time_machine.travel(meeting.ends_at):
        changes.keep_presence(meeting, {world.ade.pk, world.mei.pk, world.charlie.pk}, clock.now())
        assert came() == ["Ade", "Mei"]
        changes.mark_attendance(meeting, {world.ade.pk, world.tom.pk}, world.ade, clock.now())
        changes.keep_presence(meeting, {world.ade.pk, world.mei.pk}, clock.now())
        assert came() == ["Ade", "Tom"]


def test_hours_and_risks_of_many_sets_take_as_many_reads_as_of_one(world: World) -> None:
    meeting = the_session()
    changes.plan_meeting(world.learning_set, planned(60), clock.now())
    with time_machine.travel(meeting.ends_at):
        now = clock.now()
        changes.keep_presence(meeting, {world.ade.pk, world.mei.pk, world.tom.pk}, now)
        with CaptureQueriesContext(connection) as few:
            hours = queries.hours_of([world.learning_set])
            queries.risks_of([world.learning_set], now)
        sets = [world.learning_set, another_set(world.charlie), another_set(world.ruth)]
        with CaptureQueriesContext(connection) as many:
            queries.hours_of(sets)
            queries.risks_of(sets, now)
        assert len(many) == len(few)
    found = hours[world.learning_set.pk]
    assert (found.n_sessions, found.planned, found.delivered) == (1, 210, 420)
    assert found.white_space == meeting.course.plan.white_space == 30
    assert {one.person.first_name: (one.n_came, one.n_missed) for one in found.people} == {
        "Ade": (1, 0),
        "Ines": (0, 1),
        "Mei": (1, 0),
        "Sam": (0, 1),
        "Tom": (1, 0),
    }


def test_a_set_is_at_risk_by_its_size_or_by_its_next_session(world: World) -> None:
    def risk() -> tuple[int, int | None, bool, bool]:
        found = queries.risks_of([world.learning_set], clock.now())[world.learning_set.pk]
        return found.n_members, found.n_coming, found.is_small, found.is_thin

    first = Meeting.objects.get(kind="introduction")
    assert risk() == (4, 4, False, False)
    for person in (world.mei, world.tom):
        changes.apologise(first, person, clock.now())
    assert risk() == (4, 2, False, True)
    for person in (world.ines, world.sam):
        changes.end_membership(world.membership(person), clock.now())
    assert risk() == (2, 0, True, False)


def another_set(starter: Person) -> LearningSet:
    """A set of somebody's own, with a session to which they came and another ahead."""
    learning_set = changes.start_set(new_set(), starter, clock.now())
    held, _ahead = learning_set.meetings.all()
    Attendance.objects.create(meeting=held, person=starter, came_at=clock.now())
    return learning_set
