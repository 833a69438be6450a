"""Whatever does not add up in a format or plan is named in words; what is sound is left alone."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.process.catalogue import formats, plans
from setspace.core.process.formats import Artefact, BlockKind, Format, HolderState, Plan, Stage, Variant
from setspace.core.process.soundness import unsound_format, unsound_plan

ROUNDS = sorted(formats())
PLANS = sorted(plans())
others = st.integers(-5, 400)
places = st.integers(0, 100)


def with_stage(format_: Format, place: int, **changes: object) -> Format:
    at = place % len(format_.stages)
    stage = replace(format_.stages[at], **changes)  # type: ignore[arg-type]  # any field, by name
    return replace(format_, stages=(*format_.stages[:at], stage, *format_.stages[at + 1 :]))


def with_block(plan: Plan, place: int, **changes: object) -> Plan:
    at = place % len(plan.blocks)
    block = replace(plan.blocks[at], **changes)  # type: ignore[arg-type]  # any field, by name
    return replace(plan, blocks=(*plan.blocks[:at], block, *plan.blocks[at + 1 :]))


def named(faults: tuple[str, ...], words: str) -> bool:
    """Whether a fault says so, in a whole sentence, as every fault does."""
    assert all(fault[0].isupper() and fault.endswith(".") and "{" not in fault for fault in faults)
    return any(words in fault for fault in faults)


@given(st.sampled_from(ROUNDS), others)
def test_a_round_that_declares_other_minutes_is_named(key: str, minutes: int) -> None:
    format_ = replace(formats()[key], minutes=minutes)
    right = minutes == formats()[key].minutes
    assert (unsound_format(format_) == ()) == right
    assert right or named(unsound_format(format_), f"but it says {minutes}")


@given(st.sampled_from(ROUNDS), places, others)
def test_a_stage_of_another_length_is_named(key: str, place: int, minutes: int) -> None:
    format_ = formats()[key]
    kept = format_.stages[place % len(format_.stages)].minutes
    faults = unsound_format(with_stage(format_, place, minutes=minutes))
    assert (faults == ()) == (minutes == kept)
    assert minutes == kept or named(faults, f"but it says {format_.minutes}")


@given(st.sampled_from(ROUNDS), places, others, others)
def test_limits_that_do_not_hold_a_stage_are_named(key: str, place: int, least: int, most: int) -> None:
    stage = formats()[key].stages[place % len(formats()[key].stages)]
    faults = unsound_format(with_stage(formats()[key], place, least=least, most=most))
    sound = 1 <= least <= stage.minutes <= most
    spare = sum(other.minutes for other in formats()[key].stages if other.is_on_request)
    has_room = not (stage.is_elastic and spare) or most >= stage.minutes + spare
    assert (faults == ()) == (sound and has_room)
    assert sound or named(faults, f"{stage.title} cannot be {least} to {most} minutes")
    assert has_room or named(faults, f"{stage.title} must be able to take {stage.minutes + spare} minutes")


@given(st.sampled_from(ROUNDS), places, places)
def test_two_stages_of_one_key_are_named(key: str, place: int, other: int) -> None:
    format_ = formats()[key]
    borrowed = format_.stages[other % len(format_.stages)].key
    faults = unsound_format(with_stage(format_, place, key=borrowed))
    same = place % len(format_.stages) == other % len(format_.stages)
    assert (faults == ()) == same
    assert same or named(faults, f"{format_.title} has {borrowed} more than once")


@given(st.sampled_from(ROUNDS), places)
def test_a_second_elastic_stage_is_named(key: str, place: int) -> None:
    format_ = formats()[key]
    was_elastic = format_.stages[place % len(format_.stages)].is_elastic
    faults = unsound_format(with_stage(format_, place, is_elastic=True))
    assert (faults == ()) == was_elastic
    assert was_elastic or named(faults, "more than one stage that gives and takes time")


@given(st.sampled_from(ROUNDS), st.integers(-3, 12), st.integers(-3, 12))
def test_a_round_for_an_impossible_number_of_people_is_named(key: str, least: int, most: int) -> None:
    format_ = replace(formats()[key], least_people=least, most_people=most)
    sound = 2 <= least <= most
    assert (unsound_format(format_) == ()) == sound
    assert sound or named(unsound_format(format_), f"is for {least} to {most} people")


def test_a_round_without_stages_is_named() -> None:
    assert named(unsound_format(replace(formats()["tpas-40"], stages=())), "has no stages")


@given(st.sampled_from(PLANS), others)
def test_a_plan_that_declares_other_minutes_is_named(key: str, minutes: int) -> None:
    plan = replace(plans()[key], minutes=minutes)
    right = minutes == plans()[key].minutes
    assert (unsound_plan(plan, formats()) == ()) == right
    assert right or named(unsound_plan(plan, formats()), f"but it says {minutes}")


@given(st.sampled_from(PLANS), places, others)
def test_a_block_that_cannot_shrink_so_far_is_named(key: str, place: int, least: int) -> None:
    plan = plans()[key]
    block = plan.blocks[place % len(plan.blocks)]
    faults = unsound_plan(with_block(plan, place, least=least), formats())
    if not 1 <= least <= block.minutes:
        assert named(faults, f"{block.title} cannot shrink from {block.minutes} to {least} minutes")
    elif (block.gives is None) != (least == block.minutes):
        words = "must say in which order it gives" if block.gives is None else "has no minutes to give"
        assert named(faults, f"{block.title} {words}")
    else:
        assert faults == ()


@given(st.sampled_from(PLANS), places, st.integers(1, 39))
def test_a_turn_that_gives_time_is_named(key: str, place: int, least: int) -> None:
    plan = plans()[key]
    block = plan.blocks[place % len(plan.blocks)]
    if block.kind is BlockKind.TURN:
        faults = unsound_plan(with_block(plan, place, least=least, gives=1), formats())
        is_named = named(faults, f"{block.title} is a turn: its minutes are protected")
        assert is_named == (least != block.minutes)


@given(st.sampled_from(PLANS), places, st.text(min_size=1).filter(lambda key: key not in formats()))
def test_a_turn_whose_round_is_not_there_is_named(key: str, place: int, format_: str) -> None:
    plan = plans()[key]
    is_turn = plan.blocks[place % len(plan.blocks)].kind is BlockKind.TURN
    faults = unsound_plan(with_block(plan, place, format=format_), formats())
    assert (faults == ()) != is_turn
    assert not is_turn or any("names a format that is not there" in fault for fault in faults)


@given(st.sampled_from(PLANS), st.sampled_from(ROUNDS))
def test_turns_with_a_round_of_another_length_are_named(key: str, round_: str) -> None:
    plan = plans()[key]
    turns = [place for place, block in enumerate(plan.blocks) if block.kind is BlockKind.TURN]
    for place in turns:
        faults = unsound_plan(with_block(plan, place, format=round_), formats())
        fits = formats()[round_].minutes == plan.blocks[place].minutes
        assert (faults == ()) == fits
        assert fits or named(faults, f"{formats()[round_].title} takes {formats()[round_].minutes}")


@given(st.sampled_from(PLANS), places, places)
def test_two_blocks_of_one_key_are_named(key: str, place: int, other: int) -> None:
    plan = plans()[key]
    borrowed = plan.blocks[other % len(plan.blocks)].key
    faults = unsound_plan(with_block(plan, place, key=borrowed), formats())
    same = place % len(plan.blocks) == other % len(plan.blocks)
    assert (faults == ()) == same
    assert same or named(faults, f"{plan.title} has {borrowed} more than once")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda plan: replace(plan, blocks=()), "has no parts"),
        (lambda plan: replace(plan, least_people=1), "is for 1 to 8 people"),
        (lambda plan: replace(plan, least_people=9), "is for 9 to 8 people"),
        (lambda plan: replace(plan, variants=(Variant(5, ()),)), "for 5 has no parts"),
        (lambda plan: replace(plan, variants=(Variant(5, plan.blocks[1:]),)), "for 5 take 202 minutes"),
        (lambda plan: replace(plan, variants=(Variant(9, plan.blocks),)), "for 9 can never be held"),
        (lambda plan: replace(plan, variants=(Variant(5, plan.blocks),) * 2), "has 5 more than once"),
    ],
)
def test_other_faults_of_a_plan_are_named(spoil: Callable[[Plan], Plan], words: str) -> None:
    assert named(unsound_plan(spoil(plans()["tpas-session"]), formats()), words)


def changed(key: str, stage_key: str, **changes: object) -> tuple[str, ...]:
    """What does not add up in a round of which one stage was changed."""
    format_ = formats()[key]
    place = next(place for place, stage in enumerate(format_.stages) if stage.key == stage_key)
    return unsound_format(with_stage(format_, place, **changes))


def without(key: str, is_out: Callable[[Stage], bool]) -> tuple[str, ...]:
    """What does not add up in a round without some stages, other than that."""
    format_ = formats()[key]
    stages = tuple(stage for stage in format_.stages if not is_out(stage))
    return unsound_format(replace(format_, stages=stages, minutes=sum(stage.minutes for stage in stages)))


def test_a_stage_on_request_needs_an_elastic_stage_before_it_that_can_hold_its_minutes() -> None:
    assert named(changed("faq-34", "help", is_elastic=False), "a stage before it must hold its minutes")
    assert named(changed("faq-34", "present", is_on_request=True), "a stage before it must hold its minutes")
    assert named(changed("faq-34", "help", most=19), "must be able to take 20 minutes")
    assert changed("faq-34", "help", most=20) == ()


def test_a_stage_on_request_is_neither_elastic_nor_the_last() -> None:
    assert named(changed("faq-34", "help", is_on_request=True), "cannot be the stage that gives and takes")
    assert named(without("faq-34", lambda stage: stage.key == "decide"), "cannot be the last stage")


def test_nothing_is_written_down_while_the_issue_holder_has_turned_away() -> None:
    faults = changed("balint-45", "explore", writes=(Artefact.ECHO,))
    assert named(faults, "has its issue holder turned away")
    assert changed("balint-45", "facts", holder=HolderState.TURNED_AWAY) != ()
