"""Time in a room: the turn keeps its minutes, and no millisecond is lost or shaved."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.process import commands as c
from setspace.core.process import timing
from setspace.core.process.events import StageBegan
from setspace.core.process.refusals import Reason
from setspace.core.process.state import MINUTE
from tests.core.rooms import ADE, INES, MEI, NINE_THIRTY, SAM, TOM, LiveRoom, room_at, room_for


def left(room: LiveRoom) -> int:
    return timing.left(room.state, room.now)


def test_a_stage_has_its_minutes_and_they_run_out_and_over() -> None:
    room = room_at("check-in")
    assert left(room) == 8 * MINUTE
    room.wait(3, ms=1)
    assert left(room) == 5 * MINUTE - 1
    room.wait(6)
    assert left(room) == -MINUTE - 1


def test_before_the_start_and_after_the_end_nothing_is_left() -> None:
    room = room_for()
    assert left(room) == 0
    room.start()
    room.wait(2)
    room.finish()
    assert left(room) == 0


def test_a_pause_keeps_what_is_left_to_the_millisecond() -> None:
    room = room_at("open")
    room.wait(7, ms=123)
    before = left(room)
    room.do(ADE, c.Pause())
    room.wait(31, ms=7)
    assert left(room) == before
    room.do(ADE, c.GoOn())
    assert left(room) == before
    room.wait(ms=1)
    assert left(room) == before - 1


def test_moving_on_while_the_clock_is_held_lets_it_go_and_takes_nothing_from_the_turn() -> None:
    room = room_at("open")
    room.wait(5)
    room.do(ADE, c.Pause())
    room.wait(12)
    room.next()
    assert room.state.paused_at is None
    assert timing.turn_used(room.state, 0, room.now) == 15 * MINUTE
    assert left(room) == MINUTE


def test_ending_while_the_clock_is_held_counts_only_what_ran() -> None:
    room = room_at("tell")
    room.wait(3)
    room.do(ADE, c.Pause())
    room.wait(9)
    room.finish()
    assert timing.turn_used(room.state, 0, room.now) == 3 * MINUTE
    assert timing.holder_minutes(room.state, room.now) == {MEI: 3.0}


def test_a_turn_that_runs_by_its_plan_has_the_minutes_of_the_round() -> None:
    room = room_at("tell")
    allowed = []
    while room.stage != "break-1":
        allowed.append(left(room) // MINUTE)
        room.next(after=left(room) / MINUTE)
    assert allowed == [4, 3, 3, 20, 1, 3, 2, 4]
    assert timing.turn_used(room.state, 0, room.now) == 40 * MINUTE


def test_what_early_stages_leave_the_elastic_stage_takes_up() -> None:
    room = room_at("tell")
    room.next(after=2)
    room.next(after=1)
    room.next(after=3)
    assert room.stage == "open"
    assert left(room) == 24 * MINUTE


def test_what_early_stages_overrun_the_elastic_stage_gives() -> None:
    room = room_at("tell")
    room.next(after=9)
    assert (room.stage, left(room)) == ("facts", 3 * MINUTE)
    room.next(after=3)
    room.next(after=4)
    assert (room.stage, left(room)) == ("open", 14 * MINUTE)


def test_the_elastic_stage_never_falls_below_its_least_nor_rises_above_its_most() -> None:
    room = room_at("tell")
    room.next(after=39)
    room.next(after=0)
    room.next(after=0)
    assert (room.stage, left(room)) == ("open", 10 * MINUTE)
    quick = room_at("tell")
    for _ in range(3):
        quick.next(after=0)
    assert (quick.stage, left(quick)) == ("open", 30 * MINUTE)


def test_the_last_stage_takes_all_that_its_turn_has_left() -> None:
    room = room_at("open")
    for _ in range(4):
        room.next(after=0)
    assert (room.stage, left(room)) == ("actions", 30 * MINUTE)


def test_stages_after_the_elastic_one_shrink_to_their_least_when_the_turn_is_late() -> None:
    room = room_at("open")
    room.next(after=28)
    assert (room.stage, left(room)) == ("quiet", MINUTE)
    room.next(after=1)
    assert (room.stage, left(room)) == ("echo", 2 * MINUTE)
    room.next(after=2)
    assert (room.stage, left(room)) == ("process", MINUTE)
    room.next(after=1)
    assert (room.stage, left(room)) == ("actions", 3 * MINUTE)


@given(st.lists(st.integers(0, 5 * MINUTE), min_size=7, max_size=7))
def test_however_the_stages_go_a_turn_is_offered_its_forty_minutes(spent: list[int]) -> None:
    """Unless it has overrun already: the last stage then keeps its least."""
    room = room_at("tell")
    for used in spent:
        room.wait(ms=used)
        room.next()
    assert room.stage == "actions"
    assert left(room) == max(3 * MINUTE, 40 * MINUTE - sum(spent))


@given(st.lists(st.sampled_from(["next", "back", "pause", "go_on", "add", "wait"]), max_size=25))
def test_a_turn_uses_just_the_time_in_which_the_clock_ran(steps: list[str]) -> None:
    room = room_at("facts")
    ran = 4 * MINUTE
    for step in steps:
        room.wait(ms=7_001)
        ran += 0 if room.state.paused_at is not None else 7_001
        _press(room, step)
        if room.stage == "break-1":
            break
        assert timing.turn_used(room.state, 0, room.now) == ran
    assert timing.turn_used(room.state, 0, room.now) == ran


def _press(room: LiveRoom, step: str) -> None:
    seen = room.seen
    asked: dict[str, c.Command] = {
        "next": c.NextStage(seen),
        "back": c.Back(seen),
        "pause": c.Pause(),
        "go_on": c.GoOn(),
        "add": c.AddMinutes(seen, 2),
    }
    if step in asked and not (step == "back" and room.stage == "tell"):
        room.ask(ADE, asked[step])


def test_going_back_restores_what_was_left() -> None:
    room = room_at("tell")
    room.wait(1, ms=5)
    room.next()
    room.wait(2)
    room.back()
    assert (room.stage, left(room)) == ("tell", 3 * MINUTE - 5)


def test_going_back_to_a_stage_that_had_run_over_leaves_it_over() -> None:
    room = room_at("tell")
    room.next(after=6)
    room.back()
    assert (room.stage, left(room)) == ("tell", -2 * MINUTE)


def test_going_back_and_on_again_keeps_the_turns_forty_minutes() -> None:
    room = room_at("open")
    room.next(after=10)
    room.wait(1)
    room.back()
    assert (room.stage, left(room)) == ("open", 10 * MINUTE)
    for _ in range(4):
        room.next(after=1)
    assert (room.stage, left(room)) == ("actions", (40 - 10 - 10 - 1 - 4) * MINUTE)


def test_added_minutes_lengthen_the_stage_that_is_on_and_its_turn() -> None:
    room = room_at("tell")
    room.wait(3)
    room.do(ADE, c.AddMinutes(room.seen, 4))
    assert left(room) == 5 * MINUTE
    assert timing.turn_left(room.state, 0, room.now) == 41 * MINUTE
    room.next(after=5)
    room.next(after=3)
    room.next(after=3)
    assert (room.stage, left(room)) == ("open", 20 * MINUTE)


def test_added_minutes_that_are_not_used_stay_with_the_holder() -> None:
    room = room_at("tell")
    room.do(ADE, c.AddMinutes(room.seen, 4))
    room.next(after=4)
    room.next(after=3)
    room.next(after=3)
    assert (room.stage, left(room)) == ("open", 24 * MINUTE)


def test_a_stage_takes_no_more_minutes_than_it_may_have() -> None:
    room = room_at("tell")
    room.do(ADE, c.AddMinutes(room.seen, 10))
    assert room.refusal(ADE, c.AddMinutes(room.seen, 1)) is Reason.STAGE_LIMIT
    refused = room.ask(ADE, c.AddMinutes(room.seen, 1))
    assert refused is not None
    assert refused.words == "This stage has all the time that it can have: 14 minutes."


def test_each_holder_has_had_the_minutes_in_which_the_clock_ran_in_their_turn() -> None:
    room = room_at("break-2")
    room.next(after=0)
    room.wait(2.5)
    assert timing.holder_minutes(room.state, room.now) == {MEI: 40.0, TOM: 40.0, INES: 2.5}
    assert SAM not in timing.holder_minutes(room.state, room.now)


def test_no_stage_of_any_plan_is_offered_less_than_its_least() -> None:
    for plan in ("tpas-session", "tpas-introduction", "ithrive-two-holders", "ithrive-three-holders"):
        room = room_for(plan)
        room.do(ADE, c.OrderHolders((MEI, TOM, INES)[: room.state.plan.turns]))
        room.start()
        while room.state.step is not None:
            least = room.state.step.stage.least if room.state.step.stage else room.state.step.block.minutes
            assert left(room) >= least * MINUTE
            room.next(after=room.state.step.minutes * 1.5)
        assert all(event.allowance > 0 for event in room.log if isinstance(event, StageBegan))


@pytest.mark.parametrize("now", [0, 1, NINE_THIRTY, 2**53])
def test_time_is_an_argument_and_any_moment_will_do(now: int) -> None:
    room = replace(room_for(), now=now)
    room.start()
    room.next(after=8)
    assert left(room) == 10 * MINUTE
