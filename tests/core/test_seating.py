"""Who is in the set and who is in the room, and what becomes of those who leave."""

from dataclasses import replace

from setspace.core.process import commands as c
from setspace.core.process.catalogue import plans
from setspace.core.process.refusals import Reason
from setspace.core.process.state import MINUTE, Role
from tests.core.rooms import (
    ADE,
    CHARLIE,
    INES,
    MEI,
    MEMBERS,
    NINE_THIRTY,
    SAM,
    TOM,
    room_at,
    room_for,
    setup_of,
)


def test_somebody_who_joins_the_set_may_come_in() -> None:
    room = room_for()
    assert room.refusal(CHARLIE, c.Arrive()) is Reason.NOT_IN_SET
    room.do(c.THE_ROOM, c.TakeSeat(CHARLIE, "Charlie Dunn", "member"))
    room.do(CHARLIE, c.Arrive())
    assert room.state.arrived == (CHARLIE,)


def test_the_same_seat_is_taken_once_and_a_new_name_or_role_replaces_the_old() -> None:
    room = room_for()
    assert room.refusal(c.THE_ROOM, c.TakeSeat(MEI, "Mei Lin", "member")) is Reason.ALREADY_SO
    room.do(c.THE_ROOM, c.TakeSeat(MEI, "Mei Chen", "facilitator"))
    seat = room.state.seat(MEI)
    assert seat is not None
    assert (seat.name, seat.role, len(room.state.seats)) == ("Mei Chen", Role.FACILITATOR, 5)


def test_nobody_leaves_who_is_not_there() -> None:
    room = room_for()
    assert room.refusal(c.THE_ROOM, c.LeaveSeat(CHARLIE)) is Reason.NO_SUCH


def test_who_leaves_is_heard_no_more() -> None:
    room = room_at("open")
    room.do(c.THE_ROOM, c.LeaveSeat(TOM))
    assert room.refusal(TOM, c.AskForFloor()) is Reason.NOT_IN_SET


def test_who_leaves_loses_the_floor_the_place_in_the_queue_and_what_was_kept() -> None:
    room = room_at("open")
    room.do(TOM, c.KeepQuestion("Since when?"))
    room.do(TOM, c.AskForFloor())
    room.do(INES, c.AskForFloor())
    room.do(ADE, c.GiveFloor(INES))
    for person in (TOM, INES):
        room.do(c.THE_ROOM, c.LeaveSeat(person))
    assert (room.state.floor, room.state.queue, dict(room.state.held)) == ("", (), {})


def test_who_leaves_loses_a_turn_that_was_still_to_come_and_the_next_moves_up() -> None:
    room = room_at("open")
    room.do(c.THE_ROOM, c.LeaveSeat(TOM))
    assert room.state.order == (MEI, INES, SAM)
    room.go_to("break-1")
    room.next(after=5)
    assert room.state.holder == INES


def test_a_holder_who_leaves_in_their_turn_keeps_it_in_the_record() -> None:
    room = room_at("open")
    room.do(c.THE_ROOM, c.LeaveSeat(MEI))
    assert room.state.order == MEMBERS
    assert room.state.holder == MEI
    assert room.refusal(TOM, c.OrderHolders(())) is Reason.FACILITATOR_ONLY
    refused = room.ask(TOM, c.NameIssue("Mine now"))
    assert refused is not None
    assert refused.words == "Only the issue holder can do that: it is their turn."


def test_a_bid_goes_with_the_one_who_made_it() -> None:
    room = room_for("ithrive-two-holders")
    room.start()
    room.go_to("bidding")
    room.do(SAM, c.Bid("Too many meetings", 2))
    room.do(c.THE_ROOM, c.LeaveSeat(SAM))
    assert dict(room.state.bids) == {}


def test_who_comes_back_is_in_the_room_as_before() -> None:
    room = room_at("open")
    room.do(c.THE_ROOM, c.LeaveSeat(TOM))
    room.do(c.THE_ROOM, c.TakeSeat(TOM, "Tom Brown", "member"))
    assert room.refusal(TOM, c.Arrive()) is Reason.ALREADY_HERE
    room.do(TOM, c.AskForFloor())


def test_a_room_that_waits_follows_its_meeting_and_keeps_its_seats() -> None:
    room = room_for()
    room.do(ADE, c.OrderHolders((TOM, MEI)))
    room.do(c.THE_ROOM, c.LeaveSeat(SAM))
    later = replace(setup_of(plans()["ithrive-two-holders"]), starts_at=NINE_THIRTY + 90 * MINUTE)
    room.do(c.THE_ROOM, c.Prepare(later))
    assert [seat.person for seat in room.state.members] == [MEI, TOM, INES]
    assert room.state.order == ()
    room.start()
    assert room.state.plan.key == "ithrive-two-holders"
    assert room.state.planned_end == room.now + 180 * MINUTE


def test_a_session_that_began_is_not_prepared_anew_and_only_the_room_prepares() -> None:
    other = c.Prepare(setup_of(plans()["tpas-follow-up"]))
    assert room_for().refusal(ADE, other) is Reason.ROOM_ASKS
    room = room_at("tell")
    assert room.refusal(c.THE_ROOM, other) is Reason.ALREADY_STARTED
    room.finish()
    assert room.refusal(c.THE_ROOM, other) is Reason.ALREADY_STARTED


def test_who_leaves_while_bids_are_made_does_not_hold_the_turn_that_they_were_chosen_for() -> None:
    room = room_for("tpas-introduction")
    room.start()
    room.go_to("bidding")
    room.do(ADE, c.OrderHolders((MEI,)))
    room.do(c.THE_ROOM, c.LeaveSeat(MEI))
    assert room.state.order == ()
    assert room.refusal(ADE, c.NextStage(room.seen)) is Reason.NO_HOLDER


def test_somebody_without_a_name_has_no_first_name_and_breaks_nothing() -> None:
    room = room_for()
    room.do(c.THE_ROOM, c.TakeSeat("noor", " ", "member"))
    seat = room.state.seat("noor")
    assert seat is not None
    assert seat.first_name == " "


def test_a_session_that_was_given_another_plan_begins_with_that_plan() -> None:
    room = room_for()
    room.do(ADE, c.OrderHolders((MEI,)))
    other = replace(room.state.setup, plan=plans()["tpas-follow-up"], starts_at=5)
    room.do(c.THE_ROOM, c.Prepare(other))
    assert (room.state.setup, room.state.order) == (other, ())
    room.do(ADE, c.Start())
    assert room.state.plan.key == "tpas-follow-up"
    assert room.refusal(c.THE_ROOM, c.Prepare(other)) is Reason.ALREADY_STARTED


def test_nobody_but_the_room_prepares_it() -> None:
    room = room_for()
    assert room.refusal(ADE, c.Prepare(room.state.setup)) is Reason.ROOM_ASKS
