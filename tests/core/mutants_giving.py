"""Wrong engines that give time unfairly, each with one fault."""

from collections.abc import Callable
from dataclasses import replace

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process import timing
from setspace.core.process.commands import Call
from setspace.core.process.decide import decide
from setspace.core.process.decide.rules import Answer
from setspace.core.process.evolve import evolve
from setspace.core.process.gifts import Give, Given
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.sight import View, sight
from setspace.core.process.state import State
from tests.core.engine import Engine

Change = Callable[[tuple[Give, ...]], tuple[Give, ...]]


def only_the_last_turn_is_shaved(state: State, call: Call, now: int) -> Answer:
    """All that every turn should give is taken from the last."""
    return _each_gift(decide(state, call, now), _from_the_last)


def a_part_gives_a_minute_below_its_floor(state: State, call: Call, now: int) -> Answer:
    return _each_gift(decide(state, call, now), _a_minute_more)


def one_yes_is_enough(state: State, call: Call, now: int) -> Answer:
    """Whoever agrees first agrees for everybody."""
    if not isinstance(call.what, c.Agree) or not call.what.yes or state.proposal is None:
        return decide(state, call, now)
    here = tuple(seat.person for seat in state.members if seat.person != call.by)
    if call.by in state.proposal.agreed:
        return decide(state, call, now)
    return decide(replace(state, proposal=replace(state.proposal, agreed=here)), call, now)


def undo_forgets_the_part_that_is_on(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, visits=state.visits) if isinstance(event, e.TimeTakenBack) else after


def undo_reaches_behind_what_came_later(state: State, call: Call, now: int) -> Answer:
    """An older gift is undone where the newest change cannot be, or is something else."""
    answer = decide(state, call, now)
    is_undo = isinstance(call.what, c.Undo) and call.what.seen == state.time_changes
    is_theirs = not isinstance(answer, Refused) or answer.reason is Reason.UNDO_TOO_LATE
    is_behind = is_undo and is_theirs and bool(state.acts) and not isinstance(state.acts[-1], Given)
    return (e.TimeTakenBack(now, call.by),) if is_behind and state.gifts and not state.proposal else answer


def undo_reaches_behind_another_order(state: State, call: Call, now: int) -> Answer:
    """What was done before the turns were put in another order can still be undone."""
    return decide(replace(state, n_acts_past=0), call, now)


def a_gift_is_undone_after_a_part_has_paid(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    is_late = isinstance(answer, Refused) and answer.reason is Reason.UNDO_TOO_LATE
    return (e.TimeTakenBack(now, call.by),) if is_late and isinstance(state.acts[-1], Given) else answer


def undo_of_a_pass_puts_the_turn_last(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    if isinstance(answer, Refused) or not isinstance(call.what, c.Undo):
        return answer
    return tuple(
        replace(event, order=(*state.order, event.person))
        if isinstance(event, e.TurnReturned) and event.person in event.order
        else event
        for event in answer
    )


def who_goes_first_next_time_keeps_a_turn(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, order=state.order) if isinstance(event, e.TimeGiven) else after


def white_space_is_not_counted(state: State, event: e.Event) -> State:
    if isinstance(event, e.TimeGiven):
        event = replace(event, white_space=0)
    return evolve(state, event)


def what_was_given_is_told_for_good(state: State, person: str, now: int, present: frozenset[str]) -> View:
    view = sight(state, person, now, present)
    due = timing.due_end(state)
    if view and view["bar"]["phase"] == "running" and state.gifts and due is not None:
        view["given"] = {"words": "Taken.", "end": round(due / 60_000) * 60_000, "zone": "UTC"}
    return view


def the_shaved_are_not_told(state: State, person: str, now: int, present: frozenset[str]) -> View:
    view = sight(state, person, now, present)
    if view and view["ledger"]:
        rows = [{**row, "gave": 0} for row in view["ledger"]["rows"]]
        view["ledger"] = {**view["ledger"], "rows": rows}
    return view


def a_turn_that_never_came_is_still_to_come(
    state: State, person: str, now: int, present: frozenset[str]
) -> View:
    view = sight(state, person, now, present)
    if view and view["ledger"]:
        rows = [
            {**row, "standing": "ahead", "minutes": None} if row["standing"] == "not_reached" else row
            for row in view["ledger"]["rows"]
        ]
        view["ledger"] = {**view["ledger"], "rows": rows}
    return view


def _each_gift(answer: Answer, change: Change) -> Answer:
    if isinstance(answer, Refused):
        return answer
    return tuple(
        replace(event, gives=change(event.gives)) if isinstance(event, e.TimeGiven) else event
        for event in answer
    )


def _from_the_last(gives: tuple[Give, ...]) -> tuple[Give, ...]:
    shaved = [give for give in gives if give.block.startswith("turn") and give.length > 0]
    if len(shaved) < 2:
        return gives
    rest = tuple(give for give in gives if give not in shaved)
    return (*rest, Give(shaved[-1].block, sum(give.length for give in shaved)))


def _a_minute_more(gives: tuple[Give, ...]) -> tuple[Give, ...]:
    return tuple(replace(give, length=give.length + 60_000) for give in gives)


MUTANTS = (
    Engine("only_the_last_turn_is_shaved", decide=only_the_last_turn_is_shaved),
    Engine("a_part_gives_a_minute_below_its_floor", decide=a_part_gives_a_minute_below_its_floor),
    Engine("one_yes_is_enough", decide=one_yes_is_enough),
    Engine("undo_forgets_the_part_that_is_on", evolve=undo_forgets_the_part_that_is_on),
    Engine("undo_reaches_behind_what_came_later", decide=undo_reaches_behind_what_came_later),
    Engine("undo_reaches_behind_another_order", decide=undo_reaches_behind_another_order),
    Engine("a_gift_is_undone_after_a_part_has_paid", decide=a_gift_is_undone_after_a_part_has_paid),
    Engine("undo_of_a_pass_puts_the_turn_last", decide=undo_of_a_pass_puts_the_turn_last),
    Engine("what_was_given_is_told_for_good", sight=what_was_given_is_told_for_good),
    Engine("who_goes_first_next_time_keeps_a_turn", evolve=who_goes_first_next_time_keeps_a_turn),
    Engine("white_space_is_not_counted", evolve=white_space_is_not_counted),
    Engine("the_shaved_are_not_told", sight=the_shaved_are_not_told),
    Engine("a_turn_that_never_came_is_still_to_come", sight=a_turn_that_never_came_is_still_to_come),
)
