"""Every route and every role has a declared outcome, and the site keeps to it (T01, T18, T28)."""

import hashlib
from copy import copy

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connections, transaction
from django.test import Client
from django.urls import reverse

from tests.access.fixtures import Scene, new_scene
from tests.access.hosting import answer
from tests.access.policies import NOT_THIS_WAY, ROLES, ROWS, Outcomes
from tests.access.walking import outcome, routes
from tests.records.world import HELD

ALL = routes()

pytestmark = [pytest.mark.django_db(databases=["default", "keys"]), pytest.mark.once]


def test_every_route_is_declared_and_every_declared_route_is_there() -> None:
    assert {route.name for route in ALL} == set(ROWS)


@pytest.mark.slow
def test_opening_a_page_is_answered_to_each_role_as_declared() -> None:
    scene = new_scene()
    assert _outcomes(scene, "get") == {route.name: ROWS[route.name].get for route in ALL}


@pytest.mark.slow
def test_sending_a_form_is_answered_to_each_role_as_declared() -> None:
    scene = new_scene()
    answer(scene.hosting, scene.world.ruth, HELD)
    assert _outcomes(scene, "post") == {route.name: ROWS[route.name].post for route in ALL}


def test_opening_a_page_changes_nothing() -> None:
    scene = new_scene()
    addresses = _addresses(scene)
    for role in ("organiser", "applicant", "member", "facilitator"):
        client = scene.client(role)
        before, written = _digest(), _n_written()
        for route in ALL:
            client.get(addresses[route.name])
            if _n_written() == written:
                continue
            assert _digest() == before, f"{route.name} changes something when a {role} opens it"
            written = _n_written()


def test_what_is_written_is_counted() -> None:
    scene = new_scene()
    before, written = _digest(), _n_written()
    assert (_digest(), _n_written()) == (before, written)
    scene.reflection.delete()
    assert _digest() != before
    assert _n_written() > written


def test_a_form_without_the_page_it_stood_on_is_refused() -> None:
    scene = new_scene()
    client = Client(enforce_csrf_checks=True)
    client.cookies = scene.client("facilitator").cookies
    addresses = _addresses(scene)
    for route in ALL:
        if set(ROWS[route.name].post.values()) == {NOT_THIS_WAY}:
            continue
        response = client.post(addresses[route.name])
        assert response.status_code == 403, route.name


def _outcomes(scene: Scene, method: str) -> dict[str, Outcomes]:
    found: dict[str, Outcomes] = {route.name: {} for route in ALL}
    addresses = _addresses(scene)
    for role in ROLES:
        signed_in = scene.client(role)
        for route in ALL:
            client = Client()
            client.cookies = copy(signed_in.cookies)  # a page may sign out
            with transaction.atomic():
                response = getattr(client, method)(addresses[route.name])
                found[route.name][role] = outcome(response)
                transaction.set_rollback(True)
    return found


def _addresses(scene: Scene) -> dict[str, str]:
    """Of each route, by its name."""
    values = scene.values()
    return {one.name: reverse(one.name, kwargs={name: values[name] for name in one.arguments}) for one in ALL}


def _n_written() -> int:
    """How many rows SQLite has written on these connections so far."""
    return sum(connections[alias].connection.total_changes for alias in ("default", "keys"))


def _digest() -> str:
    """All rows of all tables but those of the browsers' sessions, as one number."""
    digest = hashlib.sha256()
    for model in apps.get_models():
        if model is not Session:
            rows = model._default_manager.order_by("pk").values_list()
            digest.update(
                repr(
                    [tuple(bytes(v) if isinstance(v, memoryview) else v for v in row) for row in rows]
                ).encode()
            )
    return digest.hexdigest()
