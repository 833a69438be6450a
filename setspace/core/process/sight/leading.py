"""Who leads now, who would stand in, and what the onlooker may do about it."""

from typing import Any

from setspace.core.process import leading, timing
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.state import Phase


def lead(who: Onlooker) -> dict[str, Any]:
    """Who leads, for everybody; who may lead next, for those who can change it.

    ``offer`` is how taking over is put to the onlooker: "now" where the line of who leads is lost, "free"
    where nobody leads, "quiet" where it is merely possible, and empty where it is not.
    """
    state = who.state
    if state.phase is Phase.CLOSED or who.is_observer:
        return {}
    now_leads = leading.leaders(state)
    return {
        "phase": state.phase.value,
        "leads": who.leads,
        "leader": who.card(now_leads[0]) if now_leads else None,
        "is_facilitator": bool(now_leads) and not state.lead,
        "is_self": leading.facilitates_itself(state),
        "offer": _offer(who),
        "stand_in": who.card(state.stand_in) if state.stand_in not in ("", state.lead) else None,
        "suggested": _suggested(who),
        **(_choices(who) if who.leads and state.phase is not Phase.ENDED else {}),
    }


def is_lost(who: Onlooker) -> bool:
    """Whether all who lead were here and have lost the line, while the session is on."""
    state, now_leads = who.state, leading.leaders(who.state)
    away = [person in state.arrived and person not in who.present for person in now_leads]
    return who.step is not None and bool(away) and all(away)


def _offer(who: Onlooker) -> str:
    if who.leads or not leading.may_take_over(who.state, who.id):
        return ""
    if not leading.leaders(who.state):
        return "free"
    if is_lost(who):
        return "now"
    return "quiet" if who.state.stand_in == who.id or who.state.phase is Phase.WAITING else ""


def _suggested(who: Onlooker) -> dict[str, Any] | None:
    """Whose turn it is to lead, until the session begins; in a set that facilitates itself alone."""
    state = who.state
    if state.phase is not Phase.WAITING or not leading.facilitates_itself(state):
        return None
    person = leading.next_lead(state.seats, {one.person: one.sessions for one in state.setup.led})
    return who.card(person) if person else None


def _choices(who: Onlooker) -> dict[str, Any]:
    state = who.state
    members = [seat.person for seat in state.members if seat.person != state.lead]
    here = [person for person in members if person in state.arrived and person in who.present]
    here.sort(key=lambda person: person != state.stand_in)
    return {
        "may_name": [who.card(person) for person in members if person != state.stand_in],
        "may_hand_to": [who.card(person) for person in here],
        "own_turn": _own_turn(who),
        "facilitators": _facilitators(who) if state.lead else "",
    }


def _own_turn(who: Onlooker) -> str:
    """Whether it is the onlooker's own turn "now" or "next", so that they had better not lead it."""
    if who.is_holder:
        return "now"
    following = timing.following(who.state) if who.is_running else None
    if following is None or following.turn is None:
        return ""
    return "next" if who.state.holder_of(following.turn) == who.id else ""


def _facilitators(who: Onlooker) -> str:
    """The first name of the facilitator, to whom the lead can be given back; empty where there is none."""
    return next((seat.first_name for seat in who.state.seats if seat.role.value == "facilitator"), "")
