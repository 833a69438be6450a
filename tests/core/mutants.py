"""Wrong engines, each with one fault that somebody might well make: the tests of the tests."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process import timing
from setspace.core.process.commands import Call
from setspace.core.process.decide import decide
from setspace.core.process.decide.rules import Answer
from setspace.core.process.evolve import evolve
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.sight import View, sight
from setspace.core.process.state import MINUTE, Phase, Role, State
from tests.core import (
    mutants_clock,
    mutants_formats,
    mutants_giving,
    mutants_leading,
    mutants_life,
    mutants_showing,
)
from tests.core.engine import Engine

Present = frozenset[str]


def _each(answer: Answer, kind: type[e.Event], change: Callable[[Any], e.Event | None]) -> Answer:
    """An answer with each event of a kind changed, or left out."""
    if isinstance(answer, Refused):
        return answer
    changed = [change(event) if isinstance(event, kind) else event for event in answer]
    return tuple(event for event in changed if event is not None)


def next_ignores_what_was_seen(state: State, call: Call, now: int) -> Answer:
    if isinstance(call.what, c.NextStage):
        call = replace(call, what=c.NextStage(len(state.visits)))
    return decide(state, call, now)


def next_advances_twice(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    if not isinstance(call.what, c.NextStage) or isinstance(answer, Refused):
        return answer
    for event in answer:
        state = evolve(state, event)
    if state.phase is not Phase.RUNNING or len(state.visits) % 5:
        return answer
    more = decide(state, replace(call, what=c.NextStage(len(state.visits))), now)
    return answer if isinstance(more, Refused) else (*answer, *more)


def next_leaves_the_clock_held(state: State, call: Call, now: int) -> Answer:
    return _each(
        decide(state, call, now), e.ClockWentOn, lambda went: went if call.what == c.GoOn() else None
    )


def back_gives_a_whole_new_allowance(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    if not isinstance(call.what, c.Back):
        return answer
    fresh = lambda began: replace(began, allowance=timing.allowance(state, state.steps[began.step], now))  # noqa: E731  # one line says it
    return _each(answer, e.StageBegan, fresh)


def the_last_turn_is_shaved(state: State, call: Call, now: int) -> Answer:
    """A minute goes from the last turn when the session is late."""

    def shaved(began: e.StageBegan) -> e.StageBegan:
        is_last = state.plan.turns > 1 and state.steps[began.step].turn == state.plan.turns - 1
        late = is_last and timing.behind(state, now) > MINUTE
        return replace(began, allowance=began.allowance - MINUTE) if late else began

    return _each(decide(state, call, now), e.StageBegan, shaved)


def early_minutes_are_lost(state: State, call: Call, now: int) -> Answer:
    """The elastic stage takes no more than its default from the stages before it."""

    def capped(began: e.StageBegan) -> e.StageBegan:
        stage = state.steps[began.step].stage
        most = stage.minutes * MINUTE if stage and stage.is_elastic else began.allowance
        return replace(began, allowance=min(began.allowance, most))

    return _each(decide(state, call, now), e.StageBegan, capped)


def a_late_start_is_forgotten(state: State, call: Call, now: int) -> Answer:
    def forgotten(started: e.SessionStarted) -> e.SessionStarted:
        return replace(started, planned_end=started.planned_end + max(0, now - state.setup.starts_at))

    return _each(decide(state, call, now), e.SessionStarted, forgotten)


def the_order_changes_after_a_turn_began(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    is_fixed = isinstance(answer, Refused) and answer.reason is Reason.ORDER_BEGUN
    if is_fixed and isinstance(call.what, c.OrderHolders) and set(call.what.order) == set(state.order):
        return (e.HoldersOrdered(now, call.by, call.what.order),)
    return answer


def the_facilitator_notes_for_anybody(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    what = call.what
    leads = (seat := state.seat(call.by)) is not None and seat.role is Role.FACILITATOR
    if isinstance(answer, Refused) and leads and isinstance(what, c.ChangeAction | c.RemoveAction):
        holders = [
            one for one, part in state.parts.items() if any(a.key == what.action for a in part.actions)
        ]
        if holders and answer.reason is Reason.NOT_YOURS:
            return (e.ActionRemoved(now, call.by, what.action, holders[0]),)
    return answer


def those_who_left_are_still_heard(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    is_out = isinstance(answer, Refused) and answer.reason is Reason.NOT_IN_SET
    if is_out and call.by in state.order and isinstance(call.what, c.NameIssue) and call.what.line.strip():
        return (e.IssueNamed(now, call.by, call.by, call.what.line.strip()),)
    return answer


def the_holder_asks_themselves(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    what = call.what
    if not isinstance(answer, Refused) or not isinstance(what, c.KeepQuestion):
        return answer
    if answer.reason is Reason.HOLDER_ASKS and what.text.strip() and not what.held:
        return (e.QuestionKept(now, call.by, call.id, what.text.strip(), ""),)
    return answer


def a_pause_loses_time(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    if isinstance(event, e.ClockWentOn):
        last = replace(after.visits[-1], held=state.visits[-1].held)
        return replace(after, visits=(*after.visits[:-1], last))
    return after


def an_end_while_held_loses_time(state: State, event: e.Event) -> State:
    """The holder is charged for the time in which the clock was held."""
    after = evolve(state, event)
    if isinstance(event, e.SessionEnded) and state.paused_at is not None:
        ended = replace(after.visits[-1], held=state.visits[-1].held)
        return replace(after, visits=(*after.visits[:-1], ended))
    return after


def minutes_go_to_the_first_stage(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    if isinstance(event, e.MinutesAdded):
        first = after.visits[0]
        grown = replace(first, allowance=first.allowance + event.minutes * MINUTE)
        return replace(after, visits=(grown, *after.visits[1:-1], state.visits[-1])[-len(after.visits) :])
    return after


def added_minutes_do_not_lengthen_the_turn(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, added=state.added) if isinstance(event, e.MinutesAdded) else after


def the_floor_goes_to_the_one_before(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    if isinstance(event, e.FloorGiven) and event.person in state.queue[1:]:
        return replace(after, floor=state.queue[state.queue.index(event.person) - 1])
    return after


def the_queue_serves_the_latest_first(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, queue=(event.by, *state.queue)) if isinstance(event, e.FloorAsked) else after


def the_floor_survives_a_new_stage(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, floor=state.floor) if isinstance(event, e.StageBegan) else after


def going_back_loses_the_queue(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, queue=()) if isinstance(event, e.StageBegan) else after


def a_removed_member_comes_back_with_the_queue(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, waited=state.waited) if isinstance(event, e.SeatLeft) else after


def a_removed_member_keeps_the_floor(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, floor=state.floor) if isinstance(event, e.SeatLeft) else after


def a_removed_member_keeps_a_turn(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, order=state.order) if isinstance(event, e.SeatLeft) else after


def a_turn_passed_over_takes_a_holder(state: State, event: e.Event) -> State:
    """Who is added to the order after a turn was passed over is dealt that turn, and never has one."""
    after = evolve(state, event)
    last = max(after.begun, default=-1)
    return replace(after, begun=tuple(range(last + 1))) if isinstance(event, e.StageBegan) else after


def an_approval_survives_a_change(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    for holder, part in after.parts.items():
        before = state.parts.get(holder)
        if before and before.is_approved and not part.is_approved:
            return replace(after, parts={**after.parts, holder: replace(part, approved=part.version)})
    return after


def a_mark_is_shown_to_all(state: State, person: str, now: int, present: Present) -> View:
    view = sight(state, person, now, present)
    if view and view["asked"]:
        moved = state.moved.get(state.holder, ())
        rows = [{**row, "is_moved": row["id"] in moved} for row in view["asked"]["questions"]]
        view["asked"] = {**view["asked"], "questions": rows}
    return view


def a_held_question_is_shown_to_the_facilitator(
    state: State, person: str, now: int, present: Present
) -> View:
    view = sight(state, person, now, present)
    if view and view["bar"]["leads"]:
        view["cue"] = {**view["cue"], "kept": [held.text for kept in state.held.values() for held in kept]}
    return view


def a_part_is_shown_to_the_facilitator(state: State, person: str, now: int, present: Present) -> View:
    view = sight(state, person, now, present)
    if view and view["bar"]["leads"] and state.phase is Phase.ENDED:
        view["parts"] = {**view["parts"], "issues": [part.issue for part in state.parts.values()]}
    return view


def a_stranger_sees_the_room(state: State, person: str, now: int, present: Present) -> View:
    return sight(state, person, now, present) or sight(state, state.seats[0].person, now, present)


DECIDING = (
    next_ignores_what_was_seen,
    next_advances_twice,
    next_leaves_the_clock_held,
    back_gives_a_whole_new_allowance,
    the_last_turn_is_shaved,
    early_minutes_are_lost,
    a_late_start_is_forgotten,
    the_order_changes_after_a_turn_began,
    the_facilitator_notes_for_anybody,
    those_who_left_are_still_heard,
    the_holder_asks_themselves,
)
EVOLVING = (
    a_pause_loses_time,
    an_end_while_held_loses_time,
    minutes_go_to_the_first_stage,
    added_minutes_do_not_lengthen_the_turn,
    the_floor_goes_to_the_one_before,
    the_queue_serves_the_latest_first,
    the_floor_survives_a_new_stage,
    going_back_loses_the_queue,
    a_removed_member_comes_back_with_the_queue,
    a_removed_member_keeps_the_floor,
    a_removed_member_keeps_a_turn,
    a_turn_passed_over_takes_a_holder,
    an_approval_survives_a_change,
)
SEEING = (
    a_mark_is_shown_to_all,
    a_held_question_is_shown_to_the_facilitator,
    a_part_is_shown_to_the_facilitator,
    a_stranger_sees_the_room,
)
MUTANTS = (
    *(Engine(wrong.__name__, decide=wrong) for wrong in DECIDING),
    *(Engine(wrong.__name__, evolve=wrong) for wrong in EVOLVING),
    *(Engine(wrong.__name__, sight=wrong) for wrong in SEEING),
    *mutants_clock.MUTANTS,
    *mutants_formats.MUTANTS,
    *mutants_giving.MUTANTS,
    *mutants_leading.MUTANTS,
    *mutants_life.MUTANTS,
    *mutants_showing.MUTANTS,
)
