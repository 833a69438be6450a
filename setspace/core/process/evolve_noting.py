"""How the events of what is asked and noted change what a room knows."""

from dataclasses import replace
from typing import Any

from setspace.core.process import events as e
from setspace.core.process.mapping import with_, without
from setspace.core.process.noted import Asked, EchoLine, Held, NotedAction, Part, Wording
from setspace.core.process.state import State


def issue_named(state: State, event: e.IssueNamed) -> State:
    return _changed(state, event.holder, issue=event.line)


def question_worded(state: State, event: e.QuestionWorded) -> State:
    wording = Wording(event.text, event.at, event.by)
    wordings = (*state.parts.get(event.holder, Part()).wordings, wording)
    return _changed(state, event.holder, wordings=wordings, pinned=None)


def question_pinned(state: State, event: e.QuestionPinned) -> State:
    return _changed(state, event.holder, pinned=event.wording)


def question_kept(state: State, event: e.QuestionKept) -> State:
    mine = tuple(held for held in state.held.get(event.by, ()) if held.id != event.held)
    return replace(state, held=with_(state.held, event.by, (*mine, Held(event.id, event.text))))


def question_dropped(state: State, event: e.QuestionDropped) -> State:
    mine = tuple(held for held in state.held.get(event.by, ()) if held.id != event.held)
    return replace(state, held=with_(state.held, event.by, mine))


def question_asked(state: State, event: e.QuestionAsked) -> State:
    part = state.parts.get(event.holder, Part())
    coached_as = state.step.coached_as if state.step else ""
    asked = (*part.asked, Asked(event.id, event.by, event.text, coached_as))
    kept = tuple(held for held in state.held.get(event.by, ()) if held.id != event.held)
    parts = with_(state.parts, event.holder, replace(part, asked=asked))
    return replace(state, parts=parts, held=with_(state.held, event.by, kept))


def question_marked(state: State, event: e.QuestionMarked) -> State:
    others = without(state.moved.get(event.by, ()), event.question)
    mine = (*others, event.question) if event.moved else others
    return replace(state, moved=with_(state.moved, event.by, mine))


def action_noted(state: State, event: e.ActionNoted) -> State:
    actions = (*state.parts.get(event.holder, Part()).actions, _noted(event))
    return _changed(state, event.holder, actions=actions)


def action_changed(state: State, event: e.ActionChanged) -> State:
    actions = state.parts.get(event.holder, Part()).actions
    anew = tuple(_noted(event) if action.key == event.key else action for action in actions)
    return _changed(state, event.holder, actions=anew)


def action_removed(state: State, event: e.ActionRemoved) -> State:
    actions = state.parts.get(event.holder, Part()).actions
    left = tuple(action for action in actions if action.key != event.key)
    return _changed(state, event.holder, actions=left)


def echoed(state: State, event: e.Echoed) -> State:
    part = state.parts.get(event.holder, Part())
    step = state.visits[-1].step
    others = tuple(echo for echo in part.echoes if (echo.by, echo.step) != (event.by, step))
    part = replace(part, echoes=(*others, EchoLine(event.by, event.words, step)))
    return replace(state, parts=with_(state.parts, event.holder, part))


def part_approved(state: State, event: e.PartApproved) -> State:
    part = replace(state.parts.get(event.by, Part()), approved=event.version)
    return replace(state, parts=with_(state.parts, event.by, part))


def _changed(state: State, holder: str, **changes: Any) -> State:
    """The state with a holder's part changed, and so to be approved anew."""
    part = state.parts.get(holder, Part())
    part = replace(part, version=part.version + 1, **changes)
    return replace(state, parts=with_(state.parts, holder, part))


def _noted(event: e.ActionNoted | e.ActionChanged) -> NotedAction:
    return NotedAction(event.key, event.what, event.by_when, event.first_step, event.confidence)
