"""The course of a session: start, moving on and back, the order of those who hold an issue, the end."""

from dataclasses import replace

import pytest

from setspace.core.process import commands as c
from setspace.core.process import timing
from setspace.core.process.catalogue import _refuse
from setspace.core.process.refusals import Reason
from setspace.core.process.sight import sight
from setspace.core.process.state import MINUTE, Phase
from tests.core.rooms import ADE, INES, MEI, MEMBERS, NINE_THIRTY, SAM, TOM, room_at, room_for


def test_without_a_choice_all_hold_an_issue_in_the_order_of_their_seats() -> None:
    room = room_for()
    room.start()
    assert room.state.order == MEMBERS


def test_where_there_are_bids_nobody_is_chosen_before_them() -> None:
    for plan in ("ithrive-two-holders", "ithrive-three-holders", "tpas-introduction"):
        room = room_for(plan)
        room.start()
        assert room.state.order == ()


def test_an_order_that_was_chosen_before_the_start_stands() -> None:
    room = room_for()
    room.do(ADE, c.OrderHolders((SAM, MEI, TOM, INES)))
    room.start()
    room.go_to("tell")
    assert room.state.holder == SAM


def test_the_planned_end_counts_from_the_planned_start_when_it_was_within_the_hour() -> None:
    for late, end in ((-30, 210), (0, 210), (45, 210), (60, 210), (61, 271), (600, 810)):
        room = room_for()
        room.wait(late)
        room.start()
        assert room.state.planned_end == NINE_THIRTY + end * MINUTE


def test_two_who_press_at_the_same_time_move_on_once() -> None:
    room = room_at("tell")
    seen = room.seen
    room.do(ADE, c.NextStage(seen))
    assert room.refusal(ADE, c.NextStage(seen)) is Reason.MOVED_ON
    assert room.refusal(ADE, c.AddMinutes(seen, 1)) is Reason.MOVED_ON
    assert room.refusal(ADE, c.Back(seen)) is Reason.MOVED_ON
    assert room.stage == "facts"


def test_a_turn_cannot_begin_without_somebody_to_hold_it() -> None:
    room = room_for("ithrive-two-holders")
    room.start()
    room.go_to("bidding")
    assert room.refusal(ADE, c.NextStage(room.seen)) is Reason.NO_HOLDER
    room.do(ADE, c.OrderHolders((INES,)))
    room.next()
    assert (room.stage, room.state.holder) == ("telling", INES)


def test_in_a_round_with_bids_its_holder_is_found_in_its_first_stage() -> None:
    room = room_for("tpas-introduction")
    room.start()
    room.go_to("bidding")
    assert room.refusal(ADE, c.NextStage(room.seen)) is Reason.NO_HOLDER
    room.do(TOM, c.Bid("A new colleague", 4))
    room.do(ADE, c.OrderHolders((MEI,)))
    room.do(ADE, c.OrderHolders((TOM,)))
    room.next()
    assert (room.stage, room.state.holder) == ("tell", TOM)
    assert room.refusal(ADE, c.OrderHolders((MEI,))) is Reason.ORDER_BEGUN


def test_the_order_of_turns_that_are_still_to_come_may_change_at_any_time() -> None:
    room = room_at("open")
    room.do(ADE, c.OrderHolders((MEI, SAM, INES, TOM)))
    assert room.refusal(ADE, c.OrderHolders((SAM, MEI, INES, TOM))) is Reason.ORDER_BEGUN
    assert room.state.order == (MEI, SAM, INES, TOM)


def test_turns_that_were_passed_over_may_be_gone_back_for() -> None:
    room = room_for()
    room.do(ADE, c.OrderHolders((MEI,)))
    room.start()
    room.go_to("review")
    assert room.refusal(ADE, c.OrderHolders(MEMBERS)) is Reason.ORDER_TOO_LONG
    room.back()
    assert room.stage == "break-1"
    room.do(ADE, c.OrderHolders((MEI, TOM, INES)))
    room.next()
    assert (room.stage, room.state.holder) == ("tell", TOM)
    room.go_to("break-2")
    room.next(after=12)
    room.wait(3)
    assert room.state.holder == INES
    assert timing.holder_minutes(room.state, room.now) == {MEI: 40.0, TOM: 40.0, INES: 3.0}
    assert room.refusal(ADE, c.OrderHolders((MEI, INES, TOM))) is Reason.ORDER_BEGUN


