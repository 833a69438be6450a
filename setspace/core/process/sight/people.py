"""Who is in the room, who may speak, and who is waiting to ask."""

from typing import Any

from setspace.core.process.decide.speaking import has_queue
from setspace.core.process.formats import Artefact, Floor, TurnRule
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.state import Role
from setspace.core.process.steps import Step


def tiles(who: Onlooker) -> dict[str, Any]:
    """A calm portrait of each person: the issue holder first, then the others, the onlooker last."""
    state = who.state
    people = [
        {
            **who.card(seat.person),
            "role": seat.role.value,
            "is_holder": seat.person == state.holder,
            "has_floor": seat.person in _speaking(who),
            "is_present": seat.person in who.present,
            "has_arrived": seat.person in state.arrived,
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
    if step is None or not has_queue(step):
        return {}
    asks = bool(state.holder) and not who.is_holder and not who.leads
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
    if step is None or not has_queue(step) or not state.holder or who.is_holder or who.leads:
        return False
    return who.id not in state.queue and who.id != state.floor


def is_quiet(who: Onlooker) -> bool:
    """Whether this is a stage in which nobody has the floor."""
    return who.step is not None and who.step.floor is Floor.NOBODY


def voices(who: Onlooker) -> dict[str, Any]:
    """For the facilitator: how often each member was brought in and asked in this turn. Never ranked."""
    state = who.state
    if not who.leads or not state.holder:
        return {}
    asked = [question.by for question in who.part.asked]
    rows = [
        {
            **who.card(seat.person),
            "n_questions": asked.count(seat.person),
            "n_floors": state.floors_taken.get(seat.person, 0),
        }
        for seat in state.members
        if seat.person != state.holder
    ]
    return {"rows": rows, "most": max([row_count(row) for row in rows], default=0)}


def row_count(row: dict[str, Any]) -> int:
    """What a bar is drawn by: questions typed or times brought in, whichever is more."""
    return max(int(row["n_questions"]), int(row["n_floors"]))


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
        return tuple(seat.person for seat in state.seats if seat.role is Role.FACILITATOR)
    return ()


def _without_leader(who: Onlooker) -> str:
    """What to do when the facilitator, who was here, has lost the line."""
    leaders = [seat for seat in who.state.seats if seat.role is Role.FACILITATOR]
    away = [seat.person in who.state.arrived and seat.person not in who.present for seat in leaders]
    if who.step is None or not leaders or not all(away):
        return ""
    return f"{leaders[0].first_name} has lost touch with the room. Carry on."


def _cue(who: Onlooker) -> str:
    state, step = who.state, who.step
    if step is None:
        return ""
    if state.paused_at is not None:
        return "The clock is held. Take the time you need."
    return _brought_in(who) if state.floor else _by_stage(who, step)


def _by_stage(who: Onlooker, step: Step) -> str:
    """Who may speak by the rule of the stage, when nobody was brought in."""
    holder = who.state.holder
    if step.floor is Floor.HOLDER and holder:
        return "You have the floor." if who.is_holder else f"{who.first_name(holder)} has the floor."
    if step.floor is Floor.MEMBERS and holder:
        return _members(who, step)
    if step.floor is Floor.NOBODY:
        return "Nobody has the floor."
    if step.floor is Floor.FACILITATOR:
        return "The facilitator has the floor."
    return "Each in turn, once round." if step.rule is TurnRule.ROUND else "Anybody may speak."


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
    if step.rule is TurnRule.ROUND:
        return "The others speak, each once. You listen." if who.is_holder else "Each speaks once, in turn."
    if who.is_holder:
        return "The others ask. You may leave any question unanswered."
    return f"Questions to {who.first_name(who.state.holder)}, one at a time."
