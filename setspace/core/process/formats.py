"""What a format and a session plan are, as data.

A *format* is the course of one issue holder's turn: stages in order. A *session plan* is the
course of one session: blocks in order, some of which are turns. Lengths are whole minutes.
"""

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


class Ends(StrEnum):
    """What happens when the time of a stage is over."""

    SOFT = "soft"  # a chime, and the room waits for a press
    HARD = "hard"  # the room moves on by itself


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

    ``minutes`` is the default length, ``least`` and ``most`` its limits. ``is_elastic`` marks the one
    stage that takes up what earlier stages left or overran, so that the turn keeps its length. A stage
    that ``is_on_request`` takes place if the issue holder asks for it; else the elastic stage has its
    minutes. Where nobody has the floor and nothing is written down, the stage ``is_quiet``. The question
    coach reads along, for each author alone, where a stage ``is_coached``.
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
    ends: Ends = Ends.SOFT
    is_on_request: bool = False
    is_coached: bool = True

    @property
    def is_quiet(self) -> bool:
        return self.floor is Floor.NOBODY and not self.writes


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

    @property
    def is_quiet(self) -> bool:
        return self.floor is Floor.NOBODY and not self.writes


@dataclass(frozen=True, slots=True)
class Variant:
    """The blocks of a plan for just so many people, in the same time."""

    people: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The course of one session. ``white_space`` minutes follow it, outside the plan.

    Where a number of people needs other minutes, ``variants`` has the blocks for them.
    """

    key: str
    title: str
    source: str
    minutes: int
    least_people: int
    most_people: int
    blocks: tuple[Block, ...]
    white_space: int = 0
    variants: tuple[Variant, ...] = ()

    @property
    def turns(self) -> int:
        return sum(block.kind is BlockKind.TURN for block in self.blocks)

    @property
    def formats(self) -> tuple[str, ...]:
        """The keys of the formats that its turns name, with those of its variants."""
        blocks = [*self.blocks, *(block for variant in self.variants for block in variant.blocks)]
        return tuple(dict.fromkeys(block.format for block in blocks if block.format))


def fitted(plan: Plan, n_people: int) -> Plan:
    """The plan for a session with so many people present, issue holders among them.

    A variant for that number is taken as it is. Else, when fewer people are present than the plan has
    turns, the last turns fall away and the session ends earlier by just their minutes (field study,
    6.3: three present end 40 minutes early). What comes back has no variants. Refuses, with ValueError,
    a number of people outside the plan's limits.
    """
    if not plan.least_people <= n_people <= plan.most_people:
        raise ValueError(
            f"{plan.title} is for {plan.least_people} to {plan.most_people} people, not {n_people}."
        )
    own = next((variant.blocks for variant in plan.variants if variant.people == n_people), None)
    if own is not None:
        return replace(plan, blocks=own, variants=())
    spare = max(0, plan.turns - n_people)
    if not spare:
        return replace(plan, variants=()) if plan.variants else plan
    turns = [block for block in plan.blocks if block.kind is BlockKind.TURN]
    dropped = {block.key for block in turns[-spare:]}
    blocks = tuple(block for block in plan.blocks if block.key not in dropped)
    return replace(plan, blocks=blocks, minutes=sum(block.minutes for block in blocks), variants=())
