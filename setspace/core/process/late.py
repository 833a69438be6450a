"""A session plan that begins late, or with a turn fewer, worked out before anybody is in the room."""

from dataclasses import dataclass, replace

from setspace.core.process import sharing
from setspace.core.process.formats import Block, BlockKind, Format, Plan
from setspace.core.process.gifts import Gift
from setspace.core.process.sharing import MINUTE, Offer, Pool, Source, TurnAhead


@dataclass(frozen=True, slots=True)
class Late:
    """``gave`` is what each part gives, in minutes, and ``short`` the minutes that are still missing.

    While any are missing ``choices`` holds the ways that a facilitator may choose from.
    """

    plan: Plan
    gave: tuple[tuple[Block, int], ...]
    short: int
    choices: tuple[Offer, ...]


def begun_late(plan: Plan, formats: dict[str, Format], minutes: int) -> Late:
    """The plan when it begins so many minutes late: parts around the turns shrink, turns never do."""
    pool = pool_of(plan, formats)
    gives = sharing.by_priority(pool.sources, minutes * MINUTE)
    gave = {give.block: give.length // MINUTE for give in gives}
    blocks = tuple(replace(block, minutes=block.minutes - gave.get(block.key, 0)) for block in plan.blocks)
    short = minutes - sum(gave.values())
    return Late(
        replace(plan, blocks=blocks, minutes=sum(block.minutes for block in blocks)),
        tuple((block, gave[block.key]) for block in plan.blocks if block.key in gave),
        short,
        sharing.offers(pool, minutes) if short else (),
    )


def with_longer_turns(plan: Plan, formats: dict[str, Format], minutes: int) -> Plan | None:
    """The plan when turns that fell away, so many minutes, make the others longer; None if by too little."""
    offer = sharing.longer_turns(pool_of(plan, formats), minutes * MINUTE)
    return _changed(plan, offer.gift) if offer else None


def pool_of(plan: Plan, formats: dict[str, Format]) -> Pool:
    """All that a plan has to give before it begins."""
    return Pool(
        tuple(_source(block) for block in plan.blocks if block.gives is not None),
        tuple(_turn(block, formats) for block in plan.blocks if block.kind is BlockKind.TURN),
        plan.white_space * MINUTE,
    )


def _changed(plan: Plan, gift: Gift) -> Plan:
    blocks = tuple(
        replace(block, minutes=block.minutes - gift.from_block(block.key) // MINUTE) for block in plan.blocks
    )
    return replace(plan, blocks=blocks, minutes=sum(block.minutes for block in blocks))


def _source(block: Block) -> Source:
    assert block.gives is not None
    return Source(block.key, block.title, block.gives, (block.minutes - block.least) * MINUTE)


def _turn(block: Block, formats: dict[str, Format]) -> TurnAhead:
    """A turn is held by somebody whom the plan does not know: its key stands for them."""
    least = sum(stage.least for stage in formats[block.format].stages)
    return TurnAhead(block.key, block.key, block.minutes * MINUTE, least * MINUTE)
