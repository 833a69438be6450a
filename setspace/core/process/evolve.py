"""How an event changes what a room knows, and the fold of all of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from setspace.core.process import events as e
from setspace.core.process.formats import fitted
from setspace.core.process.state import (
    MINUTE,
    Asked,
    BidLine,
    EchoLine,
    Held,
    NotedAction,
    Part,
    Phase,
    Report,
    Seat,
    State,
    Visit,
    Wording,
)
from setspace.core.process.steps import laid_out

K = TypeVar("K")
V = TypeVar("V")


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
    return State(setup, setup.seats, setup.plan, laid_out(setup.plan, setup.formats))


def evolve(state: State, event: e.Event) -> State:
    """The state after one more event. Never refuses: what may happen is decided elsewhere."""
    return _HANDLERS[type(event)](state, event)


def _opened_again(state: State, event: e.RoomOpened) -> State:
    return state


def _seat_taken(state: State, event: e.SeatTaken) -> State:
    others = tuple(seat for seat in state.seats if seat.person != event.person)
    return replace(state, seats=(*others, Seat(event.person, event.name, event.role)))


def _seat_left(state: State, event: e.SeatLeft) -> State:
    begun = state.order[: state.turns_begun]
    still = tuple(person for person in state.order[state.turns_begun :] if person != event.person)
    return replace(
        state,
        seats=tuple(seat for seat in state.seats if seat.person != event.person),
        order=(*begun, *still),
        queue=_without(state.queue, event.person),
        floor="" if state.floor == event.person else state.floor,
        held={person: kept for person, kept in state.held.items() if person != event.person},
        bids={person: bid for person, bid in state.bids.items() if person != event.person},
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
    )


def _stage_began(state: State, event: e.StageBegan) -> State:
    last = state.visit
    before = state.steps[last.step].turn if last else None
    is_same_turn = before is not None and before == state.steps[event.step].turn
    return replace(
        state,
        visits=(*_ended(state, event.at), Visit(event.step, event.at, event.allowance)),
        floor="",
        queue=(),
        floors_taken=state.floors_taken if is_same_turn else {},
    )


def _minutes_added(state: State, event: e.MinutesAdded) -> State:
    more = event.minutes * MINUTE
    visit = state.visits[-1]
    return replace(
        state,
        visits=(*state.visits[:-1], replace(visit, allowance=visit.allowance + more)),
        added=_with(state.added, event.step, state.added.get(event.step, 0) + more),
    )


def _paused(state: State, event: e.ClockPaused) -> State:
    return replace(state, paused_at=event.at)


def _went_on(state: State, event: e.ClockWentOn) -> State:
    visit = state.visits[-1]
    held = visit.held + event.at - (event.at if state.paused_at is None else state.paused_at)
    return replace(state, visits=(*state.visits[:-1], replace(visit, held=held)), paused_at=None)


def _holders_ordered(state: State, event: e.HoldersOrdered) -> State:
    return replace(state, order=event.order)


def _bid_made(state: State, event: e.BidMade) -> State:
    return replace(state, bids=_with(state.bids, event.by, BidLine(event.line, event.alive)))


def _checked_in(state: State, event: e.CheckedIn) -> State:
    return replace(state, checked_in=_with(state.checked_in, event.by, event.words))


def _action_reported(state: State, event: e.ActionReported) -> State:
    report = Report(event.action, event.by, event.status, event.did, event.learned)
    return replace(state, reports=_with(state.reports, event.action, report))


def _issue_named(state: State, event: e.IssueNamed) -> State:
    return _changed(state, event.holder, issue=event.line)


def _question_worded(state: State, event: e.QuestionWorded) -> State:
    wording = Wording(event.text, event.at, event.by)
    wordings = (*state.parts.get(event.holder, Part()).wordings, wording)
    return _changed(state, event.holder, wordings=wordings, pinned=None)


def _question_pinned(state: State, event: e.QuestionPinned) -> State:
    return _changed(state, event.holder, pinned=event.wording)


def _floor_asked(state: State, event: e.FloorAsked) -> State:
    return replace(state, queue=(*state.queue, event.by))


def _queue_left(state: State, event: e.QueueLeft) -> State:
    return replace(state, queue=_without(state.queue, event.by))


def _floor_given(state: State, event: e.FloorGiven) -> State:
    taken = state.floors_taken
    if event.person:
        taken = _with(taken, event.person, taken.get(event.person, 0) + 1)
    return replace(
        state,
        floor=event.person,
        queue=_without(state.queue, event.person),
        floors_taken=taken,
    )


def _question_kept(state: State, event: e.QuestionKept) -> State:
    mine = tuple(held for held in state.held.get(event.by, ()) if held.id != event.held)
    return replace(state, held=_with(state.held, event.by, (*mine, Held(event.id, event.text))))


def _question_dropped(state: State, event: e.QuestionDropped) -> State:
    mine = tuple(held for held in state.held.get(event.by, ()) if held.id != event.held)
    return replace(state, held=_with(state.held, event.by, mine))


def _question_asked(state: State, event: e.QuestionAsked) -> State:
    part = state.parts.get(event.holder, Part())
    asked = (*part.asked, Asked(event.id, event.by, event.text))
    kept = tuple(held for held in state.held.get(event.by, ()) if held.id != event.held)
    parts = _with(state.parts, event.holder, replace(part, asked=asked))
    return replace(state, parts=parts, held=_with(state.held, event.by, kept))


def _question_marked(state: State, event: e.QuestionMarked) -> State:
    others = _without(state.moved.get(event.by, ()), event.question)
    mine = (*others, event.question) if event.moved else others
    return replace(state, moved=_with(state.moved, event.by, mine))


def _action_noted(state: State, event: e.ActionNoted) -> State:
    actions = (*state.parts.get(event.holder, Part()).actions, _noted(event))
    return _changed(state, event.holder, actions=actions)


def _action_changed(state: State, event: e.ActionChanged) -> State:
    actions = state.parts.get(event.holder, Part()).actions
    anew = tuple(_noted(event) if action.key == event.key else action for action in actions)
    return _changed(state, event.holder, actions=anew)


def _action_removed(state: State, event: e.ActionRemoved) -> State:
    actions = state.parts.get(event.holder, Part()).actions
    left = tuple(action for action in actions if action.key != event.key)
    return _changed(state, event.holder, actions=left)


def _echoed(state: State, event: e.Echoed) -> State:
    part = state.parts.get(event.holder, Part())
    others = tuple(echo for echo in part.echoes if echo.by != event.by)
    part = replace(part, echoes=(*others, EchoLine(event.by, event.words)))
    return replace(state, parts=_with(state.parts, event.holder, part))


def _scored(state: State, event: e.Scored) -> State:
    return replace(state, scores=_with(state.scores, event.by, event.value))


def _ended_session(state: State, event: e.SessionEnded) -> State:
    return replace(
        state,
        visits=_ended(state, event.at),
        phase=Phase.ENDED,
        ended_at=event.at,
        paused_at=None,
        floor="",
        queue=(),
    )


def _part_approved(state: State, event: e.PartApproved) -> State:
    part = replace(state.parts.get(event.by, Part()), approved=event.version)
    return replace(state, parts=_with(state.parts, event.by, part))


def _closed(state: State, event: e.RoomClosed) -> State:
    return replace(state, phase=Phase.CLOSED)


def _ended(state: State, at: int) -> tuple[Visit, ...]:
    """The visits, the last of them ended; a clock that is held is let go at the same moment."""
    if not state.visits or state.visits[-1].ended is not None:
        return state.visits
    last = state.visits[-1]
    held = last.held + (at - state.paused_at if state.paused_at is not None else 0)
    return (*state.visits[:-1], replace(last, ended=at, held=held))


def _changed(state: State, holder: str, **changes: Any) -> State:
    """The state with a holder's part changed, and so to be approved anew."""
    part = state.parts.get(holder, Part())
    part = replace(part, version=part.version + 1, **changes)
    return replace(state, parts=_with(state.parts, holder, part))


