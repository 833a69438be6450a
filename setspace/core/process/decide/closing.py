"""The end: the time is over, each reads their part, the room closes."""

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process.decide.noting import has_held
from setspace.core.process.decide.rules import Answer, led, running
from setspace.core.process.noted import Part
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.state import Phase, State


def end(state: State, call: c.Call, what: c.End, now: int) -> Answer:
    if refused := led(state, call) or running(state):
        return refused
    return (e.SessionEnded(now, call.by),)


def approve_part(state: State, call: c.Call, what: c.ApprovePart, now: int) -> Answer:
    if not has_held(state, call.by):
        return Refused(Reason.NO_ISSUE_HELD)
    part = state.parts.get(call.by, Part())
    if part.is_empty:
        return Refused(Reason.PART_EMPTY)
    if what.seen != part.version:
        return Refused(Reason.PART_CHANGED)
    if part.is_approved:
        return Refused(Reason.ALREADY_SO)
    return (e.PartApproved(now, call.by, part.version),)


def close(state: State, call: c.Call, what: c.Close, now: int) -> Answer:
    """Closing needs the end first, except that the room itself closes one that was forgotten."""
    if refused := led(state, call):
        return refused
    if state.phase is Phase.ENDED:
        return (e.RoomClosed(now, call.by),)
    if call.by != c.THE_ROOM:
        return Refused(Reason.NOT_ENDED)
    if state.phase is Phase.RUNNING:
        return (e.SessionEnded(now, call.by), e.RoomClosed(now, call.by))
    return (e.RoomClosed(now, call.by),)
