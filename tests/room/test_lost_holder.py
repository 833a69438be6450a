"""An issue holder who loses the line: the room holds the clock, once, and lets it go when they are back."""

from collections.abc import Iterator
from threading import Event
from uuid import UUID

import pytest

from setspace.core.process.commands import THE_ROOM, CallBreak, Command, GoOn, Pause
from setspace.core.process.events import ClockPaused
from setspace.people.models import Person
from setspace.room import log, lost_holder
from setspace.room.answers import Ack
from setspace.room.connection import Connection
from setspace.room.hub import SWEEP_SECONDS, hub
from setspace.room.live import LiveRoom
from setspace.room.lost_holder import AWAY_SECONDS, HIDDEN_SECONDS, START_SECONDS, LostHolders, Wanted
from tests.room.serving import Server, opened
from tests.room.world import Tuesday

LATER = START_SECONDS + 1  # since the process began


class Room:
    """A room as one process has it. People come and go, and time is said."""

    def __init__(self, tuesday: Tuesday, began: float = 0.0) -> None:
        self.tuesday = tuesday
        self.live = LiveRoom(tuesday.known)
        self.holders = LostHolders(began)
        self.pages: dict[UUID, Connection] = {}

    def comes(self, person: Person, at: float, *, hidden: bool = False) -> None:
        page = Connection(str(person.pk), "", self.live, _nothing)
        page.heard_at, page.is_hidden = at, hidden
        self.pages[person.pk] = page
        self.live.onlookers.add(page)

    def goes(self, person: Person) -> None:
        self.live.onlookers.discard(self.pages.pop(person.pk))

    def look(self, at: float, *, everybody_lives: bool = True) -> list[Wanted]:
        self.live.refresh(self.tuesday.known)
        for page in self.pages.values():
            page.heard_at = at if everybody_lives else page.heard_at
        return self.holders.look([self.live], at)

    def asked(self, at: float) -> list[Command]:
        """What the room is asked for at a moment; and it happens."""
        wanted = self.look(at)
        for one in wanted:
            self.tuesday.ask(THE_ROOM, one.command, one.id)
        return [one.command for one in wanted]


async def _nothing(event: object) -> None:
    """A line that swallows everything."""


@pytest.fixture
def turn(tuesday: Tuesday) -> Tuesday:
    """The first turn is on; its holder and the facilitator come in with the tests."""
    tuesday.started()
    tuesday.move_to("Open questions")
    return tuesday


def holder_of(tuesday: Tuesday) -> Person:
    return Person.objects.get(pk=tuesday.known.state.holder)


def with_both(turn: Tuesday) -> Room:
    room = Room(turn)
    room.comes(turn.ade, LATER)
    room.comes(holder_of(turn), LATER)
    assert room.asked(LATER) == []
    return room


def lost(turn: Tuesday) -> tuple[Room, float]:
    """The holder has gone, and the room holds the clock."""
    room = with_both(turn)
    room.goes(holder_of(turn))
    assert room.asked(LATER + 1) == []
    assert room.asked(LATER + AWAY_SECONDS) == []
    at = LATER + 1 + AWAY_SECONDS
    assert room.asked(at) == [Pause("holder")]
    return room, at


def test_after_fifteen_seconds_the_clock_is_held_and_on_return_it_goes_on(turn: Tuesday) -> None:
    room, at = lost(turn)
    assert turn.known.state.held_for == "holder"
    assert room.asked(at + 60) == []
    room.comes(holder_of(turn), at + 61)
    assert room.asked(at + 61) == [GoOn()]

    assert turn.known.state.paused_at is None
    assert room.asked(at + 62) == []


def test_a_page_that_is_loaded_again_holds_nothing(turn: Tuesday) -> None:
    room = with_both(turn)
    for n in range(5):
        room.goes(holder_of(turn))
        assert room.asked(LATER + n * 20 + 1) == []
        room.comes(holder_of(turn), LATER + n * 20 + 9)
        assert room.asked(LATER + n * 20 + 9) == []
        assert room.asked(LATER + n * 20 + 19) == []


def test_whoever_leads_goes_on_without_the_holder_and_is_not_stopped_again(turn: Tuesday) -> None:
    room, at = lost(turn)
    assert room.asked(at + 1) == []
    turn.ask(turn.ade, GoOn())

    assert [room.asked(at + n) for n in (2, 20, 200)] == [[], [], []]


def test_the_line_is_lost_a_second_time_and_held_a_second_time(turn: Tuesday) -> None:
    room, at = lost(turn)
    holder = holder_of(turn)
    room.comes(holder, at + 10)
    room.asked(at + 10)
    room.goes(holder)
    room.asked(at + 11)

    assert room.asked(at + 12 + AWAY_SECONDS) == [Pause("holder")]
    assert turn.known.state.held_for == "holder"


