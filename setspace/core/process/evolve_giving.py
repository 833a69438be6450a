"""How giving time, and undoing it, change what a room knows."""

from dataclasses import replace

from setspace.core.process import events as e
from setspace.core.process.gifts import Added, Gift, Proposal
from setspace.core.process.mapping import with_, without
from setspace.core.process.state import State


def time_given(state: State, event: e.TimeGiven) -> State:
    gift = event.gift
    return replace(
        _here_shorter(state, gift, 1),
        acts=(*state.acts, gift),
        order=without(state.order, gift.moved),
        proposal=None,
        is_put_off=False,
        time_changes=state.time_changes + 1,
    )


def time_taken_back(state: State, event: e.TimeTakenBack) -> State:
    act = state.acts[-1]
    left = replace(state, acts=state.acts[:-1], time_changes=state.time_changes + 1)
    if isinstance(act, Added):
        return _less_added(left, act)
    order = (*state.order, act.moved) if act.moved else state.order
    return replace(_here_shorter(left, act, -1), order=order)


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
        added=with_(state.added, act.step, state.added[act.step] - act.length),
    )
