"""The four plans of Tpas: introduction, full session, evaluation, follow-up.

The field study gives the evaluation and follow-up by their length alone; their blocks are our own.
"""

from setspace.core.process.formats import Artefact, Block, BlockKind, Floor, Plan, Prompts, TurnRule
from setspace.core.process.plans.blocks import (
    LOOK_BACK,
    action_update,
    check_in,
    farewell,
    pause,
    review,
    talk,
    turn,
)

TPAS_SESSION = Plan(
    key="tpas-session",
    title="Full session, four turns of 40 minutes",
    source="Tpas Virtual Action Learning Sets, Spring 2021",
    minutes=210,
    least_people=3,
    most_people=8,
    white_space=30,
    blocks=(
        check_in(8, 4),
        action_update(10, 6),
        Block(
            "order",
            "Order of turns and ground rules",
            BlockKind.ORDER,
            2,
            1,
            6,
            floor=Floor.FACILITATOR,
            prompts=Prompts(
                members="Who goes first today?",
                facilitator="Who goes first today? A line on our ground rules.",
            ),
        ),
        turn(1, "tpas-40", 40),
        pause("break-1", "Break", 5),
        turn(2, "tpas-40", 40),
        pause("break-2", "Long break", 12, 8),
        turn(3, "tpas-40", 40),
        pause("break-3", "Break", 5),
        turn(4, "tpas-40", 40),
        review("Reflection on the whole", 6, 4),
        farewell("Close and next date", 2, 1),
    ),
)

TPAS_INTRODUCTION = Plan(
    key="tpas-introduction",
    title="Introduction with a trial round",
    source="Tpas Virtual Action Learning Sets, Spring 2021; blocks our own",
    minutes=120,
    least_people=3,
    most_people=8,
    blocks=(
        check_in(5, 3),
        talk(
            "welcome",
            "Welcome: what it is and is not",
            10,
            6,
            4,
            "What brings you here? What is this not?",
        ),
        talk(
            "pairs",
            "Introductions in pairs",
            15,
            10,
            3,
            "Introduce the person beside you, not yourself.",
        ),
        talk(
            "how",
            "How a round works",
            10,
            6,
            4,
            "One person’s time, open questions, no advice.",
        ),
        Block(
            "agreement",
            "Ways of working",
            BlockKind.AGREEMENT,
            20,
            15,
            2,
            prompts=Prompts(
                members="What do you need from the others to speak freely here?",
                facilitator="What do you need from the others to speak freely here?",
            ),
        ),
        pause("break-1", "Break", 10),
        turn(1, "bidding-30", 30),
        Block(
            "learning",
            "Learning from the trial",
            BlockKind.REVIEW,
            8,
            5,
            1,
            rule=TurnRule.ROUND,
            writes=(Artefact.SCORE,),
            prompts=LOOK_BACK,
        ),
        talk(
            "goals",
            "Goals and dates",
            10,
            6,
            5,
            "What would you like to be different by the end?",
        ),
        farewell("Close", 2, 1),
    ),
)

TPAS_EVALUATION = Plan(
    key="tpas-evaluation",
    title="Evaluation",
    source="Tpas Virtual Action Learning Sets, Spring 2021; blocks our own",
    minutes=120,
    least_people=3,
    most_people=8,
    blocks=(
        check_in(10, 6),
        action_update(20, 12),
        talk(
            "alone",
            "Looking back alone",
            10,
            6,
            3,
            "What did you hope for at the start? Look at your actions.",
        ),
        talk(
            "changes",
            "What has changed, in turn",
            30,
            20,
            2,
            "What is different now, in you and at work?",
        ),
        pause("break-1", "Break", 10),
        review("How we worked as a set", 20, 12),
        talk(
            "onward",
            "What goes on from here",
            15,
            10,
            4,
            "What will you keep doing? Will the set go on?",
        ),
        farewell("Close and follow-up date", 5, 3),
    ),
)

TPAS_FOLLOW_UP = Plan(
    key="tpas-follow-up",
    title="Follow-up",
    source="Tpas Virtual Action Learning Sets, Spring 2021; blocks our own",
    minutes=120,
    least_people=3,
    most_people=8,
    blocks=(
        check_in(10, 6),
        action_update(25, 15),
        talk(
            "lasted",
            "What has lasted",
            25,
            15,
            2,
            "What has lasted? What helped it, and what stood in its way?",
        ),
        pause("break-1", "Break", 10),
        talk(
            "surprise",
            "What nobody planned",
            20,
            12,
            3,
            "What came of it that nobody planned?",
        ),
        review("Looking back on the set", 20, 12),
        farewell("Farewell", 10, 6),
    ),
)
