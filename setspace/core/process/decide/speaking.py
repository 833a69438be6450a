"""Who speaks, and what is asked."""

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process.decide.rules import (
    LINE,
    MOST_HELD,
    MOST_QUESTIONS,
    TEXT,
    Answer,
    first_name,
    in_stage,
    is_member,
    is_observer,
    led,
    running,
    written,
)
from setspace.core.process.formats import Artefact, Floor, TurnRule
from setspace.core.process.noted import Part
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.state import State
from setspace.core.process.steps import Step


def ask_for_floor(state: State, call: c.Call, what: c.AskForFloor, now: int) -> Answer:
    if refused := running(state) or _asks(state, call):
        return refused
    step = state.steps[state.visits[-1].step]
    if not has_queue(step):
        return Refused(Reason.NO_QUEUE, {"stage": step.title})
    if call.by in state.queue or call.by == state.floor:
        return Refused(Reason.ALREADY_ASKING)
    return (e.FloorAsked(now, call.by),)


def leave_queue(state: State, call: c.Call, what: c.LeaveQueue, now: int) -> Answer:
    if refused := running(state):
        return refused
    if call.by == state.floor:
        return (e.FloorGiven(now, call.by, ""),)
    if call.by not in state.queue:
        return Refused(Reason.NOT_ASKING)
    return (e.QueueLeft(now, call.by),)


def give_floor(state: State, call: c.Call, what: c.GiveFloor, now: int) -> Answer:
    if refused := led(state, call) or running(state):
        return refused
    step = state.steps[state.visits[-1].step]
    if step.floor is Floor.NOBODY and what.person:
        return Refused(Reason.FLOOR_IS_QUIET)
    if what.person == state.floor:
        return Refused(Reason.ALREADY_SO)
    if what.person and state.seat(what.person) is None:
        return Refused(Reason.ABSENT)
    if is_observer(state, what.person):
        return Refused(Reason.OBSERVER_HAS_NO_FLOOR)
    return (e.FloorGiven(now, call.by, what.person),)


def keep_question(state: State, call: c.Call, what: c.KeepQuestion, now: int) -> Answer:
    if refused := running(state) or _asks(state, call) or written(what.text, LINE):
        return refused
    mine = [held.id for held in state.held.get(call.by, ())]
    if what.held and what.held not in mine:
        return Refused(Reason.NO_SUCH)
    if len(mine) >= MOST_HELD and not what.held:
        return Refused(Reason.TOO_MUCH, {"most": str(MOST_HELD)})
    return (e.QuestionKept(now, call.by, call.id, what.text.strip(), what.held),)


def drop_question(state: State, call: c.Call, what: c.DropQuestion, now: int) -> Answer:
    if what.held not in [held.id for held in state.held.get(call.by, ())]:
        return Refused(Reason.NO_SUCH)
    return (e.QuestionDropped(now, call.by, what.held),)


def send_question(state: State, call: c.Call, what: c.SendQuestion, now: int) -> Answer:
    if refused := in_stage(state, Artefact.QUESTIONS) or _asks(state, call) or written(what.text, LINE):
        return refused
    if what.held and what.held not in [held.id for held in state.held.get(call.by, ())]:
        return Refused(Reason.NO_SUCH)
    if len(state.parts.get(state.holder, Part()).asked) >= MOST_QUESTIONS:
        return Refused(Reason.TOO_MUCH, {"most": str(MOST_QUESTIONS)})
    return (e.QuestionAsked(now, call.by, call.id, state.holder, what.text.strip(), what.held),)


def mark_question(state: State, call: c.Call, what: c.MarkQuestion, now: int) -> Answer:
    asked = {question.id for question in state.parts.get(call.by, Part()).asked}
    if what.question not in asked:
        return Refused(Reason.NO_SUCH)
    if (what.question in state.moved.get(call.by, ())) == what.moved:
        return Refused(Reason.ALREADY_SO)
    return (e.QuestionMarked(now, call.by, what.question, what.moved),)


def echo(state: State, call: c.Call, what: c.Echo, now: int) -> Answer:
    if refused := in_stage(state, Artefact.ECHO) or _asks(state, call) or written(what.words, TEXT):
        return refused
    return (e.Echoed(now, call.by, state.holder, what.words.strip()),)


def has_queue(step: Step) -> bool:
    """Whether people may wait to ask in a step."""
    return step.rule is TurnRule.QUEUE and step.floor in (Floor.MEMBERS, Floor.ALL)


def _asks(state: State, call: c.Call) -> Refused | None:
    """Refused for those who do not ask in a turn: its issue holder, and the facilitator."""
    if not state.holder:
        return Refused(Reason.NOT_THIS_STAGE, {"stage": state.steps[state.visits[-1].step].title})
    if call.by == state.holder:
        return Refused(Reason.HOLDER_ASKS)
    if not is_member(state, call.by):
        return Refused(Reason.MEMBER_ONLY, {"holder": first_name(state, state.holder)})
    return None
