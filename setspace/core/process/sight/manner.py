"""How a stage is held: who speaks in what order, and whether advice has a place."""

from typing import Any

from setspace.core.process import cues, leading, on_request, timing
from setspace.core.process.cue_cards import Cue
from setspace.core.process.formats import Advice, Floor, HolderState, TurnRule
from setspace.core.process.sight import people
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.steps import Step

MOST_NAMED = 5  # in a go-round; more would not be read


def manner(who: Onlooker) -> dict[str, Any]:
    """Who may speak and the rules of the stage that is on, in words; empty where there are none."""
    step = who.step
    if step is None or step.is_break or who.is_turned_away:
        return {}
    return {
        "who": people.cue(who)["text"],
        "rule": _rule(who, step),
        "advice": _advice(who, step),
        "holder": _holder(who, step),
        "ends": _ends(who),
    }


def still(who: Onlooker) -> dict[str, Any]:
    """A calm screen, for an issue holder who has turned away and for all in a quiet stage of a turn."""
    step = who.step
    if step is None or not who.is_still:
        return {}
    return {
        "is_turned_away": who.is_turned_away,
        "is_quiet": who.is_quiet,
        "title": step.title,
        "back": _back(who) if who.is_turned_away else "",
    }


def resources(who: Onlooker) -> dict[str, Any]:
    """The stage that takes place on request, while it lies ahead: to be asked for by the issue holder.

    The others are told of it when it was asked for.
    """
    step = on_request.ahead(who.state)
    if step is None or not who.state.holder or who.is_quiet or who.is_turned_away:
        return {}
    is_asked = timing.takes_place(who.state, step)
    if not is_asked and not who.is_holder:
        return {}
    return {
        "title": step.title,
        "minutes": step.minutes,
        "offers": step.prompts.members,
        "is_asked": is_asked,
        "is_yours": who.is_holder,
        "holder": who.first_name(who.state.holder),
        "is_longer": on_request.lengthens(who.state),
    }


def cue_cards(who: Onlooker) -> dict[str, Any]:
    """For whoever holds the process: cards for the stage that is on, then the others."""
    if not who.leads or not who.is_running:
        return {}
    here, others = cues.for_step(who.step)
    return {"here": [_card(cue) for cue in here], "others": [_card(cue) for cue in others]}


def _card(cue: Cue) -> dict[str, str]:
    return {"key": cue.key, "title": cue.title, "notice": cue.notice, "say": cue.say}


def _rule(who: Onlooker, step: Step) -> str:
    if step.rule is TurnRule.QUEUE:
        return "One at a time." if who.is_holder else ""  # the others read it with who may speak
    if step.rule not in (TurnRule.ROUND, TurnRule.ONE_EACH):
        return ""
    what = "One question each" if step.rule is TurnRule.ONE_EACH else "Each once"
    named = _in_turn(who, step)
    if not 1 < len(named) <= MOST_NAMED:
        return f"{what}, in order."
    return f"{what}, in order: {', then '.join(named)}."


def _in_turn(who: Onlooker, step: Step) -> list[str]:
    """Those who speak in a go-round, by first name, in the order of their seats."""
    state = who.state
    if step.floor not in (Floor.MEMBERS, Floor.ALL):
        return []
    others = [seat for seat in state.members if not state.is_away(seat.person)]
    is_for_all = step.floor is Floor.ALL
    named = [seat.first_name for seat in others if seat.person != state.holder]
    holder = [who.first_name(state.holder)] if is_for_all and state.holder else []
    return named + holder


def _advice(who: Onlooker, step: Step) -> str:
    state = who.state
    if step.turn is None or not state.holder or who.is_quiet:
        return ""
    name = "you" if who.is_holder else who.first_name(state.holder)
    if step.advice is Advice.ON_REQUEST:
        asks, asked = ("you ask", "You") if who.is_holder else (f"{name} asks", name)
        return f"{asked} asked for offers." if step.is_on_request else f"Advice only if {asks}."
    return "No advice here." if step.advice is Advice.NEVER else f"Ideas for {name} are welcome."


def _holder(who: Onlooker, step: Step) -> str:
    """That the issue holder is writing, for the others, so that nobody waits for an answer."""
    is_writing = step.holder_state is HolderState.WRITING and bool(who.state.holder) and not who.is_holder
    return f"{who.first_name(who.state.holder)} may be writing." if is_writing else ""


def _ends(who: Onlooker) -> str:
    moves = timing.moves_on_at(who.state) is not None
    return "The room moves on by itself." if moves else ""


def _back(who: Onlooker) -> str:
    """Who calls the issue holder back."""
    if timing.moves_on_at(who.state) is not None:
        return "The room calls you back by itself."
    names = [who.first_name(person) for person in leading.leaders(who.state)]
    return f"{names[0]} calls you back." if names else "Your set calls you back."
