"""The key question, the questions asked, and those still held."""

from typing import Any

from setspace.core.process import breaks, leading
from setspace.core.process.formats import Artefact, BlockKind
from setspace.core.process.noted import Part
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.sight.people import may_ask, place_in_queue
from setspace.core.process.state import Phase
from setspace.core.process.steps import Step


def question(who: Onlooker) -> dict[str, Any]:
    """What the room is about at this moment: the key question of a turn, else the prompt."""
    state, step = who.state, who.step
    if step is None:
        return {"phase": state.phase.value, "title": state.setup.title, "text": "", "prompt": _outside(who)}
    return {
        "phase": state.phase.value,
        "title": step.title,
        "holder": who.first_name(state.holder) if state.holder else "",
        "is_yours": who.is_holder,
        "text": who.part.key_question if state.holder else "",
        "is_pinned": who.part.pinned is not None,
        "prompt": _prompt(who, step),
        "next": state.setup.next_session if step.block.kind is BlockKind.CLOSE else "",
    }


def asked(who: Onlooker) -> dict[str, Any]:
    """The questions put to the issue holder, newest first. Marks are in the holder's own view alone."""
    if not who.state.holder or who.is_quiet or who.is_turned_away:
        return {}
    moved = who.state.moved.get(who.id, ()) if who.is_holder else ()
    rows = [
        {
            **who.card(asked.by),
            "id": asked.id,
            "text": asked.text,
            "is_moved": asked.id in moved,
        }
        for asked in reversed(who.part.asked)
    ]
    if not rows and not who.writes(Artefact.QUESTIONS):
        return {}
    return {"questions": rows, "may_mark": who.is_holder}


def compose(who: Onlooker) -> dict[str, Any]:
    """Whether the onlooker may put a question, or keep one for later. A quiet stage asks for nothing.

    ``coach`` is the stage as in which the coach reads what they type; empty where it is off.
    """
    if not who.state.holder or who.is_holder or not who.is_member or who.is_quiet:
        return {}
    return {
        "may_send": who.writes(Artefact.QUESTIONS),
        "may_ask": may_ask(who),
        "place": place_in_queue(who),
        "is_break": breaks.is_on(who.state),
        "holder": who.first_name(who.state.holder),
        "coach": who.step.coached_as if who.step else "",
    }


def held(who: Onlooker) -> dict[str, Any]:
    """The questions that the onlooker keeps. Only theirs."""
    mine = who.state.held.get(who.id, ())
    if not mine or who.is_quiet:
        return {}
    may_send = who.writes(Artefact.QUESTIONS) and bool(who.state.holder) and not who.is_holder
    return {"questions": [{"id": one.id, "text": one.text} for one in mine], "may_send": may_send}


def wording(who: Onlooker) -> dict[str, Any]:
    """The issue and the wordings of the key question, for its holder and for the facilitator.

    The stage may ask for the issue, or for a question while none is pinned; else they are there to change.
    Where it asks for actions, too, these are what is next.
    """
    state = who.state
    if not state.holder or not (who.is_holder or who.leads) or who.is_quiet or who.is_turned_away:
        return {}
    if not (who.writes(Artefact.KEY_QUESTION) or who.writes(Artefact.ISSUE)) and not who.is_holder:
        return {}
    part = who.part
    asks_question = who.writes(Artefact.KEY_QUESTION) and part.pinned is None
    return {
        "holder": who.first_name(state.holder),
        "is_yours": who.is_holder,
        "issue": part.issue,
        "wordings": [
            {"number": number, "text": one.text, "is_pinned": number == part.pinned}
            for number, one in enumerate(part.wordings)
        ],
        "asks_issue": who.writes(Artefact.ISSUE),
        "asks_question": asks_question,
        "is_next": who.is_holder and asks_question and not who.writes(Artefact.ACTIONS),
        "may_word": who.is_holder or who.writes(Artefact.KEY_QUESTION),
    }


def _prompt(who: Onlooker, step: Step) -> str:
    prompts = step.prompts
    if who.leads and not who.is_holder:
        return prompts.members or prompts.facilitator
    if who.is_holder:
        return prompts.holder or prompts.members
    return prompts.members


def _outside(who: Onlooker) -> str:
    state = who.state
    if state.phase is Phase.WAITING:
        if who.leads:
            return "When everybody is here, start the session."
        if not leading.leaders(state):
            return "We begin when everybody is here and one of us leads."
        return "We begin when everybody is here. Nothing needs doing."
    if state.phase is Phase.CLOSED:
        return "The room is closed. What is said in the set stays in the set."
    mine = state.parts.get(who.id, Part())
    if not mine.is_empty and not mine.is_approved:
        return "Read your part of the summary before you go."
    return "The session has ended. What is said in the set stays in the set."
