"""A session plan laid out as the steps that a facilitator moves through, one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from setspace.core.process.formats import (
    Advice,
    Artefact,
    Block,
    BlockKind,
    Ends,
    Floor,
    Format,
    HolderState,
    Plan,
    Prompts,
    Stage,
    TurnRule,
)

SHARING = "sharing"  # a stage that allows advice is read as one for it, whatever its key


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of a turn, or a block that is not a turn. ``turn`` counts the turns from 0.

    While a step ``is_choosing``, the issue holder of its turn is still to be found by bids.
    """

    index: int
    block: Block
    stage: Stage | None = None
    turn: int | None = None
    is_last_of_turn: bool = False
    is_choosing: bool = False

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
    def advice(self) -> Advice:
        return self.stage.advice if self.stage else Advice.ALLOWED

    @property
    def holder_state(self) -> HolderState:
        return self.stage.holder if self.stage else HolderState.PRESENT

    @property
    def ends(self) -> Ends:
        return self.stage.ends if self.stage else Ends.SOFT

    @property
    def is_on_request(self) -> bool:
        return self.stage is not None and self.stage.is_on_request

    @property
    def coached_as(self) -> str:
        """The key of the stage as in which the coach reads what is typed; empty where it does not read."""
        if self.stage is None or not self.stage.is_coached:
            return ""
        return self.stage.key if self.advice is Advice.NEVER else SHARING

    @property
    def is_quiet(self) -> bool:
        return self.stage.is_quiet if self.stage else self.block.is_quiet

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
        n_choosing = _n_choosing(stages)
        for place, stage in enumerate(stages):
            is_last = stage is stages[-1]
            yield Step(index, block, stage, turn, is_last_of_turn=is_last, is_choosing=place < n_choosing)
            index += 1
        turn += 1


def _n_choosing(stages: tuple[Stage, ...]) -> int:
    """How many stages of a round come before its issue holder is found: all up to the last with bids."""
    return max((place + 1 for place, stage in enumerate(stages) if Artefact.BIDS in stage.writes), default=0)
