"""Where the session is, and how much time there is."""

from typing import Any

from setspace.core.process import timing
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.state import MINUTE, Phase
from setspace.core.process.steps import Step

SHOWN_FROM = 2  # minutes: below that nobody is behind


def bar(who: Onlooker) -> dict[str, Any]:
    """The head of the page: the session, and the stages of the turn that is on."""
    state, step = who.state, who.step
    stages: list[dict[str, Any]] = []
    if step and step.turn is not None:
        stages = [
            {"title": other.title, "is_done": other.index < step.index, "is_now": other is step}
            for other in state.steps
            if other.turn == step.turn
        ]
    return {
        "title": state.setup.title,
        "leads": who.leads,
        "phase": state.phase.value,
        "turn_of": who.first_name(state.holder) if state.holder else "",
        "block": step.block.title if step else "",
        "stages": stages,
    }


def clock(who: Onlooker) -> dict[str, Any]:
    """The time of the stage that is on. ``ends_at`` is epoch milliseconds; while the clock is held
    ``held_left`` says what is left instead. ``length`` is the whole of it, in milliseconds."""
    state, step, visit = who.state, who.step, who.state.visit
    if step is None or visit is None:
        return {"phase": state.phase.value, "starts_at": state.setup.starts_at, "zone": state.setup.zone}
    is_held = state.paused_at is not None
    return {
        "phase": state.phase.value,
        "visit": len(state.visits),
        "title": step.title,
        "then": _then(who),
        "ends_at": None if is_held else visit.began + visit.allowance + visit.held,
        "held_left": timing.left(state, who.now) if is_held else None,
        "length": max(visit.allowance, MINUTE),
        "is_exact": who.leads,
        "is_break": step.is_break,
        "is_speaker": state.floor == who.id or who.is_holder,
        "leader": _leader(who),
        "zone": state.setup.zone,
    }


def now_card(who: Onlooker) -> dict[str, Any]:
    """What the facilitator holds in hand: the one next step, and the few quiet ones."""
    if not who.leads:
        return {}
    state, step = who.state, who.step
    following = timing.following(state) if who.is_running else None
    return {
        "phase": state.phase.value,
        "seen": len(state.visits),
        "title": step.title if step else "",
        "question": who.part.key_question if state.holder else "",
        "issue": who.part.issue if state.holder else "",
        "cue": step.prompts.facilitator if step else "",
        "go": _go(who, following),
        "needs_holder": following is not None and _needs_holder(who, following),
        "is_held": state.paused_at is not None,
        "may_back": step is not None and any(visit.step < step.index for visit in state.visits),
        "unused_minutes": _unused(who, following),
        "plan": state.plan.title,
        "n_members": len(state.members),
        "least": state.setup.plan.least_people,
        "unapproved": [who.first_name(person) for person in _unapproved(who)],
    }


def late(who: Onlooker) -> dict[str, Any]:
    """How far the session is behind or ahead, for the facilitator, in whole minutes from two on."""
    planned = who.state.planned_end
    if not who.leads or not who.is_running or planned is None:
        return {}
    end = timing.projected_end(who.state, who.now)
    minutes = round((end - planned) / MINUTE)
    if abs(minutes) < SHOWN_FROM:
        return {"minutes": 0, "end": None, "zone": who.state.setup.zone}
    return {"minutes": minutes, "end": round(end / MINUTE) * MINUTE, "zone": who.state.setup.zone}


def _then(who: Onlooker) -> str:
    following = timing.following(who.state)
    if following is None:
        return "Then we close"
    here = who.step
    if here and following.turn is not None and following.turn != here.turn:
        holder = who.state.holder_of(following.turn)
        return f"Then {who.first_name(holder)}’s turn" if holder else f"Then {following.block.title.lower()}"
    return f"Then {following.title[0].lower()}{following.title[1:]}"


def _go(who: Onlooker, following: Step | None) -> str:
    """The words on the one filled button."""
    state = who.state
    if state.phase is Phase.WAITING:
        return "Start the session"
    if state.phase is not Phase.RUNNING:
        return "Close the room" if state.phase is Phase.ENDED else ""
    if following is None:
        return "End the session"
    here = who.step
    if following.turn is not None and here and following.turn != here.turn:
        holder = state.holder_of(following.turn)
        return f"Begin {who.first_name(holder)}’s turn" if holder else f"Begin {following.title.lower()}"
    return f"Move to {following.title[0].lower()}{following.title[1:]}"


def _needs_holder(who: Onlooker, following: Step) -> bool:
    return (
        following.turn is not None
        and not who.state.holder_of(following.turn)
        and not (timing.chooses_inside(who.state, following.turn) and following.turn != _turn(who))
    )


def _turn(who: Onlooker) -> int | None:
    return who.step.turn if who.step else None


def _unused(who: Onlooker, following: Step | None) -> int:
    """Whole minutes of a turn that moving on now would leave unused; 0 unless the turn would end.

    It changes with the moment, so it is told in steps of whole minutes and only at a turn's last stage.
    """
    step = who.step
    if step is None or step.turn is None or not step.is_last_of_turn:
        return 0
    minutes = timing.turn_left(who.state, step.turn, who.now) // MINUTE
    return max(0, minutes) if following is None or following.turn != step.turn else 0


def _unapproved(who: Onlooker) -> list[str]:
    state = who.state
    held = state.order[: state.turns_begun]
    return [person for person in held if person not in state.parts or not state.parts[person].is_approved]


def _leader(who: Onlooker) -> str:
    """The first name of who holds the clock."""
    leaders = [seat.first_name for seat in who.state.seats if seat.role.value == "facilitator"]
    return leaders[0] if leaders else "Your facilitator"
