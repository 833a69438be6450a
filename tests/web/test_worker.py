"""The work by the clock: one step that fails stops nothing."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.test import override_settings

from setspace.core.process.commands import Start
from setspace.lib import clock
from setspace.people import mails
from setspace.people.models import Letter
from setspace.people.session_store import SessionStore, stored
from setspace.programmes.changes import Invitee, invite
from setspace.room.models import Room
from setspace.web import worker
from setspace.web.worker import STEPS, Step, Worker
from tests.room.world import Tuesday, new_tuesday


def fail() -> int:
    raise RuntimeError("what was said in the set")


def counting(name: str, every: float, taken: list[str]) -> Step:
    """A step that says how often it has been taken."""

    def take() -> int:
        taken.append(name)
        return taken.count(name)

    return Step(name, every, take)


def test_a_step_that_fails_stops_no_other(transactional_db: None, caplog: pytest.LogCaptureFixture) -> None:
    steps = (Step("something that fails", 60, fail), counting("something else", 60, []))
    caplog.set_level(logging.INFO)
    assert Worker(steps).take_steps() == {"something else": 1}
    assert "something that fails" in caplog.text
    assert "something else: 1" in caplog.text


def test_a_step_is_taken_no_more_often_than_is_due() -> None:
    taken: list[str] = []
    working = Worker((counting("often", 0, taken), counting("rarely", 3600, taken)))
    for _ in range(3):
        working.take_steps()
    assert taken == ["often", "rarely", "often", "often"]


def test_it_ends_when_it_is_told_to(transactional_db: None) -> None:
    working = Worker((counting("a step", 0, []),))
    working.start()
    working.stop()
    assert working.take_steps() == {}


def test_letters_go_out(transactional_db: None, tmp_path: Path) -> None:
    with override_settings(MAILBOX_DIR=tmp_path):
        assert worker.send_letters() == 0
        mails.put_sign_in_code("mei@example.org", "123456")
        assert worker.send_letters() == 1
    assert Letter.objects.get().state == "sent"
    assert len(list(tmp_path.glob("*.eml"))) == 1


def test_a_room_that_ade_forgot_is_closed(transactional_db: None) -> None:
    tuesday: Tuesday = new_tuesday(begins_in=timedelta(minutes=5)).opened()
    tuesday.ask(tuesday.ade, Start())
    Room.objects.update(closes_by=clock.now() - timedelta(minutes=1))
    assert next(step.work() for step in STEPS if step.name == "forgotten rooms closed") == 1
    assert Room.objects.get().closed_at is not None


def test_what_has_run_out_is_cleared(transactional_db: None) -> None:
    old, new = SessionStore(), SessionStore()
    old.set_expiry(-1)
    old.create()
    new.create()
    assert worker.clear_sessions() == 1
    assert Session.objects.get().session_key == stored(str(new.session_key))

    tuesday = new_tuesday()
    long_ago = clock.now() - timedelta(days=60)
    gone = invite(
        tuesday.learning_set, Invitee("Charlie Grant", "charlie@example.org"), tuesday.ade, long_ago
    )
    fresh = invite(tuesday.learning_set, Invitee("Nora Holt", "nora@example.org"), tuesday.ade, clock.now())
    assert worker.clear_links() == 1
    gone.refresh_from_db()
    fresh.refresh_from_db()
    assert (gone.token_hash, bool(fresh.token_hash)) == ("", True)
