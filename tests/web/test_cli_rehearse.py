"""A whole session without a screen: the same write path, the same vault, the same outbox as a real one."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from setspace.core.process import catalogue
from setspace.core.process.formats import fitted
from setspace.people.models import Letter
from setspace.room.models import RoomEvent
from setspace.web.demo.rehearsing import rehearse
from setspace.web.demo.story import told

pytestmark = pytest.mark.once

SHORT = "tpas-introduction"  # one turn: the shortest plan that has all there is


def rehearsed(*words: str) -> "subprocess.CompletedProcess[str]":
    place = {
        name: value for name, value in os.environ.items() if not name.startswith(("SETSPACE_", "DJANGO_"))
    }
    command = [sys.executable, "-m", "setspace.web.cli", "rehearse", *words]
    return subprocess.run(command, env=place, capture_output=True, text=True, check=False)


def test_the_set_holds_a_session_and_gets_its_summary(transactional_db: None) -> None:
    found = rehearse(SHORT, 4, 7)
    plain: dict[str, Any] = found.plain()
    assert list(plain) == [
        "plan",
        "people",
        "seed",
        "events",
        "minutes_per_holder",
        "questions",
        "actions",
        "mails",
        "broken_rules",
    ]
    assert plain["broken_rules"] == []
    assert plain["events"] == RoomEvent.objects.count()
    assert len(plain["minutes_per_holder"]) == 1
    assert all(29 < minutes < 31 for minutes in plain["minutes_per_holder"].values())
    assert all(len(mail["recipients"]) == 1 for mail in plain["mails"])
    assert len({mail["recipients"][0] for mail in plain["mails"]}) == 5
    assert len({mail["subject"] for mail in plain["mails"]}) == 1
    assert Letter.objects.filter(purpose="summary", state="sent").count() == 5

    story = told(found)
    assert "Ade Bello facilitates; Ines Costa, Mei Lin, Sam Okoro and Tom Hughes are the set." in story
    assert "09:30  Check-in" in story
    assert "Seed 7 plays this session again." in story


@pytest.mark.parametrize("plan", [key for key in catalogue.plans() if key != SHORT])
def test_each_plan_is_held_by_its_rules(transactional_db: None, plan: str) -> None:
    n_people = min(5, catalogue.plans()[plan].most_people)
    found = rehearse(plan, n_people, 11)
    assert found.broken_rules == []
    assert len(found.minutes_per_holder) == fitted(catalogue.plans()[plan], n_people).turns
    assert "No rule was broken." in told(found)


def test_the_same_seed_plays_the_same_session(transactional_db: None) -> None:
    once, again, other = (rehearse(SHORT, 3, seed).plain() for seed in (7, 7, 8))
    assert once == again
    assert once != {**other, "seed": 7}


def test_the_command_prints_data_alone() -> None:
    """Progress goes elsewhere, so that the data can be piped."""
    done = rehearsed("--plan", SHORT, "--people", "4", "--seed", "7", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["seed"] == 7
    assert "09:30  Check-in" in done.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(("--people", "9"), "3 to 8 people, not 9"), (("--seed", "seven"), "The seed must be a whole number")],
)
def test_what_cannot_be_played_is_said_in_a_sentence(words: tuple[str, ...], sentence: str) -> None:
    done = rehearsed(*words)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert done.stdout == ""
