"""The session plans that are shipped: four for Tpas, two for i-THRIVE.

Minutes, least lengths and the order of giving are those of the field study, section 6. The
evaluation and follow-up are given there by their length alone; their blocks are our own.
"""

from setspace.core.process.formats import (
    Artefact,
    Block,
    BlockKind,
    Floor,
    Plan,
    Prompts,
    TurnRule,
)

_ARRIVE = Prompts(
    members="One word for your weather. What do you need to put aside to be here?",
    facilitator="What do you need to put aside to be here? One word for your weather.",
)
_PROGRESS = Prompts(
    members="What did you do, what happened, what did you learn? Not having done it is fine.",
    facilitator="What did you do, what happened, what did you learn? Also if you did nothing.",
)
_BID = Prompts(
    members="If I had the time today, it would be about …",
    facilitator="How alive is it, 1 to 5? Is it yours to change?",
)
_PAUSE = Prompts(
    members="Step away from the screen. Nothing is happening here.",
    facilitator="Say when we come back, and mean it.",
)
_LOOK_BACK = Prompts(
    members="How did we work as a set, 1 to 10? One thing to keep, one to change.",
    facilitator="How are we doing as a set, 1 to 10? One thing to keep, one to change.",
)
_LEAVE = Prompts(
    members="What do you carry out of here? What stays in the room?",
    facilitator="What do you carry out of here? What stays in the room?",
)


def _check_in(minutes: int, least: int, gives: int | None = 5) -> Block:
    return Block(
        "check-in",
        "Check-in",
        BlockKind.CHECK_IN,
        minutes,
        least,
        gives,
        rule=TurnRule.ROUND,
        writes=(Artefact.CHECK_IN,),
        prompts=_ARRIVE,
    )


def _update(minutes: int, least: int) -> Block:
    return Block(
        "update",
        "Action updates",
        BlockKind.UPDATE,
        minutes,
        least,
        4,
        rule=TurnRule.ROUND,
        writes=(Artefact.REPORTS,),
        prompts=_PROGRESS,
    )


def _bidding(minutes: int, least: int) -> Block:
    return Block(
        "bidding",
        "Bids for time",
        BlockKind.BIDDING,
        minutes,
        least,
        6,
        rule=TurnRule.ROUND,
        writes=(Artefact.BIDS,),
        prompts=_BID,
    )


def _turn(number: int, format_: str, minutes: int) -> Block:
    return Block(
        f"turn-{number}",
        f"Turn {number}",
        BlockKind.TURN,
        minutes,
        minutes,
        format=format_,
    )


def _break(key: str, title: str, minutes: int, least: int | None = None) -> Block:
    least = minutes if least is None else least
    gives = None if least == minutes else 3
    return Block(
        key,
        title,
        BlockKind.BREAK,
        minutes,
        least,
        gives,
        floor=Floor.NOBODY,
        prompts=_PAUSE,
    )


def _review(title: str, minutes: int, least: int) -> Block:
    return Block(
        "review",
        title,
        BlockKind.REVIEW,
        minutes,
        least,
        2,
        rule=TurnRule.ROUND,
        writes=(Artefact.SCORE,),
        prompts=_LOOK_BACK,
    )


def _close(title: str, minutes: int, least: int) -> Block:
    return Block("close", title, BlockKind.CLOSE, minutes, least, 6, prompts=_LEAVE)


def _talk(key: str, title: str, minutes: int, least: int, gives: int, says: str) -> Block:
    prompts = Prompts(members=says, facilitator=says)
    return Block(key, title, BlockKind.TALK, minutes, least, gives, prompts=prompts)


TPAS_SESSION = Plan(
    key="tpas-session",
    title="Full session, four turns of 40 minutes",
    source="Tpas Virtual Action Learning Sets, Spring 2021",
    minutes=210,
    least_people=3,
    most_people=8,
    white_space=30,
    blocks=(
        _check_in(8, 4),
        _update(10, 6),
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
        _turn(1, "tpas-40", 40),
        _break("break-1", "Break", 5),
        _turn(2, "tpas-40", 40),
        _break("break-2", "Long break", 12, 8),
        _turn(3, "tpas-40", 40),
        _break("break-3", "Break", 5),
        _turn(4, "tpas-40", 40),
        _review("Reflection on the whole", 6, 4),
        _close("Close and next date", 2, 1),
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
        _check_in(5, 3),
        _talk(
            "welcome",
            "Welcome: what it is and is not",
            10,
            6,
            4,
            "What brings you here? What is this not?",
        ),
        _talk(
            "pairs",
            "Introductions in pairs",
            15,
            10,
            3,
            "Introduce the person beside you, not yourself.",
        ),
        _talk(
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
        _break("break-1", "Break", 10),
        _turn(1, "bidding-30", 30),
        Block(
            "learning",
            "Learning from the trial",
            BlockKind.REVIEW,
            8,
            5,
            1,
            rule=TurnRule.ROUND,
            writes=(Artefact.SCORE,),
            prompts=_LOOK_BACK,
        ),
        _talk(
            "goals",
            "Goals and dates",
            10,
            6,
            5,
            "What would you like to be different by the end?",
        ),
        _close("Close", 2, 1),
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
        _check_in(10, 6),
        _update(20, 12),
        _talk(
            "alone",
            "Looking back alone",
            10,
            6,
            3,
            "What did you hope for at the start? Look at your actions.",
        ),
        _talk(
            "changes",
            "What has changed, in turn",
            30,
            20,
            2,
            "What is different now, in you and at work?",
        ),
        _break("break-1", "Break", 10),
        _review("How we worked as a set", 20, 12),
        _talk(
            "onward",
            "What goes on from here",
            15,
            10,
            4,
            "What will you keep doing? Will the set go on?",
        ),
        _close("Close and follow-up date", 5, 3),
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
        _check_in(10, 6),
        _update(25, 15),
        _talk(
            "lasted",
            "What has lasted",
            25,
            15,
            2,
            "What has lasted? What helped it, and what stood in its way?",
        ),
        _break("break-1", "Break", 10),
        _talk(
            "surprise",
            "What nobody planned",
            20,
            12,
            3,
            "What came of it that nobody planned?",
        ),
        _review("Looking back on the set", 20, 12),
        _close("Farewell", 10, 6),
    ),
)

ITHRIVE_TWO_HOLDERS = Plan(
    key="ithrive-two-holders",
    title="Two issue holders, in depth",
    source="i-THRIVE Action Learning Sets; plan B of the field study",
    minutes=180,
    least_people=3,
    most_people=8,
    blocks=(
        _check_in(12, 8),
        _update(18, 12),
        _bidding(5, 3),
        _turn(1, "classic-45", 45),
        _break("break-1", "Break", 15, 10),
        _turn(2, "classic-45", 45),
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
        _close("Close", 5, 3),
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
        _check_in(9, 6),
        _update(12, 8),
        _bidding(6, 4),
        _turn(1, "tpas-40", 40),
        _break("break-1", "Break", 10),
        _turn(2, "tpas-40", 40),
        _break("break-2", "Stretch", 5),
        _turn(3, "tpas-40", 40),
        _review("How we worked, and what we assumed", 14, 10),
        _close("Close", 4, 2),
    ),
)

PLANS = (
    TPAS_SESSION,
    TPAS_INTRODUCTION,
    TPAS_EVALUATION,
    TPAS_FOLLOW_UP,
    ITHRIVE_TWO_HOLDERS,
    ITHRIVE_THREE_HOLDERS,
)
