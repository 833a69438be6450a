"""The course of the session as a list, and who holds an issue when."""

from typing import Any

from setspace.core.process import on_request, timing
from setspace.core.process.sight import life
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.state import MINUTE, Phase
from setspace.core.process.timing import Slot


def agenda(who: Onlooker) -> dict[str, Any]:
    """When each block was, is or will be; moments are epoch milliseconds, to the minute."""
    state = who.state
    slots = timing.slots(state, who.now)
    return {
        "zone": state.setup.zone,
        "items": [_item(who, slot) for slot in slots],
        "white_space": state.plan.white_space - sum(gift.white_space for gift in state.gifts) // MINUTE,
        "end": _minute(slots[-1].end) if slots else None,
    }


def order(who: Onlooker) -> dict[str, Any]:
    """For the facilitator: who holds an issue today, in what order, and who has asked for time."""
    state = who.state
    if not who.leads or state.phase in (Phase.ENDED, Phase.CLOSED) or not state.plan.turns:
        return {}
    settled = state.n_settled
    chosen = [
        {
            **who.card(person),
            "is_settled": number < settled,
            "bid": _bid(who, person),
            **life.in_order(who, person),
        }
        for number, person in enumerate(state.order)
    ]
    others = [
        {**who.card(seat.person), "bid": _bid(who, seat.person), **life.in_order(who, seat.person)}
        for seat in state.members
        if seat.person not in state.order
    ]
    return {
        "chosen": chosen,
        "others": others,
        "now": state.holder,
        "turns": state.n_turns,
        "may_add": len(state.order) < state.n_turns,
        "is_open": settled < state.n_turns,
    }


def _item(who: Onlooker, slot: Slot) -> dict[str, Any]:
    state = who.state
    holder = state.holder_of(slot.turn)
    title = f"{who.first_name(holder)}’s turn" if holder else slot.block.title
    length = timing.block_length(state, slot.block)
    return {
        "start": _minute(slot.start),
        "title": title,
        "kind": slot.block.kind.value,
        "when": slot.when,
        "minutes": round((slot.end - slot.start) / MINUTE) if slot.when == "past" else round(length / MINUTE),
        "gave": 0 if slot.when == "past" else slot.block.minutes - round(length / MINUTE),
        "is_kept": slot.block.is_protected and slot.when != "past",
        "stages": _stages(who, slot) if slot.when == "now" else [],
    }


def _stages(who: Onlooker, slot: Slot) -> list[dict[str, Any]]:
    step = who.step
    if step is None or slot.turn is None:
        return []
    return [
        {
            "title": other.title,
            "minutes": on_request.minutes(who.state, other),
            "is_done": other.index < step.index,
            "is_now": other is step,
        }
        for other in who.state.steps
        if other.turn == slot.turn and timing.takes_place(who.state, other)
    ]


def _bid(who: Onlooker, person: str) -> dict[str, Any] | None:
    bid = who.state.bids.get(person)
    return {"line": bid.line, "alive": bid.alive} if bid else None


def _minute(moment: int) -> int:
    """To the whole minute below, so that the list changes only when it would read differently."""
    return moment // MINUTE * MINUTE
