"""The oracle's own time: a pile of spells, each with the milliseconds that it was offered and has run.

There is no log here and no subtraction of pauses: a spell runs or it does not, and while it runs it
fills. What each stage is offered is worked out from the numbers of the plan alone.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from setspace.core.process.formats import Artefact, Block, BlockKind, Floor, Format, Plan, Stage, TurnRule

MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the running order: a block, or a stage of a turn."""

    block: int
    key: str
    turn: int | None
    minutes: int
    least: int
    most: int
    is_elastic: bool
    is_last: bool
    floor: Floor
    rule: TurnRule
    writes: tuple[Artefact, ...]
    is_on_request: bool = False
    is_choosing: bool = False  # its holder is still to be found by bids


@dataclass(slots=True)
class Spell:
    """One time that a line was on."""

    line: int
    began: int
    offered: int
    filled: int = 0
    since: int | None = None  # running since; None while it is held or over
    over: int | None = None

    def ran(self, now: int) -> int:
        return self.filled + (now - self.since if self.since is not None else 0)

    def hold(self, now: int) -> None:
        self.filled, self.since = self.ran(now), None


def running_order(plan: Plan, formats: dict[str, Format]) -> list[Line]:
    return list(_lines(plan, formats))


class Stopwatch:
    def __init__(self, lines: list[Line], turn_minutes: list[int]) -> None:
        self.lines = lines
        self.promised = [minutes * MINUTE for minutes in turn_minutes]
        self.spells: list[Spell] = []
        self.begun: list[int] = []  # the turns that have begun, the first first
        self.is_held = False
        self.wanted: set[int] = set()  # the lines on request that were asked for
        self.given: dict[str, int] = {}  # what each block, by its key, has given
        self.more_for: Callable[[int], int] = lambda _: 0  # what a turn is longer by for its holder

    @property
    def spell(self) -> Spell:
        return self.spells[-1]

    def begin(self, line: int, offered: int, now: int) -> None:
        self.finish(now)
        self.spells.append(Spell(line, now, offered, since=now))
        turn = self.lines[line].turn
        if turn is not None and turn not in self.begun:
            self.begun.append(turn)

    def finish(self, now: int) -> None:
        self.is_held = False
        if self.spells and self.spell.over is None:
            self.spell.hold(now)
            self.spell.over = now

    def hold(self, now: int) -> None:
        self.is_held = True
        self.spell.hold(now)

    def go_on(self, now: int) -> None:
        self.is_held = False
        self.spell.since = now

    def add(self, milliseconds: int) -> None:
        self.spell.offered += milliseconds
        turn = self.lines[self.spell.line].turn
        if turn is not None:
            self.promised[turn] += milliseconds

    def take(self, key: str, turn: int | None, length: int) -> None:
        """A block gives so much: a turn what it was promised, any other part at once if it is on."""
        if turn is not None:
            self.promised[turn] -= length
            return
        self.given[key] = self.given.get(key, 0) + length
        if (
            self.spells
            and self.lines[self.spell.line].turn is None
            and self.lines[self.spell.line].key == key
        ):
            self.spell.offered -= length

    def left(self, now: int) -> int:
        return self.spell.offered - self.spell.ran(now)

    def ran_in_turn(self, turn: int, now: int) -> int:
        return sum(spell.ran(now) for spell in self.spells if self.lines[spell.line].turn == turn)

    def left_of_turn(self, turn: int, now: int) -> int:
        return self.promised[turn] + self.more_for(turn) - self.ran_in_turn(turn, now)

    def is_counted(self, number: int) -> bool:
        """Whether a line has a part of its turn: one on request only if it was asked for."""
        return not self.lines[number].is_on_request or number in self.wanted

    def offer(self, at: int, now: int) -> int:
        """What a line is offered when the session moves on to it."""
        line = self.lines[at]
        if line.turn is None:
            return line.minutes * MINUTE - self.given.get(line.key, 0)
        later = [
            other
            for number, other in enumerate(self.lines)
            if number > at and other.turn == line.turn and self.is_counted(number)
        ]
        spare = self.left_of_turn(line.turn, now) - sum(other.minutes for other in later) * MINUTE
        if line.is_last:
            return max(line.least * MINUTE, spare)
        if line.is_elastic:
            return min(max(spare, line.least * MINUTE), line.most * MINUTE)
        if any(other.is_elastic for other in later):
            return line.minutes * MINUTE
        return min(max(spare, line.least * MINUTE), line.minutes * MINUTE)

    def offer_again(self, at: int, now: int) -> int:
        """What a line is offered when the session returns to it: all that it had left."""
        last = next(spell for spell in reversed(self.spells) if spell.line == at)
        return last.offered - last.ran(now)


def _lines(plan: Plan, formats: dict[str, Format]) -> Iterator[Line]:
    turn = 0
    for number, block in enumerate(plan.blocks):
        if block.kind is not BlockKind.TURN:
            yield _block_line(number, block)
            continue
        stages = formats[block.format].stages
        with_bids = [place for place, stage in enumerate(stages) if Artefact.BIDS in stage.writes]
        for place, stage in enumerate(stages):
            is_choosing = any(place <= other for other in with_bids)
            is_last = place == len(stages) - 1
            yield _stage_line(number, turn, stage, is_last=is_last, is_choosing=is_choosing)
        turn += 1


def _block_line(number: int, block: Block) -> Line:
    most = max(block.minutes * 3, block.minutes + 10)
    return Line(
        number,
        block.key,
        None,
        block.minutes,
        block.least,
        most,
        is_elastic=False,
        is_last=False,
        floor=block.floor,
        rule=block.rule,
        writes=block.writes,
    )


def _stage_line(number: int, turn: int, stage: Stage, *, is_last: bool, is_choosing: bool) -> Line:
    return Line(
        number,
        stage.key,
        turn,
        stage.minutes,
        stage.least,
        stage.most,
        is_elastic=stage.is_elastic,
        is_last=is_last,
        floor=stage.floor,
        rule=stage.rule,
        writes=stage.writes,
        is_on_request=stage.is_on_request,
        is_choosing=is_choosing,
    )
