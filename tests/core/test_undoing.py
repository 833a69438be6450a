"""Undoing what was done last to the time and the turns, and what everybody reads of it until then."""

import pytest

from setspace.core.process import commands as c
from setspace.core.process import timing
from setspace.core.process.gifts import Given
from setspace.core.process.refusals import Reason
from setspace.core.process.state import MINUTE
from tests.core.rooms import ADE, INES, MEI, MEMBERS, SAM, TOM, LiveRoom
from tests.core.test_giving import ends, late, minutes_of, see


def undo(room: LiveRoom) -> None:
    room.do(ADE, c.Undo(room.state.time_changes))


def why_not(room: LiveRoom) -> Reason:
    return room.refusal(ADE, c.Undo(room.state.time_changes))


def offered(room: LiveRoom) -> object:
    return see(room, ADE, "giving")["undo"]


@pytest.mark.parametrize("way", ["blocks", "one_block"])
def test_undo_brings_back_just_what_was_there(way: str) -> None:
    room = late(4)
    before = (minutes_of(room), ends(room), room.state.visits[-1].allowance)
    room.do(ADE, c.GiveTime(way, 4))
    assert ends(room) == "13:00"
    undo(room)
    assert (minutes_of(room), ends(room), room.state.visits[-1].allowance) == before
    assert why_not(room) is Reason.NOTHING_TO_UNDO


def test_undo_of_the_moved_turn_brings_its_holder_back() -> None:
    room = late(25)
    room.do(ADE, c.GiveTime("last_turn", 25))
    undo(room)
    assert room.state.order == MEMBERS


def test_an_added_minute_can_be_undone_until_the_session_moves_on() -> None:
    room = late(0)
    room.go_to("open")
    allowance = room.state.visits[-1].allowance
    room.do(ADE, c.AddMinutes(room.seen, 3))
    undo(room)
    assert room.state.visits[-1].allowance == allowance
    assert timing.turn_length(room.state, 0) == 40 * MINUTE
    room.do(ADE, c.AddMinutes(room.seen, 3))
    room.next()
    assert offered(room) == ""
    assert why_not(room) is Reason.UNDO_TOO_LATE


def test_undo_withdraws_what_the_set_was_asked() -> None:
    room = late(25)
    room.do(ADE, c.GiveTime("white_space", 25))
    undo(room)
    assert room.state.proposal is None
    assert room.refusal(MEI, c.Agree(room.state.time_changes, yes=True)) is Reason.NO_SUCH


def test_undo_after_a_pass_takes_back_the_pass_and_leaves_the_older_gift() -> None:
    room = late(10)
    room.do(ADE, c.GiveTime("blocks", 10))
    given, order = minutes_of(room), room.state.order
    room.do(ADE, c.PassTurn(TOM))
    assert offered(room) == "Undo: Tom passes"
    undo(room)
    assert (minutes_of(room), room.state.order, dict(room.state.passed)) == (given, order, {})
    assert offered(room) == "Undo: 10 minutes from 4 parts"
    undo(room)
    assert sum(minutes_of(room).values()) == 210
    assert why_not(room) is Reason.NOTHING_TO_UNDO


def test_whoever_was_marked_absent_by_mistake_has_their_own_place_again() -> None:
    room = late(0)
    room.do(c.THE_ROOM, c.TakeSeat("nia", "Nia Ray", "member"))
    room.do(ADE, c.OrderHolders((MEI, "nia", TOM, INES)))
    room.do(ADE, c.MarkAbsent("nia"))
    assert offered(room) == "Undo: Nia is not coming"
    undo(room)
    assert room.state.order == (MEI, "nia", TOM, INES)


def test_what_a_member_says_of_their_own_turn_is_not_undone_by_who_leads() -> None:
    room = late(4)
    room.do(ADE, c.GiveTime("one_block", 4))
    room.do(SAM, c.PassTurn())
    assert offered(room) == "Undo: 4 minutes from check-in"
    undo(room)
    assert room.state.passed == {SAM: "passed"}


def test_a_pass_is_not_undone_once_the_turns_are_others() -> None:
    room = late(10)
    room.do(ADE, c.GiveTime("blocks", 10))
    room.do(ADE, c.PassTurn(TOM))
    room.do(ADE, c.OrderHolders((MEI, SAM, INES)))
    assert (offered(room), why_not(room)) == ("", Reason.UNDO_TOO_LATE)
    assert isinstance(room.state.acts[0], Given)


