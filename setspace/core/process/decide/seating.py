"""Who is in the set, and who is in the room."""

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process.decide.rules import Answer, seated
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.state import Phase, Role, State


def prepare(state: State, call: c.Call, what: c.Prepare, now: int) -> Answer:
    if state.phase is not Phase.WAITING:
        return Refused(Reason.ALREADY_STARTED)
    return (e.RoomPrepared(now, call.by, what.setup),)


def take_seat(state: State, call: c.Call, what: c.TakeSeat, now: int) -> Answer:
    seat = state.seat(what.person)
    if seat and (seat.name, seat.role) == (what.name, what.role):
        return Refused(Reason.ALREADY_SO)
    taken = e.SeatTaken(now, call.by, what.person, what.name, Role(what.role))
    if seat and taken.role is Role.OBSERVER and seat.role is not Role.OBSERVER:
        return (e.SeatLeft(now, call.by, what.person), taken)
    return (taken,)


def leave_seat(state: State, call: c.Call, what: c.LeaveSeat, now: int) -> Answer:
    if state.seat(what.person) is None:
        return Refused(Reason.NO_SUCH)
    return (e.SeatLeft(now, call.by, what.person),)


def arrive(state: State, call: c.Call, what: c.Arrive, now: int) -> Answer:
    if refused := seated(state, call):
        return refused
    if call.by in state.arrived:
        return Refused(Reason.ALREADY_HERE)
    return (e.Arrived(now, call.by),)
