"""A stage on request, asked for by the issue holder; and the room moving on by itself at a hard end."""

from dataclasses import replace

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process import on_request, timing
from setspace.core.process.decide.rules import Answer, first_name, running
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.state import State


def ask_for_resources(state: State, call: c.Call, what: c.AskForResources, now: int) -> Answer:
    if refused := running(state) or _is_for_holder(state, call):
        return refused
    step = on_request.ahead(state)
    if step is None:
        return Refused(Reason.NOT_ON_REQUEST)
    if (step.index in state.requested) == what.wanted:
        return Refused(Reason.ALREADY_SO)
    others = tuple(index for index in state.requested if index != step.index)
    after = replace(state, requested=(*others, step.index) if what.wanted else others)
    gave = on_request.given(state, after, now)
    return (e.ResourcesAsked(now, call.by, step.index, what.wanted, gave),)


def move_on(state: State, call: c.Call, what: c.MoveOn, now: int) -> Answer:
    if refused := running(state):
        return refused
    if what.seen != len(state.visits):
        return Refused(Reason.MOVED_ON)
    moment, step = timing.moves_on_at(state), timing.following(state)
    if moment is None or step is None or now < moment:
        return Refused(Reason.NOT_OVER_YET)
    return (e.StageBegan(now, call.by, step.index, timing.allowance(state, step, now)),)


def _is_for_holder(state: State, call: c.Call) -> Refused | None:
    if not state.holder:
        return Refused(Reason.NOT_THIS_STAGE, {"stage": state.steps[state.visits[-1].step].title})
    if call.by != state.holder:
        return Refused(Reason.HOLDER_ONLY, {"holder": first_name(state, state.holder)})
    return None
