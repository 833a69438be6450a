"""What happens to people: passing and coming back, a moment, a break for everybody, a quiet word."""

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process import leading
from setspace.core.process.decide.rules import (
    LINE,
    Answer,
    first_name,
    in_scale,
    is_member,
    led,
    running,
    seated,
    written,
)
from setspace.core.process.formats import Artefact, BlockKind
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.state import ABSENT, MINUTE, PASSED, Phase, Role, State

LONGEST_BREAK = 15  # minutes
MOST_QUIET_WORDS = 100  # in one session
HOLDER, BREAK = "holder", "break"  # why the clock is held, where a reason is known


def pass_turn(state: State, call: c.Call, what: c.PassTurn, now: int) -> Answer:
    person = what.person or call.by
    if refused := _speaks_for(state, call, person) or _may_step_out(state, person):
        return refused
    return (e.TurnPassed(now, call.by, person, PASSED),)


def mark_absent(state: State, call: c.Call, what: c.MarkAbsent, now: int) -> Answer:
    if refused := led(state, call) or _may_step_out(state, what.person):
        return refused
    if what.person in state.arrived:
        return Refused(Reason.HAS_ARRIVED, {"name": first_name(state, what.person)})
    return (e.TurnPassed(now, call.by, what.person, ABSENT),)


def return_(state: State, call: c.Call, what: c.Return, now: int) -> Answer:
    """Who was marked absent is given a turn by who leads; who passed may change their own mind."""
    person = what.person or call.by
    is_absent = state.passed.get(person) == ABSENT
    if refused := led(state, call) if is_absent else _speaks_for(state, call, person):
        return refused
    if state.phase is Phase.ENDED:
        return Refused(Reason.OVER)
    if person not in state.passed or not is_member(state, person):
        return Refused(Reason.ALREADY_SO)
    if not _is_ordered(state):
        return (e.TurnReturned(now, call.by, person, ()),)
    if len(state.order) >= state.n_turns:
        return Refused(Reason.ORDER_TOO_LONG, {"turns": str(state.n_turns)})
    return (e.TurnReturned(now, call.by, person, (*state.order, person)),)


def need_moment(state: State, call: c.Call, what: c.NeedMoment, now: int) -> Answer:
    if refused := seated(state, call):
        return refused
    if leading.leads(state, call.by):
        return Refused(Reason.CALL_A_BREAK)
    if state.phase is Phase.ENDED:
        return Refused(Reason.OVER)
    if state.moments.get(call.by) is False:
        return Refused(Reason.ALREADY_SO)
    return (e.MomentNeeded(now, call.by),)


def moment_seen(state: State, call: c.Call, what: c.MomentSeen, now: int) -> Answer:
    is_own = what.person == call.by and call.by in state.moments
    if refused := seated(state, call) or (None if is_own else led(state, call)):
        return refused
    if not is_own and state.moments.get(what.person, True):
        return Refused(Reason.NO_SUCH)
    return (e.MomentAnswered(now, call.by, what.person),)


def call_break(state: State, call: c.Call, what: c.CallBreak, now: int) -> Answer:
    refused = seated(state, call) or running(state) or in_scale(what.minutes, 1, LONGEST_BREAK)
    if refused:
        return refused
    if state.break_until is not None or state.steps[state.visits[-1].step].is_break:
        return Refused(Reason.ON_BREAK)
    return (e.BreakCalled(now, call.by, now + what.minutes * MINUTE),)


def quiet_word(state: State, call: c.Call, what: c.QuietWord, now: int) -> Answer:
    """Nothing is ever sent by the room itself: only a person who leads says a quiet word."""
    refused = seated(state, call) or led(state, call) or _may_hear(state, call, what.person)
    if refused := refused or written(what.text, LINE):
        return refused
    if len(state.quiet_words) >= MOST_QUIET_WORDS:
        return Refused(Reason.TOO_MUCH, {"most": str(MOST_QUIET_WORDS)})
    return (e.QuietWordSaid(now, call.by, call.id, what.person, what.text.strip()),)


def chooses_by_bids(state: State) -> bool:
    """Whether the plan finds its issue holders by bids."""
    if any(block.kind is BlockKind.BIDDING for block in state.plan.blocks):
        return True
    return any(Artefact.BIDS in step.writes for step in state.steps)


def _speaks_for(state: State, call: c.Call, person: str) -> Refused | None:
    """Refused for somebody else's turn, unless who leads asks."""
    return None if person == call.by else led(state, call)


def _may_step_out(state: State, person: str) -> Refused | None:
    """Refused unless somebody may hold an issue today and has not begun to."""
    if state.phase is Phase.ENDED:
        return Refused(Reason.OVER)
    if not is_member(state, person):
        return Refused(Reason.ORDER_STRANGER)
    if person in state.order[: state.n_settled]:
        return Refused(Reason.ORDER_BEGUN, {"name": first_name(state, person)})
    return Refused(Reason.ALREADY_SO) if person in state.passed else None


def _may_hear(state: State, call: c.Call, person: str) -> Refused | None:
    """Refused unless a quiet word may be said to this person now."""
    if state.phase is Phase.ENDED:
        return Refused(Reason.OVER)
    if person == call.by:
        return Refused(Reason.TO_YOURSELF)
    seat = state.seat(person)
    return Refused(Reason.ABSENT) if seat is None or seat.role is Role.OBSERVER else None


def _is_ordered(state: State) -> bool:
    """Whether it is settled who holds an issue today: chosen, or by seats because all of them passed."""
    return bool(state.order) or (state.phase is Phase.RUNNING and not chooses_by_bids(state))
