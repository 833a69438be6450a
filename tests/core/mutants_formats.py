"""Wrong engines that break what a round says of itself."""

from dataclasses import replace

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process import timing
from setspace.core.process.commands import Call
from setspace.core.process.decide import decide
from setspace.core.process.decide.rules import Answer
from setspace.core.process.evolve import evolve
from setspace.core.process.formats import Floor
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.sight import View, sight
from setspace.core.process.state import State
from tests.core.engine import Engine

Present = frozenset[str]


def anybody_asks_for_resources(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    is_refused = isinstance(answer, Refused) and answer.reason is Reason.HOLDER_ONLY
    if isinstance(call.what, c.AskForResources) and is_refused:
        return decide(state, replace(call, by=state.holder), now)
    return answer


def the_room_moves_on_too_early(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    moment = timing.moves_on_at(state)
    is_refused = isinstance(answer, Refused) and answer.reason is Reason.NOT_OVER_YET
    if isinstance(call.what, c.MoveOn) and is_refused and moment is not None:
        return decide(state, call, moment)
    return answer


def the_questions_keep_the_minutes_that_were_asked_for(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    return replace(after, visits=state.visits) if isinstance(event, e.ResourcesAsked) else after


def a_request_that_was_taken_back_still_stands(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    if isinstance(event, e.ResourcesAsked) and not event.wanted:
        return replace(after, requested=state.requested)
    return after


def the_questions_are_asked_for_in_the_quiet(state: State, person: str, now: int, present: Present) -> View:
    view = sight(state, person, now, present)
    step = state.step
    if view and step is not None and step.floor is Floor.NOBODY and state.holder and not view["observing"]:
        part = state.parts.get(state.holder)
        rows = [
            {"id": one.id, "person": one.by, "text": one.text, "is_moved": False}
            for one in reversed(part.asked if part else ())
        ]
        view["asked"] = {"questions": rows, "may_mark": False}
    return view


DECIDING = (anybody_asks_for_resources, the_room_moves_on_too_early)
EVOLVING = (the_questions_keep_the_minutes_that_were_asked_for, a_request_that_was_taken_back_still_stands)
SEEING = (the_questions_are_asked_for_in_the_quiet,)
MUTANTS = (
    *(Engine(wrong.__name__, decide=wrong) for wrong in DECIDING),
    *(Engine(wrong.__name__, evolve=wrong) for wrong in EVOLVING),
    *(Engine(wrong.__name__, sight=wrong) for wrong in SEEING),
)
