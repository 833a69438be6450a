"""What the fields of formats and session plans, and their values, are called where people read them."""

from collections.abc import Mapping
from enum import StrEnum

from setspace.core.process.formats import (
    Advice,
    Artefact,
    BlockKind,
    Ends,
    Floor,
    HolderState,
    TurnRule,
)

FIELDS: Mapping[str, str] = {
    "key": "key",
    "title": "title",
    "source": "source",
    "minutes": "minutes",
    "least_people": "least people",
    "most_people": "most people",
    "stages": "stages",
    "blocks": "parts",
    "least": "least minutes",
    "most": "most minutes",
    "kind": "kind of part",
    "gives": "order of giving time",
    "format": "round of the turn",
    "floor": "who has the floor",
    "rule": "how they take turns",
    "advice": "advice",
    "holder": "issue holder",
    "writes": "what is written down",
    "prompts": "prompts",
    "members": "members",
    "facilitator": "facilitator",
    "is_elastic": "takes up what is left",
    "ends": "when its time is over",
    "is_on_request": "on request only",
    "is_coached": "question coach",
    "white_space": "white space",
    "variants": "variants",
    "rounds": "rounds",
    "round": "round",
    "plan": "session plan",
    "people": "people",
}

VALUES: Mapping[type[StrEnum], Mapping[str, str]] = {
    Floor: {
        Floor.HOLDER: "The issue holder",
        Floor.MEMBERS: "Members ask, the issue holder answers",
        Floor.FACILITATOR: "The facilitator",
        Floor.ALL: "Everybody",
        Floor.NOBODY: "Nobody: it is quiet",
    },
    TurnRule: {
        TurnRule.FREE: "As it comes",
        TurnRule.ROUND: "In turn, each once",
        TurnRule.QUEUE: "One at a time, in a queue",
        TurnRule.ONE_EACH: "One question each",
    },
    Advice: {
        Advice.NEVER: "None",
        Advice.ON_REQUEST: "When the issue holder asks for it",
        Advice.ALLOWED: "Allowed",
    },
    HolderState: {
        HolderState.PRESENT: "Present",
        HolderState.TURNED_AWAY: "Turned away, listening",
        HolderState.WRITING: "Writing",
    },
    Ends: {
        Ends.SOFT: "Wait until somebody moves on",
        Ends.HARD: "Move on by itself",
    },
    Artefact: {
        Artefact.BIDS: "Bids for time",
        Artefact.ISSUE: "The issue",
        Artefact.KEY_QUESTION: "The key question",
        Artefact.QUESTIONS: "Questions",
        Artefact.ECHO: "Echoes",
        Artefact.ACTIONS: "Actions",
        Artefact.CHECK_IN: "Check-ins",
        Artefact.REPORTS: "How actions went",
        Artefact.SCORE: "A score",
    },
    BlockKind: {
        BlockKind.CHECK_IN: "Check-in",
        BlockKind.UPDATE: "Action updates",
        BlockKind.BIDDING: "Bids for time",
        BlockKind.ORDER: "Order of issue holders",
        BlockKind.TALK: "Talk together",
        BlockKind.AGREEMENT: "Agreement",
        BlockKind.TURN: "Turn of an issue holder",
        BlockKind.BREAK: "Break",
        BlockKind.REVIEW: "Review of process",
        BlockKind.FEEDBACK: "Feedback",
        BlockKind.CLOSE: "Close",
    },
}


def label(value: StrEnum) -> str:
    """Everybody, for Floor.ALL."""
    return VALUES.get(type(value), {}).get(value, value.value.replace("_", " ").capitalize())


def field_label(name: str) -> str:
    """Least minutes, for `least`: as within a sentence, so in small letters."""
    return FIELDS.get(name, name.replace("_", " "))
