"""Signing in with an emailed code."""

import re

import pytest
import time_machine
from django.test import Client

from setspace.lib import clock
from setspace.people import changes
from setspace.people.models import Letter, Person
from tests.people.signing import ask, give, is_signed_in, newest_code, sign_in

pytestmark = pytest.mark.django_db

CODE = re.compile(r"^[BCDFGHJKLMNPQRSTVWXYZ]{4}-[BCDFGHJKLMNPQRSTVWXYZ]{4}$")


def test_mei_signs_in_with_the_code_from_her_email(client: Client, mei: Person) -> None:
    assert not is_signed_in(client)
    page = client.get("/sign-in/")
    assert 'autocomplete="email"' in page.content.decode()
    sign_in(client, mei)
    assert is_signed_in(client)


def test_the_code_field_takes_a_paste_and_an_autofill(client: Client, mei: Person) -> None:
    ask(client, mei.email)
    page = client.get("/sign-in/code/").content.decode()
    assert page.count('name="code"') == 1
    assert 'autocomplete="one-time-code"' in page
    assert 'maxlength="40"' in page


def test_a_code_is_eight_letters_and_forgives_case_and_spaces(client: Client, mei: Person) -> None:
    ask(client, mei.email)
    code = newest_code()
    assert CODE.match(code)
    give(client, f" {code.lower().replace('-', ' ')} ")
    assert is_signed_in(client)


def test_a_code_lasts_ten_minutes(client: Client, mei: Person) -> None:
    with time_machine.travel(clock.wall(), tick=False) as now:
        ask(client, mei.email)
        code = newest_code()
        now.shift(599)
        assert give(client, code).headers["Location"] == "/"
        client.logout()
        now.shift(61)
        ask(client, mei.email)
        code = newest_code()
        now.shift(601)
        assert give(client, code).headers["Location"] == "/sign-in/"
        assert not is_signed_in(client)


def test_three_wrong_codes_end_it(client: Client, mei: Person) -> None:
    ask(client, mei.email)
    code = newest_code()
    for _try in range(2):
        page = give(client, "BBBB-BBBB")
        assert page.status_code == 200
        assert "That code does not match" in page.content.decode()
        assert re.search(r"<title>\s*Error: ", page.content.decode())
    assert give(client, "BBBB-BBBB").headers["Location"] == "/sign-in/"
    said = client.get("/sign-in/").content.decode()
    assert "That was three tries. Ask for a new code." in said
    assert f'value="{mei.email}"' in said
    give(client, code)
    assert not is_signed_in(client)


def test_what_cannot_be_a_code_costs_no_try(client: Client, mei: Person) -> None:
    ask(client, mei.email)
    code = newest_code()
    for typed, said in (
        ("", "Enter the code from the email"),
        ("BCDF", "Enter the 8 letters of the code"),
        ("1234-5678", "Enter the 8 letters of the code"),
        ("B" * 41, "Enter the 8 letters of the code"),
    ):
        page = give(client, typed)
        assert page.status_code == 200
        assert said in page.content.decode()
    give(client, code)
    assert is_signed_in(client)


def test_three_wrong_codes_do_not_forget_where_she_was_going(client: Client, mei: Person) -> None:
    client.post("/sign-in/", {"email": mei.email, "next": "/account/"})
    for _try in range(3):
        answer = client.post("/sign-in/code/", {"code": "BBBB-BBBB", "next": "/account/"})
    assert answer.headers["Location"] == "/sign-in/?next=%2Faccount%2F"


def test_a_code_works_once(client: Client, mei: Person) -> None:
    sign_in(client, mei)
    code = newest_code()
    client.logout()
    assert give(client, code).headers["Location"] == "/sign-in/"
    assert not is_signed_in(client)


def test_a_code_is_bound_to_the_browser_that_asked(client: Client, mei: Person) -> None:
    ask(client, mei.email)
    other = Client()
    assert give(other, newest_code()).headers["Location"] == "/sign-in/"
    ask(other, "charlie@example.org")
    give(other, newest_code())
    assert not is_signed_in(other)


