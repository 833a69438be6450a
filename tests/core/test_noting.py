"""What is noted: bids, reports, the issue and its question, actions, approvals."""

import pytest

from setspace.core.process import commands as c
from setspace.core.process.refusals import Reason
from setspace.core.process.state import STATUSES
from tests.core.rooms import ADE, INES, MEI, MEIS_OLD_ACTION, MEMBERS, TOM, LiveRoom, room_at, room_for


def bidding() -> LiveRoom:
    room = room_for("ithrive-two-holders")
    room.start()
    room.go_to("bidding")
    return room


def test_a_bid_made_again_replaces_the_first() -> None:
    room = bidding()
    room.do(TOM, c.Bid(" Two jobs ", 3))
    room.do(TOM, c.Bid("Two jobs at once", 5))
    assert [(bid.line, bid.alive) for bid in room.state.bids.values()] == [("Two jobs at once", 5)]


@pytest.mark.parametrize("alive", [-1, 0, 6, 100])
def test_a_bid_says_how_alive_it_is_from_one_to_five(alive: int) -> None:
    assert bidding().refusal(TOM, c.Bid("Two jobs", alive)) is Reason.OUT_OF_SCALE


def test_the_facilitator_makes_no_bid() -> None:
    assert bidding().refusal(ADE, c.Bid("Two jobs", 3)) is Reason.MEMBER_ONLY


def test_one_may_check_in_without_a_word_and_again_with_one() -> None:
    room = room_at("check-in")
    room.do(TOM, c.CheckIn())
    room.do(TOM, c.CheckIn(" Foggy "))
    assert dict(room.state.checked_in) == {TOM: "Foggy"}
    assert room.refusal(TOM, c.CheckIn("x" * 301)) is Reason.TOO_LONG


@pytest.mark.parametrize("status", STATUSES)
def test_what_became_of_an_action_is_told_with_its_status(status: str) -> None:
    room = room_at("update")
    room.do(MEI, c.ReportAction(MEIS_OLD_ACTION.key, status, " Asked ", " Ask sooner "))
    report = room.state.reports[MEIS_OLD_ACTION.key]
    assert (report.person, report.status, report.did, report.learned) == (MEI, status, "Asked", "Ask sooner")


def test_what_is_told_of_an_action_has_its_limits() -> None:
    room = room_at("update")
    key = MEIS_OLD_ACTION.key
    assert room.refusal(MEI, c.ReportAction("gone", "done")) is Reason.NO_SUCH
    assert room.refusal(MEI, c.ReportAction(key, "done", did="x" * 2001)) is Reason.TOO_LONG
    assert room.refusal(MEI, c.ReportAction(key, "done", learned="x" * 2001)) is Reason.TOO_LONG


def test_a_new_wording_takes_the_pin_off_the_old_one() -> None:
    room = room_at("question")
    for text in ("How do I choose?", "What may I let go of?"):
        room.do(MEI, c.WordQuestion(text))
    room.do(MEI, c.PinQuestion(0))
    assert room.state.parts[MEI].key_question == "How do I choose?"
    assert room.refusal(MEI, c.PinQuestion(0)) is Reason.NO_SUCH
    room.do(ADE, c.WordQuestion("What do I owe whom?"))
    assert room.state.parts[MEI].key_question == "What do I owe whom?"
    assert [wording.by for wording in room.state.parts[MEI].wordings] == [MEI, MEI, ADE]


def test_outside_a_turn_the_facilitator_words_nobodys_question() -> None:
    room = room_at("break-1")
    assert room.refusal(ADE, c.WordQuestion("How?")) is Reason.NO_HOLDER
    assert room_at("check-in").refusal(TOM, c.WordQuestion("How?")) is Reason.NO_ISSUE_HELD
    assert room_for().refusal(ADE, c.WordQuestion("How?")) is Reason.NOT_STARTED


def test_the_facilitator_notes_for_the_holder_of_this_moment_alone() -> None:
    room = room_at("actions")
    room.do(ADE, c.NoteAction("Ring Jo", holder=MEI), "action")
    room.do(ADE, c.ChangeAction("action", "Ring Jo on Monday"))
    assert room.refusal(ADE, c.NoteAction("Ring Jo", holder=TOM)) is Reason.NOT_YOURS
    room.go_to("break-1")
    assert room.refusal(ADE, c.ChangeAction("action", "Ring nobody")) is Reason.NOT_YOURS
    assert room.refusal(ADE, c.RemoveAction("action")) is Reason.NOT_YOURS
    assert [action.what for action in room.state.parts[MEI].actions] == ["Ring Jo on Monday"]


def test_an_action_is_worded_anew_in_its_place_and_taken_off() -> None:
    room = room_at("actions")
    for key in ("first", "second"):
        room.do(MEI, c.NoteAction(f"The {key} thing"), key)
    room.do(MEI, c.ChangeAction("first", " Ring Jo ", " Monday ", " Find the number ", 8))
    first, second = room.state.parts[MEI].actions
    assert (first.key, first.what, first.by_when, first.first_step, first.confidence) == (
        "first",
        "Ring Jo",
        "Monday",
        "Find the number",
        8,
    )
    room.do(MEI, c.RemoveAction("first"))
    assert room.state.parts[MEI].actions == (second,)
    assert room.refusal(MEI, c.RemoveAction("first")) is Reason.NO_SUCH
    assert room.refusal(MEI, c.ChangeAction("first", "Again")) is Reason.NO_SUCH


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        (c.NoteAction(" "), Reason.NOTHING_WRITTEN),
        (c.NoteAction("x" * 301), Reason.TOO_LONG),
        (c.NoteAction("Ring Jo", by_when="x" * 301), Reason.TOO_LONG),
        (c.NoteAction("Ring Jo", first_step="x" * 301), Reason.TOO_LONG),
        (c.NoteAction("Ring Jo", confidence=11), Reason.OUT_OF_SCALE),
    ],
)
def test_an_action_that_does_not_fit_is_refused_and_the_part_stays(what: c.Command, reason: Reason) -> None:
    room = room_at("actions")
    assert room.refusal(MEI, what) is reason
    assert MEI not in room.state.parts


def test_a_part_may_be_changed_and_approved_after_the_end_and_an_approval_is_given_once() -> None:
    room = room_at("break-1")
    room.finish()
    room.do(MEI, c.NameIssue("Two jobs"))
    room.do(MEI, c.ApprovePart(1))
    assert room.refusal(MEI, c.ApprovePart(1)) is Reason.ALREADY_SO
    room.do(MEI, c.NoteAction("Ring Jo"))
    assert room.refusal(MEI, c.ApprovePart(1)) is Reason.PART_CHANGED
    room.do(MEI, c.ApprovePart(2))
    assert room.state.parts[MEI].is_approved


def test_a_score_given_again_replaces_the_first() -> None:
    room = room_at("review")
    for value in (4, 9):
        room.do(INES, c.Score(value))
    assert dict(room.state.scores) == {INES: 9}
    assert [room.refusal(TOM, c.Score(value)) for value in (0, 11)] == [Reason.OUT_OF_SCALE] * 2


def test_all_who_have_held_an_issue_may_word_their_own_and_only_their_own() -> None:
    room = room_at("review")
    for person in MEMBERS:
        room.do(person, c.NameIssue(f"{person}’s issue"))
    assert {person: part.issue for person, part in room.state.parts.items()} == {
        person: f"{person}’s issue" for person in MEMBERS
    }
