"""How the events of who leads, and of who looks on, change what a room knows."""

from dataclasses import replace
from typing import Any

from setspace.core.process import events as e
from setspace.core.process.mapping import with_
from setspace.core.process.state import State


def stand_in_named(state: State, event: e.StandInNamed) -> State:
    return replace(state, stand_in=event.person)


def lead_passed(state: State, event: e.LeadPassed) -> State:
    return replace(state, lead=event.person)


def observer_answered(state: State, event: e.ObserverAnswered) -> State:
    answers = with_(state.consents.get(event.person, {}), event.by, event.yes)
    return replace(state, consents=with_(state.consents, event.person, answers))


def without_seat(state: State, person: str) -> dict[str, Any]:
    """What changes when a seat is left: its lead, its standing in, its answers, and those about it."""
    left = {
        observer: {by: yes for by, yes in answers.items() if by != person}
        for observer, answers in state.consents.items()
        if observer != person
    }
    return {
        "lead": "" if state.lead == person else state.lead,
        "stand_in": "" if state.stand_in == person else state.stand_in,
        "consents": left,
    }
