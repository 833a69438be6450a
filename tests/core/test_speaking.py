"""The floor, the queue and the questions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.process import commands as c
from setspace.core.process.refusals import Reason
from tests.core.rooms import ADE, INES, MEI, SAM, TOM, LiveRoom, room_at

DOES = ("ask", "ask", "bring in", "leave", "move")


def kept(room: LiveRoom, person: str) -> list[str]:
    return [held.text for held in room.state.held.get(person, ())]


def test_people_wait_in_the_order_in_which_they_asked() -> None:
    room = room_at("open")
    for person in (SAM, TOM, INES):
        room.do(person, c.AskForFloor())
    assert list(room.state.queue) == [SAM, TOM, INES]
    room.do(TOM, c.LeaveQueue())
    assert list(room.state.queue) == [SAM, INES]


def test_going_back_gives_everybody_the_place_that_they_had() -> None:
    room = room_at("open")
    for person in (SAM, TOM, INES):
        room.do(person, c.AskForFloor())
    room.do(ADE, c.GiveFloor(SAM))
    room.next()
    assert (room.state.floor, room.state.queue) == ("", ())
    room.back()
    assert (room.stage, room.state.floor, room.state.queue) == ("open", SAM, (TOM, INES))
    assert room.state.floors_in_all == {SAM: 1}


@given(st.lists(st.tuples(st.sampled_from(DOES), st.sampled_from((TOM, INES, SAM))), max_size=40))
def test_each_stage_has_the_queue_that_it_had_however_often_the_session_goes_to_and_fro(
    does: list[tuple[str, str]],
) -> None:
    room = room_at("facts")
    waiting: dict[str, list[str]] = {"facts": [], "open": []}
    speaking = dict.fromkeys(waiting, "")
    for what, who in does:
        here = room.stage
        if what == "move":
            room.do(ADE, c.NextStage(room.seen) if here == "facts" else c.Back(room.seen))
            while room.stage not in waiting:
                room.do(ADE, c.NextStage(room.seen) if here == "facts" else c.Back(room.seen))
        elif what == "ask" and room.ask(who, c.AskForFloor()) is None:
            waiting[here].append(who)
        elif what == "bring in" and room.ask(ADE, c.GiveFloor(who)) is None:
            waiting[here] = [one for one in waiting[here] if one != who]
            speaking[here] = who
        elif what == "leave" and room.ask(who, c.LeaveQueue()) is None:
            waiting[here] = [one for one in waiting[here] if one != who]
            speaking[here] = "" if speaking[here] == who else speaking[here]
        assert room.state.queue == tuple(waiting[room.stage])
        assert room.state.floor == speaking[room.stage]


def test_who_left_in_the_meantime_does_not_wait_any_more() -> None:
    room = room_at("open")
    for person in (SAM, TOM, INES):
        room.do(person, c.AskForFloor())
    room.do(ADE, c.GiveFloor(SAM))
    room.next()
    for person in (SAM, TOM):
        room.do(c.THE_ROOM, c.LeaveSeat(person))
    room.back()
    assert (room.state.floor, room.state.queue) == ("", (INES,))


def test_the_queue_of_one_turn_is_not_that_of_the_next() -> None:
    room = room_at("open")
    room.do(SAM, c.AskForFloor())
    room.next()
    room.go_to("open")
    assert room.state.holder == TOM
    assert room.state.queue == ()


def test_the_facilitator_brings_in_whom_they_will_and_the_others_wait_on() -> None:
    room = room_at("open")
    for person in (SAM, TOM):
        room.do(person, c.AskForFloor())
    room.do(ADE, c.GiveFloor(TOM))
    assert (room.state.floor, room.state.queue) == (TOM, (SAM,))
    assert room.refusal(TOM, c.AskForFloor()) is Reason.ALREADY_ASKING
    room.do(ADE, c.GiveFloor(INES))
    assert (room.state.floor, room.state.queue) == (INES, (SAM,))


def test_who_has_the_floor_may_give_it_back_and_so_may_the_facilitator_take_it() -> None:
    room = room_at("open")
    room.do(ADE, c.GiveFloor(TOM))
    room.do(TOM, c.LeaveQueue())
    assert room.state.floor == ""
    room.do(ADE, c.GiveFloor(TOM))
    room.do(ADE, c.GiveFloor(""))
    assert room.state.floor == ""
    assert room.refusal(ADE, c.GiveFloor("")) is Reason.ALREADY_SO


def test_each_stage_begins_with_no_floor_and_no_queue() -> None:
    room = room_at("facts")
    room.do(TOM, c.AskForFloor())
    room.do(ADE, c.GiveFloor(INES))
    room.next()
    assert (room.state.floor, room.state.queue) == ("", ())


def test_how_often_each_was_brought_in_is_counted_within_a_turn() -> None:
    room = room_at("facts")
    for person in (TOM, INES, TOM):
        room.do(ADE, c.GiveFloor(person))
    room.next()
    room.do(ADE, c.GiveFloor(SAM))
    assert dict(room.state.floors_taken) == {TOM: 2, INES: 1, SAM: 1}
    room.go_to("break-1")
    assert dict(room.state.floors_taken) == {}


def test_in_a_quiet_stage_the_floor_can_be_taken_back_though_not_given() -> None:
    room = room_at("quiet")
    assert room.refusal(ADE, c.GiveFloor(TOM)) is Reason.FLOOR_IS_QUIET
    assert room.refusal(ADE, c.GiveFloor("")) is Reason.ALREADY_SO


def test_a_kept_question_may_be_worded_anew_let_go_or_put() -> None:
    room = room_at("open")
    room.do(TOM, c.KeepQuestion("Why?"), "first")
    room.do(TOM, c.KeepQuestion("What makes it so?", held="first"), "second")
    assert kept(room, TOM) == ["What makes it so?"]
    assert room.refusal(TOM, c.DropQuestion("first")) is Reason.NO_SUCH
    room.do(TOM, c.SendQuestion("What makes it so just now?", held="second"))
    assert kept(room, TOM) == []
    assert [asked.text for asked in room.state.parts[MEI].asked] == ["What makes it so just now?"]
    room.do(TOM, c.KeepQuestion("Who else?"), "third")
    room.do(TOM, c.DropQuestion("third"))
    assert kept(room, TOM) == []


def test_nobody_puts_words_anew_or_lets_go_what_somebody_else_keeps() -> None:
    room = room_at("open")
    room.do(TOM, c.KeepQuestion("Why?"), "toms")
    for what in (
        c.KeepQuestion("Mine", held="toms"),
        c.SendQuestion("Mine", held="toms"),
        c.DropQuestion("toms"),
    ):
        assert room.refusal(INES, what) is Reason.NO_SUCH
    assert kept(room, TOM) == ["Why?"]


def test_what_was_kept_stays_over_the_stages_until_the_end() -> None:
    room = room_at("facts")
    room.do(TOM, c.KeepQuestion("Why?"), "toms")
    room.go_to("break-1")
    assert kept(room, TOM) == ["Why?"]
    room.finish()
    room.do(TOM, c.DropQuestion("toms"))


def test_in_a_full_list_a_kept_question_may_still_be_worded_anew() -> None:
    room = room_at("open")
    for number in range(30):
        room.do(TOM, c.KeepQuestion("Why?"), f"kept-{number}")
    assert room.refusal(TOM, c.KeepQuestion("One more?")) is Reason.TOO_MUCH
    room.do(TOM, c.KeepQuestion("What for?", held="kept-7"))


def test_the_holder_marks_and_unmarks_what_moved_them() -> None:
    room = room_at("open")
    room.do(TOM, c.SendQuestion("What would be enough?"), "asked")
    assert room.refusal(MEI, c.MarkQuestion("asked", moved=False)) is Reason.ALREADY_SO
    room.do(MEI, c.MarkQuestion("asked", moved=True))
    assert room.refusal(MEI, c.MarkQuestion("asked", moved=True)) is Reason.ALREADY_SO
    assert room.state.moved[MEI] == ("asked",)
    room.do(MEI, c.MarkQuestion("asked", moved=False))
    assert room.state.moved[MEI] == ()


@pytest.mark.parametrize("person", [ADE, TOM, INES])
def test_nobody_marks_a_question_that_was_put_to_another(person: str) -> None:
    room = room_at("open")
    room.do(TOM, c.SendQuestion("What would be enough?"), "asked")
    assert room.refusal(person, c.MarkQuestion("asked", moved=True)) is Reason.NO_SUCH


def test_an_echo_said_again_replaces_the_first() -> None:
    room = room_at("echo")
    room.do(TOM, c.Echo("The word enough"))
    room.do(INES, c.Echo("The silence"))
    room.do(TOM, c.Echo(" The pause before it "))
    assert {echo.by: echo.words for echo in room.state.parts[MEI].echoes} == {
        INES: "The silence",
        TOM: "The pause before it",
    }
    assert room.refusal(MEI, c.Echo("Mine")) is Reason.HOLDER_ASKS


def test_a_question_asked_or_an_echo_leaves_an_approval_as_it_is() -> None:
    room = room_at("open")
    room.do(MEI, c.NameIssue("Two jobs"))
    room.do(MEI, c.ApprovePart(1))
    room.do(TOM, c.SendQuestion("What would be enough?"))
    room.go_to("echo")
    room.do(TOM, c.Echo("The word enough"))
    assert room.state.parts[MEI].is_approved