def test_back_passes_over_turns_and_breaks_that_were_skipped() -> None:
    room = room_for()
    room.do(ADE, c.OrderHolders((MEI,)))
    room.start()
    room.go_to("review")
    room.back()
    assert room.stage == "break-1"
    room.back()
    assert room.stage == "actions"


def test_a_return_into_a_turn_is_a_return_to_its_holder() -> None:
    room = room_at("break-1")
    room.back()
    assert (room.stage, room.state.holder) == ("actions", MEI)
    assert room.state.turns_begun == 1


def test_moving_on_from_the_last_block_ends_the_session() -> None:
    room = room_at("close")
    room.next(after=2)
    assert room.state.phase is Phase.ENDED
    assert room.state.ended_at == room.now
    assert timing.behind(room.state, room.now) == 0


def test_a_session_may_end_at_any_moment_and_nothing_is_on_any_more() -> None:
    room = room_at("open")
    room.do(TOM, c.AskForFloor())
    room.do(ADE, c.GiveFloor(INES))
    room.finish()
    assert (room.state.step, room.state.holder, room.state.floor, room.state.queue) == (None, "", "", ())


def test_the_room_itself_closes_what_was_forgotten() -> None:
    for room in (room_for(), room_at("open"), room_at("close")):
        room.do(c.THE_ROOM, c.Close())
        assert room.state.phase is Phase.CLOSED
        assert room.refusal(ADE, c.Start()) is Reason.CLOSED


def test_a_room_that_was_forgotten_in_the_middle_ends_before_it_closes() -> None:
    room = room_at("open")
    room.do(c.THE_ROOM, c.Close())
    assert room.state.ended_at == room.now


def test_a_session_cannot_begin_twice() -> None:
    room = room_at("close")
    assert room.refusal(ADE, c.Start()) is Reason.ALREADY_STARTED
    room.finish()
    assert room.refusal(ADE, c.Start()) is Reason.OVER


def test_a_catalogue_that_does_not_add_up_is_refused_with_all_its_faults() -> None:
    _refuse(())
    with pytest.raises(ValueError, match=r"One\. Two\."):
        _refuse(("One.", "Two."))


def test_no_break_follows_upon_a_break_when_turns_are_passed_over() -> None:
    room = room_for("tpas-session")
    room.do(ADE, c.OrderHolders((MEI,)))
    room.do(ADE, c.Start())
    seen = []
    while room.state.step:
        seen.append(room.state.step.block.key)
        room.do(ADE, c.NextStage(len(room.state.visits)))
    assert list(dict.fromkeys(seen)) == [
        "check-in",
        "update",
        "order",
        "turn-1",
        "break-1",
        "review",
        "close",
    ]


def test_all_are_told_to_carry_on_when_the_facilitator_loses_the_line() -> None:
    room = room_at("open")
    with_ade, without = (sight(room.state, MEI, room.now, frozenset(here)) for here in ((MEI, ADE), (MEI,)))
    assert with_ade["cue"]["text"] == "The others ask. You may leave any question unanswered."
    assert without["cue"]["text"] == "Ade has lost touch with the room. Carry on."


def test_the_close_says_when_the_set_meets_next() -> None:
    room = room_for()
    following = "Session 2, Tuesday 1 June, 9:30am"
    room.do(c.THE_ROOM, c.Prepare(replace(room.state.setup, next_session=following)))
    room.start()
    assert sight(room.state, MEI, room.now, frozenset())["question"]["next"] == ""
    room.go_to("close")
    next_time = sight(room.state, MEI, room.now, frozenset())["question"]["next"]
    assert next_time == following
