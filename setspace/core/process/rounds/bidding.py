"""The trial round of 30 minutes, which finds its issue holder by bids."""

from setspace.core.process.formats import (
    Artefact,
    Floor,
    Format,
    Prompts,
    Stage,
    TurnRule,
)

BIDDING_30 = Format(
    key="bidding-30",
    title="Trial round with bids, 30 minutes",
    source="John Bayley’s exercise for three or four people",
    minutes=30,
    least_people=3,
    most_people=8,
    stages=(
        Stage(
            "bidding",
            "Bids for time",
            5,
            3,
            8,
            Floor.ALL,
            TurnRule.ROUND,
            writes=(Artefact.BIDS,),
            prompts=Prompts(
                "If I had the time today, it would be about …",
                "If I had the time today, it would be about …",
                "One line each. How alive is it, 1 to 5? Is it yours to change?",
            ),
        ),
        Stage(
            "tell",
            "Tell and make clear",
            5,
            3,
            8,
            Floor.HOLDER,
            writes=(Artefact.ISSUE, Artefact.KEY_QUESTION, Artefact.QUESTIONS),
            prompts=Prompts(
                "What is going on, and what would you like to work out?",
                "Listen, then ask only what you need in order to follow.",
                "Say it as one question that starts with how or what and has I in it.",
            ),
        ),
        Stage(
            "open",
            "Open questions",
            10,
            6,
            15,
            Floor.MEMBERS,
            TurnRule.QUEUE,
            writes=(Artefact.QUESTIONS, Artefact.KEY_QUESTION),
            prompts=Prompts(
                "Take your time. You may leave any question unanswered.",
                "Ask one, wait, let it land.",
                "Is that a question, or a suggestion in a coat?",
            ),
            is_elastic=True,
        ),
        Stage(
            "actions",
            "Reflect and decide",
            5,
            3,
            8,
            Floor.HOLDER,
            writes=(Artefact.ACTIONS, Artefact.KEY_QUESTION),
            prompts=Prompts(
                "What do you see now? What will you do first?",
                "Listen while the next step is found.",
                "Smallest step? Which day?",
            ),
        ),
        Stage(
            "process",
            "How we worked",
            5,
            3,
            8,
            Floor.ALL,
            prompts=Prompts(
                "What was it like to be asked?",
                "What was it like to ask and not to advise?",
                "What was it like? What helped?",
            ),
        ),
    ),
)
