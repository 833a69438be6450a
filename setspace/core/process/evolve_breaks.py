"""How coming back from a break changes what a room knows."""

from dataclasses import replace

from setspace.core.process import events as e
from setspace.core.process.state import State


def came_back(state: State, event: e.CameBack) -> State:
    return replace(state, back=(*state.back, event.by))
