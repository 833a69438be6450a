"""Feedback is asked for, read by the one who asked alone, and declined without a word."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from setspace.core.reflecting.feedback import SORTS
from setspace.lib.vault import NotForReader, Purpose, Reader
from setspace.people.changes import erase
from setspace.people.models import Letter, Person
from setspace.programmes.changes import Refused
from setspace.records.changes.feedback import (
    ask_for_feedback,
    draft_feedback,
    read_feedback,
    send_feedback,
    set_aside,
    take_feedback_back,
)
from setspace.records.models import Feedback, FeedbackAsked, FeedbackRequest
from tests.cast import client_of
from tests.records.world import AFTER, World, delivered, leave, new_world

ABOUT = "How I listened when Tom held his issue."
WORDS = "When Ines went quiet you waited, and I dared to stay with it."
TYPING = {"X-Requested-With": "fetch"}


@pytest.fixture
def world(db: None) -> Iterator[World]:
    with time_machine.travel(AFTER, tick=False):
        yield new_world()


def page(person: Person, name: str, *args: object) -> str:
    shown = client_of(person).get(reverse(f"records:{name}", args=args)).content.decode()
    return " ".join(re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", shown).split())


def asked_by_mei(world: World, *people: Person) -> tuple[FeedbackAsked, ...]:
    request = ask_for_feedback(world.mei, people, world.held, ABOUT, AFTER)
    return tuple(request.asked.get(person=person) for person in people)


def test_a_member_asks_some_of_the_set_who_are_told_without_content(world: World) -> None:
    address = reverse("records:feedback_asking", args=[world.held.pk])
    assert "Select one person at least" in client_of(world.mei).post(address).content.decode()
    chosen = [str(world.tom.pk), str(world.ade.pk)]
    client_of(world.mei).post(address, {"people": chosen, "about": ABOUT})

    assert ABOUT in page(world.tom, "feedback")
    assert "Mei asks for your feedback" in page(world.tom, "home")
    assert ABOUT not in page(world.ines, "feedback")
    messages = delivered()
    assert {one for message in messages for one in message.to} == {"tom@example.org", "ade@example.org"}
    for message in messages:
        assert "asks for your feedback" in str(message.body)
        assert not any(words in message.message().as_string() for words in ("Mei", "listened"))


def test_everybody_may_be_asked_at_once(world: World) -> None:
    address = reverse("records:feedback_asking", args=[world.held.pk])
    client_of(world.mei).post(address, {"people": ["everybody"]})
    asked = {row.person for row in FeedbackAsked.objects.all()}
    assert asked == {world.ade, world.tom, world.ines, world.sam}


def test_nobody_is_asked_who_is_not_in_the_set(world: World) -> None:
    address = reverse("records:feedback_asking", args=[world.held.pk])
    shown = client_of(world.mei).post(address, {"people": [str(world.charlie.pk)]}).content.decode()
    assert "Select people of your set" in shown
    assert not FeedbackRequest.objects.exists()


def test_what_is_written_is_a_draft_until_it_is_sent_and_then_the_askers_alone(world: World) -> None:
    [asked] = asked_by_mei(world, world.tom)
    client, address = client_of(world.tom), reverse("records:feedback_giving", args=[asked.pk])
    before = page(world.mei, "feedback")
    told = client.post(address, {"noticed": "You always wait."}, headers=TYPING).json()
    assert "which one moment" in told["hints"]["noticed"].lower()
    assert "You always wait." in page(world.tom, "feedback_giving", asked.pk)
    assert page(world.mei, "feedback") == before

    client.post(address, {"noticed": WORDS, "send": "1"})
    feedback = Feedback.objects.get()
    assert WORDS not in page(world.mei, "feedback")  # it waits to be opened
    client_of(world.mei).post(reverse("records:feedback_opening", args=[feedback.pk]))
    shown = page(world.mei, "feedback")
    assert WORDS in shown
    assert SORTS[1].title in shown
    for person in (world.tom, world.ade, world.ines, world.ruth):
        assert WORDS not in page(person, "feedback")
        with pytest.raises(NotForReader):
            feedback.open_words(Reader(actor=str(person.pk), purpose=Purpose.MEMBER_VIEW))


def test_a_press_to_send_nothing_says_what_to_do(world: World) -> None:
    [asked] = asked_by_mei(world, world.tom)
    address = reverse("records:feedback_giving", args=[asked.pk])
    shown = client_of(world.tom).post(address, {"noticed": " ", "send": "1"}).content.decode()
    assert "Write under one of the three, or set it aside" in shown
    assert not Feedback.objects.exists()


def test_what_is_sent_may_be_taken_back_until_it_is_read(world: World) -> None:
    [asked] = asked_by_mei(world, world.tom)
    send_feedback(asked, {"noticed": WORDS}, AFTER)
    leave(world.membership(world.tom), AFTER)
    client_of(world.tom).post(reverse("records:feedback_taking_back", args=[asked.pk]))
    assert not Feedback.objects.exists()
    asked.refresh_from_db()
    reader = Reader(actor=str(world.tom.pk), purpose=Purpose.MEMBER_VIEW)
    assert asked.open_draft(reader)["noticed"] == WORDS
    assert [message.to for message in delivered()] == []  # he left, and there is nothing to read

    read_feedback(send_feedback(asked, {"noticed": WORDS}, AFTER), AFTER)
    asked.refresh_from_db()
    assert asked.draft_sealed is None
    with pytest.raises(Refused, match="Mei has read it"):
        take_feedback_back(asked)


def test_to_set_it_aside_is_silent(world: World) -> None:
    by_tom, by_ines = asked_by_mei(world, world.tom, world.ines)
    before = page(world.mei, "feedback")
    draft_feedback(by_tom, {"noticed": WORDS})
    set_aside(by_tom, AFTER)
    assert page(world.mei, "feedback") == before
    assert ABOUT not in page(world.tom, "feedback")
    by_tom.refresh_from_db()
    assert by_tom.draft_sealed is None
    assert [message.to for message in delivered()] == [["ines@example.org"]]

    draft_feedback(by_tom, {"noticed": WORDS})  # and one may think again
    assert ABOUT in page(world.tom, "feedback")
    assert not by_ines.sent_at


def test_whoever_leaves_is_asked_no_more_and_asks_no_more(world: World) -> None:
    [asked] = asked_by_mei(world, world.tom)
    leave(world.membership(world.mei), AFTER)
    assert client_of(world.tom).get(reverse("records:feedback_giving", args=[asked.pk])).status_code == 404
    assert ABOUT not in page(world.tom, "feedback")
    assert ABOUT in page(world.mei, "feedback")


def test_removing_a_request_removes_what_was_written_for_it(world: World) -> None:
    [asked] = asked_by_mei(world, world.tom)
    send_feedback(asked, {"noticed": WORDS}, AFTER)
    client_of(world.mei).post(reverse("records:request_removal", args=[asked.request_id]))
    assert not FeedbackAsked.objects.exists()
    assert not Feedback.objects.exists()


def test_what_somebody_wrote_stays_when_they_are_erased_without_their_name(world: World) -> None:
    [asked] = asked_by_mei(world, world.tom)
    read_feedback(send_feedback(asked, {"noticed": WORDS}, AFTER), AFTER)
    erase(world.tom)
    shown = page(world.mei, "feedback")
    assert WORDS in shown
    assert "You asked somebody who is gone" in shown
    assert str(world.tom.pk) not in shown


def test_while_the_session_is_on_the_letter_waits_for_its_end(world: World) -> None:
    during = datetime(2027, 4, 27, 9, tzinfo=UTC)
    ask_for_feedback(world.mei, [world.tom], world.held, "", during)
    assert Letter.objects.get(purpose="feedback_asked").due_at == world.held.ends_at > during
