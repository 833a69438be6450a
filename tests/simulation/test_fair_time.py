"""Whatever the format and however late: no turn loses a second in silence, floors hold, and the sum is right.

Sessions of formats that chance makes up, with one to eight issue holders, begin late by chance and are
held by chance. Whenever a way to give time is offered, one is chosen, and the plan is worked out again.
"""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from setspace.core.process import commands as c
from setspace.core.process import giving, timing
from setspace.core.process.formats import Block, BlockKind, Format
from setspace.core.process.gifts import GiftKind
from setspace.core.process.ledger import lines
from setspace.core.process.state import MINUTE, Setup, State
from setspace.core.process.undoing import undoable
from tests.core import random_formats
from tests.core.rooms import LiveRoom
from tests.core.worlds import LEADER
from tests.simulation.test_random_formats import room_of

SLACK = MINUTE // 2  # what is behind is given in whole minutes
HARD = {GiftKind.ALL_TURNS, GiftKind.LAST_TURN}


def with_give(setup: Setup, white_space: int, more: tuple[tuple[int, int, int], ...]) -> Setup:
    """The same session with parts after the turns that can give, and white space."""
    parts = tuple(
        Block(
            f"part-{number}", f"Part {number}", BlockKind.REVIEW, least + give, least, gives if give else None
        )
        for number, (least, give, gives) in enumerate(more)
    )
    plan = setup.plan
    blocks = (*plan.blocks, *parts)
    minutes = sum(block.minutes for block in blocks)
    return replace(setup, plan=replace(plan, blocks=blocks, minutes=minutes, white_space=white_space))


setups = st.builds(
    with_give,
    random_formats.setups(),
    st.integers(0, 30),
    st.lists(st.tuples(st.integers(1, 5), st.integers(0, 6), st.integers(1, 6)), max_size=4).map(tuple),
)


@settings(deadline=None, max_examples=80)
@given(setups, st.integers(0, 45), st.integers(0, 10_000))
def test_every_way_that_is_offered_can_be_taken_and_brings_the_end_back(
    setup: Setup, late: int, whim: int
) -> None:
    room, chance = room_of(setup, late), Random(whim)
    room.do(LEADER, c.Start())
    while room.state.step is not None:
        break_by(room, chance)
        offered = giving.ways(room.state, room.now)
        costs = [offer.cost for offer in offered]
        assert costs == sorted(costs)
        if any(offer.kind in HARD for offer in offered):
            assert giving.minutes_behind(room.state, room.now) * MINUTE > give_of(room)
        for offer in offered:
            check(room.copy(), offer.kind)
        if offered and chance.random() < 0.4:
            take(room, chance.choice(offered).kind)
        room.wait(ms=chance.randint(0, max(0, timing.left(room.state, room.now)) + 2 * MINUTE))
        room.do(LEADER, c.NextStage(room.seen))


@settings(deadline=None, max_examples=60)
@given(setups, st.integers(0, 45), st.integers(0, 10_000))
def test_a_turn_has_what_was_promised_less_only_what_was_chosen_before_everybody(
    setup: Setup, late: int, whim: int
) -> None:
    room, chance = room_of(setup, late), Random(whim)
    room.do(LEADER, c.Start())
    while room.state.step is not None:
        hold_a_stage(room, chance)
    for line in lines(room.state, room.now):
        if line.place:
            assert line.had >= line.promised - line.gave
    for gift in room.state.gifts:
        if gift.kind is GiftKind.ALL_TURNS:
            turns = {block.key for block in setup.plan.blocks if block.kind is BlockKind.TURN}
            assert len({give.length for give in gift.gives if give.block in turns}) == 1
        elif gift.kind is not GiftKind.LONGER_TURNS:
            assert not any(give.block.startswith("turn") for give in gift.gives)


def check(room: LiveRoom, kind: GiftKind) -> None:
    """A way is taken in a copy of the room: floors hold, the end is as planned. Undone, all is as before."""
    before = room.state
    turns = {turn: timing.turn_length(room.state, turn) for turn in room.state.to_come}
    take(room, kind)
    state = room.state
    for block in state.plan.blocks:
        assert timing.block_length(state, block) >= floor(block, state.setup.formats[0])
    behind = timing.behind(state, room.now)
    assert behind <= SLACK
    if kind is not GiftKind.LAST_TURN:
        assert behind > -SLACK - len(turns) * 1000
    if kind not in HARD:
        assert turns == {turn: timing.turn_length(state, turn) for turn in state.to_come}
    undo(room)
    assert plain(room.state) == plain(before)


def hold_a_stage(room: LiveRoom, chance: Random) -> None:
    """To its end, with what chance brings: a break, time that is given, something done and undone."""
    break_by(room, chance)
    offered = giving.ways(room.state, room.now)
    if offered and chance.random() < 0.5:
        take(room, chance.choice(offered).kind)
    undo_by(room, chance)
    if room.state.paused_at is not None:
        room.do(LEADER, c.GoOn())
    room.wait(ms=max(0, timing.left(room.state, room.now)))
    room.do(LEADER, c.NextStage(room.seen))


def break_by(room: LiveRoom, chance: Random) -> None:
    """Now and then somebody calls a break: it costs what it takes, as soon as it is called."""
    minutes, before = chance.randint(1, 15), timing.projected_end(room.state, room.now)
    if chance.random() < 0.15 and room.ask(LEADER, c.CallBreak(minutes)) is None:
        assert timing.projected_end(room.state, room.now) == before + minutes * MINUTE
        room.wait(ms=chance.randint(0, 20) * MINUTE)


def undo_by(room: LiveRoom, chance: Random) -> None:
    """A turn is passed or a minute added, and undone at once, and perhaps what was done before it."""
    before, ahead = room.state, room.state.order[room.state.n_settled :]
    done = c.PassTurn(ahead[-1]) if ahead and chance.random() < 0.5 else c.AddMinutes(room.seen)
    if chance.random() < 0.3 and room.ask(LEADER, done) is None:
        undo(room)
        assert plain(room.state) == plain(before)
        if undoable(before) is not None and chance.random() < 0.3:
            undo(room)
            assert room.state.acts == before.acts[:-1]


def plain(state: State) -> State:
    """A state without the number of its changes, and without additions of nothing."""
    added = {step: more for step, more in state.added.items() if more}
    return replace(state, time_changes=0, added=added)


def undo(room: LiveRoom) -> None:
    room.do(LEADER, c.Undo(room.state.time_changes))


def take(room: LiveRoom, kind: GiftKind) -> None:
    room.do(LEADER, c.GiveTime(kind.value, giving.minutes_behind(room.state, room.now)))
    assert room.state.proposal is None  # nobody has arrived who would have to be asked


def give_of(room: LiveRoom) -> int:
    return giving.pool_of(room.state, room.now).give


def floor(block: Block, format_: Format) -> int:
    if block.kind is BlockKind.TURN:
        return sum(stage.least for stage in format_.stages) * MINUTE
    return block.least * MINUTE
