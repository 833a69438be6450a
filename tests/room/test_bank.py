"""Ways to begin a question: a page of one's own, with favourites for one person alone."""

import pytest
from django.urls import reverse

from setspace.core.questions.bank import BANK
from setspace.people.models import Person
from setspace.records.models import FavouriteStems
from tests.cast import client_of, the_cast

STEM = BANK[0].stems[1]


@pytest.fixture
def mei(db: None) -> Person:
    return the_cast()["mei"]


def page(person: Person) -> str:
    response = client_of(person).get(reverse("room:bank"))
    assert response.status_code == 200
    return response.content.decode()


def test_shows_every_kind_and_no_favourites_before_one_is_marked(mei: Person) -> None:
    shown = page(mei)
    assert all(f'id="{shelf.key}-h"' in shown for shelf in BANK)
    assert "Your favourites" not in shown


def test_a_favourite_comes_first_for_its_owner_alone_and_can_be_taken_off(mei: Person) -> None:
    client, address = client_of(mei), reverse("room:bank")
    client.post(address, {"stem": STEM, "liked": "yes"})
    assert page(mei).count(STEM) > page(mei).count(BANK[0].stems[0])
    assert FavouriteStems.objects.get().owner.kind == "person"
    assert "Your favourites" not in page(Person.objects.get(name__startswith="Tom"))
    client.post(address, {"stem": STEM, "liked": "no"})
    assert not FavouriteStems.objects.exists()


def test_what_stands_on_no_shelf_is_not_kept(mei: Person) -> None:
    client_of(mei).post(reverse("room:bank"), {"stem": "My own secret", "liked": "yes"})
    assert not FavouriteStems.objects.exists()
