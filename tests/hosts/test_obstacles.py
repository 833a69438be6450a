"""Where a set belongs to a programme, the holidays and days of its host count for another date."""

from datetime import date, time, timedelta

import pytest

from setspace.hosts.models import Programme
from setspace.programmes.models import LearningSet, Meeting
from setspace.programmes.queries.moving import free_days, notes_of
from tests.cast import the_cast
from tests.hosts.world import NOW, homeground, housing
from tests.records.world import new_set

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

TUESDAY = date(2027, 3, 2)
WEEK = timedelta(weeks=1)
ST_PATRICK = date(2027, 3, 17)


@pytest.fixture
def programme() -> Programme:
    return housing(homeground(the_cast()["ruth"]))


def a_set(programme: Programme | None) -> LearningSet:
    people = the_cast()
    found = new_set("Tuesday set", people["ruth"], people["ade"], [people["mei"]])
    if programme:
        programme.sets.filter(number=1).update(learning_set=found)
    return found


def test_the_days_of_a_host_are_said_and_not_offered(programme: Programme) -> None:
    half_term = TUESDAY + WEEK
    programme.host.days.create(name="Half-term", first=half_term, last=half_term + timedelta(days=4))
    learning_set = a_set(programme)
    assert notes_of(learning_set, half_term) == ["Tuesday 9 March is better avoided (Half-term)."]
    meeting = Meeting.objects.create(
        learning_set=learning_set, number=1, plan="tpas-session", on=TUESDAY, at=time(9, 30)
    )
    assert free_days(meeting, NOW)[0] == TUESDAY + 2 * WEEK


def test_the_region_of_a_host_counts_and_not_the_zone(programme: Programme) -> None:
    programme.host.region = "IE"
    programme.host.save()
    assert notes_of(a_set(programme), ST_PATRICK)[0].endswith("is a public holiday, Saint Patrick's Day.")


def test_without_a_host_or_its_region_the_zone_of_the_set_counts(programme: Programme) -> None:
    good_friday = date(2027, 3, 26)
    alone = a_set(None)
    assert notes_of(alone, ST_PATRICK) == []
    assert notes_of(alone, good_friday) == ["Friday 26 March is a public holiday, Good Friday."]
    programme.host.region = ""
    programme.host.save()
    assert notes_of(a_set(programme), good_friday) == ["Friday 26 March is a public holiday, Good Friday."]
