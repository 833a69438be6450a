"""What happens to people, as each may see it: turns passed, moments, breaks that were called, quiet words."""

from typing import Any

from setspace.core.process import breaks, leading
from setspace.core.process.decide.life import BREAK, HOLDER, chooses_by_bids
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.sight.suggestions import suggestions
from setspace.core.process.state import Phase, Role

MOST_SENT = 5  # quiet words that are listed for who said them


def own_turn(who: Onlooker) -> dict[str, Any]:
    """For a member: whether they may pass their turn, and whether they may come back."""
    state = who.state
    if not who.is_member or state.phase not in (Phase.WAITING, Phase.RUNNING) or who.is_still:
        return {}
    why = state.passed.get(who.id, "")
    if why:
        has_room = len(state.order) < state.n_turns or not state.order
        return {
            "is_passed": True,
            "why": why,
            "may_return": why == "passed" and has_room,
            "leader": _leader(who),
        }
    if not _has_turn_to_come(who):
        return {}
    return {"is_passed": False, "why": "", "may_return": False, "leader": _leader(who)}


def moment(who: Onlooker) -> dict[str, Any]:
    """To ask for a moment; for who leads, who needs one. Nobody else ever sees that somebody asked."""
    state = who.state
    if state.phase not in (Phase.WAITING, Phase.RUNNING):
        return {}
    may_break = (
        who.is_running and state.break_until is None and who.step is not None and not who.step.is_break
    )
    if who.leads:
        rows = [who.card(person) for person, seen in state.moments.items() if not seen]
        return {"leads": True, "rows": rows, "may_break": may_break}
    asked = {None: "", False: "asked", True: "seen"}[state.moments.get(who.id)]
    return {
        "leads": False,
        "asked": asked,
        "may_break": may_break,
        "is_break": breaks.is_on(state),
        "leader": _leader(who),
        "you": who.id,
    }


def quiet_word(who: Onlooker) -> dict[str, Any]:
    """The newest quiet word to the onlooker, in the stage in which it was said; for who leads, to say one."""
    state = who.state
    if who.leads:
        return _saying(who)
    mine = [word for word in state.quiet_words if word.person == who.id]
    if not mine or mine[-1].visit != len(state.visits) or state.phase is Phase.CLOSED:
        return {}
    word = mine[-1]
    return {"leads": False, "id": word.id, "from": who.first_name(word.by), "text": word.text}


def quiet_words(who: Onlooker) -> dict[str, Any]:
    """All that was said quietly to the onlooker, beside their notes."""
    mine = [word for word in who.state.quiet_words if word.person == who.id]
    if not mine:
        return {}
    rows = [{"id": word.id, "from": who.first_name(word.by), "text": word.text} for word in mine]
    return {"words": rows}


def held(who: Onlooker) -> dict[str, Any]:
    """Why the clock is held, and when a break that was called is over: a moment, or None."""
    state = who.state
    words = why_held(who) if state.paused_at is not None else ""
    return {"held_for": state.held_for, "break_until": state.break_until, "held_words": words}


def why_held(who: Onlooker) -> str:
    """In a sentence why the clock is held."""
    state = who.state
    if state.held_for == BREAK:
        return "A short break for everybody."
    if state.held_for == HOLDER and state.holder:
        return f"{who.first_name(state.holder)} has lost the line. The clock is held."
    return "The clock is held. Take the time you need."


def in_order(who: Onlooker, person: str) -> dict[str, Any]:
    """What the order card says of somebody beside their name."""
    state = who.state
    instead = state.seat(state.instead.get(person, ""))
    return {
        "has_arrived": person in state.arrived,
        "passed": state.passed.get(person, ""),
        "instead": instead.first_name if instead else "",
    }


def _saying(who: Onlooker) -> dict[str, Any]:
    state = who.state
    if state.phase not in (Phase.WAITING, Phase.RUNNING):
        return {}
    others = [seat for seat in state.seats if seat.person != who.id and seat.role is not Role.OBSERVER]
    sent = [word for word in reversed(state.quiet_words) if word.by == who.id]
    return {
        "leads": True,
        "people": [who.card(seat.person) for seat in others],
        "suggestions": suggestions(who),
        "sent": [{"id": w.id, "to": who.first_name(w.person), "text": w.text} for w in sent[:MOST_SENT]],
    }


def _has_turn_to_come(who: Onlooker) -> bool:
    state = who.state
    if who.id in state.order[state.n_settled :]:
        return True
    return state.phase is Phase.WAITING and not state.order and not chooses_by_bids(state)


def _leader(who: Onlooker) -> str:
    now_lead = leading.leaders(who.state)
    return who.first_name(now_lead[0]) if now_lead else ""
