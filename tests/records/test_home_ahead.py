"""What home offers before the next session: the calendar, whom to tell, and one's own notes for an issue."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from setspace.people.models import Person
from tests.cast import client_of
from tests.records.world import World, new_world


@pytest.fixture
def world(db: None) -> Iterator[World]:
    """The pages are read on a morning thirteen days before the next session."""
    with time_machine.travel(datetime(2027, 5, 19, 8, tzinfo=UTC), tick=False):
        yield new_world()


def page(person: Person, url: str) -> str:
    return " ".join(client_of(person).get(url).content.decode().split())


def test_days_ahead_the_calendar_comes_first_and_on_the_day_the_room(world: World) -> None:
    calendar = f'href="{reverse("programmes:session_file", args=[world.coming.pk])}"'
    room = f'class="btn btn--primary" href="{reverse("room:room", args=[world.coming.pk])}"'
    ahead = page(world.mei, "/")
    assert calendar in ahead
    assert room not in ahead
    with time_machine.travel(datetime(2027, 6, 1, 6, tzinfo=UTC), tick=False):
        today = page(world.mei, "/")
    assert calendar not in today
    assert room in today


def test_leads_who_may_hold_an_issue_to_their_own_notes_for_it(world: World) -> None:
    address = reverse("records:notes", args=[world.coming.pk])
    assert f'href="{address}"' in page(world.mei, "/")
    assert address not in page(world.ade, "/")
    client_of(world.mei).post(address, {"text": "I have started to resent it."})
    assert "I have started to resent it." in page(world.mei, "/")
    assert "I have started to resent it." not in page(world.tom, "/")
