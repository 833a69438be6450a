"""The rounds and session plans that are shipped have the minutes of the field study."""

from dataclasses import replace

import pytest

from setspace.core.process import timing
from setspace.core.process.catalogue import formats, plans
from setspace.core.process.formats import BlockKind, Format, Plan, fitted, unsound_format, unsound_plan
from tests.core.rooms import INES, MEI, TOM, clock, room_for

ROUNDS = {
    "tpas-40": [4, 3, 3, 20, 1, 3, 2, 4],
    "classic-45": [12, 1, 22, 4, 4, 2],
    "bidding-30": [5, 5, 10, 5, 5],
}
PLANS = {
    "tpas-session": [8, 10, 2, 40, 5, 40, 12, 40, 5, 40, 6, 2],
    "tpas-introduction": [5, 10, 15, 10, 20, 10, 30, 8, 10, 2],
    "tpas-evaluation": [10, 20, 10, 30, 10, 20, 15, 5],
    "tpas-follow-up": [10, 25, 25, 10, 20, 20, 10],
    "ithrive-two-holders": [12, 18, 5, 45, 15, 45, 25, 10, 5],
    "ithrive-three-holders": [9, 12, 6, 40, 10, 40, 5, 40, 14, 4],
}
LENGTHS = {
    "tpas-session": 210,
    "tpas-introduction": 120,
    "tpas-evaluation": 120,
    "tpas-follow-up": 120,
    "ithrive-two-holders": 180,
    "ithrive-three-holders": 180,
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
