"""Where the session is, and how much time there is."""

from typing import Any

from setspace.core.process import leading, timing
from setspace.core.process.formats import Artefact
from setspace.core.process.sight import life
from setspace.core.process.sight.giving import price
from setspace.core.process.sight.observing import is_covered
from setspace.core.process.sight.onlooker import Onlooker
from setspace.core.process.state import MINUTE, Phase
from setspace.core.process.steps import Step


def bar(who: Onlooker) -> dict[str, Any]:
    """The head of the page: the session, and the stages of the turn that is on."""
    state, step = who.state, None if is_covered(who) else who.step
    stages: list[dict[str, Any]] = []
    if step and step.turn is not None:
        stages = [
            {"title": other.title, "is_done": other.index < step.index, "is_now": other is step}
            for other in state.steps
            if other.turn == step.turn and timing.takes_place(state, other)
        ]
    return {
        "title": state.setup.title,
        "leads": who.leads,
        "seat": _seat(who),
        "phase": state.phase.value,
        "turn_of": who.first_name(state.holder) if step and state.holder else "",
        "block": step.block.title if step else "",
        "stages": stages,
    }


def clock(who: Onlooker) -> dict[str, Any]:
    """The time of the stage that is on. ``ends_at`` is epoch milliseconds; while the clock is held
    ``held_left`` says what is left instead. ``length`` is the whole of it, in milliseconds."""
    state, step, visit = who.state, who.step, who.state.visit
    if step is None or visit is None:
        return {"phase": state.phase.value, "starts_at": state.setup.starts_at, "zone": state.setup.zone}
    if state.setup.hides_clock_from_holder and who.is_holder and not who.leads:
        return without_time(who)
    is_held = state.paused_at is not None
    return {
        "phase": state.phase.value,
        "visit": len(state.visits),
        "title": step.title,
        "then": _then(who),
        "ends_at": None if is_held else visit.began + visit.allowance + visit.held,
        "held_left": timing.left(state, who.now) if is_held else None,
        **life.held(who),
        "length": max(visit.allowance, MINUTE),
        "is_exact": who.leads,
        "is_break": step.is_break,
        "is_open": Artefact.QUESTIONS in step.writes,
        "is_speaker": state.floor == who.id or who.is_holder,
        "leader": _leader(who),
        "zone": state.setup.zone,
    }


def without_time(who: Onlooker) -> dict[str, Any]:
    """The stage that is on for somebody from whom the set hides the clock; outside a session nothing."""
    state, step = who.state, who.step
    if step is None:
        return {}
    return {
        "phase": state.phase.value,
        "visit": len(state.visits),
        "title": step.title,
        "then": _then(who),
        "is_hidden": True,
        **life.held(who),
        "zone": state.setup.zone,
        "leader": _leader(who),
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
        "needs_holder": following is not None and timing.needs_holder(state, following),
        "is_held": state.paused_at is not None,
        "is_break": state.break_until is not None,
        "price": price(who),
        "may_back": step is not None and any(visit.step < step.index for visit in state.visits),
        "unused_minutes": _unused(who, following),
        "plan": state.plan.title,
        "n_members": len(state.members),
        "n_away": sum(state.is_away(seat.person) for seat in state.members),
        "least": state.setup.plan.least_people,
        "most": state.setup.plan.most_people,
        "unapproved": [who.first_name(person) for person in _unapproved(who)],
    }


def _seat(who: Onlooker) -> str:
    """Which page is the onlooker's: leading, taking part, looking on, or waiting outside."""
    if who.is_observer:
        return "outside" if is_covered(who) else "observer"
    return "lead" if who.leads else "member"


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
    now_lead = leading.leaders(who.state)
    return who.first_name(now_lead[0]) if now_lead else "Whoever leads"
