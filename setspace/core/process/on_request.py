"""Stages that take place if the issue holder asks for them, and whose minutes that costs.

Until then the elastic stage has their minutes; it gives them at once if it is on when they are asked for.
"""

from setspace.core.process import timing
from setspace.core.process.state import MINUTE, State
from setspace.core.process.steps import Step


def ahead(state: State) -> Step | None:
    """The stage on request that lies ahead in the turn that is on; None where there is none."""
    here = state.step
    if here is None or here.turn is None:
        return None
    return next((step for step in _later(state, here) if step.is_on_request), None)


def lengthens(state: State) -> bool:
    """Whether the turn that is on may be longer with its stage on request: the questions are over."""
    here = state.step
    if here is None or ahead(state) is None:
        return False
    return not any(step.stage and step.stage.is_elastic for step in (here, *_later(state, here)))


def given(before: State, after: State, now: int) -> int:
    """What the elastic stage, if it is on, gives when ``before`` becomes ``after``; below 0 what it gets.

    ``after`` is the same room with other stages requested. Never more than the stage has left.
    """
    visit, here = before.visit, before.step
    if visit is None or here is None or here.stage is None or not here.stage.is_elastic:
        return 0
    most = max(here.stage.most * MINUTE, visit.allowance)
    had = timing.used(before, visit, now)
    fair = min(most, had + max(0, _free(after, here, now)))
    is_more_wanted = len(after.requested) > len(before.requested)
    gave = visit.allowance - fair
    return max(0, min(gave, visit.allowance - had)) if is_more_wanted else min(0, gave)


def minutes(state: State, step: Step) -> int:
    """The minutes of a step as they are planned now: the elastic stage has those that nobody asked for."""
    if step.stage is None or not step.stage.is_elastic:
        return step.minutes
    spare = [other for other in _later(state, step) if not timing.takes_place(state, other)]
    return step.minutes + sum(other.minutes for other in spare)


def _free(state: State, here: Step, now: int) -> int:
    """What is left of a turn beyond the stages that come after this one."""
    later = [step for step in _later(state, here) if timing.takes_place(state, step)]
    turn = 0 if here.turn is None else here.turn
    return timing.turn_left(state, turn, now) - sum(step.minutes for step in later) * MINUTE


def _later(state: State, here: Step) -> list[Step]:
    return [step for step in state.steps if step.turn == here.turn and step.index > here.index]
