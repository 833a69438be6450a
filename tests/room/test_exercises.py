"""Practising to ask: a form that is read at once, and nothing that is kept."""

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from setspace.core.questions.exercises import EXERCISES, Drill, exercises
from setspace.lib import clock
from setspace.programmes.models import Meeting
from setspace.room.exercises.forms import MOST_LETTERS, NOTHING
from tests.cast import client_of, the_cast
from tests.records.world import join, new_meeting, new_set

pytestmark = [pytest.mark.django_db, pytest.mark.once]
HOME = "/practice/questions/"


@pytest.fixture
def mei(db: None) -> Client:
    return client_of(the_cast()["mei"])


def words(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def answered(client: Client, key: str, answer: str) -> str:
    return words(client.post(f"{HOME}{key}/", {"answer": answer}).content.decode())


def test_the_drills_lead_to_every_exercise_one_after_the_other(mei: Client) -> None:
    seen = []
    bank = reverse("room:bank")
    drills = mei.get(HOME).content.decode().replace(f'href="{bank}"', "")
    for first in re.findall(rf'href="{HOME}([a-z-]+)/"', drills):
        key = first
        while key:
            seen.append(key)
            page = mei.get(f"{HOME}{key}/").content.decode()
            found = re.search(rf'href="{HOME}([a-z-]+)/">Another one', page)
            key = found[1] if found else ""
    assert seen == [one.key for one in EXERCISES]


def test_an_open_answer_is_said_to_be_open(mei: Client) -> None:
    said = answered(mei, "letters", "What do they need from you?")
    assert "This is open. The answer can be anything." in said
    assert "Or, for this one: What would you want them to hear from you?" in said


def test_an_answer_that_carries_something_is_told_what_and_shown_where(mei: Client) -> None:
    page = mei.post(f"{HOME}letters/", {"answer": "Could you ask <b>them</b>?"}).content.decode()
    assert "This carries an idea of yours." in page
    assert "<mark>Could you</mark>" in page
    assert "<b>them" not in page
    assert "What could you do about this?" in page
    assert "Could you ask &lt;b&gt;them&lt;/b&gt;?</textarea>" in page  # what was typed is still there


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Is there anything else?", "it is welcome all the same"),
        ("Was denken Sie darüber?", "The coach reads English only"),  # codespell:ignore
        ("Thank you.", "This does not ask anything yet."),
    ],
)
def test_other_answers_are_told_in_words_too(mei: Client, answer: str, said: str) -> None:
    assert said in answered(mei, "letters", answer)


def test_noticing_is_compared_with_what_the_coach_notices(mei: Client) -> None:
    for exercise in exercises(Drill.FIND):
        same = answered(mei, exercise.key, exercise.kind or NOTHING)
        other = answered(mei, exercise.key, NOTHING if exercise.kind else "advice")
        assert "The coach notices the same." in same
        assert ("something else" if exercise.kind else "leaves this one alone") in other
        assert "The coach notices the same." not in other


@pytest.mark.parametrize(
    ("key", "answer", "said"),
    [
        ("letters", "  ", "Write a question"),
        ("letters", "x" * (MOST_LETTERS + 1), f"Use {MOST_LETTERS} letters at most"),
        ("surely", "", "Select what you notice"),
        ("surely", "dance", "Select one of the list"),
    ],
)
def test_no_answer_is_asked_for_beside_the_field(mei: Client, key: str, answer: str, said: str) -> None:
    page = mei.post(f"{HOME}{key}/", {"answer": answer}).content.decode()
    assert words(page).count(said) == 2  # in the list of what to put right, and at the field
    assert "<title>Error: " in " ".join(page.split()).replace("<title> ", "<title>")


def test_there_is_no_other_exercise_and_none_where_the_coach_is_off(mei: Client, settings: Any) -> None:
    assert mei.get(f"{HOME}no-such/").status_code == 404
    settings.COACH = False
    assert mei.get(HOME).status_code == mei.get(f"{HOME}letters/").status_code == 404
    assert HOME not in mei.get("/").content.decode()


def test_home_leads_there(mei: Client) -> None:
    join(new_set("Tuesday set", the_cast()["ruth"], the_cast()["ade"], []), the_cast()["mei"])
    assert f'href="{HOME}"' in mei.get("/").content.decode()


def test_the_pages_of_an_introduction_lead_there_and_those_of_other_sessions_do_not(mei: Client) -> None:
    people = the_cast()
    learning_set = new_set("Tuesday set", people["ruth"], people["ade"], [people["mei"]])
    meeting = new_meeting(learning_set, 1, (clock.now() + timedelta(days=3)).date())
    pages = f"/sets/{learning_set.pk}/", f"/sessions/{meeting.pk}/room/"
    assert [f'href="{HOME}"' in mei.get(page).content.decode() for page in pages] == [False, False]
    Meeting.objects.update(kind="introduction")
    assert [f'href="{HOME}"' in mei.get(page).content.decode() for page in pages] == [True, True]
