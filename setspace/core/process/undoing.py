"""What can be undone, and what of it everybody is still told.

Only what was done last is ever undone, and only while nothing that came after rests on it: what is older is
never reached behind it.
"""

from setspace.core.process import timing
from setspace.core.process.gifts import Act, Added, Gift, Given, Passed
from setspace.core.process.state import Phase, State


def undoable(state: State) -> Act | None:
    """What was done last to the time and the turns, if it can still be undone exactly."""
    if len(state.acts) <= state.n_acts_past or state.phase is not Phase.RUNNING:
        return None
    act = state.acts[-1]
    if isinstance(act, Added):
        return act if act.visit == len(state.visits) else None
    if isinstance(act, Passed):
        return act if _is_as_it_left_it(state, act) else None
    return act if _is_unpaid(state, act) and _may_be_moved_back(state, act.gift.moved) else None


def told(state: State, now: int) -> Gift | None:
    """The gift that everybody is told of: what was done last, until its parts are over or turns change."""
    act = state.acts[-1] if state.acts else None
    if not isinstance(act, Given) or act.holders != len(state.order):
        return None
    gift = act.gift
    open_ = {slot.block.key for slot in timing.slots(state, now) if slot.when != "past"}
    is_open = any(give.block in open_ for give in gift.gives)
    return gift if is_open or gift.white_space or gift.moved else None


def _is_as_it_left_it(state: State, act: Passed) -> bool:
    """Whether the order is what passing the turn made of it, and there is time for that turn again."""
    is_same = state.order == act.after and state.n_settled == act.settled
    return is_same and len(act.before) <= state.n_turns


def _is_unpaid(state: State, act: Given) -> bool:
    """Whether no part has run with what was given from it and ended, and no turn has begun with it.

    A turn that has begun keeps the length that it began with, and so do all that gave the same.
    """
    ended = {visit.step for visit in state.visits[act.visit - 1 :] if visit.ended is not None}
    paid = {step.block.key for step in state.steps if step.index in ended or step.turn in state.begun}
    return not any(give.block in paid for give in act.gift.gives)


def _may_be_moved_back(state: State, person: str) -> bool:
    """Whether whoever was to go first next time, if anybody, can have a turn today again."""
    is_here = state.seat(person) is not None and person not in state.order
    return not person or (is_here and len(state.order) < state.n_turns)
