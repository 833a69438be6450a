"""Scenes of what an issue holder shows of their own, until they take it back or their turn is over."""

from collections.abc import Iterator

from setspace.core.process import commands as c
from tests.core.asking import Asker

Scene = Iterator[tuple[str, c.Command]]


def the_holder_shows_and_takes_back(asker: Asker) -> Scene:
    oracle = asker.oracle
    yield oracle.holder or asker.member(), c.Show("sheet")
    yield asker.asker(), c.TakeBack()
    yield oracle.holder or asker.member(), c.Show("map")
    yield oracle.holder or asker.member(), c.TakeBack()


def the_turn_ends_while_something_is_shown(asker: Asker) -> Scene:
    """Or the one who shows it leaves."""
    oracle, leader, holder = asker.oracle, asker.leader(), asker.oracle.holder
    yield holder or asker.member(), c.Show("sheet")
    if holder and asker.chance.random() < 0.2:
        yield "room", c.LeaveSeat(holder)
        yield "room", c.TakeSeat(holder, f"{holder} Name", "member")
    for _ in range(9 if oracle.holder else 0):
        if not oracle.holder:
            break
        yield leader, c.NextStage(len(oracle.watch.spells))
    yield leader, c.Back(len(oracle.watch.spells))


SHOWING_SCENES = (the_holder_shows_and_takes_back, the_turn_ends_while_something_is_shown)
