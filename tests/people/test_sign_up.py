"""Beginning with a name and an address."""

import pytest
from django.test import Client, RequestFactory
from pytest_django import Settings

from setspace.people.allauth_adapter import Adapter
from setspace.people.models import Letter, Person
from tests.people.signing import give, is_signed_in, newest_code

pytestmark = pytest.mark.django_db


def test_ruth_begins_with_her_name_and_address(client: Client) -> None:
    asked = client.post("/sign-up/", {"name": "Ruth Adeyemi", "email": "Ruth@Example.org"})
    assert asked.headers["Location"] == "/sign-in/code/"
    ruth = Person.objects.get()
    assert (ruth.email, ruth.name) == ("ruth@example.org", "")
    give(client, newest_code())
    ruth.refresh_from_db()
    assert ruth.name == "Ruth Adeyemi"
    assert is_signed_in(client)


def test_beginning_with_a_known_address_looks_the_same_and_changes_no_name(
    client: Client, mei: Person
) -> None:
    new, known = (
        client.post("/sign-up/", {"name": "Somebody", "email": email})
        for email in ("new@example.org", mei.email)
    )
    assert (new.status_code, new.headers["Location"]) == (known.status_code, known.headers["Location"])
    give(client, newest_code())
    mei.refresh_from_db()
    assert mei.name == "Mei Tanaka"


def test_what_is_missing_at_the_beginning_is_said_and_the_rest_is_kept(client: Client) -> None:
    page = client.post("/sign-up/", {"name": "", "email": "ruth@example"}).content.decode()
    assert "Enter your name" in page
    assert "Enter an email address like name@example.org.uk" in page
    assert 'value="ruth@example"' in page
    assert not Person.objects.exists()


def test_beginning_has_the_same_limits_as_signing_in() -> None:
    answers = [
        Client().post("/sign-up/", {"name": "Ruth", "email": "ruth@example.org"}).status_code
        for _try in range(4)
    ]
    assert answers == [302, 302, 302, 200]


def test_a_place_can_be_closed_to_newcomers(client: Client, settings: Settings) -> None:
    settings.SIGN_UP = "closed"
    assert client.get("/sign-up/").status_code == 404
    assert client.post("/sign-up/", {"name": "Ruth", "email": "ruth@example.org"}).status_code == 404
    assert not Person.objects.exists()


def test_an_erased_person_who_begins_again_gets_no_way_in(client: Client, mei: Person) -> None:
    mei.is_active = False
    mei.save()
    client.post("/sign-up/", {"name": "Mei", "email": mei.email})
    assert list(Letter.objects.values_list("purpose", flat=True)) == ["no_account"]


def test_the_library_s_own_way_of_joining_is_closed(rf: RequestFactory) -> None:
    assert not Adapter().is_open_for_signup(rf.get("/sign-up/"))


def test_beginning_from_an_invitation_leads_back_to_it(client: Client) -> None:
    page = client.get("/sign-in/?next=/invitations/abc/").content.decode()
    assert 'href="/sign-up/?next=%2Finvitations%2Fabc%2F"' in page
    page = client.get("/sign-up/?next=/invitations/abc/").content.decode()
    assert 'name="next" value="/invitations/abc/"' in page
    assert 'href="/sign-in/?next=%2Finvitations%2Fabc%2F"' in page
    posted = {"name": "Ruth", "email": "ruth@example.org", "next": "/invitations/abc/"}
    code_page = client.post("/sign-up/", posted).headers["Location"]
    assert code_page == "/sign-in/code/?next=%2Finvitations%2Fabc%2F"
    assert 'value="/invitations/abc/"' in client.get(code_page).content.decode()
    answer = client.post("/sign-in/code/", {"code": newest_code(), "next": "/invitations/abc/"})
    assert answer.headers["Location"] == "/invitations/abc/"


def test_beginning_leads_to_no_other_site(client: Client) -> None:
    assert "evil.example" not in client.get("/sign-up/?next=https://evil.example/").content.decode()
    posted = {"name": "Ruth", "email": "ruth@example.org", "next": "//evil.example/"}
    assert client.post("/sign-up/", posted).headers["Location"] == "/sign-in/code/"
