"""From an empty database to a published programme, as an organiser goes."""

from datetime import date

import pytest
from django.test import Client

from setspace.hosts.models import Host, Programme
from tests.cast import client_of, the_cast
from tests.programmes.world import words_of

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

HOST = {
    "name": "Homeground Network",
    "contact": "Ruth Abbot, 020 7946 0000",
    "contact_email": "ruth@example.org",
    "zone": "Europe/London",
    "region": "GB-ENG",
    "language": "en-gb",
}
PLAN = {
    "shape": "tpas-vals",
    "name": "Housing, Spring 2027",
    "first_on": "2027-02-02",
    "at": "09:30",
    "zone": "Europe/London",
    "language": "en-gb",
    "least_people": "4",
    "most_people": "4",
    "sets_1": "2",
    "sets_3": "1",
    "press": "look",
}


def founded(client: Client) -> Host:
    client.post("/hosts/new/", HOST)
    return Host.objects.get()


def test_words_that_are_too_long_are_said_to_be_so() -> None:
    ruth = client_of(the_cast()["ruth"])
    host = founded(ruth)
    page = words_of(ruth.post(f"/hosts/{host.slug}/programmes/new/", {**PLAN, "name": "x" * 121}))
    assert "Use 120 characters or fewer" in page
    assert "x" * 121 in page


def test_from_nothing_to_a_published_programme() -> None:
    ruth = client_of(the_cast()["ruth"])
    assert 'href="/hosts/"' in words_of(ruth.get("/sets/"))
    assert 'href="/hosts/"' in words_of(ruth.get("/"))
    assert 'href="/hosts/new/"' in words_of(ruth.get("/hosts/"))
    host = founded(ruth)
    home = words_of(ruth.get(f"/hosts/{host.slug}/"))
    assert "No programme yet" in home
    shapes = words_of(ruth.get(f"/hosts/{host.slug}/programmes/new/"))
    assert shapes.count("shapecard") == 13
    assert "8 meetings over ten months, 23 and a half hours for each person" in shapes
    shown = ruth.post(f"/hosts/{host.slug}/programmes/new/", PLAN)
    assert "Tue 2 February 2027" in words_of(shown)
    assert not Programme.objects.exists()
    made = ruth.post(
        f"/hosts/{host.slug}/programmes/new/", {**PLAN, "press": "make", "seen": shown.context["seen"]}
    )
    programme = Programme.objects.get()
    assert made.headers["Location"] == f"/programmes/{programme.id}/"
    assert [one.label for one in programme.sets.all()] == ["Tuesday set", "Tuesday set 2", "Thursday set"]
    page = words_of(ruth.get(f"/programmes/{programme.id}/"))
    assert "Draft" in page
    ruth.post(
        f"/programmes/{programme.id}/publication/",
        {"opens_on": "", "closes_on": "2027-01-11", "replies_on": "2027-01-20", "press": "publish"},
    )
    programme.refresh_from_db()
    assert programme.is_published
    assert programme.closes_on == date(2027, 1, 11)
    assert "Open until 11 January" in words_of(ruth.get(f"/hosts/{host.slug}/"))
