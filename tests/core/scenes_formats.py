"""Scenes of rounds with a stage on request and with hard ends; in other rounds nothing happens."""

from collections.abc import Callable, Iterator

from setspace.core.process import commands as c
from setspace.core.process.formats import Ends, Stage
from tests.core.asking import Asker

Scene = Iterator[tuple[str, c.Command]]


def offers_are_asked_for_and_taken_back(asker: Asker) -> Scene:
    oracle = asker.oracle
    if not _has(asker, lambda stage: stage.is_on_request):
        return
    yield from _moved_on(asker, lambda: oracle.on_request is not None)
    yield asker.asker(), c.AskForResources()
    yield oracle.holder, c.AskForResources()
    yield oracle.holder, c.AskForResources(wanted=False)
    if asker.chance.random() < 0.6:
        yield oracle.holder, c.AskForResources()
    yield asker.leader(), c.NextStage(len(oracle.watch.spells))
    yield oracle.holder, c.AskForResources()


def the_room_presses(asker: Asker) -> Scene:
    oracle = asker.oracle
    if not _has(asker, lambda stage: stage.ends is Ends.HARD):
        return
    yield from _moved_on(asker, lambda: oracle.moves_by_itself_at(0) is not None)
    for _ in range(2):
        yield "room", c.MoveOn(len(oracle.watch.spells))
        yield asker.leader(), c.NextStage(len(oracle.watch.spells))


def _has(asker: Asker, wanted: Callable[[Stage], bool]) -> bool:
    return any(wanted(stage) for one in asker.oracle.formats.values() for stage in one.stages)


def _moved_on(asker: Asker, is_there: Callable[[], bool]) -> Scene:
    """The facilitator goes on until it is so, a few stages at most."""
    for _ in range(6):
        if not asker.oracle.is_running or is_there():
            return
        yield asker.leader(), c.NextStage(len(asker.oracle.watch.spells))


FORMAT_SCENES: tuple[Callable[[Asker], Scene], ...] = (offers_are_asked_for_and_taken_back, the_room_presses)
