"""What the set notes together: the go-round of this stage, and the actions of this turn."""

from collections.abc import Callable
from typing import Any

from setspace.core.process.formats import Artefact
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.state import Phase, Role


def go_round(who: Onlooker) -> dict[str, Any]:
    """Who has spoken in this go-round, and what they noted for all to see."""
    for artefact, rows in _ROUNDS.items():
        if who.writes(artefact):
            return {
                "kind": artefact.value,
                "title": who.step.title if who.step else "",
                "rows": rows(who),
                "scores": _scores(who, artefact),
            }
    return {}


def actions(who: Onlooker) -> dict[str, Any]:
    """The actions of the turn that is on; its holder may note them, or the facilitator for the holder."""
    state = who.state
    is_on = who.writes(Artefact.ACTIONS)
    if not state.holder or not (is_on or who.part.actions) or who.is_quiet or who.is_turned_away:
        return {}
    return {
        "holder": who.first_name(state.holder),
        "holder_id": state.holder,
        "is_yours": who.is_holder,
        "may_note": is_on and (who.is_holder or who.leads),
        "actions": [
            {
                "key": action.key,
                "what": action.what,
                "by_when": action.by_when,
                "first_step": action.first_step,
                "confidence": action.confidence,
            }
            for action in who.part.actions
        ],
    }


def _check_ins(who: Onlooker) -> list[dict[str, Any]]:
    said = who.state.checked_in
    return [
        {**_row(who, seat.person), "is_done": seat.person in said, "words": said.get(seat.person, "")}
        for seat in who.state.seats
        if seat.role is not Role.OBSERVER
    ]


def _bids(who: Onlooker) -> list[dict[str, Any]]:
    bids = who.state.bids
    return [
        {
            **_row(who, seat.person),
            "is_done": seat.person in bids,
            "words": bids[seat.person].line if seat.person in bids else "",
            "alive": bids[seat.person].alive if seat.person in bids else 0,
        }
        for seat in who.state.members
    ]


def _reports(who: Onlooker) -> list[dict[str, Any]]:
    state = who.state
    rows = []
    for seat in state.members:
        carried = [action for action in state.setup.carried if action.person == seat.person]
        told = [_report(who, action.key, action.what, action.status) for action in carried]
        done = bool(carried) and all(action.key in state.reports for action in carried)
        row = {**_row(who, seat.person), "is_done": done, "words": "", "actions": told}
        rows.append({**row, "note": "" if carried else "Nothing from last time"})
    return rows


def _report(who: Onlooker, key: str, what: str, status: str) -> dict[str, Any]:
    report = who.state.reports.get(key)
    if report is None:
        return {"what": what, "status": status, "did": "", "learned": "", "is_told": False}
    told = {"did": report.did, "learned": report.learned, "is_told": True}
    return {"what": what, "status": report.status, **told}


def _echoes(who: Onlooker) -> list[dict[str, Any]]:
    said = {echo.by: echo.words for echo in who.echoes}
    return [
        {**_row(who, seat.person), "is_done": seat.person in said, "words": said.get(seat.person, "")}
        for seat in who.state.members
        if seat.person != who.state.holder
    ]


def _score_rows(who: Onlooker) -> list[dict[str, Any]]:
    scores = who.state.scores
    return [
        {**_row(who, seat.person), "is_done": seat.person in scores, "words": ""}
        for seat in who.state.members
    ]


def _row(who: Onlooker, person: str) -> dict[str, Any]:
    is_now = who.state.floor == person and who.state.phase is Phase.RUNNING
    return {**who.card(person), "is_now": is_now, "may_give": who.leads and not is_now}


def _scores(who: Onlooker, artefact: Artefact) -> list[int]:
    """The scores without names, once every member in the room has given one."""
    if artefact is not Artefact.SCORE:
        return []
    here = [seat.person for seat in who.state.members if seat.person in who.state.arrived]
    given = who.state.scores
    if len(given) < 3 or any(person not in given for person in here):
        return []
    return sorted(given.values())


_ROUNDS: dict[Artefact, Callable[[Onlooker], list[dict[str, Any]]]] = {
    Artefact.CHECK_IN: _check_ins,
    Artefact.REPORTS: _reports,
    Artefact.BIDS: _bids,
    Artefact.ECHO: _echoes,
    Artefact.SCORE: _score_rows,
}
