"""A reminder a week, a day and an hour before a session, for whoever wants it, once and none too late."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from setspace.lib import clock
from setspace.people.mails import send_due
from setspace.people.models import Letter
from setspace.programmes import changes
from setspace.programmes.changes import PlannedDate
from setspace.programmes.models import Meeting
from tests.cast import client_of
from tests.people.mail_server import mail_server, plain_text
from tests.programmes.world import RULES, VIDEO, World, delivered, new_world, words_of

pytestmark = pytest.mark.django_db

STARTS = datetime(
    2032, 3, 30, 8, 30, tzinfo=UTC
)  # half past nine in London, two days after the clocks change
TUESDAY = PlannedDate(date(2032, 3, 30), time(9, 30), "tpas-session")
THURSDAY = PlannedDate(date(2032, 4, 1), time(9, 30), "tpas-session")
WEEK, DAY, HOUR, MINUTE = (
    timedelta(days=7),
    timedelta(days=1),
    timedelta(hours=1),
    timedelta(minutes=1),
)


@pytest.fixture
def world(db: None) -> World:
    world = new_world(dates=[TUESDAY])
    world.join(world.mei, world.tom)
    Letter.objects.all().delete()
    return world


def reminded(at: datetime) -> list[str]:
    """Whom the sweep of that moment writes to."""
    with time_machine.travel(at, tick=False):
        changes.remind_of_sessions(at)
        return [to.partition("@")[0] for to, _subject, _text in delivered()]


def test_everybody_is_reminded_a_week_and_a_day_before_and_only_who_asks_an_hour_before(world: World) -> None:
    world.tom.wants_week_before, world.tom.wants_hour_before = False, True
    world.tom.save()
    assert reminded(STARTS - WEEK - MINUTE) == []
    assert reminded(STARTS - WEEK) == ["ade", "mei"]
    assert reminded(STARTS - DAY) == ["ade", "mei", "tom"]
    assert reminded(STARTS - HOUR) == ["tom"]
    assert reminded(STARTS) == []


def test_nobody_is_reminded_twice(world: World) -> None:
    assert len(reminded(STARTS - DAY)) == 3
    for minutes in (0, 1, 60, 300):
        assert reminded(STARTS - DAY + minutes * MINUTE) == []


def test_a_server_that_was_down_reminds_a_little_late_and_not_of_what_is_near(world: World) -> None:
    assert reminded(STARTS - WEEK + timedelta(hours=25)) == []
    assert len(reminded(STARTS - DAY + timedelta(hours=5))) == 3


def test_nobody_is_reminded_of_what_is_cancelled_or_has_moved(world: World) -> None:
    meeting = Meeting.objects.get()
    with time_machine.travel(STARTS - DAY, tick=False):
        changes.remind_of_sessions(STARTS - DAY)
        changes.move_meeting(meeting, THURSDAY, clock.now())
        assert delivered("session_reminder") == []  # they were put, and are worded too late
    two_days = timedelta(days=2)
    assert len(reminded(STARTS - DAY + two_days)) == 3
    with time_machine.travel(STARTS - HOUR + two_days, tick=False):
        world.tom.wants_hour_before = True
        world.tom.save()
        changes.remind_of_sessions(clock.now())
        changes.cancel_meeting(meeting, clock.now())
        assert delivered("session_reminder") == []


def test_nobody_who_left_is_reminded(world: World) -> None:
    with time_machine.travel(STARTS - DAY, tick=False):
        changes.remind_of_sessions(clock.now())
        changes.end_membership(world.membership(world.mei), clock.now())
        assert [to for to, _s, _t in delivered("session_reminder")] == ["ade@example.org", "tom@example.org"]
    Letter.objects.all().delete()
    assert reminded(STARTS - DAY + HOUR) == ["ade", "tom"]


def test_a_letter_that_waited_until_the_session_began_is_not_sent(world: World) -> None:
    with time_machine.travel(STARTS - DAY, tick=False):
        changes.remind_of_sessions(clock.now())
    with time_machine.travel(STARTS, tick=False):
        assert delivered("session_reminder") == []


def test_a_reminder_says_when_here_and_there_and_nothing_else(world: World) -> None:
    world.mei.zone = "Europe/Berlin"
    world.mei.save()
    with time_machine.travel(STARTS - DAY, tick=False), mail_server() as (answers, carrier):
        changes.remind_of_sessions(clock.now())
        send_due(clock.wall(), carrier)
    ade, mei = (
        next(message for message in answers.messages if message["To"] == to)
        for to in ("ade@example.org", "mei@example.org")
    )
    assert mei["Subject"] == "Tuesday set: session 1, Tuesday 30 March, 9:30am"
    assert "Session 1 is on Tuesday 30 March, 9:30am to 1pm." in plain_text(mei)
    assert "it begins at 9:30am in London; 10:30am where you are (Berlin)." in plain_text(mei)
    assert "where you are" not in plain_text(ade)
    assert mei["List-Unsubscribe"].endswith("/account/#reminders>")
    for words in (VIDEO, *RULES, "Tom"):
        assert words not in plain_text(mei)


def test_who_is_on_the_other_side_of_the_date_line_reads_the_day_too(world: World) -> None:
    world.mei.zone = "Pacific/Honolulu"
    world.mei.save()
    with time_machine.travel(STARTS - DAY, tick=False):
        changes.remind_of_sessions(clock.now())
        told = {to: text for to, _subject, text in delivered()}
    assert "10:30pm on Monday 29 March where you are (Honolulu)." in told["mei@example.org"]


def test_reminders_are_chosen_on_the_account_page(world: World) -> None:
    mei = client_of(world.mei)
    page = words_of(mei.get("/account/"))
    assert page.count("checked") >= 2
    mei.post("/account/reminders/", {"wants_hour_before": "on"})
    world.mei.refresh_from_db()
    chosen = (world.mei.wants_week_before, world.mei.wants_day_before, world.mei.wants_hour_before)
    assert chosen == (False, False, True)


def test_the_sweep_asks_the_database_as_often_for_one_session_as_for_ten(world: World) -> None:
    def n_queries() -> int:
        with CaptureQueriesContext(connection) as found:
            changes.remind_of_sessions(STARTS - DAY)
        return len(found)

    changes.remind_of_sessions(STARTS - DAY)
    few = n_queries()
    for number in range(2, 11):
        Meeting.objects.create(
            learning_set=world.learning_set, plan="tpas-session", number=number, on=TUESDAY.on, at=TUESDAY.at
        )
    changes.remind_of_sessions(STARTS - DAY)
    assert Letter.objects.count() == 30
    assert n_queries() == few