def test_a_clock_that_a_person_holds_is_left_to_that_person(turn: Tuesday) -> None:
    room = with_both(turn)
    room.goes(holder_of(turn))
    room.asked(LATER + 1)
    turn.ask(turn.ade, Pause())
    assert room.asked(LATER + 20) == []
    turn.ask(turn.ade, GoOn())
    assert room.asked(LATER + 40) == []


def test_a_break_that_was_called_meanwhile_goes_on(turn: Tuesday) -> None:
    room, at = lost(turn)
    turn.ask(turn.tom, CallBreak())
    room.comes(holder_of(turn), at + 5)

    assert room.asked(at + 5) == []
    assert turn.known.state.break_until is not None


def test_after_a_start_everybody_has_a_minute_to_come_back(turn: Tuesday) -> None:
    room = Room(turn, began=1_000.0)
    room.comes(turn.ade, 1_000.0)
    room.comes(holder_of(turn), 1_001.0)
    room.asked(1_001.0)
    room.goes(holder_of(turn))
    room.asked(1_002.0)

    assert room.asked(1_000.0 + START_SECONDS - 1) == []
    assert room.asked(1_000.0 + START_SECONDS) == [Pause("holder")]


def test_a_room_to_which_nobody_has_a_line_is_left_alone(turn: Tuesday) -> None:
    room = with_both(turn)
    room.goes(holder_of(turn))
    room.goes(turn.ade)

    assert [room.asked(LATER + n) for n in (1, 20, 90)] == [[], [], []]


def test_a_holder_who_was_never_connected_is_not_waited_for(turn: Tuesday) -> None:
    room = Room(turn)
    room.comes(turn.ade, LATER)

    assert [room.asked(LATER + n) for n in (0, 20, 90)] == [[], [], []]


def test_a_silent_line_is_a_lost_one_but_a_page_in_the_background_is_not(turn: Tuesday) -> None:
    for hidden, expected in ((False, [Pause("holder")]), (True, [])):
        room = Room(turn)
        room.comes(turn.ade, LATER + 40)
        room.comes(holder_of(turn), LATER, hidden=hidden)
        room.look(LATER, everybody_lives=False)
        room.look(LATER + 13, everybody_lives=False)
        wanted = room.look(LATER + 40, everybody_lives=False)
        assert [one.command for one in wanted] == expected
    assert HIDDEN_SECONDS > 60


def test_two_processes_hold_the_clock_once(turn: Tuesday) -> None:
    one, other = with_both(turn), with_both(turn)
    found = []
    for room in (one, other):
        room.goes(holder_of(turn))
        room.look(LATER + 1)
        found += room.look(LATER + 20)
    assert len({wanted.id for wanted in found}) == 1
    for wanted in found:
        assert isinstance(turn.ask(THE_ROOM, wanted.command, wanted.id), Ack)
    history = log.history(turn.room, turn.known.learning_set)

    assert [event.by for event in history if isinstance(event, ClockPaused)] == [THE_ROOM]


def test_who_is_connected_to_another_process_is_not_lost(turn: Tuesday) -> None:
    room = with_both(turn)
    room.goes(holder_of(turn))
    room.live.presence.heard("elsewhere", [turn.known.state.holder], LATER + 1)
    assert room.asked(LATER + 20) == []
    room.live.presence.heard("elsewhere", [], LATER + 21)
    room.asked(LATER + 21)

    assert room.asked(LATER + 40) == [Pause("holder")]


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server that waits half a second where in earnest it waits longer."""
    monkeypatch.setattr(lost_holder, "AWAY_SECONDS", 0.5)
    monkeypatch.setattr(lost_holder, "START_SECONDS", 0.0)
    server = Server().start()
    yield server
    server.stop()


def test_everybody_reads_that_the_line_is_lost(turn: Tuesday, hasty: Server) -> None:
    holder = holder_of(turn)
    with opened(hasty.port, turn, turn.sam) as sam:
        with opened(hasty.port, turn, holder) as mei:
            mei.hear_until(lambda: "clock" in mei.regions)
            sam.hear_until(lambda: sam.regions.get("people", "").count("data-present") == 2)
            Event().wait(2 * SWEEP_SECONDS)
        lost = f"{holder.first_name} has lost the line. The clock is held."
        sam.hear_until(lambda: lost in sam.regions["cue"])
        with opened(hasty.port, turn, holder) as mei:
            sam.hear_until(lambda: lost not in sam.regions["cue"])

    assert turn.known.state.paused_at is None


def test_a_page_says_that_it_lies_in_the_background(turn: Tuesday, hasty: Server) -> None:
    with opened(hasty.port, turn, turn.sam) as sam:
        sam.hear_until(lambda: "clock" in sam.regions)
        [page] = hub.rooms[turn.room].onlookers
        assert not page.is_hidden
        for said, expected in ((True, True), ("yes", False), (True, True), (False, False)):
            sam.say({"t": "ping", "c": 1, "hidden": said})
            while sam.hear()["t"] != "pong":
                pass
            assert page.is_hidden is expected
