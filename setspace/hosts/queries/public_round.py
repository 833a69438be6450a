"""How the minutes of one person work, read off the round of the session plan that the sets use."""

from collections.abc import Iterable
from dataclasses import dataclass

from setspace.core.process import catalogue
from setspace.core.process.formats import BlockKind, Format, Stage, fitted
from setspace.hosts.models import Programme, ProgrammeDate


@dataclass(frozen=True, slots=True)
class StageShown:
    title: str
    words: str
    minutes: int
    is_core: bool
    is_on_request: bool


@dataclass(frozen=True, slots=True)
class RoundShown:
    """``everybody`` has a turn in each session, or ``n_turns`` of them have."""

    minutes: int
    stages: list[StageShown]
    n_turns: int
    everybody: bool


def round_of(programme: Programme, planned: Iterable[ProgrammeDate]) -> RoundShown | None:
    """The first turn of the first session. Nothing where the plan is chosen later, or has no turn."""
    plans = (catalogue.plans().get(one.plan) for one in planned if one.kind == "session")
    plan = next((one for one in plans if one is not None), None)
    if plan is None:
        return None
    n_people = min(max(programme.most_people, plan.least_people), plan.most_people)
    turns = [one for one in fitted(plan, n_people).blocks if one.kind is BlockKind.TURN]
    if not turns:
        return None
    format_: Format = catalogue.formats()[turns[0].format]
    longest = max(one.minutes for one in format_.stages)
    stages = [_shown(one, longest) for one in format_.stages]
    return RoundShown(turns[0].minutes, stages, len(turns), len(turns) >= programme.most_people)


def _shown(stage: Stage, longest: int) -> StageShown:
    said = stage.prompts.holder or stage.prompts.members
    return StageShown(stage.title, said, stage.minutes, stage.minutes == longest, stage.is_on_request)
