"""What a format and a session plan are, as data, and whether one is sound.

A *format* is the course of one issue holder's turn: stages in order. A *session plan* is the
course of one session: blocks in order, some of which are turns. Lengths are whole minutes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class Floor(StrEnum):
    """Who may speak unprompted in a stage."""

    HOLDER = "holder"
    MEMBERS = "members"  # members ask, the issue holder answers
    FACILITATOR = "facilitator"
    ALL = "all"
    NOBODY = "nobody"


class TurnRule(StrEnum):
    """How those who may speak take turns."""

    FREE = "free"
    ROUND = "round"
    QUEUE = "queue"
    ONE_EACH = "one_each"


class Advice(StrEnum):
    NEVER = "never"
    ON_REQUEST = "on_request"
    ALLOWED = "allowed"


class HolderState(StrEnum):
    PRESENT = "present"
    TURNED_AWAY = "turned_away"
    WRITING = "writing"


class Artefact(StrEnum):
    """What is written down in a stage or block."""

    BIDS = "bids"
    ISSUE = "issue"
    KEY_QUESTION = "key_question"
    QUESTIONS = "questions"
    ECHO = "echo"
    ACTIONS = "actions"
    CHECK_IN = "check_in"
    REPORTS = "reports"
    SCORE = "score"


class BlockKind(StrEnum):
    CHECK_IN = "check_in"
    UPDATE = "update"
    BIDDING = "bidding"
    ORDER = "order"
    TALK = "talk"
    AGREEMENT = "agreement"
    TURN = "turn"
    BREAK = "break"
    REVIEW = "review"
    FEEDBACK = "feedback"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Prompts:
    """One line for each role, in plain words; empty where the role needs none."""

    holder: str = ""
    members: str = ""
    facilitator: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A timed part of a turn.

    ``minutes`` is the default length, ``least`` and ``most`` its limits. ``elastic`` marks the one
    stage that takes up what earlier stages left or overran, so that the turn keeps its length.
    """

    key: str
    title: str
    minutes: int
    least: int
    most: int
    floor: Floor
    rule: TurnRule = TurnRule.FREE
    advice: Advice = Advice.NEVER
    holder: HolderState = HolderState.PRESENT
    writes: tuple[Artefact, ...] = ()
    prompts: Prompts = Prompts()
    is_elastic: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """The course of one turn. ``minutes`` is declared and must equal the sum of its stages."""

    key: str
    title: str
    source: str
    minutes: int
    least_people: int
    most_people: int
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a session.

    ``least`` is the shortest it may become when the session runs late; ``gives`` says how early it
    gives time (6 gives first, 1 last); None means it never gives. A turn names its ``format``.
    """

    key: str
    title: str
    kind: BlockKind
    minutes: int
    least: int
    gives: int | None = None
    format: str = ""
    floor: Floor = Floor.ALL
    rule: TurnRule = TurnRule.FREE
    writes: tuple[Artefact, ...] = ()
    prompts: Prompts = Prompts()

    @property
    def is_protected(self) -> bool:
        return self.kind is BlockKind.TURN


@dataclass(frozen=True, slots=True)
class Plan:
    """The course of one session. ``white_space`` minutes follow it, outside the plan."""

    key: str
    title: str
    source: str
    minutes: int
    least_people: int
    most_people: int
    blocks: tuple[Block, ...]
    white_space: int = 0

    @property
    def turns(self) -> int:
        return sum(block.kind is BlockKind.TURN for block in self.blocks)


def unsound_format(format_: Format) -> tuple[str, ...]:
    """What does not add up in a format, a sentence each; empty when it is sound."""
    return tuple(_format_faults(format_))


def unsound_plan(plan: Plan, formats: dict[str, Format]) -> tuple[str, ...]:
    """What does not add up in a session plan, a sentence each; empty when it is sound.

    ``formats`` are those that the plan's turns may name, by key.
    """
    return tuple(_plan_faults(plan, formats))


def fitted(plan: Plan, n_people: int) -> Plan:
    """The plan for a session with so many people present, issue holders among them.

    When fewer people are present than the plan has turns, the last turns fall away and the session
    ends earlier by just their minutes (field study, 6.3: three present end 40 minutes early).
    Refuses, with ValueError, a number of people outside the plan's limits.
    """
    if not plan.least_people <= n_people <= plan.most_people:
        raise ValueError(
            f"{plan.title} is for {plan.least_people} to {plan.most_people} people, not {n_people}."
        )
    spare = max(0, plan.turns - n_people)
    if not spare:
        return plan
    turns = [block for block in plan.blocks if block.kind is BlockKind.TURN]
    dropped = {block.key for block in turns[-spare:]}
    blocks = tuple(block for block in plan.blocks if block.key not in dropped)
    return replace(plan, blocks=blocks, minutes=sum(block.minutes for block in blocks))


def _format_faults(format_: Format) -> Iterator[str]:
    total = sum(stage.minutes for stage in format_.stages)
    if not format_.stages:
        yield f"{format_.title} has no stages."
    if total != format_.minutes:
        yield f"The stages of {format_.title} take {total} minutes, but it says {format_.minutes}."
    if not 2 <= format_.least_people <= format_.most_people:
        yield f"{format_.title} is for {format_.least_people} to {format_.most_people} people."
    yield from _repeated(format_.title, [stage.key for stage in format_.stages])
    if sum(stage.is_elastic for stage in format_.stages) > 1:
        yield f"{format_.title} has more than one stage that gives and takes time."
    for stage in format_.stages:
        if not 1 <= stage.least <= stage.minutes <= stage.most:
            yield f"{stage.title} cannot be {stage.least} to {stage.most} minutes, {stage.minutes} as a rule."


def _plan_faults(plan: Plan, formats: dict[str, Format]) -> Iterator[str]:
    total = sum(block.minutes for block in plan.blocks)
    if not plan.blocks:
        yield f"{plan.title} has no blocks."
    if total != plan.minutes:
        yield f"The blocks of {plan.title} take {total} minutes, but it says {plan.minutes}."
    if not 2 <= plan.least_people <= plan.most_people:
        yield f"{plan.title} is for {plan.least_people} to {plan.most_people} people."
    yield from _repeated(plan.title, [block.key for block in plan.blocks])
    for block in plan.blocks:
        yield from _block_faults(block, formats)


def _block_faults(block: Block, formats: dict[str, Format]) -> Iterator[str]:
    if not 1 <= block.least <= block.minutes:
        yield f"{block.title} cannot shrink from {block.minutes} to {block.least} minutes."
    if (block.gives is None) != (block.least == block.minutes):
        yield f"{block.title} must say in which order it gives its {block.minutes - block.least} minutes."
    if block.kind is not BlockKind.TURN:
        return
    if block.least != block.minutes:
        yield f"{block.title} is a turn: its minutes are protected."
    format_ = formats.get(block.format)
    if format_ is None:
        yield f"{block.title} names a format that is not there: {block.format}."
    elif format_.minutes != block.minutes:
        yield f"{block.title} has {block.minutes} minutes, but {format_.title} takes {format_.minutes}."


def _repeated(title: str, keys: list[str]) -> Iterator[str]:
    for key in sorted({key for key in keys if keys.count(key) > 1}):
        yield f"{title} has {key} more than once."
