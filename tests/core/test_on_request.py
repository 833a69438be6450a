"""The stage that takes place if the issue holder asks: its minutes, who may ask, and what each is told."""

import pytest

from setspace.core.process import commands as c
from setspace.core.process import timing
from setspace.core.process.catalogue import formats
from setspace.core.process.formats import Block, BlockKind, Plan
from setspace.core.process.refusals import Reason
from setspace.core.process.state import MINUTE
from tests.core.rooms import ADE, INES, MEI, TOM, LiveRoom, room_for
from tests.core.written import view


def at(stage: str) -> LiveRoom:
    """A room in the first turn of i-THRIVE's plan A; Mei holds it."""
    room = room_for("ithrive-three-holders")
    room.do(ADE, c.OrderHolders((MEI, TOM, INES)))
    room.start()
    room.go_to(stage)
    return room


def stages_of(room: LiveRoom) -> list[str]:
    return [stage["title"] for stage in view(room, TOM)["bar"]["stages"]]


def test_nobody_asks_and_the_questions_have_its_minutes() -> None:
    room = at("open")
    assert room.state.visits[-1].allowance == 20 * MINUTE
    assert "Resources round" not in stages_of(room)
    room.next(after=20)
    room.next(after=1)
    assert room.stage == "echo"


def test_asked_for_before_the_questions_it_has_five_of_their_minutes() -> None:
    room = at("tell")
    room.do(MEI, c.AskForResources())
    room.next(after=4)
    room.go_to("open")
    assert room.state.visits[-1].allowance == 15 * MINUTE
    room.next(after=15)
    room.next(after=1)
    assert room.stage == "resources"
    assert room.state.visits[-1].allowance == 5 * MINUTE


def test_asked_for_in_the_questions_they_give_at_once_and_the_turn_keeps_its_length() -> None:
    room = at("open")
    room.wait(6)
    left = timing.left(room.state, room.now)
    room.do(MEI, c.AskForResources())
    assert timing.left(room.state, room.now) == left - 5 * MINUTE
    assert "Resources round" in stages_of(room)
    while room.state.holder == MEI:
        room.next(after=timing.left(room.state, room.now) / MINUTE)
    assert timing.turn_used(room.state, 0, room.now) == 40 * MINUTE


def test_what_the_questions_have_used_already_they_do_not_give() -> None:
    room = at("open")
    room.wait(18)
    room.do(MEI, c.AskForResources())
    assert timing.left(room.state, room.now) == 0
    room.next()
    room.next(after=1)
    assert (room.stage, room.state.visits[-1].allowance) == ("resources", 2 * MINUTE)


def test_taken_back_the_questions_have_their_minutes_again() -> None:
    room = at("open")
    room.do(MEI, c.AskForResources())
    room.wait(3)
    room.do(MEI, c.AskForResources(wanted=False))
    assert room.state.visits[-1].allowance == 20 * MINUTE
    assert room.refusal(MEI, c.AskForResources(wanted=False)) is Reason.ALREADY_SO
    assert "Resources round" not in stages_of(room)


def test_with_minutes_to_spare_the_questions_give_only_what_is_missing() -> None:
    room = room_for("ithrive-three-holders")
    room.do(ADE, c.OrderHolders((MEI, TOM, INES)))
    room.start()
    room.go_to("tell")
    for _ in range(3):
        room.next()
    assert (room.stage, room.state.visits[-1].allowance) == ("open", 30 * MINUTE)
    room.wait(2)
    room.do(MEI, c.AskForResources())
    assert room.state.visits[-1].allowance == 25 * MINUTE


def test_only_the_issue_holder_asks_in_their_own_turn_before_that_stage() -> None:
    room = at("open")
    assert [room.refusal(one, c.AskForResources()) for one in (ADE, TOM)] == [Reason.HOLDER_ONLY] * 2
    room.do(MEI, c.AskForResources())
    assert room.refusal(MEI, c.AskForResources()) is Reason.ALREADY_SO
    room.go_to("resources")
    assert room.refusal(MEI, c.AskForResources(wanted=False)) is Reason.NOT_ON_REQUEST
    room.go_to("break-1")
    assert room.refusal(MEI, c.AskForResources()) is Reason.NOT_THIS_STAGE
    room.go_to("tell")
    assert room.refusal(MEI, c.AskForResources()) is Reason.HOLDER_ONLY
    assert not room.state.requested or "Resources round" not in stages_of(room)


def test_a_round_without_such_a_stage_says_so() -> None:
    room = room_for("tpas-session")
    assert room.refusal(MEI, c.AskForResources()) is Reason.NOT_STARTED
    room.start()
    room.go_to("open")
    assert room.refusal(MEI, c.AskForResources()) is Reason.NOT_ON_REQUEST


def test_the_holder_is_asked_and_the_others_are_told_when_it_was_wanted() -> None:
    room = at("open")
    assert view(room, MEI)["resources"]["is_asked"] is False
    assert [view(room, one)["resources"] for one in (ADE, TOM)] == [{}, {}]
    room.do(MEI, c.AskForResources())
    assert {view(room, one)["resources"]["is_asked"] for one in (ADE, MEI, TOM)} == {True}
    room.go_to("quiet")
    assert view(room, MEI)["resources"] == {}
    room.go_to("resources")
    assert {view(room, one)["resources"] == {} for one in (ADE, MEI, TOM)} == {True}
    assert view(room, TOM)["manner"]["advice"] == "Mei asked for offers."
    assert view(room, TOM)["echo"]["is_advice"]


def test_that_a_turn_may_be_longer_is_said_once_its_questions_are_over() -> None:
    format_ = formats()["faq-34"]
    turn = Block("turn-1", "Turn 1", BlockKind.TURN, 34, 34, format=format_.key)
    plan = Plan("one", "One", "our own, for tests", 34, 2, 8, (turn,))
    room = room_for(plan, own_formats=(format_,))
    room.start()
    said = {}
    for stage in ("present", "help", "heard"):
        room.go_to(stage)
        said[stage] = view(room, room.state.holder)["resources"]["is_longer"]
    assert said == {"present": False, "help": False, "heard": True}


def test_what_is_offered_and_what_echoes_are_two_go_rounds() -> None:
    room = at("open")
    room.do(MEI, c.AskForResources())
    room.go_to("resources")
    room.do(TOM, c.Echo("A book that helped me"))
    assert {row["words"] for row in view(room, MEI)["round"]["rows"]} == {"", "A book that helped me"}
    room.go_to("echo")
    assert not any(row["is_done"] for row in view(room, MEI)["round"]["rows"])
    room.do(TOM, c.Echo("The word enough"))
    room.back()
    assert "A book that helped me" in {row["words"] for row in view(room, MEI)["round"]["rows"]}


@pytest.mark.parametrize("seconds", [0, 61, 700])
def test_a_held_clock_costs_the_request_nothing(seconds: int) -> None:
    room = at("open")
    room.do(ADE, c.Pause())
    room.wait(seconds / 60)
    room.do(MEI, c.AskForResources())
    room.do(ADE, c.GoOn())
    assert timing.left(room.state, room.now) == 15 * MINUTE
