"""Everybody sees the same time left, whatever their own clock says, and however long it slept."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from playwright.sync_api import expect

from setspace.core.process.commands import NextStage
from setspace.lib import clock
from tests.browser.people import House, Visitor

FAST = "const real = Date.now; Date.now = () => real() + 90_000;"
SOCKETS = """
window.sockets = [];
window.WebSocket = class extends WebSocket { constructor(...given) { super(...given); sockets.push(this); } };
"""
SLEEP = "for (const socket of sockets) socket.onmessage = socket.onclose = null;"
WAKE = "const before = Date.now; Date.now = () => before() + 600_000;"


def seconds_left(visitor: Visitor) -> int:
    minutes, seconds = visitor.page.locator(".timer__num").inner_text().split(":")
    return int(minutes) * 60 + int(seconds)


def test_a_clock_that_is_90_seconds_fast_shows_the_same_time_left(house: House) -> None:
    tuesday = house.tuesday.started()
    ade, also_ade = house.in_room(tuesday.ade), house.visitor(tuesday.ade)
    also_ade.before_pages(FAST)
    also_ade.enter()

    for _ in range(5):
        before, also, after = seconds_left(ade), seconds_left(also_ade), seconds_left(ade)
        assert after - 1 <= also <= before + 1


def test_a_laptop_that_slept_ten_minutes_shows_the_present_within_two_seconds(house: House) -> None:
    tuesday = house.tuesday.started()
    tuesday.move_to("Open questions")
    ade = house.visitor(tuesday.ade)
    ade.before_pages(SOCKETS)
    ade.enter()
    before = seconds_left(ade)

    ade.page.evaluate(SLEEP)
    with time_machine.travel(clock.now() + timedelta(minutes=10), tick=True):
        tuesday.ask(tuesday.ade, NextStage(len(tuesday.known.state.visits)))
        tuesday.move_to("Echo round")
        expect(ade.page.locator("#phase-h")).to_contain_text("Open questions")
        ade.page.evaluate(WAKE)

        expect(ade.page.locator("#phase-h")).to_contain_text("Echo round", timeout=2_000)
        assert before > 15 * 60
        assert 150 <= seconds_left(ade) <= 180


@pytest.mark.parametrize("left", [11.3, 1.6, -1.2])
def test_members_see_minutes_until_the_last_two(house: House, left: float) -> None:
    tuesday = house.tuesday.started()
    tuesday.move_to("Open questions")
    visit = tuesday.known.state.visits[-1]
    then = (visit.began + visit.allowance) / 1000 - left * 60
    with time_machine.travel(datetime.fromtimestamp(then, UTC), tick=True):
        mei = house.in_room(tuesday.mei)
        number = mei.page.locator(".timer__num").inner_text()
        words = mei.page.get_by_role("timer").inner_text()

    expected = {
        11.3: (r"11", "About 11 minutes left"),
        1.6: (r"1:[0-5]\d", "Time to draw together"),
        -1.2: (r"\+1", "Ade will move us on"),
    }[left]
    assert re.fullmatch(expected[0], number)
    assert words == expected[1]
