"""What somebody takes along is their own; and of what is theirs alone, what they choose."""

from collections.abc import Iterator

import pytest
import time_machine
from django.urls import reverse

from setspace.core.process.outcome import HolderPart, Outcome, Wording
from setspace.people.models import Person
from setspace.programmes.changes import keep_presence
from setspace.records import changes
from setspace.records.models import Action, Status
from tests.cast import client_of
from tests.records.world import AFTER, HELD, ISSUES, QUESTIONS, World, leave, new_world
from tests.records.written import write_between

FIRST = "A first wording by Mei"
DID, LEARNED = "I wrote it on the train.", "They had waited for it."
# What stands under the keys of `write_between`, and the box that puts it in.
CHOSEN = {
    "reflection": "reflections",
    "review": "reflections",
    "loop": "loops",
    "map title": "maps",
    "map name": "maps",
    "feedback": "feedback",
}


@pytest.fixture
def world(db: None) -> Iterator[World]:
    world = new_world()
    changes.keep_session(world.held, world.outcome(), HELD)
    action = Action.objects.get(person=world.mei)
    changes.report_action(action, Status.DONE, DID, LEARNED, AFTER)
    with time_machine.travel(AFTER, tick=False):
        write_between(world, lambda place: f"canary {place}")
        yield world


def record(world: World, person: Person, *also: str, name: str = "my_record") -> str:
    address = reverse(f"records:{name}", args=[world.learning_set.pk])
    answer = client_of(person).get(address, {"also": also})
    assert answer.status_code == 200
    return " ".join(answer.content.decode().replace("&#x27;", "'").split())


def test_a_record_has_what_its_person_brought_and_did_and_nothing_of_anybody_else(world: World) -> None:
    mine = (ISSUES["Mei"], FIRST, QUESTIONS["Mei"], "Write the letter Mei would want to get.", DID, LEARNED)
    for name in ("my_record", "my_record_text"):
        everything = record(world, world.mei, *CHOSEN.values(), name=name)
        assert [words for words in mine if words not in everything] == []
        assert "Write the letter Tom would want to get." not in everything
        assert ISSUES["Tom"] not in everything
        assert [other for other in ("Ade", "Tom", "Ines", "Sam") if other in everything] == []
    assert ISSUES["Tom"] in record(world, world.tom)


def test_what_is_for_one_alone_is_in_it_only_where_they_choose_it(world: World) -> None:
    for name in ("my_record", "my_record_text"):
        assert "canary" not in record(world, world.mei, name=name)
        for place, box in CHOSEN.items():
            assert f"canary {place}" in record(world, world.mei, box, name=name), place
            others = set(CHOSEN.values()) - {box}
            assert f"canary {place}" not in record(world, world.mei, *others, name=name), place
    for person in (world.ade, world.tom):
        assert "canary" not in record(world, person, *CHOSEN.values())


def test_a_wording_that_somebody_else_found_is_not_taken_along(world: World) -> None:
    by_ines = Wording("What Ines heard", 1, str(world.ines.pk))
    part = HolderPart(str(world.sam.pk), "", (by_ines,), "What do I owe them?", (), 40.0, approved=True)
    changes.keep_session(world.coming, Outcome((part,), (), (), ()), AFTER)
    shown = record(world, world.sam)
    assert "What do I owe them?" in shown
    assert "What Ines heard" not in shown


def test_who_has_left_takes_their_own_words_along_and_sees_no_more_of_the_set(world: World) -> None:
    leave(world.membership(world.mei), AFTER)
    assert ISSUES["Mei"] in record(world, world.mei)
    address = reverse("records:set", args=[world.learning_set.pk])
    assert client_of(world.mei).get(address).status_code == 404
    assert "Tuesday set" in client_of(world.mei).get(reverse("records:my_records")).content.decode()


def test_the_page_of_a_set_leads_to_it_when_no_session_is_to_come(world: World) -> None:
    address = reverse("records:set", args=[world.learning_set.pk])
    mine = reverse("records:my_record", args=[world.learning_set.pk])
    mei = client_of(world.mei)
    assert mine not in mei.get(address).content.decode()
    world.coming.delete()
    assert mine in mei.get(address).content.decode()


def test_whoever_has_held_no_issue_is_told_so_kindly(world: World) -> None:
    assert "Nothing of yours is kept from this set yet." in record(world, world.ines)


def test_a_certificate_has_the_sessions_somebody_came_to_and_nothing_of_what_was_said(world: World) -> None:
    assert "Nothing yet." in record(world, world.mei, name="certificate")
    keep_presence(world.held, {world.mei.pk, world.ade.pk}, HELD)
    shown = record(world, world.mei, *CHOSEN.values(), name="certificate")
    assert "Mei Chen" in shown
    assert "Tuesday 27 April 2027" in shown
    assert "has taken part in the action learning set <b>Tuesday set</b>" in shown
    assert world.ade.name in shown
    assert [one for one in (ISSUES["Mei"], QUESTIONS["Mei"], "canary", "Tom", "Ines") if one in shown] == []
    assert "has facilitated the action learning set" in record(world, world.ade, name="certificate")
    assert "Nothing yet." in record(world, world.tom, name="certificate")  # he was not there
