"""Hard ends in a real room: it moves on by itself, once, however many processes look at it."""

from datetime import timedelta

import pytest

from setspace.core.process.commands import THE_ROOM, AddMinutes, MoveOn, NextStage, Pause, Start
from setspace.core.process.events import StageBegan
from setspace.core.process.state import MINUTE
from setspace.lib import clock
from setspace.programmes.models import Meeting
from setspace.room import log, moving_on
from setspace.room.answers import Ack, Refusal
from setspace.room.changes import open_room
from setspace.room.live import LiveRoom
from setspace.room.queries import to_ms
from tests.room.serving import Server, opened
from tests.room.world import Tuesday

TELLING = 2 * MINUTE


@pytest.fixture
def three(tuesday: Tuesday) -> Tuesday:
    """Three people who will hold a session of ten minutes each, of which all but the last two end hard."""
    tuesday.remove(tuesday.sam)
    Meeting.objects.filter(pk=tuesday.meeting.pk).update(plan="troika-session")
    tuesday.meeting = Meeting.objects.select_related("learning_set").get(pk=tuesday.meeting.pk)
    return tuesday


def began(three: Tuesday, ago: int = 0) -> int:
    """The session begins, or began so many milliseconds ago; when its first stage is over."""
    moment = clock.now() - timedelta(milliseconds=ago)
    open_room(three.meeting, moment)
    at = to_ms(moment)
    assert isinstance(three.ask(three.ade, Start(), now=at), Ack)
    return at + TELLING


def presses(three: Tuesday) -> list[StageBegan]:
    events = log.history(three.room, three.learning_set.pk)
    return [event for event in events if isinstance(event, StageBegan) and event.by == THE_ROOM]


def test_a_room_is_due_from_the_moment_on_when_its_time_is_over(three: Tuesday) -> None:
    over = began(three)
    room = LiveRoom(three.known)
    assert moving_on.due([room], over - 1) == []
    assert [wanted.command for wanted in moving_on.due([room], over)] == [MoveOn(1)]


def test_a_held_clock_and_more_minutes_put_it_off(three: Tuesday) -> None:
    over = began(three)
    three.ask(three.ade, AddMinutes(1, 1))
    assert moving_on.due([LiveRoom(three.known)], over) == []
    assert moving_on.due([LiveRoom(three.known)], over + MINUTE) != []
    three.ask(three.ade, Pause())
    assert moving_on.due([LiveRoom(three.known)], over + 9 * MINUTE) == []


def test_two_processes_that_press_move_on_once(three: Tuesday) -> None:
    over = began(three)
    first, second = (moving_on.due([LiveRoom(three.known)], over)[0] for _ in range(2))
    assert first == second
    answers = [three.ask(THE_ROOM, one.command, one.id, now=over) for one in (first, second)]
    assert answers[0] == answers[1]
    assert isinstance(answers[0], Ack)
    assert len(three.known.state.visits) == 2
    assert len(presses(three)) == 1


def test_somebody_who_was_quicker_wins_and_nothing_is_passed_over(three: Tuesday) -> None:
    over = began(three)
    wanted = moving_on.due([LiveRoom(three.known)], over)[0]
    assert isinstance(three.ask(three.ade, NextStage(1), now=over), Ack)
    assert isinstance(three.ask(THE_ROOM, wanted.command, wanted.id, now=over), Refusal)
    assert len(three.known.state.visits) == 2


def test_a_room_that_somebody_watches_moves_on_by_itself(three: Tuesday, server: Server) -> None:
    over = began(three, ago=TELLING - 1500)
    with opened(server.port, three, three.mei) as mei:
        mei.hear_until(lambda: "clock" in mei.regions)
        mei.hear_until(lambda: "Clarify" in mei.regions["clock"])
    (press,) = presses(three)
    assert 0 <= press.at - over < 2000
    assert press.allowance == 2 * MINUTE
