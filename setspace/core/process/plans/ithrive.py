"""Three plans for i-THRIVE, of the field study: A with three issue holders, B with two, C with all.

Each takes 180 minutes for five people and for six; where five need other minutes, the plan has a variant.
"""

from setspace.core.process.formats import Artefact, Block, BlockKind, Plan, Prompts, TurnRule, Variant
from setspace.core.process.plans.blocks import (
    LOOK_BACK,
    action_update,
    bidding,
    check_in,
    farewell,
    pause,
    review,
    talk,
    turn,
)

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
        turn(1, "ithrive-45", 45),
        pause("break-1", "Break", 15, 10),
        turn(2, "ithrive-45", 45),
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
        turn(1, "ithrive-40", 40),
        pause("break-1", "Break", 10),
        turn(2, "ithrive-40", 40),
        pause("break-2", "Stretch", 5),
        turn(3, "ithrive-40", 40),
        review("How we worked, and what we assumed", 14, 10),
        farewell("Close", 4, 2),
    ),
    variants=(
        Variant(
            5,
            (
                check_in(10, 6),
                action_update(10, 8),
                bidding(5, 4),
                turn(1, "ithrive-40", 40),
                pause("break-1", "Break", 10),
                turn(2, "ithrive-40", 40),
                pause("break-2", "Stretch", 5),
                turn(3, "ithrive-40", 40),
                review("How we worked, and what we assumed", 14, 10),
                farewell("Close", 6, 2),
            ),
        ),
    ),
)


def _everybody(first: int, then: int, format_: str, minutes: int) -> tuple[Block, ...]:
    """All hold an issue: so many before the break, so many after it."""
    before = (turn(number, format_, minutes) for number in range(1, first + 1))
    after = (turn(number, format_, minutes) for number in range(first + 1, first + then + 1))
    return (
        check_in(6, 4),
        action_update(6, 4),
        *before,
        pause("break-1", "Break", 10),
        *after,
        pause("break-2", "Stretch", 5),
        Block(
            "reflection",
            "How we worked",
            BlockKind.REVIEW,
            20,
            12,
            2,
            rule=TurnRule.ROUND,
            writes=(Artefact.SCORE,),
            prompts=LOOK_BACK,
        ),
        talk(
            "double-loop",
            "What we assumed",
            10,
            6,
            1,
            "What did I believe at the start that I now see differently?",
        ),
        farewell("Close", 3, 2),
    )


ITHRIVE_SIX_SHORT = Plan(
    key="ithrive-six-short",
    title="All six, in short",
    source="i-THRIVE Action Learning Sets; plan C of the field study",
    minutes=180,
    least_people=3,
    most_people=8,
    blocks=_everybody(3, 3, "short-20", 20),
    variants=(Variant(5, _everybody(3, 2, "short-24", 24)),),
)
