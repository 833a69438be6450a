"""Whoever is erased has applied nowhere any more."""

import pytest

from setspace.hosts.changes.interest import note_interest
from setspace.hosts.models import Application, Interest, KeptApart, Placement
from setspace.people import changes
from setspace.people.mails import put
from setspace.people.models import Letter
from tests.cast import the_cast
from tests.hosts.world import NOW, applied, homeground, housing

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_an_erased_persons_applications_go_with_all_that_hangs_on_them_and_nobody_elses() -> None:
    programme = housing(homeground(the_cast()["ruth"]))
    mei, tom = applied(programme, "Mei Chen"), applied(programme, "Tom Doyle")
    for one in (mei, tom):
        one.placements.create(programme_set=programme.sets.all()[0], placed_at=NOW)
        put(f"manager:{one.pk}", "manager_asked", f"manager-of-{one.pk}@example.org", about=one.pk)
        note_interest(programme, one.person.email, NOW)
    first, second = sorted((mei, tom), key=lambda each: each.pk)
    KeptApart.objects.create(programme=programme, one=first, other=second)
    before = Letter.objects.filter(purpose="interest_noted").count()
    changes.erase(mei.person)
    assert list(Application.objects.all()) == [tom]
    assert [one.application for one in Placement.objects.all()] == [tom]
    assert [one.email for one in Interest.objects.all()] == ["tom@example.org"]
    assert not KeptApart.objects.exists()
    assert [one.about for one in Letter.objects.filter(purpose="manager_asked")] == [tom.pk]
    assert (before, Letter.objects.filter(purpose="interest_noted").count()) == (2, 1)
