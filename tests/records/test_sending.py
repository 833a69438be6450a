"""The summary reaches the set and nobody else, one recipient a message, in the words that were approved."""

from datetime import timedelta

import pytest
from django.core.mail import EmailMultiAlternatives

from setspace.lib import clock
from setspace.people.models import Letter
from setspace.programmes.changes import Refused
from setspace.records import changes, summaries
from setspace.records.models import Action, PartAction, PartWords, Summary, SummaryPart
from setspace.records.queries import open_actions
from tests.cast import client_of
from tests.records.world import (
    AFTER,
    BEGAN,
    HELD,
    ISSUES,
    QUESTIONS,
    World,
    delivered,
    join,
    leave,
    new_world,
)


@pytest.fixture
def world(db: None) -> World:
    world = new_world()
    changes.keep_session(world.held, world.outcome(), HELD)
    return world


def part_of(world: World, name: str) -> SummaryPart:
    return SummaryPart.objects.select_related("meeting").get(
        meeting=world.held, person__name__startswith=name
    )


def test_everyone_in_the_set_gets_the_summary_and_each_alone(world: World) -> None:
    changes.send_summary(world.held, world.ade, AFTER)

    messages = delivered()

    expected = sorted(person.email for person in [*world.members, world.ade])
    assert sorted(address for message in messages for address in message.to) == expected
    assert all(len(message.recipients()) == 1 for message in messages)
    assert all(QUESTIONS["Mei"].split()[0] in message.body for message in messages)


def test_the_mail_says_issue_question_actions_and_next_date_and_nothing_else(world: World) -> None:
    changes.send_summary(world.held, world.ade, AFTER)

    message = delivered()[0]

    assert message.body == SUMMARY
    assert message.subject == "Tuesday set, session 3: your questions and actions"
    assert message.from_email.startswith('"Ade Bello (via Setspace)" <')
    assert message.reply_to == ["ade@example.org"]
    assert isinstance(message, EmailMultiAlternatives)
    html = message.message().as_string()
    assert "When we next meet" in html
    for words in (ISSUES["Mei"], "Write the letter Tom would want to get.", "by 7 May", "First step: A line"):
        assert words in html


def test_every_line_of_the_text_fits_in_64_characters(world: World) -> None:
    long = PartWords("word " * 60, "why " * 60, (PartAction("do " * 60, "by then"),))
    changes.edit_part(part_of(world, "Mei"), long, AFTER)

    text = summaries.preview(world.summary(), world.ade).copies[0].draft.text

    assert "why why" in text
    assert max(len(line) for line in text.splitlines()) <= 64


def test_what_the_facilitator_read_through_is_what_is_sent(world: World) -> None:
    shown = summaries.preview(world.summary(), world.ade)
    changes.send_summary(world.held, world.ade, AFTER, seen=shown.digest)
    assert {message.to[0]: message.body for message in delivered()} == {
        copy.person.email: copy.draft.text for copy in shown.copies
    }


def test_a_part_that_changed_while_the_facilitator_was_reading_stops_the_sending(world: World) -> None:
    shown = summaries.preview(world.summary(), world.ade)
    changes.edit_part(part_of(world, "Mei"), PartWords("Other words.", "", ()), AFTER)

    with pytest.raises(Refused, match="Read it once more"):
        changes.send_summary(world.held, world.ade, AFTER, seen=shown.digest)

    assert not Letter.objects.filter(purpose="summary").exists()
    assert world.summary().sent_at is None


def test_a_summary_is_sent_once(world: World) -> None:
    changes.send_summary(world.held, world.ade, AFTER)
    with pytest.raises(Refused, match="already"):
        changes.send_summary(world.held, world.ade, AFTER + timedelta(hours=1))
    assert Letter.objects.filter(purpose="summary").count() == 5


def test_only_the_facilitator_sends(world: World) -> None:
    for person in (world.mei, world.ruth, world.charlie):
        with pytest.raises(Refused):
            changes.send_summary(world.held, person, AFTER)
    assert changes.send_summary(world.held, world.ade, AFTER) == 5


