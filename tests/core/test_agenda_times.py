"""How far a session is behind or ahead, and when each of its blocks was, is and will be."""

from dataclasses import replace

from setspace.core.process import commands as c
from setspace.core.process import timing
from setspace.core.process.state import MINUTE
from tests.core.rooms import ADE, INES, NINE_THIRTY, TOM, LiveRoom, clock, room_at, room_for


def slots(room: LiveRoom) -> dict[str, tuple[str, str, str]]:
    found = timing.slots(room.state, room.now)
    return {slot.block.key: (clock(slot.start), clock(slot.end), slot.when) for slot in found}


def test_on_time_nobody_is_behind() -> None:
    room = room_at("tell")
    assert timing.behind(room.state, room.now) == 0
    room.wait(3)
    assert timing.behind(room.state, room.now) == 0


def test_a_late_start_is_behind_and_a_quick_check_in_is_ahead() -> None:
    room = room_for()
    room.wait(10)
    room.start()
    assert timing.behind(room.state, room.now) == 10 * MINUTE
    room.next(after=3)
    assert timing.behind(room.state, room.now) == 5 * MINUTE
    room.next(after=1)
    assert timing.behind(room.state, room.now) == -4 * MINUTE


def test_a_start_on_another_day_counts_from_the_moment_it_began() -> None:
    room = room_for()
    room.wait(61)
    room.start()
    assert timing.behind(room.state, room.now) == 0
    assert clock(room.state.planned_end or 0) == "14:01"


def test_a_held_clock_puts_the_session_behind_by_the_time_it_is_held() -> None:
    room = room_at("open")
    room.do(ADE, c.Pause())
    room.wait(4)
    assert timing.behind(room.state, room.now) == 4 * MINUTE


def test_a_stage_that_runs_over_inside_a_turn_puts_nobody_behind_while_the_turn_can_take_it_up() -> None:
    room = room_at("tell")
    room.wait(9)
    assert timing.behind(room.state, room.now) == 0
    room.wait(35)
    assert timing.behind(room.state, room.now) == 4 * MINUTE


def test_the_agenda_says_what_was_what_is_and_what_will_be() -> None:
    room = room_at("update")
    room.wait(4)
    assert slots(room)["check-in"] == ("09:30", "09:38", "past")
    assert slots(room)["update"] == ("09:38", "09:48", "now")
    assert slots(room)["order"] == ("09:48", "09:50", "ahead")
    assert slots(room)["close"] == ("12:58", "13:00", "ahead")


def test_after_a_return_what_comes_again_is_ahead_and_not_in_the_past() -> None:
    room = room_at("order")
    room.wait(1)
    room.back()
    assert slots(room)["update"] == ("09:38", "09:49", "now")
    assert slots(room)["order"] == ("09:49", "09:51", "ahead")
    assert slots(room)["turn-1"] == ("09:51", "10:31", "ahead")
    assert timing.behind(room.state, room.now) == MINUTE


def test_after_a_return_before_a_turn_the_turn_has_what_it_had_left() -> None:
    room = room_at("tell")
    room.wait(3)
    room.back()
    assert (room.stage, slots(room)["order"]) == ("order", ("09:48", "09:53", "now"))
    assert slots(room)["turn-1"] == ("09:53", "10:30", "ahead")


def test_a_turn_that_nobody_holds_is_passed_over_and_not_in_the_agenda() -> None:
    room = room_for()
    room.do(ADE, c.OrderHolders((TOM, INES)))
    room.start()
    assert "turn-2" in slots(room)
    assert "turn-3" not in slots(room)
    assert "break-3" not in slots(room)
    room.go_to("break-2")
    room.next(after=12)
    assert room.stage == "review"


def test_after_the_end_the_agenda_holds_what_took_place() -> None:
    room = room_at("update")
    room.wait(2)
    room.finish()
    assert list(slots(room)) == ["check-in", "update"]
    room.wait(30)
    assert clock(timing.projected_end(room.state, room.now)) == "09:40"


def test_a_room_that_was_closed_without_a_start_has_no_agenda_and_fails_nobody() -> None:
    room = room_for()
    room.do(c.THE_ROOM, c.Close())
    assert slots(room) == {}
    assert timing.projected_end(room.state, room.now) == room.now
    assert timing.behind(room.state, room.now) == 0


def test_before_the_start_the_agenda_moves_with_the_clock_only_once_it_is_late() -> None:
    room = room_for()
    early = replace(room, now=NINE_THIRTY - 60 * MINUTE)
    assert slots(early)["check-in"][0] == "09:30"
    room.wait(5)
    assert slots(room)["check-in"][0] == "09:35"
