"""How long somebody stays signed in, in which browsers, and how they leave."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as place
from django.test import Client

from setspace.lib import clock
from setspace.people import access, changes
from setspace.people.models import Letter, Person
from tests.people.signing import ask, give, is_signed_in, newest_code, sign_in

pytestmark = pytest.mark.django_db


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
