"""Reflections and private notes are for one person, and no other person, page or mail ever has them."""

import pytest
from django.urls import reverse

from setspace.lib.vault import NotForReader, Purpose, Reader
from setspace.records import changes, queries
from setspace.records.models import PrivateNote, Reflection
from tests.cast import client_of
from tests.records.world import AFTER, HELD, World, delivered, leave, new_world

WORDS = "I was planning my next question while she was still answering."


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    changes.keep_session(world.held, world.outcome(), HELD)
    return world


def test_a_reflection_is_read_by_its_writer_alone(world: World) -> None:
    written = changes.write_reflection(world.mei, WORDS, AFTER, world.held)
    assert [own.text for own in queries.reflections_of(world.mei)] == [WORDS]

    for purpose in Purpose:
        for actor in (world.ade, world.tom, world.ruth):
            if purpose not in (Purpose.ROTATION, Purpose.BREAK_GLASS):
                with pytest.raises(NotForReader):
                    written.open_text(Reader(actor=str(actor.pk), purpose=purpose))
    for person in (world.ade, world.tom, world.ruth, world.charlie):
        assert WORDS not in client_of(person).get("/reflections/").content.decode()
        for name in ("reflection", "removal"):
            url = reverse(f"records:{name}", args=[written.pk])
            assert client_of(person).post(url, {"text": "Other words."}).status_code == 404
    assert [own.text for own in queries.reflections_of(world.mei)] == [WORDS]


def test_a_reflection_is_written_changed_and_removed_on_its_page(world: World) -> None:
    client = client_of(world.mei)
    client.post("/reflections/", {"text": WORDS, "session": str(world.held.pk)})
    [own] = queries.reflections_of(world.mei)
    assert (own.text, own.meeting) == (WORDS, world.held)
    assert WORDS in client.get("/reflections/").content.decode()
    assert "after session 3" in " ".join(client.get("/reflections/").content.decode().split())

    client.post(reverse("records:reflection", args=[own.reflection.pk]), {"text": "Shorter."})
    assert [own.text for own in queries.reflections_of(world.mei)] == ["Shorter."]

    client.post(reverse("records:removal", args=[own.reflection.pk]))
    assert queries.reflections_of(world.mei) == ()


def test_a_reflection_is_not_tied_to_a_session_of_others(world: World) -> None:
    client_of(world.charlie).post("/reflections/", {"text": WORDS, "session": str(world.held.pk)})
    assert Reflection.objects.get(person=world.charlie).meeting is None


def test_an_empty_reflection_is_asked_for_again(world: World) -> None:
    shown = client_of(world.mei).post("/reflections/", {"text": " "}).content.decode()
    assert "Write a few words, or go back" in shown
    assert queries.reflections_of(world.mei) == ()


def test_notes_of_a_meeting_are_kept_in_one_place(world: World) -> None:
    for text in ("First.", "Second."):
        changes.write_note(world.ade, world.held, text, AFTER)
    assert queries.note_of(world.ade, world.held) == "Second."
    assert PrivateNote.objects.count() == 1
    changes.write_note(world.ade, world.held, "  ", AFTER)
    assert queries.note_of(world.ade, world.held) == ""
    assert not PrivateNote.objects.exists()


def test_the_facilitators_notes_are_on_no_page_but_theirs_and_in_no_mail(world: World) -> None:
    url = reverse("records:notes", args=[world.held.pk])
    client_of(world.ade).post(url, {"text": WORDS})
    assert WORDS in client_of(world.ade).get(url).content.decode()
    changes.send_summary(world.held, world.ade, AFTER)

    for person in world.members:
        for address in (url, reverse("records:summary", args=[world.held.pk]), "/"):
            assert WORDS not in client_of(person).get(address).content.decode()
    assert client_of(world.charlie).get(url).status_code == 404
    messages = delivered()
    assert len(messages) == 5
    assert not any(WORDS[:20] in message.message().as_string() for message in messages)


def test_reflections_stay_with_someone_who_leaves(world: World) -> None:
    changes.write_reflection(world.mei, WORDS, AFTER, world.held)
    leave(world.membership(world.mei), AFTER)
    assert WORDS in client_of(world.mei).get("/reflections/").content.decode()
