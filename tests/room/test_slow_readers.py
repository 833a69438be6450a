"""A line that takes nothing for a while: the newest goes out when it can, or the reader is let go."""

import asyncio
import json
from typing import Any
from uuid import uuid4

from asgiref.typing import ASGISendEvent

from setspace.core.process import commands as c
from setspace.lib import clock
from setspace.room.answers import Ack
from setspace.room.connection import MOST_WAITING, SLOW, Allowance, Connection
from setspace.room.live import LiveRoom
from setspace.room.log import Known
from tests.room.world import Tuesday


class Line:
    """The wire under a connection: it can be stopped up, as a network can."""

    def __init__(self) -> None:
        self.is_free = asyncio.Event()
        self.sent: list[dict[str, Any]] = []
        self.code = 0

    async def send(self, event: ASGISendEvent) -> None:
        await self.is_free.wait()
        if event["type"] == "websocket.send":
            self.sent.append(json.loads(event.get("text") or ""))
        elif event["type"] == "websocket.close":
            self.code = event["code"]

    @property
    def kinds(self) -> list[str]:
        return [message["t"] for message in self.sent]


async def _while_stopped_up(tuesday: Tuesday, known: list[Known], n_answers: int) -> Line:
    """Everything happens while the line takes nothing; then it takes all."""
    line, room = Line(), LiveRoom(known[0])
    connection = Connection(str(tuesday.mei.pk), "", room, line.send)
    room.onlookers.add(connection)
    pump = asyncio.create_task(connection.pump())
    room.refresh()
    await asyncio.sleep(0)
    for one in known[1:]:
        room.refresh(one)
        await asyncio.sleep(0)
    for number in range(n_answers):
        connection.answer(str(uuid4()), Ack(number + 1))
        await asyncio.sleep(0)
    line.is_free.set()
    await asyncio.sleep(0.1)
    pump.cancel()
    return line


def test_whoever_reads_slowly_gets_the_newest_and_not_a_queue(tuesday: Tuesday) -> None:
    tuesday.started()
    known = [tuesday.known]
    for turn in range(20):
        tuesday.ask(tuesday.tom, c.CheckIn(f"word {turn}"))
        known.append(tuesday.known)

    line = asyncio.run(_while_stopped_up(tuesday, known, n_answers=0))

    assert line.kinds == ["view", "view"]
    assert line.sent[-1]["number"] == known[-1].number
    assert "word 19" in line.sent[-1]["regions"]["round"]
    assert line.sent[-1]["regions"].keys() < line.sent[0]["regions"].keys()


def test_answers_wait_for_a_slow_reader(tuesday: Tuesday) -> None:
    tuesday.opened()

    line = asyncio.run(_while_stopped_up(tuesday, [tuesday.known], n_answers=MOST_WAITING))

    assert line.kinds == ["view"] + ["ack"] * MOST_WAITING
    assert line.code == 0


def test_whoever_takes_nothing_at_all_is_let_go(tuesday: Tuesday) -> None:
    tuesday.opened()

    line = asyncio.run(_while_stopped_up(tuesday, [tuesday.known], n_answers=MOST_WAITING + 1))

    assert line.kinds == ["view", "gone"]
    assert line.code == SLOW


def test_equal_regions_are_drawn_once_whoever_they_are_for(tuesday: Tuesday) -> None:
    room = LiveRoom(tuesday.started().known)
    views = [room.moment.view(str(person.pk)) for person in (tuesday.mei, tuesday.tom)]

    mine, theirs = (room.drawn(view) for view in views)

    assert mine["agenda"] is theirs["agenda"]
    assert mine["people"] is not theirs["people"]


def test_an_allowance_fills_up_again() -> None:
    allowance = Allowance()
    while allowance.take():
        pass
    later = clock.ticks() + 0.2
    while clock.ticks() < later:
        pass

    assert allowance.take()
