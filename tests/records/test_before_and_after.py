"""What the pages say while a session is on, and how they move on once it has closed."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from setspace.people.models import Person
from setspace.records import changes
from tests.cast import client_of
from tests.records.world import HELD, World, new_world


@pytest.fixture
def world(db: None) -> World:
    return new_world()


@pytest.fixture
def kept(world: World) -> World:
    changes.keep_session(world.held, world.outcome(), HELD)
    return world


def page(person: Person, url: str) -> str:
    response = client_of(person).get(url)
    assert response.status_code == 200, url
    return " ".join(response.content.decode().split())


def test_shows_my_first_step_and_how_sure_i_was(kept: World) -> None:
    for url in (
        "/",
        reverse("records:set", args=[kept.learning_set.pk]),
        reverse("records:my_part", args=[kept.held.pk]),
    ):
        shown = page(kept.mei, url)
        assert "A line" in shown
        assert "How sure: 7 of 10" in shown
    assert "How sure" not in page(kept.sam, reverse("records:set", args=[kept.learning_set.pk]))


def test_says_that_a_session_is_on_now(world: World) -> None:
    with time_machine.travel(world.held.starts_at + timedelta(minutes=5), tick=False):
        shown = page(world.mei, "/")
        assert "Your session, on now" in shown
        assert "Your set is meeting now." in shown
        assert "meets today" not in shown
        assert "On now" in page(world.mei, reverse("records:set", args=[world.learning_set.pk]))


def test_moves_on_when_a_session_closes_before_its_planned_end(world: World) -> None:
    early = world.held.starts_at + timedelta(minutes=30)
    with time_machine.travel(early, tick=False):
        changes.keep_session(world.held, world.outcome(), early)
        shown = page(world.mei, "/")
        assert "Tuesday 1 June, 9:30am to 1pm" in shown
        assert "You’ll say how they went on 1 June." in shown
        assert "From your turn on 27 April" in shown
        for name in ("records:set", "programmes:sessions"):
            shown = page(world.ade, reverse(name, args=[world.learning_set.pk]))
            assert "Session 4" in shown
            assert "On now" not in shown
        assert shown.index("Past sessions") < shown.index("Session 3")
