"""Wrong engines that show too much of what is an issue holder's own, or for too long."""

from dataclasses import replace

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process.commands import Call
from setspace.core.process.decide import decide
from setspace.core.process.decide.rules import Answer
from setspace.core.process.evolve import evolve
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.state import Phase, State
from tests.core.engine import Engine


def anybody_takes_back_what_is_shown(state: State, call: Call, now: int) -> Answer:
    answer = decide(state, call, now)
    is_refused = isinstance(answer, Refused) and answer.reason is Reason.HOLDER_ONLY
    if isinstance(call.what, c.TakeBack) and is_refused and state.shown is not None:
        return (e.TakenBack(now, call.by),)
    return answer


def what_is_shown_outlives_its_turn(state: State, event: e.Event) -> State:
    after = evolve(state, event)
    is_over = isinstance(event, e.StageBegan) and after.phase is Phase.RUNNING
    return replace(after, shown=state.shown) if is_over else after


MUTANTS = (
    Engine("anybody_takes_back_what_is_shown", decide=anybody_takes_back_what_is_shown),
    Engine("what_is_shown_outlives_its_turn", evolve=what_is_shown_outlives_its_turn),
)
