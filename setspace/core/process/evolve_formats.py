"""How a room changes when a stage on request is asked for."""

from dataclasses import replace

from setspace.core.process import events as e
from setspace.core.process.state import State


def resources_asked(state: State, event: e.ResourcesAsked) -> State:
    others = tuple(step for step in state.requested if step != event.step)
    visit = state.visits[-1]
    shorter = replace(visit, allowance=visit.allowance - event.gave)
    return replace(
        state,
        requested=(*others, event.step) if event.wanted else others,
        visits=(*state.visits[:-1], shorter),
    )
