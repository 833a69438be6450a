"""A copy of the database signs nobody in."""

import pytest
from asgiref.sync import async_to_sync
from django.apps import apps
from django.conf import settings as place
from django.contrib.sessions.models import Session
from django.test import Client

from setspace.lib import clock
from setspace.people import access
from setspace.people.models import Letter, Person
from setspace.people.session_store import SessionStore
from tests.people.signing import ask, give, is_signed_in, newest_code, sign_in

pytestmark = pytest.mark.django_db


def everything_kept() -> str:
    """All rows of all tables as text, the sessions' data decoded too."""
    rows = [repr(list(model._default_manager.values_list())) for model in apps.get_models()]
    said = [repr(SessionStore().decode(session.session_data)) for session in Session.objects.all()]
    return "\n".join([*rows, *said])


def test_the_key_in_meis_browser_stands_nowhere_in_the_database(client: Client, mei: Person) -> None:
    sign_in(client, mei)
    key = client.cookies[place.SESSION_COOKIE_NAME].value
    assert access.person_of_session(key, clock.wall()) == mei
    assert key not in everything_kept()


def test_what_is_read_from_the_table_signs_nobody_in(client: Client, mei: Person) -> None:
    sign_in(client, mei)
    thief = Client()
    found = Session.objects.get().session_key
    thief.cookies[place.SESSION_COOKIE_NAME] = found
    assert not is_signed_in(thief)
    assert access.person_of_session(found, clock.wall()) is None
    assert is_signed_in(client)


def test_signing_out_leaves_no_session_behind(client: Client, mei: Person) -> None:
    sign_in(client, mei)
    client.post("/sign-out/")
    assert not Session.objects.exists()


def test_the_code_on_its_way_to_mei_stands_nowhere_in_the_database(client: Client, mei: Person) -> None:
    ask(client, mei.email)
    code = newest_code()
    assert Letter.objects.count() == 1
    assert code not in everything_kept()
    give(client, code)
    assert is_signed_in(client)


@pytest.mark.django_db(transaction=True)
def test_the_waiting_ways_keep_the_same_sessions() -> None:
    async def there_and_back() -> None:
        store = SessionStore()
        await store.aset("word", "kept")
        await store.asave()
        key = str(store.session_key)
        assert await store.aexists(key)
        assert not await store.aexists("nosuchsession")
        assert await SessionStore(key).aget("word") == "kept"
        assert await SessionStore("nosuchsession").aget("word") is None
        await store.adelete()
        assert not await store.aexists(key)

    async_to_sync(there_and_back)()
