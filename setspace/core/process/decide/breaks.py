"""Who has come back from a break."""

from setspace.core.process import breaks
from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process.decide.rules import Answer, running, seated
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.state import State


def come_back(state: State, call: c.Call, what: c.ComeBack, now: int) -> Answer:
    if refused := seated(state, call) or running(state):
        return refused
    if not breaks.is_on(state):
        return Refused(Reason.NOT_THIS_STAGE, {"stage": state.steps[state.visits[-1].step].title})
    if call.by in state.back:
        return Refused(Reason.ALREADY_SO)
    return (e.CameBack(now, call.by),)
