"""What happens to people: passing and coming back, moments, breaks, a lost line."""

from dataclasses import replace
from typing import Any

import pytest

from setspace.core.process import commands as c
from setspace.core.process import timing
from setspace.core.process.refusals import Reason
from setspace.core.process.sight import sight
from setspace.core.process.state import MINUTE
from tests.core.rooms import ADE, INES, MEI, MEMBERS, SAM, TOM, LiveRoom, clock, room_at, room_for

HERE = frozenset((ADE, *MEMBERS))


def shown(room: LiveRoom, person: str, region: str) -> dict[str, Any]:
    return sight(room.state, person, room.now, HERE)[region]


def test_whoever_passes_leaves_the_order_and_the_session_ends_earlier() -> None:
    room = room_at("check-in")
    before = timing.projected_end(room.state, room.now)
    room.do(TOM, c.PassTurn())

    assert room.state.order == (MEI, INES, SAM)
    assert room.state.passed == {TOM: "passed"}
    assert before - timing.projected_end(room.state, room.now) == 40 * MINUTE


def test_whoever_leads_passes_for_somebody_and_nobody_else_does() -> None:
    room = room_at("check-in")

    assert room.refusal(MEI, c.PassTurn(TOM)) is Reason.FACILITATOR_ONLY
    room.do(ADE, c.PassTurn(TOM))
    assert room.refusal(ADE, c.PassTurn(TOM)) is Reason.ALREADY_SO
    assert room.refusal(ADE, c.PassTurn(ADE)) is Reason.ORDER_STRANGER


def test_somebody_who_passed_comes_back_as_the_last() -> None:
    room = room_at("check-in")
    room.do(TOM, c.PassTurn())
    assert shown(room, TOM, "own_turn") == {
        "is_passed": True,
        "why": "passed",
        "may_return": True,
        "leader": "Ade",
    }
    room.do(TOM, c.Return())

    assert room.state.order == (MEI, INES, SAM, TOM)
    assert room.state.passed == {}
    assert room.refusal(TOM, c.Return()) is Reason.ALREADY_SO


def test_there_is_no_coming_back_when_the_time_for_it_is_gone() -> None:
    room = room_at("check-in")
    room.do(SAM, c.PassTurn())
    while room.state.holder != INES:
        room.next()
    room.go_to("review")

    assert room.refusal(SAM, c.Return()) is Reason.ORDER_TOO_LONG
    assert shown(room, SAM, "own_turn")["may_return"] is False


def test_passing_before_the_start_counts_and_can_be_undone() -> None:
    room = room_for()
    room.do(TOM, c.PassTurn())
    room.do(SAM, c.PassTurn())
    room.do(SAM, c.Return())
    room.start()

    assert room.state.order == (MEI, INES, SAM)


def test_when_everybody_passes_the_session_goes_to_its_end_without_a_turn() -> None:
    room = room_at("check-in")
    for person in MEMBERS:
        room.do(person, c.PassTurn())
    while room.state.step is not None:
        assert room.state.holder == ""
        room.next()

    assert room.state.begun == ()


def test_when_everybody_has_passed_one_may_still_come_back() -> None:
    room = room_at("check-in")
    for person in MEMBERS:
        room.do(person, c.PassTurn())
    room.do(SAM, c.Return())
    room.go_to("tell")

    assert room.state.holder == SAM


def test_somebody_absent_comes_later_and_is_given_a_turn() -> None:
    room = room_for()
    for person in (ADE, MEI, TOM, INES):
        room.do(person, c.Arrive())
    room.start()
    room.do(ADE, c.MarkAbsent(SAM))
    assert room.refusal(SAM, c.Return()) is Reason.FACILITATOR_ONLY
    room.do(SAM, c.Arrive())
    rows = shown(room, ADE, "order")["others"]
    assert [(row["person"], row["passed"], row["has_arrived"]) for row in rows] == [(SAM, "absent", True)]
    room.do(ADE, c.Return(SAM))

    assert room.state.order == (MEI, TOM, INES, SAM)


def test_whoever_is_chosen_has_not_passed_any_more() -> None:
    room = room_at("check-in")
    room.do(TOM, c.PassTurn())
    room.do(ADE, c.OrderHolders((TOM, MEI)))

    assert room.state.passed == {}


def test_a_session_on_another_day_begins_with_nobody_passing() -> None:
    room = room_for()
    room.do(TOM, c.PassTurn())
    setup = room.state.setup
    room.do(c.THE_ROOM, c.Prepare(setup))
    assert room.state.passed == {TOM: "passed"}
    room.do(c.THE_ROOM, c.Prepare(replace(setup, starts_at=setup.starts_at + 24 * 60 * MINUTE)))

    assert room.state.passed == {}


