"""How showing something, and the end of it, change what a room knows."""

from dataclasses import replace

from setspace.core.process import events as e
from setspace.core.process.showing import Shown
from setspace.core.process.state import Role, State


def shown_to_set(state: State, event: e.ShownToSet) -> State:
    return replace(state, shown=Shown(event.which, event.by, event.at))


def taken_back(state: State, event: e.TakenBack) -> State:
    return replace(state, shown=None)


def while_its_turn_lasts(state: State) -> State:
    """What is shown ends by itself: with the turn of whoever shows it, and when they leave the set."""
    shown, step = state.shown, state.step
    if shown is None:
        return state
    seat = state.seat(shown.by)
    is_here = seat is not None and seat.role is not Role.OBSERVER
    is_their_turn = step is not None and not step.is_choosing and state.holder == shown.by
    return state if is_here and is_their_turn else replace(state, shown=None)
