"""The rounds and session plans that are shipped have the minutes of the field study."""

from dataclasses import replace

import pytest

from setspace.core.process import timing
from setspace.core.process.catalogue import formats, plans
from setspace.core.process.formats import (
    Advice,
    Artefact,
    BlockKind,
    Ends,
    Floor,
    Format,
    HolderState,
    Plan,
    TurnRule,
    fitted,
)
from setspace.core.process.soundness import unsound_format, unsound_plan
from setspace.core.process.state import MINUTE
from tests.core.rooms import INES, MEI, MEMBERS, NINE_THIRTY, TOM, clock, room_for

ROUNDS = {
    "tpas-40": [4, 3, 3, 20, 1, 3, 2, 4],
    "classic-45": [12, 1, 22, 4, 4, 2],
    "faq-34": [2, 8, 15, 2, 5, 2],
    "bidding-30": [5, 5, 10, 5, 5],
    "clapson-35": [2, 5, 10, 1, 10, 5, 2],
    "kollegiale-45": [5, 10, 5, 5, 10, 5, 5],
    "case-clinic-60": [2, 15, 3, 10, 20, 8, 2],
    "troika-10": [2, 2, 4, 2],
    "wise-crowds-15": [2, 3, 8, 2],
    "wial-single-60": [5, 3, 20, 6, 14, 4, 8],
    "incident-65": [5, 10, 5, 15, 10, 10, 10],
    "tien-stappen-75": [8, 7, 4, 12, 8, 8, 6, 8, 6, 8],
    "seal-postit-24": [3, 5, 12, 4],
    "balint-45": [7, 5, 25, 5, 3],
    "york-90": [5, 10, 5, 50, 10, 10],
    "ithrive-40": [4, 3, 3, 15, 1, 5, 3, 2, 4],
    "ithrive-45": [12, 1, 17, 5, 4, 4, 2],
    "short-20": [3, 13, 1, 3],
    "short-24": [3, 17, 1, 3],
}
PLANS = {
    "tpas-session": [8, 10, 2, 40, 5, 40, 12, 40, 5, 40, 6, 2],
    "tpas-introduction": [5, 10, 15, 10, 20, 10, 30, 8, 10, 2],
    "tpas-evaluation": [10, 20, 10, 30, 10, 20, 15, 5],
    "tpas-follow-up": [10, 25, 25, 10, 20, 20, 10],
    "ithrive-two-holders": [12, 18, 5, 45, 15, 45, 25, 10, 5],
    "ithrive-three-holders": [9, 12, 6, 40, 10, 40, 5, 40, 14, 4],
    "ithrive-six-short": [6, 6, 20, 20, 20, 10, 20, 20, 20, 5, 20, 10, 3],
    "seal-session": [8, 16, 24, 24, 8, 24, 12, 4],
    "community-resolve": [15, 25, 45, 20, 45, 22, 8],
    "york-session": [90],
    "troika-session": [10, 10, 10],
    "wial-session": [8, 10, 60, 8, 4],
}
FOR_FIVE = {
    "ithrive-three-holders": [10, 10, 5, 40, 10, 40, 5, 40, 14, 6],
    "ithrive-six-short": [6, 6, 24, 24, 24, 10, 24, 24, 5, 20, 10, 3],
}
LENGTHS = {
    "tpas-session": 210,
    "tpas-introduction": 120,
    "tpas-evaluation": 120,
    "tpas-follow-up": 120,
    "ithrive-two-holders": 180,
    "ithrive-three-holders": 180,
    "ithrive-six-short": 180,
    "seal-session": 120,
    "community-resolve": 180,
    "york-session": 90,
    "troika-session": 30,
    "wial-session": 90,
}


def floor(plan: Plan) -> int:
    """The minutes of a plan when each block has given all that it may."""
    return sum(block.least for block in plan.blocks)


def test_just_these_rounds_and_plans_are_shipped() -> None:
    assert set(formats()) == set(ROUNDS)
    assert set(plans()) == set(PLANS)


@pytest.mark.parametrize("key", ROUNDS)
def test_the_stages_of_a_round_have_the_minutes_of_the_study_and_sum_up(key: str) -> None:
    assert [stage.minutes for stage in formats()[key].stages] == ROUNDS[key]
    assert sum(ROUNDS[key]) == formats()[key].minutes == int(key[-2:])


@pytest.mark.parametrize("key", PLANS)
def test_the_blocks_of_a_plan_have_the_minutes_of_the_study_and_sum_up(key: str) -> None:
    assert [block.minutes for block in plans()[key].blocks] == PLANS[key]
    assert sum(PLANS[key]) == plans()[key].minutes == LENGTHS[key]


@pytest.mark.parametrize("key", ROUNDS)
def test_every_shipped_round_is_sound(key: str) -> None:
    assert unsound_format(formats()[key]) == ()


@pytest.mark.parametrize("key", PLANS)
def test_every_shipped_plan_is_sound(key: str) -> None:
    assert unsound_plan(plans()[key], formats()) == ()


@pytest.mark.parametrize("key", ["ithrive-two-holders", "ithrive-three-holders", "ithrive-six-short"])
@pytest.mark.parametrize("n_people", [5, 6])
def test_the_plans_of_ithrive_take_three_hours_for_five_and_for_six(key: str, n_people: int) -> None:
    plan = fitted(plans()[key], n_people)
    minutes = [block.minutes for block in plan.blocks]
    assert minutes == (FOR_FIVE.get(key, PLANS[key]) if n_people == 5 else PLANS[key])
    assert sum(minutes) == plan.minutes == 180
    assert plan.variants == ()