@pytest.mark.parametrize("order", [(MEI, INES, SAM), (TOM, MEI, INES, SAM)])
def test_nothing_older_is_undone_once_the_turns_were_put_in_another_order(order: tuple[str, ...]) -> None:
    room = late(0)
    room.do(ADE, c.AddMinutes(room.seen, 1))
    room.do(ADE, c.OrderHolders(order))
    assert (offered(room), why_not(room)) == ("", Reason.UNDO_TOO_LATE)
    room.do(ADE, c.PassTurn(INES))
    room.do(ADE, c.Return(INES))
    assert (offered(room), why_not(room)) == ("", Reason.UNDO_TOO_LATE)
    room.do(ADE, c.AddMinutes(room.seen, 2))
    assert offered(room)
    undo(room)
    assert (offered(room), len(room.state.acts)) == ("", 1)


def test_the_same_order_once_more_leaves_what_can_be_undone() -> None:
    room = late(0)
    room.do(ADE, c.OrderHolders(MEMBERS))
    room.do(ADE, c.AddMinutes(room.seen, 1))
    room.do(ADE, c.OrderHolders(MEMBERS))
    undo(room)
    assert room.state.acts == ()


def test_whoever_came_back_by_themselves_is_not_brought_back_again() -> None:
    room = late(10)
    room.do(ADE, c.GiveTime("blocks", 10))
    room.do(ADE, c.PassTurn(TOM))
    before = room.state.time_changes
    room.do(TOM, c.Return())
    assert room.refusal(ADE, c.Undo(before)) is Reason.NO_SUCH
    undo(room)
    assert room.state.gifts == ()
    assert room.state.order == (MEI, INES, SAM, TOM)


def test_a_gift_stays_once_a_part_of_it_is_over() -> None:
    room = late(10)
    room.do(ADE, c.GiveTime("blocks", 10))
    room.next(after=4)
    assert room.stage == "update"
    assert (offered(room), why_not(room)) == ("", Reason.UNDO_TOO_LATE)


def test_nothing_is_undone_behind_a_minute_that_has_run() -> None:
    room = late(10)
    room.go_to("order")
    room.do(ADE, c.GiveTime("one_block", 4))
    room.do(ADE, c.AddMinutes(room.seen, 1))
    room.next(after=1)
    assert (offered(room), why_not(room)) == ("", Reason.UNDO_TOO_LATE)


def test_everybody_reads_what_happened_and_no_order() -> None:
    room = late(4)
    room.do(ADE, c.GiveTime("one_block", 4))
    said = see(room, TOM, "given")
    assert said["words"] == "Taken from check-in: 4 minutes. Every turn keeps its time."
    assert said["end"] == timing.due_end(room.state)
    room = late(10)
    room.do(ADE, c.GiveTime("blocks", 10))
    assert see(room, TOM, "given")["words"] == (
        "Taken: 4 minutes from check-in, 4 minutes from action updates, 1 minute from order of turns and "
        "ground rules and 1 minute from close and next date. Every turn keeps its time."
    )


def test_no_end_is_told_that_the_session_does_not_keep_to() -> None:
    room = late(4)
    room.do(ADE, c.GiveTime("one_block", 4))
    room.do(MEI, c.CallBreak(5))
    said = see(room, TOM, "given")
    assert (said["words"], said["end"]) == (
        "Taken from check-in: 4 minutes. Every turn keeps its time.",
        None,
    )


@pytest.mark.parametrize(
    "later", [c.PassTurn(SAM), c.AddMinutes(1, 2), c.OrderHolders((MEI, TOM)), c.NextStage(1), c.End()]
)
def test_what_was_given_is_told_until_the_plan_is_another(later: c.Command) -> None:
    room = late(4)
    room.do(ADE, c.GiveTime("one_block", 4))
    assert see(room, TOM, "given")
    room.do(ADE, later)
    assert see(room, TOM, "given") == {}


def test_what_all_turns_gave_stays_once_one_of_them_has_paid() -> None:
    room = late(25)
    room.do(ADE, c.GiveTime("all_turns", 25))
    room.go_to("tell")
    assert why_not(room) is Reason.UNDO_TOO_LATE
    assert timing.turn_length(room.state, 0) == timing.turn_length(room.state, 3)


def test_a_late_press_answers_and_undoes_nothing_else() -> None:
    room = late(25)
    room.do(ADE, c.GiveTime("white_space", 24))
    first = room.state.time_changes
    room.do(ADE, c.Undo(first))
    room.do(ADE, c.GiveTime("white_space", 25))
    assert room.refusal(MEI, c.Agree(first, yes=True)) is Reason.NO_SUCH
    before = room.state.time_changes
    room.do(TOM, c.Agree(before, yes=False))
    assert room.refusal(ADE, c.Undo(before)) is Reason.NO_SUCH
