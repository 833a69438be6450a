"""Who acts for a host: added with a letter, ended, and never nobody. And what a host says about itself."""

import pytest

from setspace.hosts.mails.organisers import organiser_added
from setspace.hosts.models import Host, Organiser
from setspace.people.models import Letter
from tests.cast import client_of, the_cast
from tests.hosts.test_organising import HOST
from tests.hosts.world import homeground
from tests.programmes.world import words_of

pytestmark = pytest.mark.django_db(databases=["default", "keys"])

ABOUT = {**HOST, "word_for_facilitator": "set adviser", "word_for_holder": "presenter", "colour": "plum"}


def test_an_organiser_is_added_and_told() -> None:
    cast = the_cast()
    host = homeground(cast["ruth"])
    address = f"/hosts/{host.slug}/organisers/"
    assert client_of(cast["ade"]).get(address).status_code == 404
    client_of(cast["ruth"]).post(address, {"name": "Ade Bello", "email": "ade@example.org"})
    assert client_of(cast["ade"]).get(address).status_code == 200
    draft = organiser_added(Letter.objects.get(purpose="organiser_added"))
    assert draft is not None
    assert draft.subject == "You organise programmes for Homeground Network"
    assert f"/hosts/{host.slug}/" in draft.text
    again = client_of(cast["ruth"]).post(address, {"name": "Ade Bello", "email": "ade@example.org"})
    assert "Ade Bello is an organiser already" in words_of(again)
    assert "Enter the name" in words_of(client_of(cast["ruth"]).post(address, {}))


def test_an_organiser_is_ended_and_sees_nothing_more() -> None:
    cast = the_cast()
    host = homeground(cast["ruth"])
    ruth, ade = client_of(cast["ruth"]), client_of(cast["ade"])
    ruth.post(f"/hosts/{host.slug}/organisers/", {"name": "Ade Bello", "email": "ade@example.org"})
    added = Organiser.objects.get(person=cast["ade"])
    assert "Shall Ade no longer organise?" in words_of(ruth.get(f"/organisers/{added.id}/ending/"))
    ruth.post(f"/organisers/{added.id}/ending/")
    assert ade.get(f"/hosts/{host.slug}/").status_code == 404
    assert organiser_added(Letter.objects.get(purpose="organiser_added")) is None


def test_the_last_organiser_stays() -> None:
    ruth = the_cast()["ruth"]
    host = homeground(ruth)
    mine = host.organisers.get()
    page = client_of(ruth).post(f"/organisers/{mine.id}/ending/")
    assert "A host needs an organiser, and there is no other. Add one first." in words_of(page)
    mine.refresh_from_db()
    assert mine.until_at is None


def test_whom_people_may_ask_is_kept_as_it_is_written() -> None:
    ruth = the_cast()["ruth"]
    host = homeground(ruth)
    contact = "Ruth  Abott (sic), ruth AT example DOT org"
    client_of(ruth).post(f"/hosts/{host.slug}/about/", {**ABOUT, "contact": contact})
    host.refresh_from_db()
    assert host.contact == contact
    assert (host.word_for_facilitator, host.colour) == ("set adviser", "plum")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("contact_email", "ruth at example", "Enter an email address like name@example.org.uk"),
        ("region", "GB-ABC", "GB has no part called ABC."),
        ("region", "Wonderland", "There are no public holidays for “WONDERLAND”"),
        ("zone", "London", "Enter a time zone, like Europe/London"),
        ("name", " ", "Enter the name of your organisation"),
        ("contact", "", "Enter whom people may ask"),
        ("colour", "pink", "Select a colour"),
    ],
)
def test_what_will_not_do_is_said_beside_its_field(field: str, value: str, said: str) -> None:
    ruth = the_cast()["ruth"]
    host = homeground(ruth)
    page = words_of(client_of(ruth).post(f"/hosts/{host.slug}/about/", {**ABOUT, field: value}))
    assert page.count(said) == 2
    assert "<title>Error: About" in page
    host.refresh_from_db()
    assert host.name == "Homeground Network"


def test_a_button_that_is_pressed_twice_founds_one_host() -> None:
    ruth = client_of(the_cast()["ruth"])
    first, second = ruth.post("/hosts/new/", HOST), ruth.post("/hosts/new/", HOST)
    assert Host.objects.count() == 1
    assert first.headers["Location"] == second.headers["Location"] == "/hosts/homeground-network/"


def test_a_host_may_be_called_new() -> None:
    ruth = client_of(the_cast()["ruth"])
    ruth.post("/hosts/new/", {**HOST, "name": "New"})
    assert Host.objects.get().slug == "new-2"
