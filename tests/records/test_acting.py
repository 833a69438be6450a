"""Acting between sessions: what was learned, a reminder, a buddy, being stuck, and a list to take away."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage, get_connection
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from setspace.people.mails import send_due
from setspace.people.models import Person
from setspace.records import changes
from setspace.records.models import Action, ActionUpdate, ActionWords, Buddy, ReportDraft, Status, StuckNote
from tests.cast import client_of
from tests.records.world import HELD, World, leave, new_world

NOW = datetime(2027, 5, 1, 8, tzinfo=UTC)


@pytest.fixture
def world(db: None) -> Iterator[World]:
    """Four days after the session; the next one is on 1 June."""
    with time_machine.travel(NOW, tick=False):
        world = new_world()
        changes.keep_session(world.held, world.outcome(), HELD)
        yield world


@pytest.fixture
def action(world: World) -> Action:
    return Action.objects.select_related("meeting__learning_set").get(person=world.mei)


def url(name: str, *args: object) -> str:
    return reverse(f"records:{name}", args=args)


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return " ".join(response.content.decode().split())


def delivered(at: datetime) -> list[EmailMessage]:
    mail.outbox.clear()
    send_due(at, get_connection("django.core.mail.backends.locmem.EmailBackend"))
    return list(mail.outbox)


def beside(action: Action, person: Person) -> Buddy:
    buddy = changes.ask_buddy(action, person, NOW)
    assert buddy is not None
    changes.agree_buddy(buddy, NOW)
    return buddy


def test_what_was_learned_stands_as_large_as_what_was_done(world: World, action: Action) -> None:
    page = shown(client_of(world.mei), url("action", action.pk))
    boxes = {
        name: re.search(rf'<textarea name="{name}"[^>]*rows="(\d+)"', page) for name in ("did", "learned")
    }
    rows = {name: found[1] for name, found in boxes.items() if found}
    assert rows["did"] == rows["learned"]
    changes.report_action(action, Status.DONE, "I asked.", "She had waited for it.", NOW)
    thread = shown(client_of(world.tom), url("thread", world.learning_set.pk))
    assert '<dd class="voice">I asked.</dd>' in thread
    assert '<dd class="voice">She had waited for it.</dd>' in thread


def test_what_is_typed_is_kept_for_the_holder_alone_until_it_is_sent(world: World, action: Action) -> None:
    mei, address = client_of(world.mei), url("report", action.pk)
    typed = {"status": "done", "did": "Half a sen", "learned": ""}
    answer = mei.post(address, typed, headers={"X-Requested-With": "fetch"})
    assert "for you alone" in answer.json()["saved"]
    assert not ActionUpdate.objects.exists()
    assert ReportDraft.objects.get().owner.kind == "person"
    assert "Half a sen" in shown(client_of(world.mei), url("action", action.pk))
    assert "Half a sen" not in shown(client_of(world.tom), url("set", world.learning_set.pk))
    mei.post(address, {**typed, "did": "Half a sentence."})
    assert not ReportDraft.objects.exists()
    assert ActionUpdate.objects.count() == 1


def test_why_and_support_are_for_the_holder_and_no_other(world: World, action: Action) -> None:
    words = {"what": "Write it.", "why": "To be trusted.", "by_when": "7 May", "support": "T."}
    client_of(world.mei).post(url("action_words", action.pk), {**words, "confidence": "8"})
    action.refresh_from_db()
    assert action.confidence == 8
    assert "To be trusted." in shown(client_of(world.mei), url("action", action.pk))
    for reader in (world.tom, world.ade):
        page = shown(client_of(reader), url("set", world.learning_set.pk))
        assert "Write it." in page
        assert "To be trusted." not in page


def test_a_reminder_comes_half_way_to_the_holder_alone_and_says_nothing(world: World, action: Action) -> None:
    assert delivered(datetime(2027, 5, 31, tzinfo=UTC)) == []
    client_of(world.mei).post(url("nudge", action.pk), {"wanted": "yes"})
    assert delivered(datetime(2027, 5, 1, 9, tzinfo=UTC)) == []
    (letter,) = delivered(datetime(2027, 5, 31, tzinfo=UTC))
    assert letter.to == [world.mei.email]
    assert str(action.pk) in letter.body
    assert "letter Mei" not in f"{letter.subject}{letter.body}"


@pytest.mark.parametrize("change", ["no", "done", "gone"])
def test_no_reminder_once_it_is_not_wanted_or_needed(world: World, action: Action, change: str) -> None:
    changes.wish_nudge(action, NOW, is_wanted=True)
    if change == "no":
        client_of(world.mei).post(url("nudge", action.pk), {"wanted": "no"})
    elif change == "done":
        changes.report_action(action, Status.DONE, "", "", NOW)
    else:
        leave(world.membership(world.mei), NOW)
    assert delivered(datetime(2027, 5, 31, tzinfo=UTC)) == []


def test_a_buddy_sees_one_action_once_both_have_said_yes(world: World, action: Action) -> None:
    changes.word_action(action, ActionWords("Write it.", why="To be trusted."), 7)
    client_of(world.mei).post(url("asked_buddy", action.pk), {"person": str(world.tom.pk)})
    buddy = Buddy.objects.get()
    tom, address = client_of(world.tom), url("buddy", buddy.pk)
    assert "asks you" in shown(tom, "/")
    assert "To be trusted." not in shown(tom, address)
    assert [(one.to, "Write it." in one.body) for one in delivered(NOW)] == [([world.tom.email], False)]
    tom.post(url("buddy_agreement", buddy.pk))
    assert "To be trusted." in shown(tom, address)
    for other in (world.sam, world.ade, world.ruth, world.mei):
        assert client_of(other).get(address).status_code == 404
    assert "To be trusted." not in shown(client_of(world.sam), url("set", world.learning_set.pk))


@pytest.mark.parametrize("by", ["mei", "tom"])
def test_either_may_stop_it(world: World, action: Action, by: str) -> None:
    buddy = beside(action, world.tom)
    client_of(getattr(world, by)).post(url("buddy_ending", buddy.pk))
    assert client_of(world.tom).get(url("buddy", buddy.pk)).status_code == 404
    assert changes.ask_buddy(action, world.sam, NOW) is not None


def test_a_buddy_who_left_the_set_sees_nothing_more(world: World, action: Action) -> None:
    buddy = beside(action, world.tom)
    leave(world.membership(world.tom), NOW)
    assert client_of(world.tom).get(url("buddy", buddy.pk)).status_code == 404


def test_nobody_outside_the_set_can_be_asked(world: World, action: Action) -> None:
    for person in (world.charlie, world.ade, world.mei):
        client_of(world.mei).post(url("asked_buddy", action.pk), {"person": str(person.pk)})
    assert not Buddy.objects.exists()


def test_being_stuck_tells_nobody_by_itself(world: World, action: Action) -> None:
    beside(action, world.tom)
    delivered(NOW)
    mei = client_of(world.mei)
    mei.post(url("stuck", action.pk), {"text": "I am afraid of her answer."})
    assert StuckNote.objects.get().owner.kind == "person"
    assert "afraid of her answer" in shown(mei, url("stuck", action.pk))
    assert delivered(NOW) == []
    mei.post(url("stuck_telling", action.pk), {"to": "facilitator"})
    (letter,) = delivered(NOW)
    assert letter.to == [world.ade.email]
    assert "afraid" not in letter.body
    assert "letter Mei" not in letter.body
    mei.post(url("stuck_telling", action.pk), {"to": "buddy"})
    assert [one.to for one in delivered(NOW)] == [[world.tom.email]]


def test_nobody_can_be_told_who_is_not_a_buddy(world: World, action: Action) -> None:
    changes.ask_buddy(action, world.tom, NOW)  # who has not answered
    delivered(NOW)
    client_of(world.mei).post(url("stuck_telling", action.pk), {"to": "buddy"})
    assert delivered(NOW) == []


def test_open_actions_are_a_file_for_a_task_program(world: World, action: Action) -> None:
    changes.report_action(action, Status.UNDER_WAY, "", "", NOW)
    file = Calendar.from_ical(client_of(world.mei).get(url("actions_file")).content)
    (task,) = file.walk("VTODO")
    assert str(task["SUMMARY"]) == "Write the letter Mei would want to get."
    assert task.decoded("DUE") == date(2027, 5, 7)
    assert (str(task["STATUS"]), str(task["UID"])) == ("IN-PROCESS", f"action-{action.pk}@setspace")
    assert "First step: A line" in str(task["DESCRIPTION"])
    changes.report_action(action, Status.DONE, "", "", NOW)
    assert not Calendar.from_ical(client_of(world.mei).get(url("actions_file")).content).walk("VTODO")
    assert "What became of earlier ones" in shown(client_of(world.mei), url("actions"))
