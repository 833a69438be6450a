"""What each may see: their own, what the room shares, and nothing that belongs to somebody else."""

import json
from dataclasses import replace

import pytest

from setspace.core.process import commands as c
from setspace.core.process.evolve import replay
from setspace.core.process.sight import REGIONS
from tests.core.rooms import ADE, CHARLIE, INES, MEI, MEMBERS, SAM, TOM, LiveRoom, room_at, room_for
from tests.core.written import ASKED, ISSUE, KEPT, WHAT, WORDING, session, shown, view

FACILITATORS = ("now", "late", "order", "voices", "parts")
SHARED = ("bar", "clock", "question", "agenda", "cue", "actions", "compose")  # equal for two listeners
STAGES = tuple(session())


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("person", [CHARLIE, "", c.THE_ROOM])
def test_nobody_without_a_seat_sees_anything(stage: str, person: str) -> None:
    assert view(session()[stage], MEI)
    assert view(session()[stage], person) == {}


def test_who_left_the_set_sees_nothing_from_then_on() -> None:
    room = session()["open"].copy()
    assert KEPT in shown(room, TOM)
    room.do(c.THE_ROOM, c.LeaveSeat(TOM))
    assert view(room, TOM) == {}


@pytest.mark.parametrize("stage", STAGES)
def test_a_kept_question_is_in_the_view_of_its_keeper_alone(stage: str) -> None:
    room = session()[stage]
    assert not [person for person in (ADE, MEI, INES, SAM) if KEPT in shown(room, person)]


def test_the_keeper_sees_the_question_that_they_kept() -> None:
    assert view(session()["open"], TOM)["held"]["questions"] == [{"id": "kept", "text": KEPT}]


def test_a_mark_is_in_the_view_of_the_holder_alone() -> None:
    room = session()["open"]
    marks = {person: view(room, person)["asked"]["questions"][0]["is_moved"] for person in (ADE, *MEMBERS)}
    assert marks == {ADE: False, MEI: True, TOM: False, INES: False, SAM: False}


def test_only_the_holder_may_mark_what_moved_them() -> None:
    room = session()["open"]
    assert [person for person in (ADE, *MEMBERS) if view(room, person)["asked"]["may_mark"]] == [MEI]


def test_all_see_the_questions_that_were_asked_and_by_whom() -> None:
    room = session()["open"]
    for person in (ADE, *MEMBERS):
        (question,) = view(room, person)["asked"]["questions"]
        assert (question["text"], question["first_name"]) == (ASKED, "Ines")


@pytest.mark.parametrize("stage", STAGES)
def test_what_is_for_the_facilitator_is_in_no_members_view(stage: str) -> None:
    room = session()[stage]
    for person in MEMBERS:
        assert [name for name in FACILITATORS if view(room, person)[name]] == []


def test_each_thing_for_the_facilitator_is_somewhere_in_theirs() -> None:
    for name in FACILITATORS:
        assert any(view(room, ADE)[name] for room in session().values()), name


@pytest.mark.parametrize("stage", ["ended", "closed"])
def test_a_part_of_the_summary_is_in_its_holders_view_alone(stage: str) -> None:
    room = session()[stage]
    part = view(room, MEI)["part"]
    assert (part["issue"], part["question"], part["actions"][0]["what"]) == (ISSUE, WORDING, WHAT)
    for person in (ADE, TOM, INES, SAM):
        assert not [text for text in (ISSUE, WORDING, WHAT) if text in shown(room, person)]
    rows = view(room, ADE)["parts"]["rows"]
    assert [(row["person"], row["is_approved"]) for row in rows] == [(person, False) for person in MEMBERS]


def test_the_issue_is_for_its_holder_and_the_facilitator_while_it_is_worded() -> None:
    room = session()["tell"]
    assert [person for person in (ADE, *MEMBERS) if ISSUE in shown(room, person)] == [ADE, MEI]
    assert [person for person in (ADE, *MEMBERS) if view(room, person)["wording"]] == [ADE, MEI]


def test_the_key_question_is_before_everybody_in_the_turn_and_gone_after_it() -> None:
    for person in (ADE, *MEMBERS):
        assert view(session()["open"], person)["question"]["text"] == WORDING
        assert WORDING not in shown(session()["break-1"], person)


