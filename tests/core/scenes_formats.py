"""Scenes of rounds with a stage on request and with hard ends."""

from collections.abc import Callable, Iterator

from setspace.core.process import commands as c
from tests.core.asking import Asker

Scene = Iterator[tuple[str, c.Command]]


def offers_are_asked_for_and_taken_back(asker: Asker) -> Scene:
    oracle = asker.oracle
    yield asker.asker(), c.AskForResources()
    yield oracle.holder, c.AskForResources()
    yield oracle.holder, c.AskForResources(wanted=False)
    if asker.chance.random() < 0.6:
        yield oracle.holder, c.AskForResources()
    yield asker.leader(), c.NextStage(len(oracle.watch.spells))
    yield oracle.holder, c.AskForResources()


def the_room_presses(asker: Asker) -> Scene:
    for _ in range(2):
        yield "room", c.MoveOn(len(asker.oracle.watch.spells))
        yield asker.leader(), c.NextStage(len(asker.oracle.watch.spells))


FORMAT_SCENES: tuple[Callable[[Asker], Scene], ...] = (offers_are_asked_for_and_taken_back, the_room_presses)
