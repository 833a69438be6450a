"""The journal, its review and its search are for one person; a shared piece is the set's until taken back."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import connections
from django.urls import reverse

from setspace.core.reflecting.prompts import prompts_after
from setspace.lib.vault import NotForReader, Purpose, Reader
from setspace.people.changes import erase
from setspace.people.models import Person
from setspace.records import access, changes, queries
from setspace.records.changes.sharing import sharing_form
from setspace.records.models import Draft, Reflection, ReviewSheet, SharedPiece
from setspace.records.queries.journal import found_in_journal, journal_of
from tests.cast import client_of
from tests.records.world import AFTER, HELD, World, delivered, join, leave, new_world

WORDS = "I was planning my next question while she was still answering."
PIECE = "When I stopped planning, she said the real thing."
TYPING = {"X-Requested-With": "fetch"}


@pytest.fixture
def world(db: None) -> Iterator[World]:
    world = new_world()
    changes.keep_session(world.held, world.outcome(), HELD)
    world.held.closed_at = HELD
    world.held.save()
    with time_machine.travel(AFTER, tick=False):
        yield world


def page(person: Person, name: str, *args: object) -> str:
    return " ".join(client_of(person).get(reverse(f"records:{name}", args=args)).content.decode().split())


def piece_of(world: World) -> SharedPiece:
    written = changes.write_reflection(world.mei, WORDS, AFTER, world.held)
    return changes.share_piece(world.mei, world.learning_set, written.pk, PIECE, AFTER)


def test_after_a_session_the_journal_offers_questions_to_begin_with(world: World) -> None:
    shown = page(world.mei, "reflections")
    assert "After session 3" in shown
    prompt = prompts_after(3)[1]
    assert prompt.words in shown
    client = client_of(world.mei)
    asked = client.get(
        "/reflections/", {"session": str(world.held.pk), "prompt": prompt.key}
    ).content.decode()
    assert f'<label class="label" for="id_text">{prompt.words}</label>' in asked

    client.post("/reflections/", {"text": WORDS, "session": world.held.pk, "prompt": prompt.key})
    [entry] = journal_of(world.mei)
    assert [(part.title, part.text) for part in entry.parts] == [(prompt.words, WORDS)]
    assert f"<h3>{prompt.words}</h3>" in page(world.mei, "reflections")


def test_what_is_typed_is_kept_before_anything_is_pressed(world: World) -> None:
    client = client_of(world.mei)
    first = client.post("/reflections/", {"text": "I was"}, headers=TYPING).json()
    assert first["saved"].endswith("for you alone")
    client.post(first["address"], {"text": WORDS}, headers=TYPING)
    assert [entry.text for entry in journal_of(world.mei)] == [WORDS]

    emptied = client.post(first["address"], {"text": " "}, headers=TYPING).json()
    assert (emptied["address"], journal_of(world.mei)) == ("/reflections/", ())
    assert client.post("/reflections/", {"text": "x" * 20_001}, headers=TYPING).status_code == 422


def test_a_review_has_five_parts_and_none_must_be_written(world: World) -> None:
    address = reverse("records:review", args=[world.held.pk])
    client = client_of(world.mei)
    client.post(address, {"stood_out": "", "myself": "I hurry."}, headers=TYPING)
    client.post(address, {"learned": "Silence works.", "myself": "I hurry."})
    [entry] = journal_of(world.mei)
    assert [part.text for part in entry.parts] == ["Silence works.", "I hurry."]
    assert page(world.mei, "reflections").count("I hurry.") == 1
    leave(world.membership(world.mei), AFTER)
    assert "I hurry." in page(world.mei, "review", world.held.pk)

    client.post(address, {"myself": " "})
    assert not ReviewSheet.objects.exists()


def test_the_review_is_sealed_with_a_key_that_nobody_else_has_a_use_for(world: World) -> None:
    sheet = changes.write_review(world.mei, world.held, {"myself": WORDS}, AFTER)
    assert sheet is not None
    for actor in (world.ade, world.tom, world.ruth):
        for purpose in set(Purpose) - {Purpose.ROTATION, Purpose.BREAK_GLASS}:
            with pytest.raises(NotForReader):
                sheet.open_parts(Reader(actor=str(actor.pk), purpose=purpose))
        shown = client_of(actor).get(reverse("records:review", args=[world.held.pk]))
        assert WORDS not in shown.content.decode()
    assert WORDS in page(world.mei, "review", world.held.pk)


def test_a_review_outlives_its_session(world: World) -> None:
    changes.write_review(world.mei, world.held, {"myself": "I hurry."}, AFTER)
    world.held.delete()
    assert "I hurry." in page(world.mei, "reflections")
    found = client_of(world.mei).post(reverse("records:reflection_search"), {"words": "hurry"})
    assert ">hurry</mark>" in found.content.decode()


def test_one_finds_ones_own_words_and_nobody_elses(world: World) -> None:
    changes.write_reflection(world.mei, WORDS, AFTER)
    changes.write_review(world.mei, world.held, {"others": "They plan as well."}, AFTER)
    changes.write_reflection(world.tom, "My plan.", AFTER)
    assert len(found_in_journal(world.mei, "PLAN")) == 2
    assert found_in_journal(world.mei, "plan nothing") == found_in_journal(world.mei, "") == ()

    shown = client_of(world.mei).post(reverse("records:reflection_search"), {"words": "plan"})
    assert ">plan</mark>" in shown.content.decode()
    assert "2 of your entries have" in shown.content.decode()
    assert WORDS in page(world.mei, "reflections_text")


def test_a_piece_is_shared_as_its_author_words_it(world: World) -> None:
    written = changes.write_reflection(world.mei, f"{WORDS} {PIECE}", AFTER, world.held)
    address = reverse("records:sharing", args=[written.pk])
    client = client_of(world.mei)
    assert PIECE in client.get(address).content.decode()
    client.post(address, {"text": PIECE, "learning_set": str(world.learning_set.pk)})

    for person in (world.mei, world.tom, world.ade):
        shown = page(person, "shared", world.learning_set.pk)
        assert PIECE in shown
        assert WORDS not in shown
    assert "Leave the words that you want to share" in client.post(address, {"text": " "}).content.decode()
    assert delivered() == []


def test_a_piece_that_is_worded_and_not_shared_yet_waits_for_its_author(world: World) -> None:
    written = changes.write_reflection(world.mei, WORDS, AFTER, world.held)
    address = reverse("records:sharing", args=[written.pk])
    client_of(world.mei).post(address, {"text": PIECE}, headers=TYPING)
    assert PIECE in page(world.mei, "sharing", written.pk)
    assert PIECE not in page(world.tom, "shared", world.learning_set.pk)
    shared = {"text": PIECE, "learning_set": str(world.learning_set.pk)}
    client_of(world.mei).post(address, shared)
    assert WORDS in page(world.mei, "sharing", written.pk)
    assert not Draft.objects.exists()


def test_a_piece_that_is_taken_back_is_gone_from_every_place(world: World) -> None:
    piece = piece_of(world)
    assert PIECE in page(world.tom, "shared", world.learning_set.pk)
    leave(world.membership(world.mei), AFTER + timedelta(days=1))
    take_back = reverse("records:taking_back", args=[piece.pk])
    assert client_of(world.tom).post(take_back).status_code == 404
    assert take_back in page(world.mei, "reflections")  # she has left the set, and can

    client_of(world.mei).post(take_back)
    assert PIECE not in page(world.tom, "shared", world.learning_set.pk)
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM records_sharedpiece")
        assert cursor.fetchone() == (0,)
    assert [entry.text for entry in journal_of(world.mei)] == [WORDS]


def test_what_is_shared_goes_with_the_entry_and_with_the_person(world: World) -> None:
    piece_of(world)
    changes.keep_draft(world.mei, sharing_form(Reflection.objects.get().pk), PIECE)
    changes.delete_reflection(Reflection.objects.get())
    assert not SharedPiece.objects.exists()
    assert not Draft.objects.exists()
    piece_of(world)
    erase(world.mei)
    assert not SharedPiece.objects.exists()


def test_the_sets_key_opens_the_piece_and_never_the_entry(world: World) -> None:
    piece = piece_of(world)
    tom = Reader(actor=str(world.tom.pk), purpose=Purpose.MEMBER_VIEW)
    assert piece.open_text(tom) == PIECE
    with pytest.raises(NotForReader):
        Reflection.objects.get().open_text(tom)


def test_whoever_joins_later_sees_what_is_shared_from_then_on(world: World) -> None:
    piece_of(world)
    join(world.learning_set, world.charlie, AFTER + timedelta(hours=1))
    assert access.shared_in(world.charlie, world.learning_set.pk)[1] == ()
    later = changes.share_piece(
        world.tom, world.learning_set, world.tom.pk, "Later.", AFTER + timedelta(days=1)
    )
    assert access.shared_in(world.charlie, world.learning_set.pk)[1] == (later,)


def test_home_asks_gently_until_something_is_written_about_the_last_session(world: World) -> None:
    assert "After session 3, if you like: what stays with you?" in page(world.mei, "home")
    changes.write_review(world.mei, world.held, {"myself": "I hurry."}, AFTER)
    shown = page(world.mei, "home")
    assert "I hurry." in shown
    assert "if you like: what stays with you?" not in shown
    assert queries.reflections_of(world.mei) == ()
