"""Wrong engines about the clock: who sees it, who is back from a break, and when the white space is over."""

from dataclasses import replace

from setspace.core.process import events as e
from setspace.core.process import timing
from setspace.core.process.evolve import evolve
from setspace.core.process.sight import View, sight
from setspace.core.process.state import MINUTE, Phase, State
from tests.core.engine import Engine

Present = frozenset[str]


def who_came_back_is_back_for_good(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    if not isinstance(event, e.StageBegan):
        return after
    return replace(after, back=state.back)


def the_holder_sees_the_hidden_clock(state: State, person: str, now: int, present: Present) -> View:
    view = sight(state, person, now, present)
    if view and view["clock"].get("is_hidden"):
        ends_at = None if state.paused_at is not None else now + timing.left(state, now)
        view["clock"] = {**view["clock"], "ends_at": ends_at, "held_left": None}
    return view


def white_space_follows_whatever_the_hour(state: State, person: str, now: int, present: Present) -> View:
    view = sight(state, person, now, present)
    if view and state.phase is Phase.ENDED and state.ended_at is not None and state.plan.white_space:
        until = state.ended_at + state.plan.white_space * MINUTE
        view["white_space"] = {"until": until, "zone": state.setup.zone, "leads": False}
    return view


MUTANTS = (
    Engine("who_came_back_is_back_for_good", evolve=who_came_back_is_back_for_good),
    Engine("the_holder_sees_the_hidden_clock", sight=the_holder_sees_the_hidden_clock),
    Engine("white_space_follows_whatever_the_hour", sight=white_space_follows_whatever_the_hour),
)
