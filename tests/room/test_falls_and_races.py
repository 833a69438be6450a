"""Several processes at once, and processes that die: no acknowledged command is lost, and none is doubled."""

import socket
from collections.abc import Callable
from multiprocessing.connection import wait
from random import Random
from uuid import UUID, uuid4

import pytest

from setspace.core.process import commands as c
from setspace.core.process import timing
from setspace.lib import clock
from setspace.people.models import Person
from setspace.room.answers import Ack
from setspace.room.models import Room, RoomEvent
from setspace.room.shelf import shelf
from setspace.room.writer import writer
from tests.room.processes import serve, start_pressing, writing
from tests.room.serving import Browser, opened
from tests.room.world import Tuesday, join, session_of, signed_in
from tests.thorough import THOROUGH

PRESSES = 500 if THOROUGH else 100
KILLS = 50
SERVER_KILLS = 3
OUTSTANDING = 24


def test_two_facilitators_press_next_at_the_same_moment_again_and_again(tuesday: Tuesday) -> None:
    join(tuesday.learning_set, tuesday.ruth, "facilitator")
    tuesday.started()
    writer.stop()
    pairs = [start_pressing(tuesday.room, str(one.pk), PRESSES) for one in (tuesday.ade, tuesday.ruth)]
    for _, pipe in pairs:
        assert pipe.recv() == "ready"
    for _, pipe in pairs:
        pipe.send("go")

    results = [pipe.recv() for _, pipe in pairs]

    for process, _ in pairs:
        process.join(10)
    assert sum(taken for taken, _ in results) == PRESSES
    assert sum(late for _, late in results) == PRESSES
    shelf.clear()
    assert len(tuesday.known.state.visits) == PRESSES + 1
    _assert_whole(tuesday)


def test_a_writer_killed_50_times_loses_nothing_and_doubles_nothing(tuesday: Tuesday) -> None:
    tuesday.started()
    writer.stop()
    began = tuesday.known.state.visits[-1]
    load, chance = (
        Load(tuesday, [tuesday.ade, tuesday.mei, tuesday.tom, tuesday.ines, tuesday.sam]),
        Random(7),
    )

    for _ in range(KILLS):
        load.through_a_writer(chance.randint(1, 60))
    load.through_a_writer(0)

    assert load.resent >= KILLS
    assert load.kept() == load.acknowledged
    shelf.clear()
    now = clock.now_ms()
    assert tuesday.known.state.visits[-1] == began
    assert timing.left(tuesday.known.state, now) == began.allowance - (now - began.began)
    _assert_whole(tuesday)


@pytest.mark.slow
@pytest.mark.once
def test_the_whole_server_killed_under_load_loses_nothing(tuesday: Tuesday) -> None:
    tuesday.started()
    writer.stop()
    load, chance = Load(tuesday, [tuesday.mei]), Random(11)
    port, session = _free_port(), session_of(signed_in(tuesday.mei))

    for kill in range(SERVER_KILLS + 1):
        server = serve(port)
        _await(port)
        with opened(port, tuesday, tuesday.mei, session=session) as mei:
            mei.hear()
            assert _ends_at(tuesday) in mei.regions["clock"]
            load.through_a_page(mei, chance.randint(3, 12) if kill < SERVER_KILLS else 0)
            server.kill()
            server.wait()

    assert load.kept() == load.acknowledged
    _assert_whole(tuesday)


class Load:
    """Check-ins without end. What was not acknowledged is sent again, under its own id."""

    def __init__(self, tuesday: Tuesday, people: list[Person]) -> None:
        self.room = tuesday.room
        self.people = [str(person.pk) for person in people]
        self.waiting: dict[str, c.CheckIn] = {}
        self.acknowledged: dict[str, int] = {}
        self.resent = 0

    def through_a_writer(self, n_answers: int) -> None:
        """A new writer, killed after so many answers; after the last one that waits, where that is 0."""
        enough = len(self.acknowledged) + n_answers
        with writing() as pipe:
            self._send_again(lambda named: pipe.send((self.room, self._call(named))))
            while len(self.acknowledged) < enough if n_answers else self.waiting:
                while n_answers and len(self.waiting) < OUTSTANDING:
                    pipe.send((self.room, self._call(self._new())))
                assert wait([pipe], timeout=30), "the writer answers nothing"
                named, number = pipe.recv()
                self._acknowledge(named, number)

    def through_a_page(self, page: Browser, n_answers: int) -> None:
        self._send_again(lambda named: page.ask("check_in", named, words=self.waiting[named].words))
        enough = len(self.acknowledged) + n_answers
        while len(self.acknowledged) < enough if n_answers else self.waiting:
            while n_answers and len(self.waiting) < 4:
                named = self._new()
                page.ask("check_in", named, words=self.waiting[named].words)
            page.hear()
            for named in list(page.answers):
                answer = page.answers.pop(named)
                if answer["t"] == "ack":
                    self._acknowledge(named, answer["number"])
                else:
                    assert answer["reason"] == "too_fast"
                    page.ask("check_in", named, words=self.waiting[named].words)

    def kept(self) -> dict[str, int]:
        rows = RoomEvent.objects.filter(room=self.room, kind="checked_in")
        return {str(named): number for named, number in rows.values_list("command_id", "number")}

    def _send_again(self, send: Callable[[str], object]) -> None:
        self.resent += len(self.waiting)
        for named in list(self.waiting):
            send(named)

    def _new(self) -> str:
        named = str(uuid4())
        self.waiting[named] = c.CheckIn(f"word {len(self.acknowledged)}")
        return named

    def _call(self, named: str) -> c.Call:
        return c.Call(self.people[UUID(named).int % len(self.people)], named, self.waiting[named])

    def _acknowledge(self, named: str, number: int) -> None:
        assert isinstance(number, int), number
        assert self.acknowledged.setdefault(named, number) == number
        self.waiting.pop(named, None)


def _assert_whole(tuesday: Tuesday) -> None:
    """Every number once, in order, up to the head; and the fold of it is a room."""
    numbers = list(
        RoomEvent.objects.filter(room=tuesday.room).order_by("number").values_list("number", flat=True)
    )
    assert numbers == list(range(1, len(numbers) + 1))
    assert Room.objects.get(pk=tuesday.room).number == len(numbers)
    assert tuesday.known.number == len(numbers)
    assert isinstance(tuesday.ask(tuesday.ade, c.Pause()), Ack)


def _ends_at(tuesday: Tuesday) -> str:
    visit = tuesday.known.state.visits[-1]
    return f'data-ends-at="{visit.began + visit.allowance}"'


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _await(port: int) -> None:
    end = clock.ticks() + 60
    while clock.ticks() < end:
        with socket.socket() as probe:
            probe.settimeout(0.2)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise AssertionError("No server came up.")
