"""The round with a strict clock and a summary of what the issue holder heard themselves say, 34 minutes."""

from setspace.core.process.formats import Advice, Artefact, Ends, Floor, Format, Prompts, Stage, TurnRule
from setspace.core.process.rounds.resources import resources

FAQ_34 = Format(
    key="faq-34",
    title="Round with two summaries, 34 minutes",
    source="personal-coaching-information.com, questions and answers on action learning sets",
    minutes=34,
    least_people=3,
    most_people=8,
    stages=(
        Stage(
            "present",
            "Issue and wished outcome",
            2,
            1,
            4,
            Floor.HOLDER,
            writes=(Artefact.ISSUE,),
            ends=Ends.HARD,
            prompts=Prompts(
                "In two minutes: the issue, and what you want to leave with.",
                "Listen. Your first question comes in a moment.",
                "Two minutes: the issue, and what you want to leave with.",
            ),
        ),
        Stage(
            "clarify",
            "Clarifying questions",
            8,
            5,
            10,
            Floor.MEMBERS,
            TurnRule.ONE_EACH,
            writes=(Artefact.QUESTIONS,),
            prompts=Prompts(
                "Answer in a sentence or two.",
                "One question, and one more on the same thing if you need it.",
                "One question each, in order, so that everybody knows when their turn comes.",
            ),
        ),
        Stage(
            "help",
            "Helping questions",
            15,
            10,
            24,
            Floor.MEMBERS,
            TurnRule.QUEUE,
            writes=(Artefact.QUESTIONS, Artefact.KEY_QUESTION),
            is_elastic=True,
            prompts=Prompts(
                "Take your time. You may leave any question unanswered.",
                "Help them to think, not to agree with you.",
                "Ask none yourself. Who has not asked yet?",
            ),
        ),
        Stage(
            "heard",
            "What I heard myself say",
            2,
            1,
            4,
            Floor.HOLDER,
            writes=(Artefact.KEY_QUESTION,),
            prompts=Prompts(
                "What did you hear yourself say?",
                "Listen for what has changed since the beginning.",
                "What did you hear yourself say? Would offers from the others help?",
            ),
        ),
        resources(),
        Stage(
            "decide",
            "Summary and action",
            2,
            1,
            5,
            Floor.HOLDER,
            advice=Advice.NEVER,
            writes=(Artefact.ACTIONS,),
            prompts=Prompts(
                "What will you do first, and by when?",
                "Listen while the action is found.",
                "What will you do first? Which day?",
            ),
        ),
    ),
)
