"""After a session: until when the white space is, for whom, and that breaks say who is back."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.process import breaks, white_space
from setspace.core.process import commands as c
from setspace.core.process.refusals import Reason
from setspace.core.process.state import MINUTE
from tests.core.rooms import ADE, INES, MEI, MEMBERS, SAM, TOM, LiveRoom, clock, room_at, room_for
from tests.core.written import ASKED, ISSUE, KEPT, WHAT, WORDING, session, shown, view

EVERYBODY = (ADE, *MEMBERS)
WRITTEN = (ASKED, ISSUE, KEPT, WHAT, WORDING, "marker check-in.", "marker did.")


def ended(after: float, plan: str = "tpas-session") -> LiveRoom:
    """A session of 9:30 to 1pm that ended so many minutes after its start."""
    room = room_for(plan)
    room.start()
    room.wait(after)
    room.finish()
    return room


def until(room: LiveRoom) -> str:
    found = white_space.until(room.state)
    return "" if found is None else clock(found)


@pytest.mark.parametrize(
    ("after", "over"),
    [
        (210, "13:30"),  # to the minute
        (206.5, "13:30"),  # a little early
        (200, "13:20"),  # ten minutes early
        (60, "11:00"),  # given up in the middle
        (225, "13:30"),  # what ran over came from the white space
        (239.9, "13:30"),
        (240, ""),  # nothing is left of it
        (300, ""),
    ],
)
def test_white_space_is_half_an_hour_that_never_goes_beyond_its_planned_time(after: float, over: str) -> None:
    assert until(ended(after)) == over


def test_a_session_of_three_that_ends_early_by_a_turn_has_its_white_space_then() -> None:
    room = room_for(people=(MEI, TOM, INES))
    room.start()
    room.wait(170)
    room.finish()
    assert until(room) == "12:50"


def test_there_is_none_before_the_end_nor_where_the_plan_has_none() -> None:
    assert until(room_at("review")) == ""
    assert until(ended(180, "ithrive-two-holders")) == ""


@given(st.integers(1, 400 * MINUTE))
def test_white_space_is_never_longer_than_planned_nor_over_later(used: int) -> None:
    room = room_for()
    room.start()
    room.now += used
    room.finish()
    over = white_space.until(room.state)
    planned_end = room.state.planned_end
    assert planned_end is not None
    if over is None:
        assert room.now >= planned_end + 30 * MINUTE
    else:
        assert room.now < over <= planned_end + 30 * MINUTE
        assert over - room.now < 35 * MINUTE
        assert over % (5 * MINUTE) == 0


def test_everybody_sees_the_white_space_while_the_room_is_open_and_it_lasts() -> None:
    room = ended(210)
    over = white_space.until(room.state)
    for person in EVERYBODY:
        assert view(room, person)["white_space"] == {
            "until": over,
            "zone": "Europe/London",
            "leads": person == ADE,
        }
    later = room.copy()
    later.wait(29.9)
    assert view(later, TOM)["white_space"]
    later.wait(0.1)
    assert view(later, TOM)["white_space"] == {}
    room.do(ADE, c.Close())
    assert view(room, TOM)["white_space"] == {}


def test_a_part_can_be_approved_in_the_white_space() -> None:
    room = session()["ended"].copy()
    assert view(room, MEI)["white_space"]
    room.do(MEI, c.ApprovePart(view(room, MEI)["part"]["version"]))
    assert view(room, MEI)["part"]["is_approved"]


def test_who_is_back_from_a_break_says_so_and_the_facilitator_sees_it() -> None:
    room = room_at("break-1")
    room.do(TOM, c.ComeBack())
    assert view(room, TOM)["back"] == {"leads": False, "is_back": True}
    assert view(room, SAM)["back"] == {"leads": False, "is_back": False}
    seen = view(room, ADE)["back"]
    assert [row["person"] for row in seen["rows"] if row["is_back"]] == [TOM]
    assert (seen["n_back"], len(seen["rows"])) == (1, 4)
    assert room.refusal(TOM, c.ComeBack()) is Reason.ALREADY_SO


def test_the_next_stage_forgets_who_came_back_and_so_does_the_next_break() -> None:
    room = room_at("break-1")
    room.do(TOM, c.ComeBack())
    room.next(after=5)
    assert not breaks.is_on(room.state)
    assert room.refusal(SAM, c.ComeBack()) is Reason.NOT_THIS_STAGE
    assert view(room, ADE)["back"] == view(room, TOM)["back"] == {}
    room.go_to("break-2")
    assert view(room, TOM)["back"] == {"leads": False, "is_back": False}


def test_people_come_back_from_a_break_that_was_called_as_well_and_from_each_anew() -> None:
    room = room_at("open")
    assert room.refusal(TOM, c.ComeBack()) is Reason.NOT_THIS_STAGE
    room.do(SAM, c.CallBreak(5))
    room.do(TOM, c.ComeBack())
    assert view(room, ADE)["back"]["n_back"] == 1
    room.do(ADE, c.GoOn())
    assert room.refusal(SAM, c.ComeBack()) is Reason.NOT_THIS_STAGE
    room.do(SAM, c.CallBreak(5))
    assert view(room, ADE)["back"]["n_back"] == 0


def test_who_leaves_the_set_in_a_break_is_no_longer_back() -> None:
    room = room_at("break-1")
    room.do(TOM, c.ComeBack())
    room.do(c.THE_ROOM, c.LeaveSeat(TOM))
    assert room.state.back == ()


def hiding() -> LiveRoom:
    """A room of a set that hides the clock from the issue holder; Mei holds first."""
    room = room_for()
    room.do(c.THE_ROOM, c.Prepare(replace(room.state.setup, hides_clock_from_holder=True)))
    room.start()
    room.go_to("open")
    return room


def numbers(region: object) -> list[int]:
    """Every number in here that could be a time."""
    found: list[int] = []
    json.loads(json.dumps(region), parse_int=lambda text: found.append(int(text)))
    return [number for number in found if number > 100]


def test_a_set_can_hide_the_clock_from_the_issue_holder_and_from_nobody_else() -> None:
    room = hiding()
    plain, kept = view(room, TOM)["clock"], view(room, MEI)["clock"]
    assert numbers(plain) != []
    assert numbers(kept) == []
    assert (kept["title"], kept["is_hidden"], kept["leader"]) == ("Open questions", True, "Ade")
    assert kept["then"] == plain["then"]
    assert "ends_at" in view(room, ADE)["clock"]
    room.do(ADE, c.Pause())
    assert numbers(view(room, MEI)["clock"]) == []


def test_a_hidden_clock_comes_back_when_the_turn_is_over() -> None:
    room = hiding()
    assert "ends_at" not in view(room, MEI)["clock"]
    room.go_to("break-1")
    assert view(room, MEI)["clock"] == view(room, TOM)["clock"]
    room.go_to("open")
    assert (room.state.holder, "ends_at" in view(room, MEI)["clock"]) == (TOM, True)
    assert "ends_at" not in view(room, TOM)["clock"]


@pytest.mark.parametrize("stage", session())
def test_the_wall_is_one_and_the_same_for_all_and_holds_nothing_that_was_said(stage: str) -> None:
    room = session()[stage]
    assert any(text in shown(session()["open"], MEI) for text in WRITTEN)
    walls = [view(room, person)["wall"] for person in EVERYBODY]
    assert all(wall == walls[0] for wall in walls)
    assert not [text for text in WRITTEN if text in json.dumps(walls)]


def test_the_wall_calls_everybody_by_name() -> None:
    room = session()["open"].copy()
    assert view(room, MEI)["cue"]["text"] == "The others ask. You may leave any question unanswered."
    assert view(room, MEI)["wall"]["cue"] == "Questions to Mei, one at a time."
    room.do(ADE, c.GiveFloor(TOM))
    wall = view(room, TOM)["wall"]
    assert (wall["cue"], wall["turn_of"]) == ("Tom is asking. Let Mei take their time.", "Mei")


def test_the_wall_shows_no_time_in_a_turn_where_the_holder_is_to_see_none() -> None:
    room = hiding()
    assert numbers(view(session()["open"], ADE)["wall"]) != []
    assert numbers(view(room, ADE)["wall"]) == []
    room.go_to("break-1")
    assert numbers(view(room, ADE)["wall"]) != []


def test_the_wall_says_until_when_the_white_space_is() -> None:
    room = ended(210)
    assert view(room, ADE)["wall"]["white_space"] == white_space.until(room.state)
