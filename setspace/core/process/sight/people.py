"""Who is in the room, who may speak, and who is waiting to ask."""

from typing import Any

from setspace.core.process import leading
from setspace.core.process.decide.speaking import has_queue
from setspace.core.process.formats import Artefact, Floor, HolderState, TurnRule
from setspace.core.process.sight import life
from setspace.core.process.sight.leading import is_lost
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.state import Role, Seat
from setspace.core.process.steps import Step


def tiles(who: Onlooker) -> dict[str, Any]:
    """A calm portrait of each person: the issue holder first, then the others, the onlooker last."""
    state = who.state
    people = [
        {
            **who.card(seat.person),
            "role": seat.role.value,
            "leads": seat.person == state.lead,
            "is_outside": _is_outside(who, seat),
            "is_holder": seat.person == state.holder,
            "has_floor": seat.person in _speaking(who),
            "is_present": seat.person in who.present,
            "has_arrived": seat.person in state.arrived,
            "is_away": state.is_away(seat.person),
        }
        for seat in state.seats
    ]
    people.sort(key=lambda tile: (not tile["is_holder"], tile["is_you"]))
    return {"people": people}


def cue(who: Onlooker) -> dict[str, Any]:
    """Who may speak now, in a sentence."""
    return {"text": _without_leader(who) or _cue(who)}


def queue(who: Onlooker) -> dict[str, Any]:
    """Who is asking, who waits, and what the onlooker may do about it."""
    state, step = who.state, who.step
    if step is None or not has_queue(step) or who.is_turned_away:
        return {}
    asks = bool(state.holder) and not who.is_holder and who.is_member
    return {
        "asking": who.card(state.floor) if state.floor else None,
        "waiting": [who.card(person) for person in state.queue],
        "may_ask": may_ask(who),
        "may_leave": asks and (who.id in state.queue or who.id == state.floor),
        "may_give": who.leads,
        "others": [who.card(person) for person in _bring_in(who)] if who.leads else [],
    }


def may_ask(who: Onlooker) -> bool:
    """Whether the onlooker may join those who wait to ask."""
    state, step = who.state, who.step
    if step is None or not has_queue(step) or not state.holder or who.is_holder or not who.is_member:
        return False
    return who.id not in state.queue and who.id != state.floor


def place_in_queue(who: Onlooker) -> str:
    """Whether the onlooker may "ask", "waits" to ask or is asking "now"; empty where nobody waits to ask."""
    if may_ask(who):
        return "ask"
    if who.step is None or not has_queue(who.step) or not who.state.holder or who.is_holder:
        return ""
    if who.id == who.state.floor:
        return "now"
    return "waits" if who.id in who.state.queue else ""


def _is_outside(who: Onlooker, seat: Seat) -> bool:
    """Whether somebody waits until the set agrees that they look on."""
    return seat.role is Role.OBSERVER and not leading.is_admitted(who.state, seat.person)


def _bring_in(who: Onlooker) -> list[str]:
    state = who.state
    return [
        seat.person
        for seat in state.members
        if seat.person not in (state.holder, state.floor) and seat.person not in state.queue
    ]


def _speaking(who: Onlooker) -> tuple[str, ...]:
    """Who has the floor: who was brought in, or those to whom the stage gives it."""
    state, step = who.state, who.step
    if step is None:
        return ()
    if state.floor:
        return (state.floor,)
    if step.floor is Floor.HOLDER and state.holder:
        return (state.holder,)
    if step.floor is Floor.FACILITATOR:
        return leading.leaders(state)
    return ()


def _without_leader(who: Onlooker) -> str:
    """What to do when who leads, and was here, has lost the line."""
    if not is_lost(who):
        return ""
    return f"{who.first_name(leading.leaders(who.state)[0])} has lost touch with the room. Carry on."


def _cue(who: Onlooker) -> str:
    state, step = who.state, who.step
    if step is None:
        return ""
    if state.paused_at is not None:
        return life.why_held(who)
    return _brought_in(who) if state.floor else _by_stage(who, step)


def _by_stage(who: Onlooker, step: Step) -> str:
    """Who may speak by the rule of the stage, when nobody was brought in."""
    holder = who.state.holder
    if step.floor is Floor.HOLDER and holder:
        return "You have the floor." if who.is_holder else f"{who.first_name(holder)} has the floor."
    if step.floor is Floor.MEMBERS and holder:
        return _members(who, step)
    if step.floor is Floor.NOBODY:
        return "Nobody has the floor." if step.is_quiet else "Nobody speaks while we write."
    if step.floor is Floor.FACILITATOR:
        return _facilitator(who)
    return _EVERYBODY[step.rule]


def _facilitator(who: Onlooker) -> str:
    names = [who.first_name(person) for person in leading.leaders(who.state)]
    if who.leads or not names:
        return "You have the floor." if who.leads else "The facilitator has the floor."
    return f"{names[0]} has the floor."


def _brought_in(who: Onlooker) -> str:
    state = who.state
    speaker = "You have" if state.floor == who.id else f"{who.first_name(state.floor)} has"
    if not state.holder or state.floor == state.holder or not who.writes(Artefact.QUESTIONS):
        return f"{speaker} the floor."
    if who.is_holder:
        return f"{who.first_name(state.floor)} is asking. Take your time."
    if state.floor == who.id:
        return f"You are asking. Let {who.first_name(state.holder)} take their time."
    return f"{who.first_name(state.floor)} is asking. Let {who.first_name(state.holder)} take their time."


def _members(who: Onlooker, step: Step) -> str:
    """Who of the members may speak, to whom, and what the issue holder does meanwhile."""
    name = who.first_name(who.state.holder)
    if step.holder_state is HolderState.TURNED_AWAY:
        if who.is_holder:
            return "The others talk. You listen, turned away."
        return f"Speak with one another. {name} has turned away."
    if step.rule is TurnRule.ROUND:
        return "The others speak, each once. You listen." if who.is_holder else "Each speaks once, in turn."
    if step.rule is TurnRule.ONE_EACH:
        return "The others ask one question each." if who.is_holder else f"One question each to {name}."
    if step.rule is TurnRule.QUEUE or Artefact.QUESTIONS in step.writes:
        is_yours = "The others ask. You may leave any question unanswered."
        return is_yours if who.is_holder else f"Questions to {name}, one at a time."
    return "The others speak. You listen." if who.is_holder else f"Speak with one another. {name} listens."


_EVERYBODY = {
    TurnRule.FREE: "Anybody may speak.",
    TurnRule.ROUND: "Each in turn, once round.",
    TurnRule.QUEUE: "Anybody may speak, one at a time.",
    TurnRule.ONE_EACH: "One question each.",
}
