"""What a session that is on can still give, the ways to use it, and what one more minute costs.

Times are epoch milliseconds, lengths milliseconds unless they are called minutes.
"""

from dataclasses import dataclass

from setspace.core.process import sharing, timing
from setspace.core.process.formats import BlockKind
from setspace.core.process.gifts import Gift, GiftKind
from setspace.core.process.sharing import Offer, Pool, Source, TurnAhead
from setspace.core.process.state import MINUTE, Phase, State
from setspace.core.process.timing import Slot

SHOWN_FROM = 2  # minutes: below that nobody is behind


@dataclass(frozen=True, slots=True)
class Price:
    """What more minutes cost: when the session would end, and the way of least cost to give them back.

    Nothing has to be given back where the session is ahead by as much.
    """

    end: int
    way: Offer | None
    is_in_hand: bool


def minutes_behind(state: State, now: int) -> int:
    """Whole minutes behind the plan, below 0 when ahead."""
    return round(timing.behind(state, now) / MINUTE)


def ways(state: State, now: int) -> tuple[Offer, ...]:
    """The ways to give time, the least cost first: from two minutes behind, and never in the last part."""
    minutes = minutes_behind(state, now)
    return offers(state, minutes, now) if minutes >= SHOWN_FROM else ()


def offers(state: State, minutes: int, now: int) -> tuple[Offer, ...]:
    """The ways to give back so many whole minutes; none outside the session."""
    return sharing.offers(pool_of(state, now), minutes) if state.phase is Phase.RUNNING else ()


def offer(state: State, kind: GiftKind, minutes: int, now: int) -> Offer | None:
    """One of the ways, as it is now; None where it is not open."""
    if kind is GiftKind.LONGER_TURNS:
        return longer_turns(state, now)
    return next((one for one in offers(state, minutes, now) if one.kind is kind), None)


def longer_turns(state: State, now: int) -> Offer | None:
    """The turns made longer by those that fell away, before the first has begun; None where none did."""
    if state.phase is not Phase.RUNNING or state.begun or any(_is_longer(gift) for gift in state.gifts):
        return None
    fell_away = (state.setup.plan.minutes - state.plan.minutes) * MINUTE
    return sharing.longer_turns(pool_of(state, now), fell_away - timing.behind(state, now))


def price(state: State, minutes: int, now: int) -> Price:
    """What it costs to add so many minutes now.

    The end counts from what the facilitator reads: less than two minutes behind is as planned.
    """
    behind = minutes_behind(state, now)
    found = offers(state, behind + minutes, now)
    told = behind if abs(behind) >= SHOWN_FROM else 0
    end = (timing.due_end(state) or now) + (told + minutes) * MINUTE
    return Price(end, found[0] if found else None, is_in_hand=behind + minutes <= 0)


def pool_of(state: State, now: int) -> Pool:
    """What the parts that are on or ahead have to give, and the turns that have not begun."""
    slots = timing.slots(state, now)
    used = sum(gift.white_space for gift in state.gifts)
    return Pool(
        sources=tuple(source for slot in slots if (source := _source(state, slot, now))),
        turns=tuple(_turn_ahead(state, slot, now) for slot in slots if _is_turn_ahead(state, slot)),
        white_space=max(0, state.plan.white_space * MINUTE - used),
        begun=len(state.begun),
    )


def _source(state: State, slot: Slot, now: int) -> Source | None:
    block = slot.block
    if block.gives is None or block.kind is BlockKind.TURN or slot.when == "past":
        return None
    most = timing.block_length(state, block) - block.least * MINUTE
    if slot.when == "now":
        most = min(most, timing.left(state, now))
    most = most // MINUTE * MINUTE
    return Source(block.key, block.title, block.gives, most) if most > 0 else None


def _is_turn_ahead(state: State, slot: Slot) -> bool:
    """Whether a turn is still to begin: one that was gone back from has begun."""
    return slot.turn is not None and slot.when == "ahead" and slot.turn not in state.begun


def _turn_ahead(state: State, slot: Slot, now: int) -> TurnAhead:
    turn = slot.turn
    assert turn is not None
    least = sum(step.stage.least for step in state.steps if step.turn == turn and step.stage) * MINUTE
    return TurnAhead(
        slot.block.key,
        state.holder_of(turn),
        timing.turn_left(state, turn, now),
        least + timing.extra_time(state, turn),
    )


def _is_longer(gift: Gift) -> bool:
    return gift.kind is GiftKind.LONGER_TURNS
