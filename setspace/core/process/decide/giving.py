"""Giving time when the session runs late, and undoing it."""

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process import giving, undoing
from setspace.core.process.decide.rules import Answer, is_member, led, running
from setspace.core.process.gifts import Gift, GiftKind, Passed, Proposal
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.state import State


def give_time(state: State, call: c.Call, what: c.GiveTime, now: int) -> Answer:
    if refused := led(state, call) or running(state):
        return refused
    if what.way not in set(GiftKind):
        return Refused(Reason.NO_SUCH)
    way = GiftKind(what.way)
    if way is not GiftKind.LONGER_TURNS and not 1 <= what.minutes <= giving.minutes_behind(state, now) + 1:
        return Refused(Reason.NOT_BEHIND)
    offer = giving.offer(state, way, what.minutes, now)
    if offer is None:
        return Refused(Reason.WAY_GONE)
    if offer.needs_consent and _who_agrees(state):
        return (e.ConsentAsked(now, call.by, way, what.minutes, offer.gift.white_space),)
    return (_given(offer.gift, call.by, now),)


def agree(state: State, call: c.Call, what: c.Agree, now: int) -> Answer:
    if not is_member(state, call.by):
        return Refused(Reason.MEMBER_ONLY)
    if refused := running(state):
        return refused
    proposal = state.proposal
    if proposal is None or what.seen != state.time_changes:
        return Refused(Reason.NO_SUCH)
    if not what.yes:
        return (e.ProposalDropped(now, call.by),)
    return _agreed(state, proposal, call.by, now)


def decide_later(state: State, call: c.Call, what: c.DecideLater, now: int) -> Answer:
    if refused := led(state, call) or running(state):
        return refused
    return Refused(Reason.ALREADY_SO) if state.is_put_off else (e.DecisionPutOff(now, call.by),)


def undo(state: State, call: c.Call, what: c.Undo, now: int) -> Answer:
    if refused := led(state, call) or running(state):
        return refused
    if what.seen != state.time_changes:
        return Refused(Reason.NO_SUCH)
    if state.proposal:
        return (e.ProposalDropped(now, call.by),)
    act = undoing.undoable(state)
    if act is None:
        return Refused(Reason.UNDO_TOO_LATE if state.acts else Reason.NOTHING_TO_UNDO)
    if isinstance(act, Passed):
        return (e.TurnReturned(now, call.by, act.person, act.before),)
    return (e.TimeTakenBack(now, call.by),)


def _agreed(state: State, proposal: Proposal, by: str, now: int) -> Answer:
    """One more yes; with the last of them the time is given, if that is still possible."""
    if by in proposal.agreed:
        return Refused(Reason.ALREADY_SO)
    if set(_who_agrees(state)) - {*proposal.agreed, by}:
        return (e.Agreed(now, by),)
    offer = giving.offer(state, proposal.kind, proposal.minutes, now)
    if offer is None or offer.gift.white_space > proposal.white_space:
        return (e.Agreed(now, by), e.ProposalDropped(now, by))
    return (e.Agreed(now, by), _given(offer.gift, by, now))


def _given(gift: Gift, by: str, now: int) -> e.TimeGiven:
    return e.TimeGiven(now, by, gift.kind, gift.gives, gift.white_space, gift.moved)


def _who_agrees(state: State) -> tuple[str, ...]:
    """The members who are in the room: all of them must say yes."""
    return tuple(seat.person for seat in state.members if seat.person in state.arrived)
