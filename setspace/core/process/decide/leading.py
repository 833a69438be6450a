"""Who leads the session, and whether somebody may look on."""

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process import leading
from setspace.core.process.decide.rules import Answer, first_name, is_member, led
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.state import Role, State


def name_stand_in(state: State, call: c.Call, what: c.NameStandIn, now: int) -> Answer:
    if refused := led(state, call):
        return refused
    if what.person == state.stand_in:
        return Refused(Reason.ALREADY_SO)
    if what.person and not is_member(state, what.person):
        return Refused(Reason.MEMBERS_LEAD)
    if what.person and what.person == state.lead:
        return Refused(Reason.LEADS_ALREADY, {"name": first_name(state, what.person)})
    return (e.StandInNamed(now, call.by, what.person),)


def stand_in(state: State, call: c.Call, what: c.StandIn, now: int) -> Answer:
    if leading.leads(state, call.by):
        return Refused(Reason.YOU_LEAD)
    if not leading.may_take_over(state, call.by):
        return Refused(Reason.NOT_STAND_IN)
    return (e.LeadPassed(now, call.by, call.by),)


def hand_over(state: State, call: c.Call, what: c.HandOver, now: int) -> Answer:
    if refused := led(state, call):
        return refused
    if not what.person and leading.facilitates_itself(state):
        return Refused(Reason.NO_FACILITATOR)
    if what.person == state.lead:
        return Refused(Reason.ALREADY_SO)
    if what.person and not is_member(state, what.person):
        return Refused(Reason.MEMBERS_LEAD)
    if what.person and what.person not in state.arrived:
        return Refused(Reason.ABSENT)
    return (e.LeadPassed(now, call.by, what.person),)


def agree_to_observer(state: State, call: c.Call, what: c.AgreeToObserver, now: int) -> Answer:
    if not is_member(state, call.by):
        return Refused(Reason.MEMBERS_AGREE)
    seat = state.seat(what.person)
    if seat is None or seat.role is not Role.OBSERVER:
        return Refused(Reason.NO_SUCH)
    if state.consents.get(what.person, {}).get(call.by) is what.yes:
        return Refused(Reason.ALREADY_SO)
    return (e.ObserverAnswered(now, call.by, what.person, what.yes),)


def starts(state: State, call: c.Call) -> Refused | None:
    """Refused unless who leads asks; while nobody does, any member may."""
    return None if _is_unled_member(state, call.by) else led(state, call)


def taking_the_lead(state: State, call: c.Call, now: int) -> tuple[e.LeadPassed, ...]:
    """Whoever starts a session that nobody leads, leads it."""
    return (e.LeadPassed(now, call.by, call.by),) if _is_unled_member(state, call.by) else ()


def _is_unled_member(state: State, person: str) -> bool:
    return not leading.leaders(state) and is_member(state, person)
