"""How far the session is from its plan, the ways to give time, and the ledger of airtime."""

from typing import Any

from setspace.core.process import giving, ledger, timing, undoing
from setspace.core.process.ledger import Line, Standing
from setspace.core.process.sight import given_words
from setspace.core.process.sight import giving_words as words
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.state import MINUTE, Phase, Role

NOTHING_AHEAD = (Standing.AHEAD, Standing.NOT_TODAY, Standing.NOW)


def late(who: Onlooker) -> dict[str, Any]:
    """How far the session is behind or ahead, for who leads, in whole minutes from two on."""
    if not who.leads or not who.is_running:
        return {}
    minutes = giving.minutes_behind(who.state, who.now)
    zone = who.state.setup.zone
    if abs(minutes) < giving.SHOWN_FROM:
        return {"minutes": 0, "end": None, "zone": zone}
    return {"minutes": minutes, "end": _to_minute(timing.projected_end(who.state, who.now)), "zone": zone}


def ways(who: Onlooker) -> dict[str, Any]:
    """For who leads: the ways to give time, best first, what the set is asked, and what can be undone."""
    state = who.state
    if not who.leads or not who.is_running:
        return {}
    minutes = giving.minutes_behind(state, who.now)
    longer = giving.longer_turns(state, who.now)
    undoable = undoing.undoable(state)
    return {
        "minutes": max(0, minutes),
        "is_put_off": state.is_put_off,
        "may_put_off": any(step.is_break for step in state.steps[state.visits[-1].step + 1 :]),
        "ways": [words.way(who, offer) for offer in giving.ways(state, who.now)],
        "longer": words.way(who, longer) if longer else None,
        "asked": _asked(who),
        "undo": given_words.undo(who, undoable) if undoable else "",
        "seen": state.time_changes,
    }


def price(who: Onlooker) -> dict[str, Any]:
    """For who leads: what one more minute costs, before it is added."""
    if not who.leads or not who.is_running or who.step is None:
        return {}
    found = giving.price(who.state, 1, who.now)
    return {
        "end": _to_minute(found.end),
        "zone": who.state.setup.zone,
        "words": words.price(who, found),
    }


def consent(who: Onlooker) -> dict[str, Any]:
    """For a member: the way that needs everybody's yes, and whether they have given theirs."""
    proposal = who.state.proposal
    if proposal is None or who.seat.role is not Role.MEMBER or not who.is_running:
        return {}
    return {
        "words": words.question(who, proposal),
        "has_agreed": who.id in proposal.agreed,
        "seen": who.state.time_changes,
        "leader": words.leader(who),
    }


def given(who: Onlooker) -> dict[str, Any]:
    """For everybody: what was chosen last, and, if the session keeps to it, when it ends."""
    state = who.state
    due, gift = timing.due_end(state), undoing.told(state, who.now)
    if gift is None or due is None or not who.is_running:
        return {}
    is_kept = abs(giving.minutes_behind(state, who.now)) < giving.SHOWN_FROM
    end = _to_minute(due) if is_kept else None
    return {"words": given_words.given(who, gift), "end": end, "zone": state.setup.zone}


def shares(who: Onlooker) -> dict[str, Any]:
    """The ledger, for the whole set: each member's minutes, this session and before it."""
    state = who.state
    if state.phase is Phase.WAITING or not state.plan.turns:
        return {}
    before = {account.person: account.had for account in state.setup.ledger}
    rows = [_row(who, line, before.get(line.person, 0)) for line in ledger.lines(state, who.now)]
    return {"rows": rows, "is_over": not who.is_running}


def _row(who: Onlooker, line: Line, before: int) -> dict[str, Any]:
    is_open = line.standing in NOTHING_AHEAD
    return {
        **who.card(line.person),
        "standing": line.standing.value,
        "minutes": None if is_open else _whole(line.had),
        "promised": _whole(line.promised),
        "before": _whole(before),
        "gave": _whole(line.gave),
    }


def _asked(who: Onlooker) -> dict[str, Any] | None:
    proposal = who.state.proposal
    if proposal is None:
        return None
    waiting = [
        seat.first_name
        for seat in who.state.members
        if seat.person in who.state.arrived and seat.person not in proposal.agreed
    ]
    return {
        "words": words.question(who, proposal),
        "n_agreed": len(proposal.agreed),
        "n_waiting": len(waiting),
    }


def _whole(length: int) -> int:
    return round(length / MINUTE)


def _to_minute(moment: int) -> int:
    return round(moment / MINUTE) * MINUTE