def test_a_moment_is_told_to_who_leads_and_to_nobody_else() -> None:
    room = room_at("open")
    before = {person: sight(room.state, person, room.now, HERE) for person in MEMBERS}
    room.do(TOM, c.NeedMoment())

    assert [row["person"] for row in shown(room, ADE, "moment")["rows"]] == [TOM]
    assert shown(room, TOM, "moment")["asked"] == "asked"
    assert room.refusal(TOM, c.NeedMoment()) is Reason.ALREADY_SO
    for person in (MEI, INES, SAM):
        assert sight(room.state, person, room.now, HERE) == before[person]


def test_a_moment_that_was_seen_is_answered_and_may_be_needed_again() -> None:
    room = room_at("open")
    room.do(TOM, c.NeedMoment())
    assert room.refusal(MEI, c.MomentSeen(TOM)) is Reason.FACILITATOR_ONLY
    room.do(ADE, c.MomentSeen(TOM))
    assert shown(room, ADE, "moment")["rows"] == []
    assert shown(room, TOM, "moment")["asked"] == "seen"
    assert room.refusal(ADE, c.MomentSeen(TOM)) is Reason.NO_SUCH
    room.do(TOM, c.NeedMoment())
    room.do(TOM, c.MomentSeen(TOM))

    assert shown(room, TOM, "moment")["asked"] == ""


def test_a_moment_that_nobody_has_seen_lives_through_the_stage() -> None:
    room = room_at("open")
    room.do(TOM, c.NeedMoment())
    room.do(INES, c.NeedMoment())
    room.do(ADE, c.MomentSeen(INES))
    room.next()

    assert room.state.moments == {TOM: False}


def test_anybody_calls_a_break_and_it_uses_nobodys_time() -> None:
    room = room_at("open")
    left = timing.left(room.state, room.now)
    room.wait(1)
    room.do(INES, c.CallBreak())
    assert shown(room, MEI, "clock")["break_until"] == room.now + 5 * MINUTE
    assert shown(room, MEI, "cue")["text"] == "A short break for everybody."
    room.wait(9)
    assert timing.left(room.state, room.now) == left - MINUTE
    assert room.refusal(INES, c.GoOn()) is Reason.FACILITATOR_ONLY
    room.do(ADE, c.GoOn())

    assert (room.state.held_for, room.state.break_until) == ("", None)


def test_a_break_may_be_called_while_the_clock_is_held() -> None:
    room = room_at("open")
    room.do(ADE, c.Pause())
    paused_at = room.state.paused_at
    room.wait(2)
    room.do(TOM, c.CallBreak(10))

    assert room.state.paused_at == paused_at
    assert room.state.break_until == room.now + 10 * MINUTE


@pytest.mark.parametrize("minutes", [0, -1, 16])
def test_a_break_is_short(minutes: int) -> None:
    assert room_at("open").refusal(TOM, c.CallBreak(minutes)) is Reason.OUT_OF_SCALE


def test_a_break_is_over_with_the_stage_in_which_it_was_called() -> None:
    for over in (c.NextStage, c.Back):
        room = room_at("open")
        room.do(TOM, c.CallBreak())
        room.do(ADE, over(room.seen))
        assert (room.state.paused_at, room.state.break_until, room.state.held_for) == (None, None, "")
    room = room_at("open")
    room.do(TOM, c.CallBreak())
    room.finish()
    assert (room.state.paused_at, room.state.break_until, room.state.held_for) == (None, None, "")


def test_the_room_holds_the_clock_for_a_holder_and_lets_go_of_it() -> None:
    room = room_at("open")
    room.do(c.THE_ROOM, c.Pause("holder"))
    assert shown(room, TOM, "cue")["text"] == "Mei has lost the line. The clock is held."
    assert room.refusal(c.THE_ROOM, c.Pause("holder")) is Reason.ALREADY_PAUSED
    room.do(c.THE_ROOM, c.GoOn())

    assert room.state.paused_at is None


def test_the_room_never_lets_go_of_what_a_person_holds() -> None:
    room = room_at("open")
    room.do(c.THE_ROOM, c.Pause("holder"))
    room.do(ADE, c.GoOn())
    room.do(ADE, c.Pause())
    assert room.refusal(c.THE_ROOM, c.GoOn()) is Reason.NOT_PAUSED
    room.do(TOM, c.CallBreak())
    assert room.refusal(c.THE_ROOM, c.GoOn()) is Reason.NOT_PAUSED


def test_the_room_holds_the_clock_for_nobody_but_a_holder() -> None:
    assert room_at("check-in").refusal(c.THE_ROOM, c.Pause("holder")) is Reason.NO_SUCH
    assert room_at("open").refusal(c.THE_ROOM, c.Pause("whim")) is Reason.NO_SUCH
    assert room_at("open").refusal(ADE, c.Pause("holder")) is Reason.ROOM_ASKS


def test_a_break_that_is_called_is_told_by_the_clock_of_the_set() -> None:
    room = room_at("open")
    room.do(TOM, c.CallBreak(5))
    until = shown(room, SAM, "clock")["break_until"]

    assert clock(until) == clock(room.now + 5 * MINUTE)
