"""What the onlooker alone is asked for at this moment, and their part of the summary."""

from typing import Any

from setspace.core.process.decide.noting import has_held
from setspace.core.process.formats import Advice, Artefact, BlockKind
from setspace.core.process.noted import Part
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.state import Phase


def check_in(who: Onlooker) -> dict[str, Any]:
    if not who.writes(Artefact.CHECK_IN) or who.is_observer:
        return {}
    said = who.state.checked_in
    return {"is_done": who.id in said, "words": said.get(who.id, "")}


def bid(who: Onlooker) -> dict[str, Any]:
    if not who.writes(Artefact.BIDS) or not who.is_member:
        return {}
    mine = who.state.bids.get(who.id)
    return {
        "line": mine.line if mine else "",
        "alive": mine.alive if mine else 0,
        "is_done": mine is not None,
    }


def reports(who: Onlooker) -> dict[str, Any]:
    """The onlooker's own actions from earlier sessions, to say how they went; in the update alone."""
    state = who.state
    mine = [action for action in state.setup.carried if action.person == who.id]
    if not who.writes(Artefact.REPORTS) or not mine:
        return {}
    rows = []
    for action in mine:
        report = state.reports.get(action.key)
        rows.append(
            {
                "key": action.key,
                "what": action.what,
                "by_when": action.by_when,
                "status": report.status if report else action.status,
                "did": report.did if report else "",
                "learned": report.learned if report else "",
                "is_told": report is not None,
            }
        )
    return {"actions": rows}


def echo(who: Onlooker) -> dict[str, Any]:
    if not who.writes(Artefact.ECHO) or who.is_holder or not who.is_member or not who.state.holder:
        return {}
    mine = next((echo.words for echo in who.echoes if echo.by == who.id), "")
    step = who.step
    return {
        "words": mine,
        "is_done": bool(mine),
        "holder": who.first_name(who.state.holder),
        "asks": step.prompts.members if step else "",
        "is_advice": step is not None and step.advice is not Advice.NEVER,
    }


def score(who: Onlooker) -> dict[str, Any]:
    if not who.writes(Artefact.SCORE) or not who.is_member:
        return {}
    return {"value": who.state.scores.get(who.id, 0)}


def feedback(who: Onlooker) -> dict[str, Any]:
    """Whether it is time for feedback that is asked for. It is written beside the room, never in its log."""
    step = who.step
    if step is None or who.is_observer or step.block.kind is not BlockKind.FEEDBACK:
        return {}
    return {"is_on": True}


def part(who: Onlooker) -> dict[str, Any]:
    """The onlooker's own part of the summary, from the end of the session on."""
    state = who.state
    if state.phase not in (Phase.ENDED, Phase.CLOSED) or not has_held(state, who.id):
        return {}
    mine = state.parts.get(who.id, Part())
    return {
        "issue": mine.issue,
        "question": mine.key_question,
        "actions": [
            {
                "key": action.key,
                "what": action.what,
                "by_when": action.by_when,
                "first_step": action.first_step,
                "confidence": action.confidence,
            }
            for action in mine.actions
        ],
        "version": mine.version,
        "is_approved": mine.is_approved,
        "is_empty": mine.is_empty,
        "is_closed": state.phase is Phase.CLOSED,
    }


def parts(who: Onlooker) -> dict[str, Any]:
    """For the facilitator: who has read and approved their part."""
    state = who.state
    if not who.leads or state.phase not in (Phase.ENDED, Phase.CLOSED):
        return {}
    held = [person for person in state.order[: state.turns_begun] if person]
    rows = [
        {
            **who.card(person),
            "is_approved": state.parts.get(person, Part()).is_approved,
            "is_empty": state.parts.get(person, Part()).is_empty,
        }
        for person in held
    ]
    return {"rows": rows, "is_closed": state.phase is Phase.CLOSED, "has_led": who.id in state.has_led}
