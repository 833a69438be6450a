"""Wrong engines that forget who leads, or who has agreed to be looked on."""

from dataclasses import replace

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process.commands import Call
from setspace.core.process.decide import decide
from setspace.core.process.decide.rules import Answer
from setspace.core.process.evolve import evolve
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.sight import View, sight
from setspace.core.process.state import Role, State
from tests.core.engine import Engine


def anybody_takes_over(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    seat = state.seat(call.by)
    is_refused = isinstance(answer, Refused) and answer.reason is Reason.NOT_STAND_IN
    if is_refused and seat is not None and seat.role is Role.MEMBER:
        return (e.LeadPassed(now, call.by, call.by),)
    return answer


def the_lead_goes_to_those_who_are_not_there(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    is_absent = isinstance(answer, Refused) and answer.reason is Reason.ABSENT
    if is_absent and isinstance(call.what, c.HandOver):
        return (e.LeadPassed(now, call.by, call.what.person),)
    return answer


def who_led_and_left_still_leads(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, lead=state.lead) if isinstance(event, e.SeatLeft) else after


def a_no_becomes_a_yes(state: State, event: e.Event) -> State:
    if isinstance(event, e.ObserverAnswered):
        event = replace(event, yes=True)
    return evolve(state, event)


def an_observer_looks_on_unasked(state: State, person: str, now: int, present: frozenset[str]) -> View:
    seat = state.seat(person)
    if seat is None or seat.role is not Role.OBSERVER:
        return sight(state, person, now, present)
    here = [one.person for one in state.members if one.person in state.arrived]
    agreed = {**state.consents, person: dict.fromkeys(here, True)}
    return sight(replace(state, consents=agreed), person, now, present)


def members_are_told_of_a_no(state: State, person: str, now: int, present: frozenset[str]) -> View:
    view = sight(state, person, now, present)
    if view and view["observing"] and not view["observing"]["is_observer"]:
        rows = [
            {**row, "is_declined": not all(state.consents.get(row["person"], {}).values())}
            for row in view["observing"]["rows"]
        ]
        view["observing"] = {**view["observing"], "rows": rows}
    return view


MUTANTS = (
    Engine("anybody_takes_over", decide=anybody_takes_over),
    Engine("the_lead_goes_to_those_who_are_not_there", decide=the_lead_goes_to_those_who_are_not_there),
    Engine("who_led_and_left_still_leads", evolve=who_led_and_left_still_leads),
    Engine("a_no_becomes_a_yes", evolve=a_no_becomes_a_yes),
    Engine("an_observer_looks_on_unasked", sight=an_observer_looks_on_unasked),
    Engine("members_are_told_of_a_no", sight=members_are_told_of_a_no),
)