def _noted(event: e.ActionNoted | e.ActionChanged) -> NotedAction:
    return NotedAction(event.key, event.what, event.by_when, event.first_step, event.confidence)


def _with(mapping: Mapping[K, V], key: K, value: V) -> dict[K, V]:
    return {**mapping, key: value}


def _without(people: tuple[str, ...], person: str) -> tuple[str, ...]:
    return tuple(other for other in people if other != person)


_HANDLERS: dict[type[e.Event], Callable[[State, Any], State]] = {
    e.RoomOpened: _opened_again,
    e.SeatTaken: _seat_taken,
    e.SeatLeft: _seat_left,
    e.Arrived: _arrived,
    e.SessionStarted: _started,
    e.StageBegan: _stage_began,
    e.MinutesAdded: _minutes_added,
    e.ClockPaused: _paused,
    e.ClockWentOn: _went_on,
    e.HoldersOrdered: _holders_ordered,
    e.BidMade: _bid_made,
    e.CheckedIn: _checked_in,
    e.ActionReported: _action_reported,
    e.IssueNamed: _issue_named,
    e.QuestionWorded: _question_worded,
    e.QuestionPinned: _question_pinned,
    e.FloorAsked: _floor_asked,
    e.QueueLeft: _queue_left,
    e.FloorGiven: _floor_given,
    e.QuestionKept: _question_kept,
    e.QuestionDropped: _question_dropped,
    e.QuestionAsked: _question_asked,
    e.QuestionMarked: _question_marked,
    e.ActionNoted: _action_noted,
    e.ActionChanged: _action_changed,
    e.ActionRemoved: _action_removed,
    e.Echoed: _echoed,
    e.Scored: _scored,
    e.SessionEnded: _ended_session,
    e.PartApproved: _part_approved,
    e.RoomClosed: _closed,
}
