"""How founded sets go, for their organisers: numbers, names and hours, and nothing of what is said."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from setspace.hosts.models import Programme
from setspace.people.changes import person_for
from setspace.programmes.changes import mark_attendance
from setspace.programmes.models import Attendance, Membership
from tests.cast import client_of, the_cast
from tests.hosts.world import homeground, housing
from tests.programmes.world import words_of
from tests.records.world import new_meeting, new_set

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

LATER = datetime(2027, 5, 4, 9, 0, tzinfo=UTC)


@pytest.fixture
def programme() -> Programme:
    """Its Tuesday set has met once: Mei and Tom came, Ines did not."""
    programme, people = housing(homeground(the_cast()["ruth"])), the_cast()
    members = [people[name] for name in ("mei", "tom", "ines")]
    learning_set = new_set("Tuesday set", people["ruth"], people["ade"], members)
    programme.sets.filter(number=1).update(learning_set=learning_set)
    held = new_meeting(learning_set, 1, date(2027, 4, 27))
    new_meeting(learning_set, 2, date(2027, 6, 1))
    came = {people[name].pk for name in ("ade", "mei", "tom")}
    mark_attendance(held, came, people["ade"], LATER)
    return programme


def shown(programme: Programme, path: str = "", who: str = "ruth") -> str:
    with time_machine.travel(LATER, tick=False):
        response = client_of(the_cast()[who]).get(f"/programmes/{programme.pk}/{path}")
    return words_of(response) if response.status_code == 200 else str(response.status_code)


def test_an_organiser_sees_who_came_in_numbers_and_the_hours_that_were_delivered(
    programme: Programme,
) -> None:
    page = shown(programme)
    assert 'data-label="Members">3<' in page
    assert 'data-label="Sessions held">1<' in page
    assert 'data-label="Came">2 of 3<' in page
    assert 'data-label="Hours delivered">7 hours<' in page
    assert "Ines" not in page


def test_a_set_that_falls_below_three_is_named(programme: Programme) -> None:
    assert "fewer than three" not in shown(programme)
    ines = the_cast()["ines"]
    meeting = programme.sets.get(number=1).learning_set.meetings.get(number=2)  # type: ignore[union-attr]  # it is founded
    Attendance.objects.create(meeting=meeting, person=ines, said="apology", said_at=LATER)
    assert "Two expected on 1 June: fewer than three." in shown(programme)
    Membership.objects.filter(person=ines).update(until_at=LATER)
    assert "Two members: too few to ask each other." in shown(programme)


def test_the_page_of_hours_has_names_and_hours_for_organisers_alone(programme: Programme) -> None:
    page = shown(programme, "hours/")
    assert "Mei Chen</th><td>3 and a half hours</td>" in page
    assert "Ines" in page
    assert "<td>0 minutes</td>" in page
    assert f'href="/programmes/{programme.pk}/hours/"' in shown(programme)
    assert shown(programme, "hours/", "ade") == "404"
    assert shown(programme, "hours/", "charlie") == "404"


def test_both_pages_take_as_many_queries_for_many_people_as_for_few(
    programme: Programme, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ruth, people = client_of(the_cast()["ruth"]), the_cast()
    counted = {}
    ruth.get(f"/programmes/{programme.pk}/")
    for path in ("", "hours/"):
        with CaptureQueriesContext(connection) as found:
            ruth.get(f"/programmes/{programme.pk}/{path}")
        counted[path] = len(found)
    for planned in programme.sets.exclude(number=1):
        members = [person_for(f"p{n}@example.org", f"Person {n}") for n in range(5)]
        planned.learning_set = new_set(planned.label, people["ruth"], people["ade"], members)
        planned.save()
        held = new_meeting(planned.learning_set, 1, date(2027, 4, 27))
        new_meeting(planned.learning_set, 2, date(2027, 6, 1))
        mark_attendance(held, {one.pk for one in members}, people["ade"], LATER)
    for path, number in counted.items():
        with django_assert_num_queries(number):
            page = words_of(ruth.get(f"/programmes/{programme.pk}/{path}"))
    assert "Person 4" in page
