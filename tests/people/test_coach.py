"""What the question coach does for somebody is theirs to say."""

import pytest
from django.test import Client

from setspace.people.models import Person
from tests.cast import client_of, the_cast

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def mei(db: None) -> Client:
    return client_of(the_cast()["mei"])


def wants() -> tuple[bool, bool]:
    found = Person.objects.get(email="mei@example.org")
    return found.wants_coach, found.wants_counts


def test_everybody_begins_with_the_coach_and_turns_it_off_in_the_account(mei: Client) -> None:
    assert wants() == (True, True)
    assert mei.get("/account/").content.decode().count(" checked") >= 4
    answer = mei.post("/account/coach/", {"wants_counts": "on"}, follow=True)
    assert "Saved." in answer.content.decode()
    assert wants() == (False, True)
    mei.post("/account/coach/", {"wants_coach": "on"})
    assert wants() == (True, False)


def test_a_room_turns_it_off_and_leaves_the_counts_as_they_were(mei: Client) -> None:
    answer = mei.post("/account/coach/", {"turn": "off"}, headers={"X-Requested-With": "fetch"})
    assert (answer.status_code, wants()) == (204, (False, True))
    mei.post("/account/coach/", {"wants_coach": "on"})
    mei.post("/account/coach/", {"turn": "off"})
    assert wants() == (False, False)


def test_saving_the_account_leaves_the_coach_as_it_was(mei: Client) -> None:
    mei.post("/account/coach/", {})
    told = {
        "name": "Mei",
        "zone": "Europe/London",
        "language": "en-gb",
        "theme": "same",
        "announcements": "all",
    }
    mei.post("/account/", told)
    assert wants() == (False, False)
    assert Person.objects.get(email="mei@example.org").name == "Mei"
