"""The course of the session: its start, the stages, the clock, and the order of the issue holders."""

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process import ledger, timing
from setspace.core.process.decide.leading import starts, taking_the_lead
from setspace.core.process.decide.life import HOLDER, chooses_by_bids
from setspace.core.process.decide.rules import (
    Answer,
    first_name,
    is_member,
    led,
    running,
)
from setspace.core.process.evolve import evolve
from setspace.core.process.formats import fitted
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.state import MINUTE, PASSED, Phase, State

AN_HOUR = 60 * MINUTE
MOST_AT_ONCE = 10


def start(state: State, call: c.Call, what: c.Start, now: int) -> Answer:
    if refused := starts(state, call):
        return refused
    if state.phase is not Phase.WAITING:
        return Refused(Reason.ALREADY_STARTED if state.phase is Phase.RUNNING else Reason.OVER)
    plan, n_people = state.setup.plan, len(state.members)
    if n_people < plan.least_people:
        return Refused(Reason.TOO_FEW, {"plan": plan.title, "least": str(plan.least_people)})
    if n_people > plan.most_people:
        return Refused(Reason.TOO_MANY, {"plan": plan.title, "most": str(plan.most_people)})
    planned = state.setup.starts_at
    from_when = planned if abs(now - planned) <= AN_HOUR else now
    fits = fitted(plan, n_people)
    end = from_when + fits.minutes * MINUTE
    started = e.SessionStarted(now, call.by, n_people, _first_order(state, fits.turns), end)
    ready = evolve(state, started)
    return (
        *taking_the_lead(state, call, now),
        started,
        e.StageBegan(now, call.by, 0, timing.allowance(ready, ready.steps[0], now)),
    )


def next_stage(state: State, call: c.Call, what: c.NextStage, now: int) -> Answer:
    if refused := led(state, call) or running(state) or _seen(state, what.seen):
        return refused
    went_on = _going_on(state, call, now)
    step = timing.following(state)
    if step is None:
        return (*went_on, e.SessionEnded(now, call.by))
    if timing.needs_holder(state, step):
        return Refused(Reason.NO_HOLDER)
    return (
        *went_on,
        e.StageBegan(now, call.by, step.index, timing.allowance(state, step, now)),
    )


def back(state: State, call: c.Call, what: c.Back, now: int) -> Answer:
    if refused := led(state, call) or running(state) or _seen(state, what.seen):
        return refused
    here = state.visits[-1].step
    earlier = [visit.step for visit in state.visits if visit.step < here]
    if not earlier:
        return Refused(Reason.AT_THE_START)
    step = state.steps[max(earlier)]
    again = e.StageBegan(now, call.by, step.index, timing.allowance_on_return(state, step, now))
    return (*_going_on(state, call, now), again)


def add_minutes(state: State, call: c.Call, what: c.AddMinutes, now: int) -> Answer:
    if refused := led(state, call) or running(state) or _seen(state, what.seen):
        return refused
    if not 1 <= what.minutes <= MOST_AT_ONCE:
        return Refused(Reason.MINUTES_LIMIT)
    visit = state.visits[-1]
    step = state.steps[visit.step]
    most = max(
        step.stage.most if step.stage else step.block.minutes * 3,
        step.minutes + MOST_AT_ONCE,
    )
    if visit.allowance + what.minutes * MINUTE > most * MINUTE:
        return Refused(Reason.STAGE_LIMIT, {"most": str(most)})
    return (e.MinutesAdded(now, call.by, visit.step, what.minutes),)


def pause(state: State, call: c.Call, what: c.Pause, now: int) -> Answer:
    if refused := led(state, call) or running(state):
        return refused
    if what.why and call.by != c.THE_ROOM:
        return Refused(Reason.ROOM_ASKS)
    if what.why and (what.why != HOLDER or not state.holder):
        return Refused(Reason.NO_SUCH)
    if state.paused_at is not None:
        return Refused(Reason.ALREADY_PAUSED)
    return (e.ClockPaused(now, call.by, what.why),)


def go_on(state: State, call: c.Call, what: c.GoOn, now: int) -> Answer:
    """The room lets go only of a clock that it held itself."""
    if refused := led(state, call) or running(state):
        return refused
    if call.by == c.THE_ROOM and state.held_for != HOLDER:
        return Refused(Reason.NOT_PAUSED)
    return _going_on(state, call, now) or Refused(Reason.NOT_PAUSED)


def order_holders(state: State, call: c.Call, what: c.OrderHolders, now: int) -> Answer:
    if refused := led(state, call):
        return refused
    if state.phase is Phase.ENDED:
        return Refused(Reason.OVER)
    if refused := _unfit_order(state, what.order):
        return refused
    return (e.HoldersOrdered(now, call.by, what.order),)


def _seen(state: State, seen: int) -> Refused | None:
    return None if seen == len(state.visits) else Refused(Reason.MOVED_ON)


def _going_on(state: State, call: c.Call, now: int) -> tuple[e.ClockWentOn, ...]:
    return () if state.paused_at is None else (e.ClockWentOn(now, call.by),)


def _first_order(state: State, turns: int) -> tuple[str, ...]:
    """Who holds an issue if nobody chooses: all in the order of the ledger, unless the plan has bids.

    Whoever holds one in the place of somebody who is away comes where that person would have been.
    """
    if state.order:
        return state.order
    if chooses_by_bids(state):
        return ()
    away = state.instead
    either = [seat.person for seat in state.members if state.passed.get(seat.person) != PASSED]
    return ledger.order_without(ledger.next_order(state.setup.ledger, either), away)[:turns]


def _unfit_order(state: State, order: tuple[str, ...]) -> Refused | None:
    begun = state.order[: state.n_settled]
    if order[: len(begun)] != begun:
        name = next(kept for place, kept in enumerate(begun) if order[place : place + 1] != (kept,))
        return Refused(Reason.ORDER_BEGUN, {"name": first_name(state, name)})
    for person in order[len(begun) :]:
        if not is_member(state, person):
            return Refused(Reason.ORDER_STRANGER)
        if order.count(person) > 1:
            return Refused(Reason.ORDER_TWICE, {"name": first_name(state, person)})
    if len(order) > state.n_turns:
        return Refused(Reason.ORDER_TOO_LONG, {"turns": str(state.n_turns)})
    return None
