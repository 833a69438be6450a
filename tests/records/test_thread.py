"""The thread: a series on one page, as each of the set may read it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from setspace.core.process.outcome import Outcome, Wording
from setspace.people.models import Person
from setspace.records import changes
from setspace.records.models import Action, MovedQuestions, PartWords, Status, SummaryPart
from setspace.records.queries.own import own_reader
from setspace.records.queries.thread import Thread, threads_of
from tests.cast import client_of
from tests.records.world import AFTER, HELD, ISSUES, QUESTIONS, World, new_meeting, new_world

MOVED = "Whose voice is missing?"


@pytest.fixture
def world(db: None) -> World:
    """Mei held an issue in four wordings; one question moved her. Tom held one, too."""
    world = new_world()
    changes.keep_session(world.held, an_outcome(world), HELD)
    return world


def an_outcome(world: World) -> Outcome:
    words = ("How do I tell them?", "What do I owe them?", "What do I owe them?", QUESTIONS["Mei"])
    wordings = tuple(Wording(text, at, str(world.mei.pk)) for at, text in enumerate(words))
    mei = replace(world.part(world.mei, approved=True), wordings=wordings, moved=(MOVED,))
    return Outcome((mei, world.part(world.tom, approved=True)), (), (), ())


def thread(world: World, reader: Person, holder: Person) -> Thread:
    return next(one for one in threads_of(world.learning_set, reader) if one.person == holder)


def names(world: World, reader: Person) -> list[str]:
    return [one.person.first_name for one in threads_of(world.learning_set, reader)]


def page(world: World, person: Person) -> str:
    response = client_of(person).get(reverse("records:thread", args=[world.learning_set.pk]))
    assert response.status_code == 200
    return response.content.decode()


def test_ones_own_thread_holds_the_issue_every_wording_and_the_questions_that_moved(world: World) -> None:
    (knot,) = thread(world, world.mei, world.mei).knots
    assert (knot.issue, knot.question) == (ISSUES["Mei"], QUESTIONS["Mei"])
    assert (knot.first, knot.between) == ("How do I tell them?", ("What do I owe them?",) * 2)
    assert knot.moved == (MOVED,)
    assert [standing.words.what for standing in knot.actions] == ["Write the letter Mei would want to get."]


def test_others_read_what_the_summary_gave_them_and_never_what_moved(world: World) -> None:
    (knot,) = thread(world, world.sam, world.mei).knots
    assert (knot.issue, knot.question, knot.first) == ("", "", "")  # it has not gone out
    changes.send_summary(world.held, world.ade, AFTER)
    for reader in (world.sam, world.ade):
        (knot,) = thread(world, reader, world.mei).knots
        assert (knot.issue, knot.question) == (ISSUES["Mei"], QUESTIONS["Mei"])
        assert knot.first == "How do I tell them?"
        assert knot.moved == ()
        assert MOVED not in page(world, reader)
    assert MOVED in page(world, world.mei)


def test_a_question_kept_out_of_the_summary_takes_its_wordings_with_it(world: World) -> None:
    part = SummaryPart.objects.get(meeting=world.held, person=world.mei)
    changes.edit_part(part, PartWords(ISSUES["Mei"], "", ()), AFTER)
    changes.send_summary(world.held, world.ade, AFTER)
    (knot,) = thread(world, world.sam, world.mei).knots
    assert (knot.issue, knot.question, knot.before) == (ISSUES["Mei"], "", ())
    assert thread(world, world.mei, world.mei).knots[0].question == QUESTIONS["Mei"]


def test_says_what_became_of_an_action_and_what_was_learned(world: World) -> None:
    action = Action.objects.get(person=world.mei)
    changes.report_action(action, Status.DONE, "I read it aloud.", "They knew already.", AFTER)
    shown = page(world, world.sam)
    assert shown.index("I read it aloud.") < shown.index("They knew already.")
    assert "Done" in shown


def test_each_has_their_own_first_and_who_never_held_an_issue_has_none(world: World) -> None:
    assert names(world, world.tom) == ["Tom", "Mei"]
    assert names(world, world.ade) == ["Mei", "Tom"]
    assert names(world, world.ines) == ["Ines", "Mei", "Tom"]
    assert "Your thread begins" in page(world, world.ines)


def test_what_moved_is_sealed_with_the_holders_own_key(world: World) -> None:
    row = MovedQuestions.objects.get()
    assert row.owner.kind == "person"
    assert row.open_texts(own_reader(world.mei)) == (MOVED,)


def test_the_number_of_reads_is_the_same_for_one_session_and_for_five(
    world: World,
) -> None:
    with CaptureQueriesContext(connection) as one:
        assert len(thread(world, world.mei, world.mei).knots) == 1
    for number in range(4):
        held = HELD + timedelta(days=28 * (number + 1))
        world.action_keys.clear()
        meeting = new_meeting(world.learning_set, 5 + number, held.date())
        changes.keep_session(meeting, an_outcome(world), held)
    with CaptureQueriesContext(connection) as five:
        assert len(thread(world, world.mei, world.mei).knots) == 5
    assert len(one) == len(five)