def test_check_ins_and_reports_are_shared_in_their_own_stage_and_nowhere_else() -> None:
    for text, home in (
        ("marker check-in.", "check-in"),
        ("marker did.", "update"),
        ("marker learned.", "update"),
    ):
        for stage, room in session().items():
            assert (text in shown(room, SAM)) == (stage == home)


def test_scores_have_no_names_and_come_when_all_have_given_theirs() -> None:
    room = session()["review"]
    assert view(room, SAM)["round"]["scores"] == [6, 7, 8, 9]
    assert view(room, SAM)["score"] == {"value": 6}
    others = {name: region for name, region in view(room, SAM).items() if name != "score"}
    assert "value" not in json.dumps(others)
    early = room_for()
    early.start()
    early.go_to("review")
    early.do(SAM, c.Score(6))
    assert view(early, TOM)["round"]["scores"] == []


def test_in_a_round_of_feedback_everybody_is_shown_the_way_to_it() -> None:
    room = room_at("feedback", "wial-session")
    assert all(view(room, person)["feedback"] == {"is_on": True} for person in (ADE, *MEMBERS))
    room.next()
    assert view(room, MEI)["feedback"] == {}


@pytest.mark.parametrize("stage", STAGES)
def test_two_who_listen_are_shown_equal_regions(stage: str) -> None:
    room = session()[stage]
    one, other = view(room, INES), view(room, SAM)
    assert {name: one[name] for name in SHARED} == {name: other[name] for name in SHARED}


@pytest.mark.parametrize("stage", STAGES)
def test_the_agenda_is_one_and_the_same_for_all(stage: str) -> None:
    room = session()[stage]
    assert all(view(room, person)["agenda"] == view(room, ADE)["agenda"] for person in MEMBERS)


@pytest.mark.parametrize("stage", STAGES)
def test_as_long_as_nothing_happens_a_view_stays_as_it_is(stage: str) -> None:
    room = session()[stage]
    ten_seconds_on = replace(room, now=room.now + 10_000)
    for person in MEMBERS:
        assert view(ten_seconds_on, person) == view(room, person)


@pytest.mark.parametrize("stage", STAGES)
def test_a_view_is_plain_json_with_every_region_in_it(stage: str) -> None:
    for person in (ADE, *MEMBERS):
        seen = view(session()[stage], person)
        assert list(seen) == list(REGIONS)
        assert json.loads(json.dumps(seen)) == seen


@pytest.mark.parametrize("stage", STAGES)
def test_a_room_read_from_its_log_looks_to_each_as_it_did(stage: str) -> None:
    room = session()[stage]
    again = replace(room, state=replay(room.log))
    assert again.state == room.state
    for person in (ADE, *MEMBERS):
        assert view(again, person) == view(room, person)


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("person", [ADE, *MEMBERS])
def test_what_a_view_offers_is_given_and_what_it_does_not_offer_is_refused(stage: str, person: str) -> None:
    room = session()[stage]
    seen = view(room, person)
    if queue := seen["queue"]:
        assert queue["may_ask"] == is_given(room, person, c.AskForFloor())
        assert queue["may_leave"] == is_given(room, person, c.LeaveQueue())
        assert queue["may_give"] == is_given(room, person, c.GiveFloor(INES))
    if now := seen["now"]:
        assert now["may_back"] == is_given(room, person, c.Back(now["seen"]))
        is_moving = now["phase"] == "running" and not now["needs_holder"]
        assert is_moving == is_given(room, person, c.NextStage(now["seen"]))
    if actions := seen["actions"]:
        assert not actions["may_note"] or is_given(
            room, person, c.NoteAction("Go", holder=actions["holder_id"])
        )
    if part := seen["part"]:
        may_approve = not (part["is_approved"] or part["is_empty"] or part["is_closed"])
        assert may_approve == is_given(room, person, c.ApprovePart(part["version"]))


def is_given(room: LiveRoom, person: str, what: c.Command) -> bool:
    return room.copy().ask(person, what) is None


def test_a_return_is_offered_only_where_there_is_something_before() -> None:
    room = room_for()
    room.start()
    room.next(after=1)
    assert view(room, ADE)["now"]["may_back"]
    room.back()
    assert not view(room, ADE)["now"]["may_back"]