def test_an_edited_part_is_what_is_mailed(world: World) -> None:
    [action] = part_of(world, "Mei").open_words(part_of(world, "Mei").holder).actions
    words = PartWords("An issue in my words.", "What now?", (PartAction("Ring them.", "Friday", action.key),))
    changes.edit_part(part_of(world, "Mei"), words, AFTER)
    changes.send_summary(world.held, world.ade, AFTER)

    bodies = [message.body for message in delivered()]

    assert all("An issue in my words." in body and "* Ring them. (Friday)" in body for body in bodies)
    assert not any(ISSUES["Mei"] in body or "the letter Mei" in body for body in bodies)
    assert "Ring them." in {one.what for one in open_actions(world.learning_set)}


def test_an_action_kept_back_is_on_the_list_and_in_no_mail(world: World) -> None:
    [action] = part_of(world, "Mei").open_words(part_of(world, "Mei").holder).actions
    kept_back = PartAction(action.what, action.by_when, action.key, is_kept_back=True)
    changes.edit_part(part_of(world, "Mei"), PartWords("", QUESTIONS["Mei"], (kept_back,)), AFTER)
    changes.send_summary(world.held, world.ade, AFTER)

    for message in delivered():
        assert isinstance(message, EmailMultiAlternatives)
        everything = message.message().as_string()
        assert "Write the letter Tom" in everything
        assert "Write the letter Mei" not in everything
    assert "Write the letter Mei would want to get." in {one.what for one in open_actions(world.learning_set)}


def test_an_action_taken_out_of_the_part_leaves_the_list(world: World) -> None:
    changes.edit_part(part_of(world, "Mei"), PartWords(ISSUES["Mei"], "", ()), AFTER)
    assert Action.objects.get(person=world.mei).removed_at == AFTER


def test_an_action_of_someone_else_is_out_of_reach_of_an_edit(world: World) -> None:
    toms = Action.objects.select_related("meeting").get(person=world.tom)
    stolen = PartAction("Tom resigns.", "today", str(toms.pk))
    changes.edit_part(part_of(world, "Mei"), PartWords("", "", (stolen,)), AFTER)

    toms.refresh_from_db()
    assert toms.open_words(part_of(world, "Tom").holder).what == "Write the letter Tom would want to get."


class TestAPartThatItsHolderHasNotRead:
    @pytest.fixture
    def world(self, db: None) -> World:
        world = new_world()
        changes.keep_session(world.held, world.outcome(mei=False), HELD)
        return world

    def test_is_never_mailed_and_the_mail_says_so_kindly(self, world: World) -> None:
        changes.send_summary(world.held, world.ade, AFTER)
        for message in delivered():
            assert isinstance(message, EmailMultiAlternatives)
            everything = message.message().as_string()
            assert "Mei has not yet had a moment to read this part." in message.body
            assert "Mei would want" not in everything
            assert "repairs" not in everything
            assert "Tom would want" in everything

    def test_can_still_be_read_after_the_summary_went_out_and_changes_no_mail(self, world: World) -> None:
        changes.send_summary(world.held, world.ade, AFTER)
        changes.approve_part(part_of(world, "Mei"), AFTER + timedelta(minutes=1))
        assert not any("repairs" in message.body for message in delivered())

        with pytest.raises(Refused, match="went out already"):
            changes.edit_part(part_of(world, "Tom"), PartWords("Later thoughts.", "", ()), AFTER)

    def test_is_asked_for_once_a_day_at_most(self, world: World) -> None:
        assert changes.remind_holders(world.held, world.ade, AFTER) == 1
        assert changes.remind_holders(world.held, world.ade, AFTER + timedelta(hours=1)) == 0
        [message] = delivered()
        assert message.to == ["mei@example.org"]
        assert message.subject == "Tuesday set, session 3: your part of the summary"
        assert "Please read it by Thursday 29 April 2027." in message.body
        assert "left out of\nthe email" in message.body
        assert "repairs" not in message.message().as_string()

    def test_is_asked_for_by_a_day_that_has_not_passed(self, world: World) -> None:
        mei, page = client_of(world.mei), f"/sessions/{world.held.pk}/summary/"
        asked = "read it by Thursday 29 April 2027"
        assert asked in " ".join(mei.get(page).content.decode().split())
        assert asked in " ".join(mei.get("/").content.decode().split())
        assert f"We ask Mei to {asked}" in " ".join(client_of(world.ade).get(page).content.decode().split())
        Summary.objects.update(drafted_at=clock.now() - timedelta(days=4))
        for person, where in ((world.mei, page), (world.mei, "/"), (world.ade, page)):
            assert "read it by" not in client_of(person).get(where).content.decode()

    def test_is_not_asked_for_when_it_was_read_meanwhile(self, world: World) -> None:
        changes.remind_holders(world.held, world.ade, AFTER)
        changes.approve_part(part_of(world, "Mei"), AFTER)
        assert delivered() == []

    def test_reminds_holder_and_facilitator_once_when_the_facilitator_forgets(self, world: World) -> None:
        assert changes.remind_unsent(HELD + timedelta(hours=23)) == 0
        assert changes.remind_unsent(HELD + timedelta(hours=24)) == 2
        assert changes.remind_unsent(HELD + timedelta(hours=48)) == 0

        told = {message.to[0]: message.subject for message in delivered()}

        assert told == {
            "ade@example.org": "Tuesday set, session 3: the summary is ready to send",
            "mei@example.org": "Tuesday set, session 3: your part of the summary",
        }


