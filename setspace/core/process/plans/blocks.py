"""The blocks that most session plans are made of."""

from setspace.core.process.formats import (
    Artefact,
    Block,
    BlockKind,
    Floor,
    Prompts,
    TurnRule,
)

ARRIVE = Prompts(
    members="One word for your weather. What do you need to put aside to be here?",
    facilitator="What do you need to put aside to be here? One word for your weather.",
)
PROGRESS = Prompts(
    members="What did you do, what happened, what did you learn? Not having done it is fine.",
    facilitator="What did you do, what happened, what did you learn? Also if you did nothing.",
)
BID = Prompts(
    members="If I had the time today, it would be about …",
    facilitator="How alive is it, 1 to 5? Is it yours to change?",
)
PAUSE = Prompts(
    members="Step away from the screen. Nothing is happening here.",
    facilitator="Say when we come back, and mean it.",
)
LOOK_BACK = Prompts(
    members="How did we work as a set, 1 to 10? One thing to keep, one to change.",
    facilitator="How are we doing as a set, 1 to 10? One thing to keep, one to change.",
)
LEAVE = Prompts(
    members="What do you carry out of here? What stays in the room?",
    facilitator="What do you carry out of here? What stays in the room?",
)


def check_in(minutes: int, least: int, gives: int | None = 5) -> Block:
    return Block(
        "check-in",
        "Check-in",
        BlockKind.CHECK_IN,
        minutes,
        least,
        gives,
        rule=TurnRule.ROUND,
        writes=(Artefact.CHECK_IN,),
        prompts=ARRIVE,
    )


def action_update(minutes: int, least: int) -> Block:
    return Block(
        "update",
        "Action updates",
        BlockKind.UPDATE,
        minutes,
        least,
        4,
        rule=TurnRule.ROUND,
        writes=(Artefact.REPORTS,),
        prompts=PROGRESS,
    )


def bidding(minutes: int, least: int) -> Block:
    return Block(
        "bidding",
        "Bids for time",
        BlockKind.BIDDING,
        minutes,
        least,
        6,
        rule=TurnRule.ROUND,
        writes=(Artefact.BIDS,),
        prompts=BID,
    )


def turn(number: int, format_: str, minutes: int) -> Block:
    return Block(
        f"turn-{number}",
        f"Turn {number}",
        BlockKind.TURN,
        minutes,
        minutes,
        format=format_,
    )


def pause(key: str, title: str, minutes: int, least: int | None = None) -> Block:
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
        prompts=PAUSE,
    )


def review(title: str, minutes: int, least: int) -> Block:
    return Block(
        "review",
        title,
        BlockKind.REVIEW,
        minutes,
        least,
        2,
        rule=TurnRule.ROUND,
        writes=(Artefact.SCORE,),
        prompts=LOOK_BACK,
    )


def farewell(title: str, minutes: int, least: int) -> Block:
    return Block("close", title, BlockKind.CLOSE, minutes, least, 6, prompts=LEAVE)


def talk(key: str, title: str, minutes: int, least: int, gives: int, says: str) -> Block:
    prompts = Prompts(members=says, facilitator=says)
    return Block(key, title, BlockKind.TALK, minutes, least, gives, prompts=prompts)
