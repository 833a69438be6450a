"""Showing what is one's own, and taking it back."""

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process.decide.rules import Answer, first_name, running
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.showing import KINDS
from setspace.core.process.state import State


def show(state: State, call: c.Call, what: c.Show, now: int) -> Answer:
    if refused := _is_holder(state, call):
        return refused
    if state.step is not None and state.step.is_choosing:
        return Refused(Reason.NOT_THIS_STAGE, {"stage": state.step.title})
    if what.which not in KINDS:
        return Refused(Reason.NO_SUCH)
    if state.shown is not None and state.shown.kind == what.which:
        return Refused(Reason.ALREADY_SO)
    return (e.ShownToSet(now, call.by, what.which),)


def take_back(state: State, call: c.Call, what: c.TakeBack, now: int) -> Answer:
    if refused := _is_holder(state, call):
        return refused
    return Refused(Reason.ALREADY_SO) if state.shown is None else (e.TakenBack(now, call.by),)


def _is_holder(state: State, call: c.Call) -> Refused | None:
    if not state.holder:
        return running(state) or Refused(Reason.NOT_YOUR_TURN)
    if call.by != state.holder:
        return Refused(Reason.HOLDER_ONLY, {"holder": first_name(state, state.holder)})
    return None
