"""Several processes serve one room: each hears of the others, and does without when it hears nothing."""

import os
from collections.abc import Iterator
from importlib import import_module
from uuid import uuid4

import pytest
from django.db import connection
from pytest_django import Settings

from setspace.core.process import commands as c
from setspace.lib import clock
from setspace.room import hub as hubs
from setspace.room import nudges
from setspace.room.presence import ABSENT_AFTER, Presence
from tests.room.processes import writing
from tests.room.serving import Server, opened
from tests.room.world import Tuesday

REDIS = os.environ.get("SETSPACE_TEST_REDIS_URL", "")


@pytest.fixture(params=["postgres", "redis"])
def bus(
    request: pytest.FixtureRequest,
    transactional_db: None,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Server]:
    """A server that hears of other processes by one bus alone: it hardly ever looks by itself."""
    if request.param == "redis" and not REDIS:
        pytest.skip("SETSPACE_TEST_REDIS_URL names no Redis")
    if request.param == "postgres" and connection.vendor != "postgresql":
        pytest.skip("SQLite tells nobody")
    settings.REDIS_URL = REDIS if request.param == "redis" else ""
    monkeypatch.setattr(hubs, "LOOK_SECONDS", 600.0)
    server = import_module("tests.room.serving").Server().start()
    yield server
    server.stop()


def test_what_another_process_wrote_is_heard_at_once(tuesday: Tuesday, bus: Server) -> None:
    tuesday.started()
    with opened(bus.port, tuesday, tuesday.mei) as mei, writing() as pipe:
        mei.hear_until(lambda: "clock" in mei.regions)
        pipe.send((tuesday.room, c.Call(str(tuesday.ade.pk), str(uuid4()), c.CheckIn("Warm-up"))))
        pipe.recv()
        began = clock.ticks()
        pipe.send((tuesday.room, c.Call(str(tuesday.ade.pk), str(uuid4()), c.CheckIn("From afar"))))

        mei.hear_until(lambda: "From afar" in mei.regions.get("round", ""))

        assert clock.ticks() - began < 2.0


def test_who_is_connected_elsewhere_is_present_here(tuesday: Tuesday, bus: Server) -> None:
    tuesday.opened()
    with opened(bus.port, tuesday, tuesday.mei) as mei:
        mei.hear_until(lambda: mei.regions.get("people", "").count("data-present") == 1)
        told = [f"here another-process {tuesday.room} {tuesday.tom.pk}"]

        nudges.notify(told)
        nudges.publish(told)

        mei.hear_until(lambda: mei.regions["people"].count("data-present") == 2)


def test_nudges_hold_no_content(tuesday: Tuesday) -> None:
    assert nudges.moved(tuesday.room, 7) == f"moved {tuesday.room} 7"
    assert nudges.present(tuesday.room, ["b", "a"]).split()[2:] == [str(tuesday.room), "a,b"]


def test_a_redis_that_is_away_holds_nobody_up(tuesday: Tuesday, settings: Settings) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1"

    tuesday.started()

    assert tuesday.known.number == 3


def test_somebody_is_absent_after_25_seconds_without_a_sign() -> None:
    presence = Presence()
    presence.here("mei", at=0)
    presence.heard("elsewhere", ["tom"], at=10)

    assert presence.everybody(ABSENT_AFTER - 1) == {"mei", "tom"}
    assert presence.everybody(ABSENT_AFTER) == {"tom"}
    assert presence.everybody(ABSENT_AFTER + 10) == frozenset()


def test_a_process_that_tells_of_fewer_people_is_believed() -> None:
    presence = Presence()
    presence.heard("elsewhere", ["tom", "ines"], at=0)
    presence.heard("elsewhere", ["tom"], at=1)

    assert presence.everybody(2) == {"tom"}
