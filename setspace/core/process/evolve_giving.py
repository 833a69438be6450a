"""How giving time, and undoing it, change what a room knows."""

from dataclasses import replace
from itertools import compress
from typing import Any

from setspace.core.process import events as e
from setspace.core.process.gifts import Added, Gift, Given, Passed, Proposal
from setspace.core.process.mapping import with_, without
from setspace.core.process.state import State


def time_given(state: State, event: e.TimeGiven) -> State:
    gift = event.gift
    order = without(state.order, gift.moved)
    return replace(
        _here_shorter(state, gift, 1),
        acts=(*state.acts, Given(gift, len(state.visits), len(order))),
        order=order,
        proposal=None,
        is_put_off=False,
        time_changes=state.time_changes + 1,
    )


def time_taken_back(state: State, event: e.TimeTakenBack) -> State:
    act = _newest(state)
    others = tuple(other for other in state.acts if other is not act)
    left = replace(state, acts=others, time_changes=state.time_changes + 1)
    if isinstance(act, Added):
        return _less_added(left, act)
    gift = act.gift
    order = (*state.order, gift.moved) if gift.moved else state.order
    return replace(_here_shorter(left, gift, -1), order=order)


def consent_asked(state: State, event: e.ConsentAsked) -> State:
    proposal = Proposal(event.way, event.minutes, event.white_space)
    return replace(state, proposal=proposal, time_changes=state.time_changes + 1)


def agreed(state: State, event: e.Agreed) -> State:
    assert state.proposal is not None
    return replace(state, proposal=replace(state.proposal, agreed=(*state.proposal.agreed, event.by)))


def proposal_dropped(state: State, event: e.ProposalDropped) -> State:
    return replace(state, proposal=None, time_changes=state.time_changes + 1)


def decision_put_off(state: State, event: e.DecisionPutOff) -> State:
    return replace(state, is_put_off=True)


def passed_by_lead(state: State, person: str) -> dict[str, Any]:
    """What changes when who leads passes somebody's turn: it can be undone."""
    act = Passed(person, state.order, state.n_settled)
    return {"acts": (*state.acts, act), "time_changes": state.time_changes + 1}


def passed_no_more(state: State, *people: str) -> dict[str, Any]:
    """What changes when people have a turn again, or none to pass: there is nothing left of it to undo."""
    stays = [not (isinstance(act, Passed) and act.person in people) for act in state.acts]
    acts = tuple(compress(state.acts, stays))
    return {
        "acts": acts,
        "n_acts_past": sum(stays[: state.n_acts_past]),
        "time_changes": state.time_changes + (acts != state.acts),
    }


def ordered(state: State, order: tuple[str, ...]) -> dict[str, Any]:
    """What changes when the turns are put in order: nothing that was done before another order is undone."""
    left = passed_no_more(state, *order)
    return left if order == state.order else {**left, "n_acts_past": len(left["acts"])}


def _newest(state: State) -> Given | Added:
    """The gift that was chosen last, unless minutes were added in this visit after it."""
    here = len(state.visits)
    return next(
        act
        for act in reversed(state.acts)
        if isinstance(act, Given) or (isinstance(act, Added) and act.visit == here)
    )


def _here_shorter(state: State, gift: Gift, sign: int) -> State:
    """The part that is on gives at once what it has to give; a turn that is on never does."""
    step, visit = state.step, state.visit
    if step is None or visit is None or step.turn is not None:
        return state
    length = gift.from_block(step.block.key) * sign
    return replace(state, visits=(*state.visits[:-1], replace(visit, allowance=visit.allowance - length)))


def _less_added(state: State, act: Added) -> State:
    visit = state.visits[-1]
    return replace(
        state,
        visits=(*state.visits[:-1], replace(visit, allowance=visit.allowance - act.length)),
        added=with_(state.added, act.step, state.added.get(act.step, 0) - act.length),
    )
