"""What is noted: check-ins, bids, reports, the issue and its question, actions, the score."""

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process import leading
from setspace.core.process.decide.rules import (
    LINE,
    MOST_ACTIONS,
    MOST_WORDINGS,
    TEXT,
    Answer,
    first_name,
    fits,
    in_scale,
    in_stage,
    is_facilitator,
    is_member,
    running,
    seated,
    written,
)
from setspace.core.process.formats import Artefact
from setspace.core.process.noted import Part
from setspace.core.process.refusals import Reason, Refused
from setspace.core.process.state import STATUSES, Phase, State


def bid(state: State, call: c.Call, what: c.Bid, now: int) -> Answer:
    if refused := in_stage(state, Artefact.BIDS) or _is_for_members(state, call):
        return refused
    if refused := written(what.line, LINE) or in_scale(what.alive, 1, 5):
        return refused
    return (e.BidMade(now, call.by, what.line.strip(), what.alive),)


def check_in(state: State, call: c.Call, what: c.CheckIn, now: int) -> Answer:
    if refused := in_stage(state, Artefact.CHECK_IN) or seated(state, call) or fits(what.words, LINE):
        return refused
    return (e.CheckedIn(now, call.by, what.words.strip()),)


def report_action(state: State, call: c.Call, what: c.ReportAction, now: int) -> Answer:
    carried = next((action for action in state.setup.carried if action.key == what.action), None)
    if carried is None:
        return Refused(Reason.NO_SUCH)
    if carried.person != call.by:
        return Refused(Reason.NOT_YOURS)
    if refused := running(state):
        return refused
    if what.status not in STATUSES:
        return Refused(Reason.NO_STATUS)
    if refused := fits(what.did, TEXT) or fits(what.learned, TEXT):
        return refused
    said = (what.did.strip(), what.learned.strip())
    return (e.ActionReported(now, call.by, what.action, what.status, *said),)


def name_issue(state: State, call: c.Call, what: c.NameIssue, now: int) -> Answer:
    if refused := _is_own_part(state, call.by) or written(what.line, LINE):
        return refused
    return (e.IssueNamed(now, call.by, call.by, what.line.strip()),)


def word_question(state: State, call: c.Call, what: c.WordQuestion, now: int) -> Answer:
    holder = _worded_for(state, call.by)
    if refused := _may_note_for(state, call.by, holder) or written(what.text, LINE):
        return refused
    if len(state.parts.get(holder, Part()).wordings) >= MOST_WORDINGS:
        return Refused(Reason.TOO_MUCH, {"most": str(MOST_WORDINGS)})
    return (e.QuestionWorded(now, call.by, holder, what.text.strip()),)


def pin_question(state: State, call: c.Call, what: c.PinQuestion, now: int) -> Answer:
    if refused := _is_own_part(state, call.by):
        return refused
    part = state.parts.get(call.by, Part())
    if not 0 <= what.wording < len(part.wordings) or part.pinned == what.wording:
        return Refused(Reason.NO_SUCH)
    return (e.QuestionPinned(now, call.by, call.by, what.wording),)


def note_action(state: State, call: c.Call, what: c.NoteAction, now: int) -> Answer:
    holder = what.holder or call.by
    if refused := _may_note_for(state, call.by, holder) or _unfit_action(what):
        return refused
    if len(state.parts.get(holder, Part()).actions) >= MOST_ACTIONS:
        return Refused(Reason.TOO_MUCH, {"most": str(MOST_ACTIONS)})
    return (e.ActionNoted(now, call.by, call.id, holder, *_worded(what)),)


def change_action(state: State, call: c.Call, what: c.ChangeAction, now: int) -> Answer:
    holder = _owner(state, what.action)
    if not holder:
        return Refused(Reason.NO_SUCH)
    if refused := _may_note_for(state, call.by, holder) or _unfit_action(what):
        return refused
    return (e.ActionChanged(now, call.by, what.action, holder, *_worded(what)),)


def remove_action(state: State, call: c.Call, what: c.RemoveAction, now: int) -> Answer:
    holder = _owner(state, what.action)
    if not holder:
        return Refused(Reason.NO_SUCH)
    if refused := _may_note_for(state, call.by, holder):
        return refused
    return (e.ActionRemoved(now, call.by, what.action, holder),)


def score(state: State, call: c.Call, what: c.Score, now: int) -> Answer:
    if refused := in_stage(state, Artefact.SCORE) or _is_for_members(state, call):
        return refused
    if refused := in_scale(what.value, 1, 10):
        return refused
    return (e.Scored(now, call.by, what.value),)


def has_held(state: State, person: str) -> bool:
    """Whether somebody's turn as issue holder has begun today."""
    return person in state.order[: state.turns_begun]


def _is_for_members(state: State, call: c.Call) -> Refused | None:
    return None if is_member(state, call.by) else Refused(Reason.MEMBER_ONLY)


def _is_own_part(state: State, person: str) -> Refused | None:
    """Refused unless this person's turn has begun; what is theirs they may word until the room closes."""
    if has_held(state, person):
        return None
    if state.holder:
        return Refused(Reason.HOLDER_ONLY, {"holder": first_name(state, state.holder)})
    return Refused(Reason.NOT_STARTED if state.phase is Phase.WAITING else Reason.NO_ISSUE_HELD)


def _worded_for(state: State, person: str) -> str:
    """Whose question somebody words: who leads that of the holder of this moment, all others their own."""
    if is_facilitator(state, person) or (state.holder and leading.leads(state, person)):
        return state.holder
    return person


def _may_note_for(state: State, person: str, holder: str) -> Refused | None:
    """Refused unless somebody notes for themselves, or who leads for the holder of this moment."""
    if person == holder:
        return _is_own_part(state, person)
    if holder and holder == state.holder and leading.leads(state, person):
        return None
    if not holder:
        return running(state) or Refused(Reason.NO_HOLDER)
    return Refused(Reason.NOT_YOURS)


def _unfit_action(what: c.NoteAction | c.ChangeAction) -> Refused | None:
    return (
        written(what.what, LINE)
        or fits(what.by_when, LINE)
        or fits(what.first_step, LINE)
        or in_scale(what.confidence, 0, 10)
    )


def _worded(what: c.NoteAction | c.ChangeAction) -> tuple[str, str, str, int]:
    return (
        what.what.strip(),
        what.by_when.strip(),
        what.first_step.strip(),
        what.confidence,
    )


def _owner(state: State, action: str) -> str:
    """Whose part an action stands in; empty where it is in none."""
    for holder, part in state.parts.items():
        if any(noted.key == action for noted in part.actions):
            return holder
    return ""
