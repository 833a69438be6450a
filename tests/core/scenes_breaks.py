"""Scenes of breaks that are gone back to, of hard ends, and of those who would pass for others."""

from collections.abc import Iterator

from setspace.core.process import commands as c
from setspace.core.process.formats import Ends
from tests.core.asking import Asker
from tests.core.oracle.stopwatch import Line

Scene = Iterator[tuple[str, c.Command]]


def people_come_back_from_a_break(asker: Asker) -> Scene:
    oracle, leader = asker.oracle, asker.leader()
    for _ in range(4):
        if oracle.is_break:
            break
        yield leader, c.NextStage(len(oracle.watch.spells))
    for person in oracle.members:
        yield person, c.ComeBack()
    yield leader, c.NextStage(len(oracle.watch.spells))
    yield leader, c.Back(len(oracle.watch.spells))


def the_room_presses_at_once(asker: Asker) -> Scene:
    """Where a stage ends by itself: before its time is over."""
    oracle, leader = asker.oracle, asker.leader()
    hard = [line for line in oracle.watch.lines if line.turn is not None and _is_hard(asker, line)]
    for _ in range(6 if hard else 0):
        if oracle.here in hard:
            yield "room", c.MoveOn(len(oracle.watch.spells))
            return
        yield leader, c.NextStage(len(oracle.watch.spells))


def somebody_passes_for_another(asker: Asker) -> Scene:
    oracle = asker.oracle
    for person in oracle.order[oracle.n_settled :]:
        others = [one for one in oracle.members if one != person]
        yield asker.chance.choice(others or [person]), c.PassTurn(person)


def _is_hard(asker: Asker, line: Line) -> bool:
    return asker.oracle.stage_of(line).ends is Ends.HARD


BREAK_SCENES = (people_come_back_from_a_break, the_room_presses_at_once, somebody_passes_for_another)
