"""The clock: the wall's, and a faster one in the demo."""

from datetime import UTC, datetime, timedelta

import time_machine
from pytest_django import Settings

from setspace.lib import clock


def test_now_is_the_wall_s_time_in_utc() -> None:
    moment = datetime(2027, 4, 27, 9, 30, 0, 250_000, tzinfo=UTC)
    with time_machine.travel(moment, tick=False):
        assert clock.now() == clock.wall() == moment
        assert clock.now_ms() == 1_808_818_200_250
        assert clock.now().tzinfo is UTC
        assert clock.rate() == 1.0


def test_the_demo_s_time_runs_faster_and_the_wall_s_does_not(settings: Settings) -> None:
    settings.SPEED = 20.0
    start = clock.wall()
    with time_machine.travel(start, tick=False) as wall:
        before = clock.now()
        wall.shift(3)
        assert clock.now() - before == timedelta(seconds=60)
        assert clock.wall() - start == timedelta(seconds=3)


def test_ticks_never_jump_back() -> None:
    with time_machine.travel(datetime(2027, 4, 27, tzinfo=UTC)):
        before = clock.ticks()
    assert clock.ticks() >= before - 1e9
