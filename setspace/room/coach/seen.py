"""What the coach adds to a view: where it reads for the onlooker, and one line for who leads."""

from collections.abc import Collection
from typing import Any

from setspace.core.process.noted import Asked, Part
from setspace.core.process.sight import View
from setspace.core.process.state import Phase, State
from setspace.core.questions.counting import carries_advice

RECENT = 12  # questions of a round
SEVERAL = 3
LEAST_PEOPLE = 3  # who asked: fewer, and the line would point at somebody


def seen(view: View, state: State, person: str, coached: Collection[str]) -> View:
    """A view of this person, where the coach reads for those who are ``coached``."""
    if not view:
        return view
    compose = view["compose"]
    if compose and person not in coached:
        compose = {**compose, "coach": ""}
    leads = view["bar"].get("leads", False)
    noticed: dict[str, Any] = {"has_suggestions": True} if leads and has_suggestions(state, coached) else {}
    return {**view, "compose": compose, "noticed": noticed}


def stage_of(state: State) -> str:
    """As in which stage the coach reads now; empty where it does not."""
    return state.step.coached_as if state.step else ""


def has_suggestions(state: State, coached: Collection[str]) -> bool:
    """Whether several recent questions of the round that is over carried suggestions.

    Only what was asked by those for whom the coach is on is looked at, and only if they are enough people.
    """
    recent = [one for one in _round_behind(state) if one.by in coached][-RECENT:]
    if len({one.by for one in recent}) < LEAST_PEOPLE:
        return False
    return sum(carries_advice(one.text, one.coached_as) for one in recent if one.coached_as) >= SEVERAL


def _round_behind(state: State) -> tuple[Asked, ...]:
    """What was asked in the newest turn that is over, until somebody asks in the next one."""
    if state.phase not in (Phase.RUNNING, Phase.ENDED) or not state.begun:
        return ()
    now = state.step.turn if state.step else None
    if now is not None and _asked(state, now):
        return ()
    over = [turn for turn in state.begun if turn != now]
    return _asked(state, over[-1]) if over else ()


def _asked(state: State, turn: int) -> tuple[Asked, ...]:
    return state.parts.get(state.holder_of(turn), Part()).asked
