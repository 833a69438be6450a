"""Signing in with an emailed code, beginning, and signing out."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as place
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from setspace.lib import clock
from setspace.people import access, changes
from setspace.people.allauth_adapter import Adapter
from setspace.people.models import Letter, Person

pytestmark = pytest.mark.django_db

CODE = re.compile(r"^[BCDFGHJKLMNPQRSTVWXYZ]{4}-[BCDFGHJKLMNPQRSTVWXYZ]{4}$")


@pytest.fixture(autouse=True)
def _no_old_counts() -> None:
    cache.clear()


@pytest.fixture
def mei() -> Person:
    return changes.person_for("mei@example.org", "Mei Tanaka")


def ask(browser: Client, email: str) -> HttpResponse:
    answer = browser.post("/sign-in/", {"email": email})
    assert isinstance(answer, HttpResponse)
    return answer


def newest_code() -> str:
    return Letter.objects.filter(purpose="sign_in_code").latest("put_at").payload["code"]


def give(browser: Client, code: str) -> HttpResponse:
    answer = browser.post("/sign-in/code/", {"code": code})
    assert isinstance(answer, HttpResponse)
    return answer


def sign_in(browser: Client, person: Person) -> None:
    assert ask(browser, person.email).headers["Location"] == "/sign-in/code/"
    assert give(browser, newest_code()).headers["Location"] == "/"


def is_signed_in(browser: Client) -> bool:
    return browser.get("/account/").status_code == 200


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
    give(client, code)
    assert not is_signed_in(client)


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


def test_the_session_key_changes_at_sign_in(client: Client, mei: Person) -> None:
    ask(client, mei.email)
    before = client.session.session_key
    give(client, newest_code())
    assert client.session.session_key != before


def test_a_session_ends_after_five_hours_of_silence(client: Client, mei: Person) -> None:
    with time_machine.travel(clock.wall(), tick=False) as now:
        sign_in(client, mei)
        for _hour in range(4):
            now.shift(4 * 3600)
            assert is_signed_in(client)
        now.shift(5 * 3600 + 1)
        assert not is_signed_in(client)


def test_a_session_ends_a_day_after_it_began_whatever_happened_in_it(client: Client, mei: Person) -> None:
    with time_machine.travel(clock.wall(), tick=False) as now:
        sign_in(client, mei)
        for _hour in range(6):
            now.shift(4 * 3600 - 1)
            assert is_signed_in(client)
        now.shift(6)
        assert client.get("/account/").headers["Location"] == "/sign-in/?next=/account/"
        assert "It has been a day" in client.get("/sign-in/").content.decode()


def test_an_open_room_keeps_its_person_signed_in(client: Client, mei: Person) -> None:
    with time_machine.travel(clock.wall(), tick=False) as now:
        sign_in(client, mei)
        key = str(client.session.session_key)
        now.shift(4 * 3600)
        changes.keep_signed_in(key, clock.wall())
        now.shift(4 * 3600)
        assert access.person_of_session(key, clock.wall()) == mei
        now.shift(3600 + 1)
        assert access.person_of_session(key, clock.wall()) is None
        changes.keep_signed_in("nosuchsession", clock.wall())
        assert access.person_of_session(key, clock.wall()) is None


def test_a_session_names_its_person_only_while_it_holds(client: Client, mei: Person) -> None:
    sign_in(client, mei)
    key = str(client.session.session_key)
    now = clock.wall()
    assert access.person_of_session(key, now) == mei
    assert access.person_of_session(None, now) is None
    assert access.person_of_session("nosuchsession", now) is None
    assert access.person_of_session(key, now + timedelta(days=1)) is None
    Person.objects.update(is_active=False)
    assert access.person_of_session(key, now) is None
    Person.objects.update(is_active=True)
    changes.end_sessions_everywhere(mei)
    assert access.person_of_session(key, now) is None
    assert not is_signed_in(client)


def test_signing_out_is_a_post_that_clears_the_browser(client: Client, mei: Person) -> None:
    sign_in(client, mei)
    assert client.get("/sign-out/").status_code == 405
    assert is_signed_in(client)
    answer = client.post("/sign-out/")
    assert answer.headers["Clear-Site-Data"] == '"cookies", "storage"'
    assert not is_signed_in(client)
    assert client.get(answer.headers["Location"]).status_code == 200


def test_signing_out_everywhere_ends_her_other_browser_too(client: Client, mei: Person) -> None:
    other = Client()
    sign_in(client, mei)
    sign_in(other, mei)
    client.post("/account/sign-out-everywhere/")
    assert not is_signed_in(client)
    assert not is_signed_in(other)


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


# Beginning.


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


# A new browser.


def test_a_new_browser_is_told_to_its_person_and_a_known_one_is_not(client: Client, mei: Person) -> None:
    def notes() -> int:
        return Letter.objects.filter(purpose="new_browser").count()

    sign_in(client, mei)
    assert notes() == 0
    client.cookies.pop(place.SESSION_COOKIE_NAME)
    sign_in(client, mei)
    assert notes() == 0
    sign_in(Client(), mei)
    assert notes() == 1
    tom = changes.person_for("tom@example.org", "Tom Bell")
    client.cookies.pop(place.SESSION_COOKIE_NAME)
    sign_in(client, tom)
    assert notes() == 1


def test_the_library_s_own_way_of_joining_is_closed(rf: RequestFactory) -> None:
    assert not Adapter().is_open_for_signup(rf.get("/sign-up/"))
