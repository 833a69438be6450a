"""Every route and every role has a declared outcome, and the site keeps to it (T01, T18, T28)."""

import hashlib
from copy import copy

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.access.fixtures import Scene, new_scene
from tests.access.policies import NOT_THIS_WAY, ROLES, ROWS, Outcomes
from tests.access.walking import Route, outcome, routes

ALL = routes()

pytestmark = [pytest.mark.django_db(databases=["default", "keys"]), pytest.mark.once]


def test_every_route_is_declared_and_every_declared_route_is_there() -> None:
    assert {route.name for route in ALL} == set(ROWS)


def test_opening_a_page_is_answered_to_each_role_as_declared() -> None:
    scene = new_scene()
    assert _outcomes(scene, "get") == {route.name: ROWS[route.name].get for route in ALL}


def test_sending_a_form_is_answered_to_each_role_as_declared() -> None:
    scene = new_scene()
    assert _outcomes(scene, "post") == {route.name: ROWS[route.name].post for route in ALL}


def test_opening_a_page_changes_nothing() -> None:
    scene = new_scene()
    for role in ("member", "facilitator"):
        client = scene.client(role)
        for route in ALL:
            before = _digest()
            client.get(_address(scene, route))
            assert _digest() == before, f"{route.name} changes something when a {role} opens it"


def test_a_form_without_the_page_it_stood_on_is_refused() -> None:
    scene = new_scene()
    client = Client(enforce_csrf_checks=True)
    client.cookies = scene.client("facilitator").cookies
    for route in ALL:
        if set(ROWS[route.name].post.values()) == {NOT_THIS_WAY}:
            continue
        response = client.post(_address(scene, route))
        assert response.status_code == 403, route.name


def _outcomes(scene: Scene, method: str) -> dict[str, Outcomes]:
    found: dict[str, Outcomes] = {route.name: {} for route in ALL}
    for role in ROLES:
        signed_in = scene.client(role)
        for route in ALL:
            client = Client()
            client.cookies = copy(signed_in.cookies)  # a page may sign out
            with transaction.atomic():
                response = getattr(client, method)(_address(scene, route))
                found[route.name][role] = outcome(response)
                transaction.set_rollback(True)
    return found


def _address(scene: Scene, route: Route) -> str:
    values = scene.values()
    return reverse(route.name, kwargs={name: values[name] for name in route.arguments})


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
