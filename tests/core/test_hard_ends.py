"""A stage with a hard end: the room moves on by itself, once, and never where somebody is to decide."""

from setspace.core.process import commands as c
from setspace.core.process import timing
from setspace.core.process.refusals import Reason
from setspace.core.process.state import MINUTE
from tests.core.rooms import ADE, INES, MEI, NINE_THIRTY, TOM, LiveRoom, room_for
from tests.core.written import view

THREE = (MEI, TOM, INES)


def troika() -> LiveRoom:
    room = room_for("troika-session", THREE)
    room.start()
    return room


def by_itself(room: LiveRoom) -> Reason | None:
    refused = room.ask(c.THE_ROOM, c.MoveOn(room.seen))
    return refused.reason if refused else None


def test_the_room_moves_on_when_the_time_is_over_and_not_before() -> None:
    room = troika()
    assert timing.moves_on_at(room.state) == NINE_THIRTY + 2 * MINUTE
    room.wait(ms=2 * MINUTE - 1)
    assert by_itself(room) is Reason.NOT_OVER_YET
    room.wait(ms=1)
    assert by_itself(room) is None
    assert room.stage == "clarify"
    assert room.log[-1].by == c.THE_ROOM


def test_two_that_press_for_one_visit_move_on_once() -> None:
    room = troika()
    room.wait(2)
    room.do(c.THE_ROOM, c.MoveOn(1))
    assert room.refusal(c.THE_ROOM, c.MoveOn(1)) is Reason.MOVED_ON


def test_nobody_presses_for_the_room() -> None:
    room = troika()
    room.wait(2)
    assert {room.refusal(one, c.MoveOn(1)) for one in (ADE, MEI)} == {Reason.ROOM_ASKS}


def test_a_held_clock_a_minute_more_and_a_soft_end_are_waited_for() -> None:
    room = troika()
    room.do(ADE, c.Pause())
    assert timing.moves_on_at(room.state) is None
    room.wait(9)
    room.do(ADE, c.GoOn())
    assert timing.moves_on_at(room.state) == NINE_THIRTY + 11 * MINUTE
    room.do(ADE, c.AddMinutes(room.seen, 1))
    assert timing.moves_on_at(room.state) == NINE_THIRTY + 12 * MINUTE
    room.go_to("worth")
    assert timing.moves_on_at(room.state) is None
    room.wait(30)
    assert by_itself(room) is Reason.NOT_OVER_YET


def test_a_stage_that_was_returned_to_without_time_waits() -> None:
    room = troika()
    room.wait(2)
    assert by_itself(room) is None
    room.back()
    assert (room.stage, timing.moves_on_at(room.state)) == ("tell", None)


def test_before_the_start_and_after_the_end_nothing_moves() -> None:
    room = room_for("troika-session", THREE)
    assert timing.moves_on_at(room.state) is None
    room.start()
    room.finish()
    assert timing.moves_on_at(room.state) is None


def test_three_people_have_ten_minutes_each_with_three_presses_apiece_by_the_room() -> None:
    room = troika()
    presses = 0
    while room.state.step is not None:
        moment = timing.moves_on_at(room.state)
        if moment is None:
            room.next(after=timing.left(room.state, room.now) / MINUTE)
        else:
            room.now, presses = moment, presses + 1
            assert by_itself(room) is None
    assert presses == 9
    assert set(timing.holder_minutes(room.state, room.now).values()) == {10.0}


def test_everybody_but_who_has_turned_away_is_told_that_it_goes_by_itself() -> None:
    room = troika()
    assert {view(room, one)["manner"]["ends"] for one in (ADE, MEI, TOM)} == {"The room moves on by itself."}
    room.go_to("talk")
    assert view(room, MEI)["manner"] == {}
    assert view(room, MEI)["still"]["back"] == "The room calls you back by itself."
    room.go_to("worth")
    assert view(room, TOM)["manner"]["ends"] == ""
