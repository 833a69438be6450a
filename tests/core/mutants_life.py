"""Wrong engines about what happens to people."""

from dataclasses import replace

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process.commands import Call
from setspace.core.process.decide import decide
from setspace.core.process.decide.rules import Answer
from setspace.core.process.evolve import evolve
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.sight import View, sight
from setspace.core.process.state import State
from tests.core.engine import Engine

Present = frozenset[str]


def the_room_lets_go_of_any_clock(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    is_held = state.paused_at is not None and isinstance(answer, Refused)
    if is_held and call.by == c.THE_ROOM and call.what == c.GoOn():
        return (e.ClockWentOn(now, call.by),)
    return answer


def anybody_passes_for_anybody(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    is_barred = isinstance(answer, Refused) and answer.reason is Reason.FACILITATOR_ONLY
    what = call.what
    if is_barred and isinstance(what, c.PassTurn) and what.person in state.order[state.n_settled :]:
        return (e.TurnPassed(now, call.by, what.person, "passed"),)
    return answer


def a_moment_is_told_twice(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    is_again = isinstance(answer, Refused) and answer.reason is Reason.ALREADY_SO
    return (e.MomentNeeded(now, call.by),) if is_again and call.what == c.NeedMoment() else answer


def a_break_uses_up_time(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, paused_at=None) if isinstance(event, e.BreakCalled) else after


def whoever_passes_keeps_their_place(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, order=state.order) if isinstance(event, e.TurnPassed) else after


def whoever_is_chosen_has_still_passed(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, passed=state.passed) if isinstance(event, e.HoldersOrdered) else after


def nobody_holds_in_the_place_of_who_is_away(state: State, call: Call, now: int) -> Answer:
    alone = tuple(replace(away, instead="") for away in state.setup.away)
    return decide(replace(state, setup=replace(state.setup, away=alone)), call, now)


def who_is_away_is_waited_for(state: State, person: str, now: int, present: Present) -> View:
    return sight(replace(state, arrived=(*state.arrived, *state.passed)), person, now, present)


def a_called_break_costs_nothing(state: State, person: str, now: int, present: Present) -> View:
    """The end is told as if the clock went on at once."""
    return {
        **sight(state, person, now, present),
        **{
            name: region
            for name, region in sight(replace(state, break_until=None), person, now, present).items()
            if name in ("agenda", "late", "giving")
        },
    }


def a_break_is_never_over(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, break_until=state.break_until) if isinstance(event, e.ClockWentOn) else after


def a_quiet_word_is_heard_by_all(state: State, person: str, now: int, present: Present) -> View:
    view = sight(state, person, now, present)
    if view and not view["bar"]["leads"] and state.quiet_words and not view["quiet_words"]:
        rows = [{"id": word.id, "from": "Ade", "text": word.text} for word in state.quiet_words]
        view["quiet_words"] = {"words": rows}
    return view


def a_moment_is_seen_by_all(state: State, person: str, now: int, present: Present) -> View:
    view = sight(state, person, now, present)
    if view and view["moment"] and state.moments and not view["moment"]["leads"]:
        view["moment"] = {**view["moment"], "asked": "asked"}
    return view


DECIDING = (
    the_room_lets_go_of_any_clock,
    anybody_passes_for_anybody,
    a_moment_is_told_twice,
    nobody_holds_in_the_place_of_who_is_away,
)
EVOLVING = (
    a_break_uses_up_time,
    whoever_passes_keeps_their_place,
    whoever_is_chosen_has_still_passed,
    a_break_is_never_over,
)
SEEING = (
    a_quiet_word_is_heard_by_all,
    a_moment_is_seen_by_all,
    a_called_break_costs_nothing,
    who_is_away_is_waited_for,
)
MUTANTS = (
    *(Engine(wrong.__name__, decide=wrong) for wrong in DECIDING),
    *(Engine(wrong.__name__, evolve=wrong) for wrong in EVOLVING),
    *(Engine(wrong.__name__, sight=wrong) for wrong in SEEING),
)
