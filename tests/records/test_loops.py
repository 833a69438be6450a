"""A double loop is for one person: begun from a turn, an assumption or nothing, and come back to later."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from setspace.core.reflecting.loops import COME_BACK_AFTER, STATIONS, TRIED
from setspace.lib.vault import NotForReader, Purpose, Reader
from setspace.people.models import Person
from setspace.records import changes
from setspace.records.changes.loops import begin_loop
from setspace.records.models import Assumption, Loop
from setspace.records.queries.journal import found_in_journal
from setspace.records.queries.loops import loops_of, own_turns
from tests.cast import client_of
from tests.records.world import AFTER, HELD, QUESTIONS, World, leave, new_world

BELIEF = "If I do not mend it, nobody will."
OTHER = "They would mend it, if I asked."
LATER = AFTER + COME_BACK_AFTER
TYPING = {"X-Requested-With": "fetch"}


@pytest.fixture
def world(db: None) -> Iterator[World]:
    world = new_world()
    changes.keep_session(world.held, world.outcome(), HELD)
    with time_machine.travel(AFTER, tick=False):
        yield world


def page(person: Person, name: str, *args: object) -> str:
    return " ".join(client_of(person).get(reverse(f"records:{name}", args=args)).content.decode().split())


def test_a_loop_is_begun_from_ones_own_turn_and_shows_its_question(world: World) -> None:
    assert [turn.meeting for turn in own_turns(world.mei)] == [world.held]
    client_of(world.mei).post("/reflections/loops/", {"session": str(world.held.pk)})
    loop = Loop.objects.get()
    shown = page(world.mei, "loop", loop.pk)
    assert "How can I be honest about the repairs" in shown
    assert all(station.title in shown for station in STATIONS)
    assert TRIED.title not in shown

    leave(world.membership(world.mei), AFTER)
    shown = page(world.mei, "loop", loop.pk)
    assert QUESTIONS["Mei"][:20] not in shown  # the set's words stay with the set
    assert all(station.title in shown for station in STATIONS)


def test_a_loop_cannot_be_tied_to_the_turn_of_somebody_else(world: World) -> None:
    client_of(world.ines).post("/reflections/loops/", {"session": str(world.held.pk)})
    assert Loop.objects.get().meeting is None


def test_what_is_typed_into_a_loop_is_kept_and_read_by_its_writer_alone(world: World) -> None:
    loop = begin_loop(world.mei, {}, AFTER, world.held)
    address = reverse("records:loop", args=[loop.pk])
    client_of(world.mei).post(address, {"belief": BELIEF, "other": OTHER}, headers=TYPING)
    assert BELIEF in page(world.mei, "loops")
    assert [found.entry.text for found in found_in_journal(world.mei, "asked")] == [f"{BELIEF}\n\n{OTHER}"]

    loop.refresh_from_db()
    for person in (world.ade, world.tom, world.ruth):
        assert client_of(person).get(address).status_code == 404
        assert BELIEF not in page(person, "loops")
        with pytest.raises(NotForReader):
            loop.open_words(Reader(actor=str(person.pk), purpose=Purpose.MEMBER_VIEW))


def test_later_one_is_asked_what_came_of_the_belief_and_may_go_round_again(world: World) -> None:
    loop = begin_loop(world.mei, {"belief": BELIEF, "other": OTHER}, AFTER, world.held)
    begin_loop(world.mei, {}, AFTER + timedelta(minutes=1))
    assert "You meant to try" not in page(world.mei, "loops")
    with time_machine.travel(LATER, tick=False):
        assert loops_of(world.mei, LATER)[0].loop == loop
        assert f'You meant to try: <span class="voice">{OTHER}' in page(world.mei, "loops")
        assert TRIED.title in page(world.mei, "loop", loop.pk)
        told = {"belief": BELIEF, "other": OTHER, "tried": "I asked, and two did."}
        client_of(world.mei).post(reverse("records:loop", args=[loop.pk]), told)
        for _ in range(2):
            client_of(world.mei).post(reverse("records:next_loop", args=[loop.pk]))
    [following] = [one for one in loops_of(world.mei, LATER) if one.loop.after_id == loop.pk]
    assert (following.words["belief"], following.words["came"]) == (OTHER, "I asked, and two did.")


def test_an_assumption_that_is_kept_in_the_room_becomes_a_loop(world: World) -> None:
    client, address = client_of(world.mei), reverse("records:assumptions", args=[world.held.pk])
    assert client.post(address, {"text": BELIEF, "from": "room"}, headers=TYPING).status_code == 204
    went = client.post(address, {"text": " ", "from": "room"})
    assert went["Location"] == reverse("room:room", args=[world.held.pk])
    kept = Assumption.objects.get()
    assert BELIEF in page(world.mei, "loops")
    assert BELIEF not in page(world.tom, "loops")
    assert client_of(world.tom).post(reverse("records:assumption_loop", args=[kept.pk])).status_code == 404

    client.post(reverse("records:assumption_loop", args=[kept.pk]))
    [own] = loops_of(world.mei, AFTER)
    assert (own.words["belief"], own.loop.meeting) == (BELIEF, world.held)
    assert not Assumption.objects.exists()
    client.post(reverse("records:loop_removal", args=[own.loop.pk]))
    assert not Loop.objects.exists()
