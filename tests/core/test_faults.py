"""What does not add up is said where it can be mended; what adds up can be held."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.process import commands as c
from setspace.core.process.catalogue import formats, plans
from setspace.core.process.faults import Fault, Place, format_faults, named, plan_faults
from setspace.core.process.files import Course, from_file, to_file
from setspace.core.process.formats import (
    Artefact,
    Block,
    BlockKind,
    Ends,
    Floor,
    Format,
    HolderState,
    Plan,
    Stage,
    TurnRule,
    Variant,
)
from setspace.core.process.soundness import unsound_format, unsound_plan
from tests.core.rooms import ADE, MEMBERS, room_for

ROUNDS, PLANS = sorted(formats()), sorted(plans())

Spoil = Callable[[Format], Format]


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (lambda one: replace(one, minutes=41), ("minutes",)),
        (lambda one: replace(one, least_people=9), ("least_people",)),
        (lambda one: replace(one, stages=(replace(one.stages[0], least=9), *one.stages[1:])), ("stages", 0)),
        (
            lambda one: replace(one, stages=tuple(replace(stage, is_elastic=True) for stage in one.stages)),
            (),
        ),
    ],
)
def test_what_does_not_add_up_is_said_where_it_is_mended(spoil: Spoil, place: Place) -> None:
    faults = format_faults(spoil(formats()["tpas-40"]))
    assert [fault.place for fault in faults] == [place]
    assert all(str(fault) == fault.words for fault in faults)


def test_a_part_of_a_plan_and_of_a_variant_has_its_own_faults() -> None:
    plan = plans()["tpas-session"]
    parts = (replace(plan.blocks[0], least=9), *plan.blocks[1:])
    assert [fault.place for fault in plan_faults(replace(plan, blocks=parts), formats())] == [("blocks", 0)]
    varied = replace(plan, variants=(Variant(4, plan.blocks), Variant(5, parts)))
    assert [fault.place for fault in plan_faults(varied, formats())] == [("variants", 1, "blocks", 0)]
    short = replace(plan, variants=(Variant(5, plan.blocks[1:]),))
    assert [fault.place for fault in plan_faults(short, formats())] == [("variants", 0, "blocks")[:2]]


def test_two_parts_of_one_name_have_each_fault_once() -> None:
    plan = plans()["tpas-session"]
    breaks = [place for place, block in enumerate(plan.blocks) if block.title == "Break"]
    parts = tuple(replace(block, gives=6) if block.title == "Break" else block for block in plan.blocks)
    faults = plan_faults(replace(plan, blocks=parts), formats())
    assert [fault.place for fault in faults] == [("blocks", place) for place in breaks]
    assert len(faults) == 2


def test_a_turn_needs_a_round_that_adds_up() -> None:
    plan, known = plans()["tpas-session"], dict(formats())
    stages = known["tpas-40"].stages
    known["tpas-40"] = replace(known["tpas-40"], stages=(replace(stages[0], minutes=5), *stages[1:]))
    faults = plan_faults(plan, known)
    assert {fault.place for fault in faults} == {("blocks", place) for place in (3, 5, 7, 9)}
    assert faults[0].words == "Turn 1 follows Classic round, 40 minutes, which does not add up yet."


@given(st.sampled_from(ROUNDS), st.data())
def test_no_fault_of_a_format_is_lost_on_the_way_to_its_place(key: str, data: st.DataObject) -> None:
    stages = [
        replace(stage, minutes=data.draw(st.integers(1, 60)), is_elastic=data.draw(st.booleans()))
        for stage in formats()[key].stages
    ]
    format_ = replace(formats()[key], stages=tuple(data.draw(st.permutations(stages))))
    assert {fault.words for fault in format_faults(format_)} == set(unsound_format(format_))


@given(st.sampled_from(PLANS), st.data())
def test_no_fault_of_a_plan_is_lost_on_the_way_to_its_place(key: str, data: st.DataObject) -> None:
    def changed(block: Block) -> Block:
        return replace(block, minutes=data.draw(st.integers(1, 60)), gives=data.draw(st.none() | st.just(2)))

    plan = plans()[key]
    blocks = tuple(changed(block) for block in plan.blocks)
    variants = tuple(
        Variant(people, data.draw(st.sampled_from([blocks, blocks[:2], plan.blocks]))) for people in (4, 5)
    )
    plan = replace(plan, blocks=blocks, variants=variants)
    assert {fault.words for fault in plan_faults(plan, formats())} == set(unsound_plan(plan, formats()))


def test_a_place_is_read_out_in_words() -> None:
    assert named(()) == ""
    assert named(("plan", "variants", 0, "blocks", 3, "gives")) == "Variant 1, part 4, order of giving time"
    assert str(Fault(("stages", 2, "minutes"), "Give a number.")) == "Stage 3, minutes: give a number."


kinds = st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.TURN])


@st.composite
def own_stages(draw: st.DrawFn, number: int) -> Stage:
    floor, rule = draw(st.sampled_from(Floor)), draw(st.sampled_from(TurnRule))
    holder = draw(st.sampled_from(HolderState))
    writes = (
        () if holder is HolderState.TURNED_AWAY else draw(st.lists(st.sampled_from(Artefact), max_size=3))
    )
    minutes = draw(st.integers(1, 20))
    stage = Stage(f"stage-{number}", f"Stage {number}", minutes, 1, 240, floor, rule, holder=holder)
    return replace(stage, writes=tuple(writes), ends=draw(st.sampled_from(Ends)))


@st.composite
def own_courses(draw: st.DrawFn) -> Course:
    """A session plan of just any parts, with one round of just any stages."""
    stages = tuple(draw(own_stages(number)) for number in range(draw(st.integers(1, 5))))
    minutes = sum(stage.minutes for stage in stages)
    round_ = Format("own-round", "My round", "", minutes, 2, 12, stages)
    blocks = []
    for number in range(draw(st.integers(1, 8))):
        if draw(st.booleans()):
            blocks.append(Block(f"p-{number}", "Turn", BlockKind.TURN, minutes, minutes, format="own-round"))
            continue
        long = draw(st.integers(2, 30))
        writes = tuple(draw(st.lists(st.sampled_from(Artefact), max_size=2)))
        floor, rule = draw(st.sampled_from(Floor)), draw(st.sampled_from(TurnRule))
        blocks.append(Block(f"p-{number}", "Part", draw(kinds), long, 1, 3, "", floor, rule, writes))
    total = sum(block.minutes for block in blocks)
    return Course(Plan("own-plan", "My plan", "", total, 2, 12, tuple(blocks)), (round_,))


@given(own_courses())
def test_every_plan_that_adds_up_can_be_held_to_its_end(course: Course) -> None:
    read = from_file(to_file(course).encode())
    assert isinstance(read, Course)
    assert plan_faults(read.plan, read.formats) == ()
    room = room_for(read.plan, own_formats=read.rounds)
    for person in (ADE, *MEMBERS):
        room.do(person, c.Arrive())
    if any(step.turn is not None for step in room.state.steps):
        room.do(ADE, c.OrderHolders(MEMBERS[: read.plan.turns]))
    room.start()
    for _ in range(len(room.state.steps) - 1):
        room.next(after=1)
    room.finish()
    assert room.state.ended_at is not None
