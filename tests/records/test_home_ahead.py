"""What home offers before the next session: the calendar, whom to tell, and the sheet for one's issue."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from setspace.core.preparing import Sheet
from setspace.people.models import Person
from setspace.records.changes import write_sheet
from tests.cast import client_of
from tests.records.world import World, new_world

NOW = datetime(2027, 5, 19, 8, tzinfo=UTC)


@pytest.fixture
def world(db: None) -> Iterator[World]:
    """The pages are read on a morning thirteen days before the next session."""
    with time_machine.travel(NOW, tick=False):
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


def test_whoever_may_hold_an_issue_is_led_to_the_sheet_for_it(world: World) -> None:
    sheet = reverse("records:preparation", args=[world.learning_set.pk])
    assert f'href="{sheet}#id_happening"' in page(world.mei, "/")
    assert sheet not in page(world.ade, "/")
    write_sheet(world.mei, world.learning_set, Sheet({"issue": "Staying late", "matters": "I love it"}), NOW)
    mine = page(world.mei, "/")
    assert "Staying late" in mine
    assert 'Edit<span class="sr"> why it matters' in mine
    assert 'Write<span class="sr"> what is happening' in mine
    assert "Staying late" not in page(world.tom, "/")


def test_notes_that_were_made_for_the_next_session_are_found_from_home(world: World) -> None:
    notes = reverse("records:notes", args=[world.coming.pk])
    assert notes not in page(world.mei, "/")
    client_of(world.mei).post(notes, {"text": "I have started to resent it."})
    assert f'href="{notes}"' in page(world.mei, "/")
    assert notes not in page(world.tom, "/")
