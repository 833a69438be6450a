"""A session moves alone, or with all that follow; what the new dates fall on is said before it is done."""

from datetime import date, time, timedelta

import pytest

from setspace.lib import clock
from setspace.lib.zones import region_of
from setspace.people.models import Letter
from setspace.programmes import changes
from setspace.programmes.changes import PlannedDate
from setspace.programmes.models import Meeting
from tests.cast import client_of
from tests.programmes.world import World, delivered, new_world, words_of

pytestmark = pytest.mark.django_db

# Good Friday 2032 is on 26 March.
FIRST, SECOND, THIRD = date(2032, 3, 2), date(2032, 3, 16), date(2032, 4, 13)


@pytest.fixture
def world(db: None) -> World:
    dates = [PlannedDate(day, time(9, 30), "tpas-session") for day in (FIRST, SECOND, THIRD)]
    world = new_world(dates=dates)
    world.join(world.mei)
    Letter.objects.all().delete()
    return world


def days() -> list[date]:
    return [meeting.on for meeting in Meeting.objects.order_by("number")]


def answers(on: date, following: str, **more: str) -> dict[str, str]:
    return {"on": on.isoformat(), "at": "09:30", "plan": "", "following": following, **more}


def page_of(meeting: Meeting) -> str:
    return f"/sessions/{meeting.pk}/date/"


def test_all_that_follow_move_by_as_many_days_and_each_is_told(world: World) -> None:
    second = Meeting.objects.get(on=SECOND)
    response = client_of(world.ade).post(
        page_of(second), answers(SECOND + timedelta(days=14), "all"), follow=True
    )
    assert "2 sessions have another date. Your set has been told." in words_of(response)
    assert days() == [FIRST, SECOND + timedelta(days=14), THIRD + timedelta(days=14)]
    assert [one.n_changes for one in Meeting.objects.order_by("number")] == [0, 1, 1]
    told = delivered("session_moved")
    assert [to for to, _s, _t in told] == ["ade@example.org"] * 2 + ["mei@example.org"] * 2
    assert [meeting.title for meeting in Meeting.objects.order_by("on")] == [
        f"Session {n}" for n in (1, 2, 3)
    ]


def test_they_move_sooner_too(world: World) -> None:
    first = Meeting.objects.get(on=FIRST)
    planned = PlannedDate(FIRST - timedelta(days=14), time(9, 30), "tpas-session")
    assert changes.move_with_following(first, planned, clock.now()) == 3
    assert days() == [day - timedelta(days=14) for day in (FIRST, SECOND, THIRD)]


def test_looking_first_says_what_the_dates_fall_on_and_moves_nothing(world: World) -> None:
    second = Meeting.objects.get(on=SECOND)
    wanted = answers(date(2032, 3, 26), "one", look="yes")
    page = words_of(client_of(world.ade).post(page_of(second), wanted))
    assert "Friday 26 March is a public holiday, Good Friday." in page
    assert 'value="2032-03-26"' in page
    both = words_of(client_of(world.ade).post(page_of(second), answers(date(2032, 3, 30), "all", look="yes")))
    assert "The day after Easter Monday, Monday 29 March 2032." in both
    assert "Until now Tuesday 13 April" in both
    assert days() == [FIRST, SECOND, THIRD]
    assert not Letter.objects.exists()


def test_sessions_that_follow_do_not_overtake_one_before(world: World) -> None:
    second = Meeting.objects.get(on=SECOND)
    page = words_of(client_of(world.ade).post(page_of(second), answers(FIRST - timedelta(days=7), "all")))
    assert page.count("Choose another date, or move all that follow as well") == 2
    assert days() == [FIRST, SECOND, THIRD]


def test_a_time_that_the_clocks_skip_for_one_that_follows_moves_none(world: World) -> None:
    second = Meeting.objects.get(on=SECOND)
    Meeting.objects.filter(on=THIRD).update(on=date(2032, 3, 21), at=time(1, 30))
    wanted = answers(SECOND + timedelta(days=7), "all")
    page = words_of(client_of(world.ade).post(page_of(second), wanted))
    assert page.count("On Sunday 28 March 2032 there is no 01:30 in Europe/London") == 2
    assert days() == [FIRST, SECOND, date(2032, 3, 21)]


@pytest.mark.parametrize(
    ("zone", "region"),
    [("Europe/London", "GB-ENG"), ("Europe/Berlin", "DE"), ("America/New_York", "US"), ("Etc/UTC", "")],
)
def test_a_zone_has_the_public_holidays_of_its_country(zone: str, region: str) -> None:
    assert region_of(zone) == region
