"""Planned against actual: what each part of a session was to take, and what it took.

For who led, to look back on. Lengths are milliseconds, right to the millisecond after going back,
pausing, adding and skipping. Every length is the sum of all visits to a part.
"""

from dataclasses import dataclass

from setspace.core.process import timing
from setspace.core.process.formats import Block, BlockKind
from setspace.core.process.state import MINUTE, State
from setspace.core.process.steps import Step


@dataclass(frozen=True, slots=True)
class Spent:
    """Planned and actual time. ``held`` is how long the clock was held, which is not in ``took``."""

    planned: int
    took: int
    held: int
    added: int
    visits: int


@dataclass(frozen=True, slots=True)
class StageRow:
    title: str
    spent: Spent


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A part of the session. ``gave`` is what it gave to others, below 0 what it got from them.

    ``holder`` is the person whose turn it was, and empty for other parts. A part that did not take
    place has no visits.
    """

    key: str
    title: str
    kind: BlockKind
    holder: str
    spent: Spent
    gave: int
    stages: tuple[StageRow, ...]


def timing_review(state: State, now: int) -> tuple[BlockRow, ...]:
    """Each block of the plan as it was fitted to those who came; nothing before the session has begun.

    The part that is on counts up to ``now``; after the end it makes no difference what that is.
    """
    if state.started_at is None:
        return ()
    return tuple(_row(state, block, now) for block in state.plan.blocks)


def _row(state: State, block: Block, now: int) -> BlockRow:
    steps = [step for step in state.steps if step.block.key == block.key]
    turn = steps[0].turn
    parts = [_spent(state, step, now) for step in steps]
    extra = timing.extra_time(state, turn) if turn is not None else 0
    return BlockRow(
        block.key,
        block.title,
        block.kind,
        state.holder_of(turn),
        Spent(
            block.minutes * MINUTE + extra,
            sum(part.took for part in parts),
            sum(part.held for part in parts),
            sum(part.added for part in parts),
            sum(part.visits for part in parts),
        ),
        sum(gift.from_block(block.key) for gift in state.gifts),
        tuple(StageRow(step.title, part) for step, part in zip(steps, parts, strict=True) if step.stage),
    )


def _spent(state: State, step: Step, now: int) -> Spent:
    visits = [visit for visit in state.visits if visit.step == step.index]
    return Spent(
        step.minutes * MINUTE,
        sum(timing.used(state, visit, now) for visit in visits),
        sum(timing.held(state, visit, now) for visit in visits),
        state.added.get(step.index, 0),
        len(visits),
    )
