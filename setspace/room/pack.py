"""A session on paper: the times, the prompts, what the set agreed, and blank sheets for actions.

It holds the plan and the ground rules, and nothing that anybody said, wrote or means to do: paper lies about.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from setspace.core.process.formats import Block, BlockKind, Format, Plan, Prompts, fitted
from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.programmes.queries import agreement_of, members_of


@dataclass(frozen=True, slots=True)
class Line:
    """One part of the session by the clock on the wall of the place where the set meets."""

    title: str
    minutes: int
    starts: datetime
    ends: datetime
    is_turn: bool
    is_break: bool


@dataclass(frozen=True, slots=True)
class Prompted:
    """A stage or part of the session, and what each role reads in it."""

    title: str
    minutes: int
    prompts: Prompts
    is_on_request: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    title: str
    minutes: int
    stages: Sequence[Prompted]


@dataclass(frozen=True, slots=True)
class Pack:
    plan: Plan
    lines: Sequence[Line]
    white_space_ends: datetime | None
    parts: Sequence[Prompted]
    rounds: Sequence[Round]
    rules: Sequence[str]
    sheets: Sequence[int]  # one for each turn, by its number from 1


def pack_of(meeting: Meeting, person: Person) -> Pack:
    """The pack for somebody of the set: its plan, for as many members as it has now."""
    course = meeting.course
    plan = _fitted(course.plan, meeting)
    lines = tuple(_lines(plan, meeting))
    agreement = agreement_of(meeting.learning_set, person)
    return Pack(
        plan=plan,
        lines=lines,
        white_space_ends=_later(meeting, plan.minutes + plan.white_space) if plan.white_space else None,
        parts=tuple(_part(block) for block in plan.blocks if _is_prompted(block)),
        rounds=tuple(_round(course.formats[key]) for key in plan.formats),
        rules=agreement.rules if agreement else (),
        sheets=range(1, plan.turns + 1),
    )


def _fitted(plan: Plan, meeting: Meeting) -> Plan:
    """A plan that is for fewer or for more members than there are is printed as it stands."""
    n_members = sum(not one.is_facilitator for one in members_of(meeting.learning_set))
    is_for_them = plan.least_people <= n_members <= plan.most_people
    return fitted(plan, n_members) if is_for_them else plan


def _lines(plan: Plan, meeting: Meeting) -> Iterator[Line]:
    used = 0
    for block in plan.blocks:
        starts = _later(meeting, used)
        used += block.minutes
        is_break = block.kind is BlockKind.BREAK
        yield Line(block.title, block.minutes, starts, _later(meeting, used), block.is_protected, is_break)


def _later(meeting: Meeting, minutes: int) -> datetime:
    """So many minutes after the start, as the clocks show it where the set meets."""
    return (meeting.starts_at + timedelta(minutes=minutes)).astimezone(meeting.learning_set.tz)


def _is_prompted(block: Block) -> bool:
    return not block.is_protected and block.kind is not BlockKind.BREAK and block.prompts != Prompts()


def _part(block: Block) -> Prompted:
    return Prompted(block.title, block.minutes, block.prompts)


def _round(format_: Format) -> Round:
    stages = [
        Prompted(stage.title, stage.minutes, stage.prompts, stage.is_on_request) for stage in format_.stages
    ]
    return Round(format_.title, format_.minutes, stages)
