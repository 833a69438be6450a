"""A session plan laid out as the steps that a facilitator moves through, one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from setspace.core.process.formats import (
    Artefact,
    Block,
    BlockKind,
    Floor,
    Format,
    Plan,
    Prompts,
    Stage,
    TurnRule,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of a turn, or a block that is not a turn. ``turn`` counts the turns from 0."""

    index: int
    block: Block
    stage: Stage | None = None
    turn: int | None = None
    is_last_of_turn: bool = False

    @property
    def is_break(self) -> bool:
        return self.block.kind is BlockKind.BREAK

    @property
    def title(self) -> str:
        return self.stage.title if self.stage else self.block.title

    @property
    def minutes(self) -> int:
        return self.stage.minutes if self.stage else self.block.minutes

    @property
    def floor(self) -> Floor:
        return self.stage.floor if self.stage else self.block.floor

    @property
    def rule(self) -> TurnRule:
        return self.stage.rule if self.stage else self.block.rule

    @property
    def writes(self) -> tuple[Artefact, ...]:
        return self.stage.writes if self.stage else self.block.writes

    @property
    def prompts(self) -> Prompts:
        return self.stage.prompts if self.stage else self.block.prompts


def laid_out(plan: Plan, formats: tuple[Format, ...]) -> tuple[Step, ...]:
    """The steps of a plan; ``formats`` must hold each format that its turns name."""
    by_key = {format_.key: format_ for format_ in formats}
    return tuple(_steps(plan, by_key))


def _steps(plan: Plan, formats: dict[str, Format]) -> Iterator[Step]:
    index = turn = 0
    for block in plan.blocks:
        if block.kind is not BlockKind.TURN:
            yield Step(index, block)
            index += 1
            continue
        stages = formats[block.format].stages
        for stage in stages:
            yield Step(index, block, stage, turn, is_last_of_turn=stage is stages[-1])
            index += 1
        turn += 1