def test_someone_who_leaves_before_their_copy_is_sent_does_not_get_it(world: World) -> None:
    changes.send_summary(world.held, world.ade, AFTER)
    leave(world.membership(world.sam), AFTER + timedelta(seconds=1))
    assert sorted(message.to[0] for message in delivered()) == sorted(
        person.email for person in (world.ade, world.mei, world.tom, world.ines)
    )


def test_someone_who_joined_after_the_session_gets_no_summary_of_it(world: World) -> None:
    join(world.learning_set, world.charlie, at=HELD + timedelta(minutes=1))
    changes.send_summary(world.held, world.ade, AFTER)
    messages = delivered()
    assert len(messages) == 5
    assert "charlie@example.org" not in [message.to[0] for message in messages]
    assert not any("Charlie" in message.body for message in messages)


def test_a_facilitator_who_took_over_sends_what_waits(world: World) -> None:
    leave(world.membership(world.ade), AFTER)
    join(world.learning_set, world.ruth, at=AFTER, role="facilitator")
    assert BEGAN < AFTER
    assert changes.send_summary(world.held, world.ruth, AFTER + timedelta(hours=1)) == 5
    assert "ade@example.org" not in [message.to[0] for message in delivered()]


def test_the_facilitator_may_put_it_in_their_own_words(world: World) -> None:
    changes.write_greeting(world.held, "Thank you for a full morning.", world.ade)
    changes.send_summary(world.held, world.ade, AFTER)
    assert all("Thank you for a full morning." in message.body for message in delivered())


SUMMARY = """\
Dear Ines, Mei, Sam and Tom,

Thank you for Tuesday. Here is what each of you asked, and what
you chose to do.

This is for the four of you and me. Please don’t forward it.


MEI

The repairs we keep promising and cannot do.

"How can I be honest about the repairs we can’t do yet, and
still be someone they trust?"

  * Write the letter Mei would want to get. (by 7 May)
    First step: A line


TOM

My team brings me every hard call.

"What would it take for me to stop rescuing my team from every
hard call?"

  * Write the letter Tom would want to get. (by 7 May)
    First step: A line


WHEN WE NEXT MEET

Session 4, Tuesday 1 June, 9:30am to 1pm. White space until
1:30pm. We’ll start with how your actions went. Not having done
one is fine, and often interesting.

See your actions: http://localhost:8000/

Warm wishes,
Ade Bello, your facilitator

--
You get this because you are in the set “Tuesday set”. Reply to
write to Ade alone. Notes and private reflections are never
emailed.
"""
