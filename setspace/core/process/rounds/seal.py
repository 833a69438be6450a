"""The post-it round of SEAL, 24 minutes."""

from setspace.core.process.formats import Artefact, Floor, Format, Prompts, Stage, TurnRule

SEAL_POSTIT_24 = Format(
    key="seal-postit-24",
    title="Post-it round, 24 minutes",
    source="SEAL, seactionlearning.co.uk, the post-it method; split of minutes our own",
    minutes=24,
    least_people=3,
    most_people=8,
    stages=(
        Stage(
            "outline",
            "Outline",
            3,
            2,
            5,
            Floor.HOLDER,
            writes=(Artefact.ISSUE, Artefact.KEY_QUESTION),
            prompts=Prompts(
                "Something that you are involved in and can change.",
                "Listen.",
                "Something that you are involved in and can change.",
            ),
        ),
        Stage(
            "facts",
            "Fact questions",
            5,
            3,
            7,
            Floor.MEMBERS,
            TurnRule.QUEUE,
            writes=(Artefact.QUESTIONS,),
            prompts=Prompts(
                "Short answers will do.",
                "Closed questions are fine here.",
                "Closed questions are fine for now.",
            ),
        ),
        Stage(
            "open",
            "Open questions",
            12,
            7,
            18,
            Floor.MEMBERS,
            TurnRule.QUEUE,
            writes=(Artefact.QUESTIONS, Artefact.KEY_QUESTION),
            is_elastic=True,
            prompts=Prompts(
                "You may say “not now”: the question stays written down for you.",
                "You need not follow anybody else’s line.",
                "Not now? Then write it down, and the next question.",
            ),
        ),
        Stage(
            "actions",
            "Three actions",
            4,
            2,
            7,
            Floor.HOLDER,
            writes=(Artefact.ACTIONS,),
            prompts=Prompts(
                "Three things that move it forward, not the whole solution.",
                "Listen while the actions are found.",
                "Three things that move it forward. By when?",
            ),
        ),
    ),
)