def test_in_the_short_plan_everybody_holds_an_issue_for_the_same_time() -> None:
    six, five = (fitted(plans()["ithrive-six-short"], n) for n in (6, 5))
    assert (six.turns, five.turns) == (6, 5)
    assert {block.minutes for block in six.blocks if block.is_protected} == {20}
    assert {block.minutes for block in five.blocks if block.is_protected} == {24}


def test_a_session_of_five_begins_with_the_minutes_of_five() -> None:
    room = room_for("ithrive-three-holders", (*MEMBERS, "noor"))
    room.start()
    assert room.state.visits[-1].allowance == 10 * MINUTE
    assert room.state.planned_end == NINE_THIRTY + 180 * MINUTE


@pytest.mark.parametrize("key", ROUNDS)
def test_every_round_has_a_source_and_a_line_for_each_role_in_each_stage(key: str) -> None:
    round_ = formats()[key]
    assert len(round_.source) > 3
    for stage in round_.stages:
        lines = (stage.prompts.holder, stage.prompts.members, stage.prompts.facilitator)
        assert all(0 < len(line) <= 120 for line in lines), stage.title


@pytest.mark.parametrize("key", ROUNDS)
def test_every_round_has_a_place_for_the_issue_or_bids_and_for_actions(key: str) -> None:
    writes = {artefact for stage in formats()[key].stages for artefact in stage.writes}
    assert Artefact.ACTIONS in writes
    assert writes & {Artefact.ISSUE, Artefact.KEY_QUESTION}


def test_every_property_of_a_stage_is_used_by_some_round() -> None:
    stages = [stage for round_ in formats().values() for stage in round_.stages]
    assert {stage.floor for stage in stages} == set(Floor)
    assert {stage.rule for stage in stages} == set(TurnRule)
    assert {stage.advice for stage in stages} == set(Advice)
    assert {stage.holder for stage in stages} == set(HolderState)
    assert {stage.ends for stage in stages} == set(Ends)
    assert any(stage.is_on_request for stage in stages)


def test_the_full_session_can_give_sixteen_minutes_and_is_194_at_its_floor() -> None:
    plan = plans()["tpas-session"]
    assert floor(plan) == 194
    assert plan.minutes - floor(plan) == 16


def test_the_full_session_gives_close_and_order_first_and_the_reflection_last() -> None:
    giving = [block for block in plans()["tpas-session"].blocks if block.gives is not None]
    giving.sort(key=lambda block: -(block.gives or 0))
    assert [(block.key, block.least) for block in giving] == [
        ("order", 1),
        ("close", 1),
        ("check-in", 4),
        ("update", 6),
        ("break-2", 8),
        ("review", 4),
    ]


def test_white_space_follows_the_full_session_outside_its_plan() -> None:
    plan = plans()["tpas-session"]
    assert plan.white_space == 30
    assert plan.minutes == 210


@pytest.mark.parametrize("key", PLANS)
def test_a_turn_never_gives_a_minute(key: str) -> None:
    turns = [block for block in plans()[key].blocks if block.kind is BlockKind.TURN]
    assert all(block.is_protected and block.least == block.minutes and block.gives is None for block in turns)
    assert plans()[key].turns == len(turns)


def test_a_full_session_from_half_past_nine_has_the_clock_times_of_the_study() -> None:
    room = room_for("tpas-session")
    ends = [(slot.block.key, clock(slot.end)) for slot in timing.slots(room.state, room.now)]
    assert ends == [
        ("check-in", "09:38"),
        ("update", "09:48"),
        ("order", "09:50"),
        ("turn-1", "10:30"),
        ("break-1", "10:35"),
        ("turn-2", "11:15"),
        ("break-2", "11:27"),
        ("turn-3", "12:07"),
        ("break-3", "12:12"),
        ("turn-4", "12:52"),
        ("review", "12:58"),
        ("close", "13:00"),
    ]


def test_three_people_end_just_forty_minutes_early() -> None:
    plan = plans()["tpas-session"]
    shorter = fitted(plan, 3)
    assert shorter.minutes == plan.minutes - 40
    assert sum(block.minutes for block in shorter.blocks) == shorter.minutes
    assert [block.key for block in plan.blocks if block not in shorter.blocks] == ["turn-4"]
    assert unsound_plan(shorter, formats()) == ()


def test_a_session_of_three_promises_and_projects_the_earlier_end() -> None:
    room = room_for("tpas-session", (MEI, TOM, INES))
    room.start()
    assert room.state.planned_end is not None
    assert clock(room.state.planned_end) == "12:20"
    assert clock(timing.projected_end(room.state, room.now)) == "12:20"


@pytest.mark.parametrize("n_people", range(4, 9))
def test_with_enough_people_the_plan_stays_as_it_is(n_people: int) -> None:
    plan = plans()["tpas-session"]
    assert fitted(plan, n_people) is plan


@pytest.mark.parametrize("n_people", [0, 1, 2, 9, 40])
def test_a_plan_refuses_more_or_fewer_people_than_it_is_for(n_people: int) -> None:
    words = f"Full session, four turns of 40 minutes is for 3 to 8 people, not {n_people}."
    with pytest.raises(ValueError, match=words.replace(".", r"\.")):
        fitted(plans()["tpas-session"], n_people)


@pytest.mark.parametrize("key", PLANS)
def test_every_turn_names_a_round_of_its_own_length(key: str) -> None:
    turns = [block for block in plans()[key].blocks if block.kind is BlockKind.TURN]
    assert all(formats()[block.format].minutes == block.minutes for block in turns)


def test_a_changed_copy_of_a_shipped_round_is_refused_in_words() -> None:
    round_: Format = replace(formats()["tpas-40"], minutes=41)
    assert unsound_format(round_) == (
        "The stages of Classic round, 40 minutes take 40 minutes, but it says 41.",
    )
