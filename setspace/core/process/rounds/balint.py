"""The Balint round: whoever brought the case sits back and is left in peace, 45 minutes."""

from setspace.core.process.formats import Artefact, Floor, Format, HolderState, Prompts, Stage, TurnRule

BALINT_45 = Format(
    key="balint-45",
    title="Balint round, 45 minutes",
    source="The Balint Society and the American Balint Society; split of minutes our own",
    minutes=45,
    least_people=4,
    most_people=8,
    stages=(
        Stage(
            "tell",
            "Tell",
            7,
            4,
            11,
            Floor.HOLDER,
            writes=(Artefact.ISSUE,),
            prompts=Prompts(
                "Tell it without notes: who was there, and what happened between you.",
                "Listen, also to what it does to you.",
                "Without notes. Who has somebody in mind?",
            ),
        ),
        Stage(
            "facts",
            "Factual questions",
            5,
            2,
            7,
            Floor.MEMBERS,
            TurnRule.QUEUE,
            writes=(Artefact.QUESTIONS,),
            prompts=Prompts(
                "A sentence each is enough.",
                "Only what you need to know in order to imagine it.",
                "Facts only. In a moment they sit back.",
            ),
        ),
        Stage(
            "explore",
            "Explore both sides",
            25,
            15,
            32,
            Floor.MEMBERS,
            holder=HolderState.TURNED_AWAY,
            is_elastic=True,
            prompts=Prompts(
                "Sit back. Nobody will ask you anything.",
                "What might each of the two be feeling? No advice.",
                "We have heard one side. What is it like to be the other?",
            ),
        ),
        Stage(
            "return",
            "Return",
            5,
            3,
            8,
            Floor.HOLDER,
            writes=(Artefact.KEY_QUESTION, Artefact.ACTIONS),
            prompts=Prompts(
                "Come back if you like: what do you see now?",
                "Listen.",
                "Welcome back. Say as much or as little as you like.",
            ),
        ),
        Stage(
            "close",
            "Close",
            3,
            1,
            5,
            Floor.FACILITATOR,
            prompts=Prompts(
                "Listen. Nothing is settled, and that is fine.",
                "Listen. Nothing is settled, and that is fine.",
                "Thank them. Nothing needs to be settled.",
            ),
        ),
    ),
)
