"""What a session noted is kept once, sealed, and stands at the next session."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from setspace.core.process.outcome import Report
from setspace.lib.vault import Purpose, Reader
from setspace.records import changes, queries
from setspace.records.models import (
    Action,
    ActionUpdate,
    Issue,
    KeyQuestion,
    SealedWording,
    Status,
    Summary,
    SummaryPart,
)
from tests.records.world import AFTER, HELD, ISSUES, QUESTIONS, World, leave, new_meeting, new_world

ROOM = Reader(actor="room", purpose=Purpose.ROOM)
ROWS = (Issue, KeyQuestion, Action, ActionUpdate, SummaryPart, Summary)


@pytest.fixture
def world(db: None) -> World:
    return new_world()


def test_a_closed_session_leaves_its_issues_questions_and_actions(world: World) -> None:
    changes.keep_session(world.held, world.outcome(), HELD)

    issue = Issue.objects.select_related("meeting").get(person=world.mei)
    assert issue.open_text(ROOM) == ISSUES["Mei"]
    question = KeyQuestion.objects.select_related("meeting").get(person=world.mei)
    assert question.open_pinned(ROOM) == QUESTIONS["Mei"]
    assert question.open_wordings(ROOM) == (SealedWording("A first wording by Mei", 1, str(world.mei.pk)),)
    action = Action.objects.select_related("meeting").get(person=world.mei)
    words = action.open_words(ROOM)
    assert (words.what, words.by_when) == ("Write the letter Mei would want to get.", "by 7 May")
    assert (words.first_step, action.confidence) == ("A line", 7)


def test_keeping_a_session_twice_changes_nothing(world: World) -> None:
    first = changes.keep_session(world.held, world.outcome(), HELD)
    before = {model: list(model.objects.order_by("pk").values()) for model in ROWS}
    assert before[Action] != []

    again = changes.keep_session(world.held, world.outcome(mei=False), AFTER)

    assert again == first
    assert {model: list(model.objects.order_by("pk").values()) for model in ROWS} == before


def test_what_was_approved_in_the_room_is_approved_and_the_rest_waits(world: World) -> None:
    changes.keep_session(world.held, world.outcome(mei=True, tom=False), HELD)

    assert SummaryPart.objects.get(person=world.mei).approved_at == HELD
    assert [part.person for part in queries.waiting_parts(world.summary())] == [world.tom]


def test_actions_stand_there_at_the_next_session(world: World) -> None:
    assert queries.open_actions(world.learning_set) == ()
    changes.keep_session(world.held, world.outcome(), HELD)

    carried = queries.open_actions(world.learning_set)

    assert [(one.person, one.what, one.by_when, one.status) for one in carried] == [
        (str(person.pk), f"Write the letter {person.first_name} would want to get.", "by 7 May", "not_yet")
        for person in sorted([world.mei, world.tom], key=lambda person: person.pk)
    ]


def test_an_action_finished_at_home_is_told_at_the_next_session_and_then_rests(world: World) -> None:
    changes.keep_session(world.held, world.outcome(tom=False), HELD)
    action = Action.objects.select_related("meeting").get(person=world.mei)
    changes.report_action(action, Status.DONE, "I wrote it.", "They had guessed.", AFTER)
    assert {one.status for one in queries.open_actions(world.learning_set)} == {"done", "not_yet"}

    told = Report(str(action.pk), str(world.mei.pk), "done", "I wrote it.", "They had guessed.")
    changes.keep_session(world.coming, world.outcome_of_nothing(told), AFTER + timedelta(days=35))

    assert [one.person for one in queries.open_actions(world.learning_set)] == [str(world.tom.pk)]


def test_a_report_in_the_room_is_kept_with_its_words(world: World) -> None:
    changes.keep_session(world.held, world.outcome(), HELD)
    action = Action.objects.get(person=world.mei)
    told = Report(str(action.pk), str(world.mei.pk), "under_way", "Half of it.", "It is long.")

    changes.keep_session(world.coming, world.outcome_of_nothing(told), AFTER)

    update = ActionUpdate.objects.select_related("action__meeting").get()
    assert (update.open_did(ROOM), update.open_learned(ROOM)) == ("Half of it.", "It is long.")
    assert update.meeting == world.coming
    assert Action.objects.get(person=world.mei).status == Status.UNDER_WAY


def test_nobody_reports_on_another_persons_action(world: World) -> None:
    changes.keep_session(world.held, world.outcome(), HELD)
    action = Action.objects.get(person=world.mei)
    told = Report(str(action.pk), str(world.tom.pk), "letting_go", "", "")

    changes.keep_session(world.coming, world.outcome_of_nothing(told), AFTER)

    assert Action.objects.get(person=world.mei).status == Status.NOT_YET
    assert not ActionUpdate.objects.exists()


def test_the_actions_of_someone_who_left_do_not_come_into_the_room(world: World) -> None:
    changes.keep_session(world.held, world.outcome(), HELD)
    assert len(queries.open_actions(world.learning_set)) == 2
    leave(world.membership(world.mei), AFTER)

    assert [one.person for one in queries.open_actions(world.learning_set)] == [str(world.tom.pk)]


def test_carrying_actions_takes_as_many_reads_for_three_sessions_as_for_one(
    world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    changes.keep_session(world.held, world.outcome(), HELD)
    queries.open_actions(world.learning_set)  # the key is read once, and then kept for a while
    with django_assert_num_queries(2):
        queries.open_actions(world.learning_set)
    for number in (5, 6):
        world.action_keys.clear()
        meeting = new_meeting(world.learning_set, number, world.coming.on + timedelta(days=number))
        changes.keep_session(meeting, world.outcome(), HELD)
    with django_assert_num_queries(2):
        assert len(queries.open_actions(world.learning_set)) == 6
