"""Two plans for i-THRIVE: plan A with three issue holders and plan B with two, of the field study."""

from setspace.core.process.formats import Artefact, Block, BlockKind, Plan, Prompts, TurnRule
from setspace.core.process.plans.blocks import action_update, bidding, check_in, farewell, pause, review, turn

ITHRIVE_TWO_HOLDERS = Plan(
    key="ithrive-two-holders",
    title="Two issue holders, in depth",
    source="i-THRIVE Action Learning Sets; plan B of the field study",
    minutes=180,
    least_people=3,
    most_people=8,
    blocks=(
        check_in(12, 8),
        action_update(18, 12),
        bidding(5, 3),
        turn(1, "classic-45", 45),
        pause("break-1", "Break", 15, 10),
        turn(2, "classic-45", 45),
        Block(
            "review",
            "How we worked, and what we assumed",
            BlockKind.REVIEW,
            25,
            15,
            2,
            rule=TurnRule.ROUND,
            writes=(Artefact.SCORE,),
            prompts=Prompts(
                members="What did I believe at the start that I now see differently?",
                facilitator="Which belief held this problem in place? How did we work, 1 to 10?",
            ),
        ),
        Block(
            "feedback",
            "Feedback, asked for",
            BlockKind.FEEDBACK,
            10,
            6,
            1,
            rule=TurnRule.ROUND,
            prompts=Prompts(
                members="Ask one person: what did you notice in me today?",
                facilitator="Feedback is asked for, never sent unasked.",
            ),
        ),
        farewell("Close", 5, 3),
    ),
)

ITHRIVE_THREE_HOLDERS = Plan(
    key="ithrive-three-holders",
    title="Three issue holders",
    source="i-THRIVE Action Learning Sets; plan A of the field study",
    minutes=180,
    least_people=3,
    most_people=8,
    blocks=(
        check_in(9, 6),
        action_update(12, 8),
        bidding(6, 4),
        turn(1, "tpas-40", 40),
        pause("break-1", "Break", 10),
        turn(2, "tpas-40", 40),
        pause("break-2", "Stretch", 5),
        turn(3, "tpas-40", 40),
        review("How we worked, and what we assumed", 14, 10),
        farewell("Close", 4, 2),
    ),
)
