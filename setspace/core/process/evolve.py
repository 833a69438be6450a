"""How an event changes what a room knows, and the fold of all of them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from setspace.core.process import events as e
from setspace.core.process import evolve_breaks as breaks
from setspace.core.process import evolve_formats as by_format
from setspace.core.process import evolve_giving as giving
from setspace.core.process import evolve_leading as leading
from setspace.core.process import evolve_life as life
from setspace.core.process import evolve_noting as noting
from setspace.core.process import evolve_showing as showing
from setspace.core.process import evolve_speaking as speaking
from setspace.core.process.formats import fitted
from setspace.core.process.gifts import Added
from setspace.core.process.mapping import with_, without
from setspace.core.process.noted import BidLine, Report
from setspace.core.process.state import MINUTE, Phase, Seat, State, Visit
from setspace.core.process.steps import laid_out


def replay(happened: Iterable[e.Event]) -> State:
    """The state after all that happened; the first event must be RoomOpened."""
    rest = iter(happened)
    state = opened(next(rest))
    for event in rest:
        state = evolve(state, event)
    return state


def opened(event: e.Event) -> State:
    """The state of a room that was just opened; refuses, with TypeError, any other event."""
    if not isinstance(event, e.RoomOpened):
        raise TypeError("A room begins with its opening.")
    setup = event.setup
    steps = laid_out(setup.plan, setup.formats)
    return State(setup, setup.seats, setup.plan, steps, passed=life.away_from_the_start(setup))


def evolve(state: State, event: e.Event) -> State:
    """The state after one more event. Never refuses: what may happen is decided elsewhere."""
    return showing.while_its_turn_lasts(_HANDLERS[type(event)](state, event))


def _opened_again(state: State, event: e.RoomOpened) -> State:
    return state


def _prepared(state: State, event: e.RoomPrepared) -> State:
    setup = event.setup
    plan, steps = setup.plan, laid_out(setup.plan, setup.formats)
    return replace(state, setup=setup, plan=plan, steps=steps, **life.prepared_anew(state, setup))


def _seat_taken(state: State, event: e.SeatTaken) -> State:
    others = tuple(seat for seat in state.seats if seat.person != event.person)
    return replace(state, seats=(*others, Seat(event.person, event.name, event.role)))


def _seat_left(state: State, event: e.SeatLeft) -> State:
    settled = state.order[: state.n_settled]
    still = tuple(person for person in state.order[state.n_settled :] if person != event.person)
    return replace(
        state,
        seats=tuple(seat for seat in state.seats if seat.person != event.person),
        order=(*settled, *still),
        back=without(state.back, event.person),
        held={person: kept for person, kept in state.held.items() if person != event.person},
        bids={person: bid for person, bid in state.bids.items() if person != event.person},
        **leading.without_seat(state, event.person),
        **life.without_seat(state, event.person),
        **speaking.without_seat(state, event.person),
    )


def _arrived(state: State, event: e.Arrived) -> State:
    return replace(state, arrived=(*state.arrived, event.by))


def _started(state: State, event: e.SessionStarted) -> State:
    plan = fitted(state.setup.plan, event.n_people)
    return replace(
        state,
        plan=plan,
        steps=laid_out(plan, state.setup.formats),
        phase=Phase.RUNNING,
        started_at=event.at,
        planned_end=event.planned_end,
        order=event.order,
        led_by=state.lead,
    )


def _stage_began(state: State, event: e.StageBegan) -> State:
    last = state.visit
    before = state.steps[last.step].turn if last else None
    turn = state.steps[event.step].turn
    is_same_turn = before is not None and before == turn
    began = replace(
        state,
        begun=state.begun if turn is None or turn in state.begun else (*state.begun, turn),
        visits=(*_ended(state, event.at), Visit(event.step, event.at, event.allowance)),
        floors_taken=state.floors_taken if is_same_turn else {},
        back=(),
        is_put_off=state.is_put_off and not state.steps[event.step].is_break,
        moments=life.unseen(state),
        has_led=life.with_leader(state, event.by),
    )
    return speaking.gone_to(began, state.visit, event.step)


def _minutes_added(state: State, event: e.MinutesAdded) -> State:
    more = event.minutes * MINUTE
    visit = state.visits[-1]
    return replace(
        state,
        visits=(*state.visits[:-1], replace(visit, allowance=visit.allowance + more)),
        added=with_(state.added, event.step, state.added.get(event.step, 0) + more),
        acts=(*state.acts, Added(event.step, len(state.visits), more)),
        time_changes=state.time_changes + 1,
    )


def _paused(state: State, event: e.ClockPaused) -> State:
    return replace(state, paused_at=event.at, held_for=event.why)


def _went_on(state: State, event: e.ClockWentOn) -> State:
    visit = state.visits[-1]
    held = visit.held + event.at - (event.at if state.paused_at is None else state.paused_at)
    visits = (*state.visits[:-1], replace(visit, held=held))
    return replace(state, visits=visits, paused_at=None, held_for="", break_until=None)


def _holders_ordered(state: State, event: e.HoldersOrdered) -> State:
    return replace(
        state,
        order=event.order,
        passed=life.still_passed(state, event.order),
        **giving.ordered(state, event.order),
    )


def _bid_made(state: State, event: e.BidMade) -> State:
    return replace(state, bids=with_(state.bids, event.by, BidLine(event.line, event.alive)))


def _checked_in(state: State, event: e.CheckedIn) -> State:
    return replace(state, checked_in=with_(state.checked_in, event.by, event.words))


def _action_reported(state: State, event: e.ActionReported) -> State:
    report = Report(event.action, event.by, event.status, event.did, event.learned)
    return replace(state, reports=with_(state.reports, event.action, report))


def _scored(state: State, event: e.Scored) -> State:
    return replace(state, scores=with_(state.scores, event.by, event.value))


def _ended_session(state: State, event: e.SessionEnded) -> State:
    return replace(
        state,
        visits=_ended(state, event.at),
        phase=Phase.ENDED,
        ended_at=event.at,
        paused_at=None,
        held_for="",
        break_until=None,
        floor="",
        queue=(),
        proposal=None,
    )


def _closed(state: State, event: e.RoomClosed) -> State:
    return replace(state, phase=Phase.CLOSED)


def _ended(state: State, at: int) -> tuple[Visit, ...]:
    """The visits, the last of them ended; a clock that is held is let go at the same moment."""
    if not state.visits or state.visits[-1].ended is not None:
        return state.visits
    last = state.visits[-1]
    held = last.held + (at - state.paused_at if state.paused_at is not None else 0)
    return (*state.visits[:-1], replace(last, ended=at, held=held))


_HANDLERS: dict[type[e.Event], Callable[[State, Any], State]] = {
    e.RoomOpened: _opened_again,
    e.RoomPrepared: _prepared,
    e.SeatTaken: _seat_taken,
    e.SeatLeft: _seat_left,
    e.Arrived: _arrived,
    e.SessionStarted: _started,
    e.StageBegan: _stage_began,
    e.MinutesAdded: _minutes_added,
    e.ResourcesAsked: by_format.resources_asked,
    e.ClockPaused: _paused,
    e.ClockWentOn: _went_on,
    e.HoldersOrdered: _holders_ordered,
    e.BidMade: _bid_made,
    e.CheckedIn: _checked_in,
    e.ActionReported: _action_reported,
    e.IssueNamed: noting.issue_named,
    e.QuestionWorded: noting.question_worded,
    e.QuestionPinned: noting.question_pinned,
    e.FloorAsked: speaking.floor_asked,
    e.QueueLeft: speaking.queue_left,
    e.FloorGiven: speaking.floor_given,
    e.QuestionKept: noting.question_kept,
    e.QuestionDropped: noting.question_dropped,
    e.QuestionAsked: noting.question_asked,
    e.QuestionMarked: noting.question_marked,
    e.ActionNoted: noting.action_noted,
    e.ActionChanged: noting.action_changed,
    e.ActionRemoved: noting.action_removed,
    e.Echoed: noting.echoed,
    e.ShownToSet: showing.shown_to_set,
    e.TakenBack: showing.taken_back,
    e.StandInNamed: leading.stand_in_named,
    e.LeadPassed: leading.lead_passed,
    e.ObserverAnswered: leading.observer_answered,
    e.Scored: _scored,
    e.CameBack: breaks.came_back,
    e.TimeGiven: giving.time_given,
    e.TimeTakenBack: giving.time_taken_back,
    e.ConsentAsked: giving.consent_asked,
    e.Agreed: giving.agreed,
    e.ProposalDropped: giving.proposal_dropped,
    e.DecisionPutOff: giving.decision_put_off,
    e.TurnPassed: life.turn_passed,
    e.TurnReturned: life.turn_returned,
    e.MomentNeeded: life.moment_needed,
    e.MomentAnswered: life.moment_answered,
    e.BreakCalled: life.break_called,
    e.QuietWordSaid: life.quiet_word_said,
    e.SessionEnded: _ended_session,
    e.PartApproved: noting.part_approved,
    e.RoomClosed: _closed,
}
