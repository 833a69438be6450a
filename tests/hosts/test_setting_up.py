"""A host, and a programme with every date of its sets."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time

import pytest
from django.db import connections, transaction

from setspace.hosts.models import Host, Level, ProgrammeDate
from setspace.lib import vault
from setspace.people.models import Person
from tests.cast import the_cast
from tests.hosts.world import HOUSING, applied, homeground, housing

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

ORGANISER = vault.Reader(actor="an organiser", purpose=vault.Purpose.APPLICATION)
MAIL = vault.Reader(actor="letters", purpose=vault.Purpose.MAIL)


def test_a_new_host_has_its_first_organiser_and_an_address_of_its_own() -> None:
    ruth = the_cast()["ruth"]
    first, second = homeground(ruth), homeground(ruth)
    assert (first.slug, second.slug) == ("homeground-network", "homeground-network-2")
    assert [one.person for one in first.organisers.all()] == [ruth]


@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
def test_two_of_one_name_at_the_same_moment_have_each_an_address() -> None:
    cast = the_cast()
    with ThreadPoolExecutor() as elsewhere:
        with transaction.atomic():
            first = homeground(cast["ruth"])
            other = elsewhere.submit(_found_beside, cast["charlie"])
            with pytest.raises(TimeoutError):  # it waits for what comes of this one
                other.result(timeout=0.3)
        second = other.result(timeout=10)
    assert (first.slug, second.slug) == ("homeground-network", "homeground-network-2")


def _found_beside(person: Person) -> Host:
    try:
        return homeground(person)
    finally:
        connections.close_all()


def test_the_programme_of_two_weekdays_meets_in_the_same_weeks_on_the_dates_of_its_shape() -> None:
    programme = housing(homeground(the_cast()["ruth"]))
    tuesdays, thursdays = programme.sets.all()
    assert (tuesdays.label, thursdays.label) == ("Tuesday set", "Thursday set")
    first, *_, last = tuesdays.dates.all()
    assert (first.kind, first.on, first.at, first.minutes) == (
        "introduction",
        date(2027, 2, 2),
        time(9, 30),
        120,
    )
    assert (last.kind, last.on.weekday()) == ("follow-up", 1)
    weeks = [[one.on.isocalendar()[:2] for one in planned.dates.all()] for planned in (tuesdays, thursdays)]
    assert weeks[0] == weeks[1]
    assert len(weeks[0]) == len(HOUSING.shape.meetings) == ProgrammeDate.objects.count() / 2


def test_what_an_applicant_writes_opens_for_a_stated_reason_only() -> None:
    application = applied(housing(homeground(the_cast()["ruth"])), "Mei Chen")
    application.seal_words("aims", " To be heard. ")
    application.save()
    assert application.open_words("aims", ORGANISER) == "To be heard."
    with pytest.raises(vault.NotForReader):
        application.open_words("aims", MAIL)
    with pytest.raises(ValueError, match="seals no name"):
        application.seal_words("name", "x")
    assert application.level == Level.OFFICER
    vault.shred(Host.objects.get().owner)
    with pytest.raises(vault.Unopenable):
        application.open_words("aims", ORGANISER)
