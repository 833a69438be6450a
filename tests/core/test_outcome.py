"""What the record keeps of a session, and what stays in the room."""

from dataclasses import asdict, fields

from setspace.core.process import commands as c
from setspace.core.process.ledger import Line, Standing
from setspace.core.process.outcome import Outcome, outcome
from tests.core.rooms import ADE, INES, MEI, MEIS_OLD_ACTION, SAM, TOM, LiveRoom, room_for

KEPT = ("issue", "wording", "second wording", "moving", "what", "when", "step", "did", "learned")
STAYS = ("check-in", "asked", "held", "echo")


def written(name: str) -> str:
    return f"marker {name}."


def room_with_everything() -> LiveRoom:
    """Mei has had her turn and everything was written down; Tom's turn has begun."""
    room = room_for()
    for person in (ADE, MEI, TOM):
        room.do(person, c.Arrive())
    room.start()
    room.do(TOM, c.CheckIn(written("check-in")))
    room.go_to("update")
    room.do(MEI, c.ReportAction(MEIS_OLD_ACTION.key, "done", written("did"), written("learned")))
    room.go_to("open")
    room.do(MEI, c.NameIssue(written("issue")))
    room.do(MEI, c.WordQuestion(written("wording")))
    room.do(MEI, c.WordQuestion(written("second wording")))
    room.do(MEI, c.PinQuestion(0))
    room.do(TOM, c.SendQuestion(written("asked")), "asked")
    room.do(TOM, c.KeepQuestion(written("held")))
    room.do(TOM, c.SendQuestion(written("moving")), "moving")
    room.do(MEI, c.MarkQuestion("asked", moved=True))
    room.do(MEI, c.MarkQuestion("moving", moved=True))
    room.do(MEI, c.MarkQuestion("asked", moved=False))
    room.do(MEI, c.NoteAction(written("what"), written("when"), written("step"), 7), "action")
    room.go_to("echo")
    room.do(TOM, c.Echo(written("echo")))
    room.go_to("break-1")
    room.next(after=5)
    return room


def kept_of(room: LiveRoom) -> Outcome:
    return outcome(room.state, room.now)


def test_the_record_keeps_the_issue_its_question_and_the_actions() -> None:
    mei, tom = kept_of(room_with_everything()).parts
    assert (mei.person, mei.issue, mei.key_question) == (MEI, written("issue"), written("wording"))
    assert [wording.text for wording in mei.wordings] == [written("wording"), written("second wording")]
    assert [asdict(action) for action in mei.actions] == [
        {
            "key": "action",
            "what": written("what"),
            "by_when": written("when"),
            "first_step": written("step"),
            "confidence": 7,
        }
    ]
    assert (mei.minutes, mei.approved) == (40.0, False)
    assert (mei.moved, tom.moved) == ((written("moving"),), ())
    assert (tom.person, tom.issue, tom.actions, tom.minutes) == (TOM, "", (), 0.0)


def test_the_record_keeps_no_word_that_belongs_to_the_room_alone() -> None:
    room = room_with_everything()
    told = str(kept_of(room))
    assert all(written(name) in told for name in KEPT)
    assert all(written(name) in str(room.state) for name in STAYS)
    assert not [name for name in STAYS if written(name) in told]


def test_the_record_has_no_place_for_echoes_bids_or_check_ins() -> None:
    kept = {"parts", "reports", "present", "score_values", "airtime", "led_by"}
    assert {field.name for field in fields(Outcome)} == kept
    assert {field.type for field in fields(Line)} <= {"str", "int", "Standing", str, int, Standing}


def test_the_newest_wording_is_the_question_where_none_is_pinned() -> None:
    room = room_with_everything()
    room.do(MEI, c.WordQuestion("And now?"))
    assert kept_of(room).parts[0].key_question == "And now?"


def test_reports_and_those_who_came_are_kept() -> None:
    kept = kept_of(room_with_everything())
    assert kept.present == (ADE, MEI, TOM)
    assert [(report.action, report.person, report.status) for report in kept.reports] == [
        (MEIS_OLD_ACTION.key, MEI, "done")
    ]


def test_scores_are_kept_without_names_in_the_order_of_their_size() -> None:
    room = room_for()
    room.start()
    room.go_to("review")
    for person, value in ((SAM, 9), (MEI, 4), (INES, 7), (SAM, 8)):
        room.do(person, c.Score(value))
    assert kept_of(room).score_values == (4, 7, 8)


def test_a_part_counts_as_approved_only_as_it_stands() -> None:
    room = room_with_everything()
    room.finish()
    room.do(MEI, c.ApprovePart(room.state.parts[MEI].version))
    assert [part.approved for part in kept_of(room).parts] == [True, False]
    room.do(MEI, c.RemoveAction("action"))
    assert [part.approved for part in kept_of(room).parts] == [False, False]
    room.do(MEI, c.ApprovePart(room.state.parts[MEI].version))
    assert kept_of(room).parts[0].approved


def test_those_whose_turn_never_came_leave_no_part() -> None:
    room = room_with_everything()
    room.wait(2)
    room.finish()
    assert [part.person for part in kept_of(room).parts] == [MEI, TOM]
    assert kept_of(room).parts[1].minutes == 2.0


def test_a_holder_who_left_the_set_keeps_their_part() -> None:
    room = room_with_everything()
    room.do(c.THE_ROOM, c.LeaveSeat(MEI))
    assert kept_of(room).parts[0].issue == written("issue")


def test_a_room_that_never_began_leaves_nothing() -> None:
    room = room_for()
    room.do(c.THE_ROOM, c.Close())
    assert kept_of(room) == Outcome((), (), (), ())


def test_a_turn_in_which_nobody_was_chosen_leaves_no_part() -> None:
    room = room_for("tpas-introduction")
    room.start()
    room.go_to("bidding")
    room.wait(3)
    room.finish()
    assert kept_of(room).parts == ()
