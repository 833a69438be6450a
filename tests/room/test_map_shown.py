"""A map of relationships is shown to the set in its owner's turn: the chosen one, without what was noted."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from setspace.core.mapping import editing
from setspace.core.mapping.model import ME, How, Node, Ring
from setspace.core.process import commands as c
from setspace.lib import clock
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.records.changes import begin_map, edit_map
from setspace.records.models import RelationshipMap, ShownCopy
from setspace.room.answers import Ack
from tests.room.world import Tuesday, signed_in

NOTE = "They only come round for a photo"


@pytest.fixture
def telling(tuesday: Tuesday) -> Tuesday:
    """Mei tells of her issue, and has drawn who is around it."""
    drawn(tuesday, "Repairs", "Caretakers")
    tuesday.opened()
    tuesday.ask(tuesday.ade, c.OrderHolders((str(tuesday.mei.pk),)))
    tuesday.started()
    tuesday.move_to("Tell")
    return tuesday


def drawn(tuesday: Tuesday, title: str, name: str) -> RelationshipMap:
    row = begin_map(tuesday.mei, title, tuesday.learning_set, clock.now() - timedelta(hours=1))
    node = Node(str(uuid4()), name, ring=Ring.ACT, note=NOTE)
    edit_map(row, lambda on: editing.draw_tie(editing.add(on, node), ME, node.key, How.STRAINED), clock.now())
    return row


def room_page(tuesday: Tuesday, person: Person) -> str:
    return " ".join(signed_in(person).get(reverse("room:room", args=[tuesday.room])).content.decode().split())


def test_the_set_sees_the_drawing_and_the_list_while_it_is_shown(telling: Tuesday) -> None:
    assert "Show my map" in room_page(telling, telling.mei)
    assert "Caretakers" not in room_page(telling, telling.tom)
    assert isinstance(telling.ask(telling.mei, c.Show("map")), Ack)
    page = room_page(telling, telling.tom)
    assert "Mei’s map" in page
    assert '<text y="5">Mei</text>' in page  # in the middle, where the owner's own page says Me
    assert "Caretakers" in page
    assert "I can act here</td>" in page
    assert 'class="tie tie--strained"' in page
    own = signed_in(telling.mei).get(reverse("records:map", args=[RelationshipMap.objects.get().pk]))
    assert "Your set sees a copy of your map now" in " ".join(own.content.decode().split())
    telling.ask(telling.mei, c.TakeBack())
    assert "Caretakers" not in room_page(telling, telling.tom)
    assert not ShownCopy.objects.exists()


def test_what_was_noted_is_in_no_copy(telling: Tuesday) -> None:
    telling.ask(telling.mei, c.Show("map"))
    copy = ShownCopy.objects.get()
    content = copy.open_content(Reader("a test", Purpose.ROOM))
    assert "Caretakers" in content
    assert NOTE not in content
    assert copy.owner == telling.learning_set.owner
    assert set(json.loads(content)) == {"map", "me"}


def test_the_map_that_was_chosen_is_shown_and_not_a_newer_one(telling: Tuesday) -> None:
    chosen = RelationshipMap.objects.get()
    drawn(telling, "Budget", "Treasury")
    begin_map(telling.mei, "Empty", telling.learning_set, clock.now())
    telling.ask(telling.mei, c.Show("map"))
    assert "Treasury" in room_page(telling, telling.tom)
    said = signed_in(telling.mei).post(reverse("records:map_choice", args=[chosen.pk]), follow=True)
    assert "press “Show my map” in the room" in said.content.decode()
    telling.ask(telling.mei, c.TakeBack())
    telling.ask(telling.mei, c.Show("map"))
    page = room_page(telling, telling.tom)
    assert "Caretakers" in page
    assert "Treasury" not in page


def test_a_map_that_is_for_no_set_or_another_is_not_offered(telling: Tuesday) -> None:
    RelationshipMap.objects.update(learning_set=None)
    telling.next_stage()
    assert "Show my map" not in room_page(telling, telling.mei)