def test_an_empty_code_is_no_code_for_an_unknown_address(client: Client) -> None:
    ask(client, "charlie@example.org")
    for code in ("", "-", "None"):
        give(client, code)
        assert not is_signed_in(client)


def test_known_and_unknown_addresses_get_the_same_answer(client: Client, mei: Person) -> None:
    pages = []
    for email in (mei.email, "nobody@example.org"):
        browser = Client()
        answer = ask(browser, email)
        page = browser.get(answer.headers["Location"]).content.decode()
        page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page).replace(email, "")
        pages.append((answer.status_code, answer.headers["Location"], page))
    assert pages[0] == pages[1]
    assert list(Letter.objects.order_by("put_at").values_list("purpose", flat=True)) == [
        "sign_in_code",
        "no_account",
    ]


def test_an_address_that_looks_like_hers_gets_no_code_of_hers(client: Client, mei: Person) -> None:
    """The Kelvin sign is lowered to a plain k: mail goes to the address that was stored."""
    kim = changes.person_for("kim@example.org", "Kim Doe")
    ask(client, "\u212aim@example.org")
    assert set(Letter.objects.values_list("to_address", flat=True)) <= {kim.email}


def test_what_is_wrong_with_an_address_is_said_and_kept(client: Client) -> None:
    for typed, said in (
        ("", "Enter your email address"),
        ("mei at work", "Enter an email address like name@example.org.uk"),
    ):
        page = ask(client, typed).content.decode()
        assert page.count(said) >= 2
        assert f'value="{typed}"' in page or not typed
        assert 'role="alert"' in page


def test_forty_colleagues_behind_one_address_all_get_a_code(db: None) -> None:
    people = [
        changes.person_for(f"colleague{number}@example.org", f"Colleague {number}") for number in range(40)
    ]
    for person in people:
        assert ask(Client(REMOTE_ADDR="192.0.2.7"), person.email).status_code == 302
    assert Letter.objects.filter(purpose="sign_in_code").count() == 40


def test_nobody_can_fill_her_mailbox(mei: Person) -> None:
    answers = [ask(Client(REMOTE_ADDR=f"192.0.2.{number}"), mei.email) for number in range(5)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 200, 200]
    assert "Wait a minute" in answers[-1].content.decode()
    assert Letter.objects.count() == 3


def test_she_goes_on_to_the_page_she_wanted(client: Client, mei: Person) -> None:
    asked = client.post("/sign-in/", {"email": mei.email, "next": "/account/"})
    assert asked.headers["Location"] == "/sign-in/code/?next=%2Faccount%2F"
    answer = client.post("/sign-in/code/", {"code": newest_code(), "next": "/account/"})
    assert answer.headers["Location"] == "/account/"


def test_she_is_never_sent_on_to_another_site(client: Client, mei: Person) -> None:
    client.post("/sign-in/", {"email": mei.email, "next": "https://evil.example/"})
    answer = client.post("/sign-in/code/", {"code": newest_code(), "next": "https://evil.example/"})
    assert answer.headers["Location"] == "/"


def test_a_signed_in_person_is_not_asked_again(client: Client, mei: Person) -> None:
    sign_in(client, mei)
    assert client.get("/sign-in/").headers["Location"] == "/"
    assert client.get("/sign-up/").headers["Location"] == "/"


def test_she_can_ask_for_another_code_in_the_same_browser(client: Client, mei: Person) -> None:
    ask(client, mei.email)
    first = newest_code()
    assert client.get("/sign-in/").status_code == 200
    ask(client, mei.email)
    second = newest_code()
    give(client, first)
    assert not is_signed_in(client)
    give(client, second)
    assert is_signed_in(client)


def test_an_inactive_person_gets_no_code(client: Client, mei: Person) -> None:
    changes.erase(mei)
    ask(client, "mei@example.org")
    assert list(Letter.objects.values_list("purpose", flat=True)) == ["no_account"]
