"""The light rounds of a session in which all six, or all five, hold an issue: 20 and 24 minutes."""

from setspace.core.process.formats import (
    Artefact,
    Floor,
    Format,
    HolderState,
    Prompts,
    Stage,
    TurnRule,
)

TELL = Stage(
    "tell",
    "Tell",
    3,
    2,
    5,
    Floor.HOLDER,
    writes=(Artefact.ISSUE, Artefact.KEY_QUESTION),
    prompts=Prompts(
        "What is going on, and what would you like to work out?",
        "Listen. There is nothing to solve.",
        "What would you like to work out? One question that starts with how or what.",
    ),
)
QUIET = Stage(
    "quiet",
    "Quiet",
    1,
    1,
    2,
    Floor.NOBODY,
    holder=HolderState.WRITING,
    prompts=Prompts(
        "What has shifted? Write it or let it be.",
        "A minute of quiet.",
        "Let’s have a minute of quiet.",
    ),
)
ACTIONS = Stage(
    "actions",
    "Actions",
    3,
    2,
    6,
    Floor.HOLDER,
    writes=(Artefact.ACTIONS, Artefact.KEY_QUESTION),
    prompts=Prompts(
        "What will you do first, and by when?",
        "Listen while the next step is found.",
        "Smallest step? Which day?",
    ),
)


def _open(minutes: int) -> Stage:
    return Stage(
        "open",
        "Open questions",
        minutes,
        7,
        minutes + 7,
        Floor.MEMBERS,
        TurnRule.QUEUE,
        writes=(Artefact.QUESTIONS, Artefact.KEY_QUESTION),
        is_elastic=True,
        prompts=Prompts(
            "Take your time. You may leave any question unanswered.",
            "Ask one, wait, let it land. No hints.",
            "Let’s take a breath before the next question. There’s no hurry.",
        ),
    )


def _short(minutes: int) -> Format:
    stages = (TELL, _open(minutes - 7), QUIET, ACTIONS)
    return Format(
        key=f"short-{minutes}",
        title=f"Light round, {minutes} minutes",
        source="Our own, for plan C of i-THRIVE in the field study",
        minutes=minutes,
        least_people=3,
        most_people=8,
        stages=stages,
    )


SHORT_20 = _short(20)
SHORT_24 = _short(24)
