"""Refusals of giving time: the reason, the stage, who asks, for what, and what the words say."""

from collections.abc import Callable

from setspace.core.process import commands as c
from setspace.core.process.refusals import Reason
from setspace.core.process.state import MINUTE
from tests.core.rooms import ADE, LiveRoom

Case = tuple[Reason, str, str, c.Command | Callable[[LiveRoom], c.Command], str]


def when_late(what: c.Command) -> Callable[[LiveRoom], c.Command]:
    """Asked for half an hour after the stage began."""

    def late(room: LiveRoom) -> c.Command:
        room.wait(ms=30 * MINUTE)
        return what

    return late


def undo_of_a_minute_that_has_run(room: LiveRoom) -> c.Command:
    room.do(ADE, c.AddMinutes(room.seen))
    room.next()
    return c.Undo(room.state.time_changes)


GIVING_CASES: list[Case] = [
    (Reason.NOT_BEHIND, "check-in", ADE, c.GiveTime("blocks", 5), "as far behind as that"),
    (Reason.WAY_GONE, "check-in", ADE, when_late(c.GiveTime("blocks", 20)), "no longer open"),
    (Reason.NOTHING_TO_UNDO, "check-in", ADE, c.Undo(0), "nothing left to undo"),
    (Reason.UNDO_TOO_LATE, "check-in", ADE, undo_of_a_minute_that_has_run, "has gone on with"),
]
