"""What the people of a trial ask for about what happens to them, and small scenes of it."""

from collections.abc import Iterator
from random import Random
from typing import Protocol

from setspace.core.process import commands as c
from tests.core.oracle import THE_ROOM, Oracle


class Asks(Protocol):
    oracle: Oracle
    chance: Random

    def leader(self) -> str: ...
    def anybody(self) -> str: ...
    def member(self) -> str: ...
    def somebody(self, likely: str) -> str: ...
    def line(self) -> str: ...
    def text(self) -> str: ...


Scene = Iterator[tuple[str, c.Command]]


def _pass_turn(a: Asks) -> tuple[str, c.Command]:
    whim = a.chance.random()
    if whim < 0.65:
        return a.member(), c.PassTurn("" if whim < 0.5 else a.member())
    return a.leader(), c.PassTurn(a.chance.choice([a.member(), a.anybody()]))


def _return(a: Asks) -> tuple[str, c.Command]:
    gone = a.chance.choice([*a.oracle.passed, a.member()])
    return (gone, c.Return()) if a.chance.random() < 0.5 else (a.leader(), c.Return(gone))


def _moment_seen(a: Asks) -> tuple[str, c.Command]:
    asked = [*a.oracle.waiting_to_be_seen, *a.oracle.seen_by_leader, a.anybody()]
    person = a.chance.choice(asked)
    return a.chance.choice([a.leader(), a.leader(), person]), c.MomentSeen(person)


LIFE = {
    "pass_turn": _pass_turn,
    "mark_absent": lambda a: (a.leader(), c.MarkAbsent(a.chance.choice([a.member(), a.anybody()]))),
    "return": _return,
    "need_moment": lambda a: (a.chance.choice([*a.oracle.waiting_to_be_seen, a.anybody()]), c.NeedMoment()),
    "moment_seen": _moment_seen,
    "call_break": lambda a: (a.anybody(), c.CallBreak(a.chance.choice([1, 5, 5, 15, 0, 16]))),
    "quiet_word": lambda a: (a.leader(), c.QuietWord(a.anybody(), a.line())),
}
TOGETHER = ["call_break", "need_moment", "moment_seen", "quiet_word"]
APART = ["pass_turn", "return", "mark_absent"]


def somebody_passes_and_comes_back(a: Asks) -> Scene:
    person = a.chance.choice(a.oracle.order[a.oracle.n_settled :] or [a.member()])
    yield person, c.PassTurn()
    after: list[c.Command] = [c.PassTurn(person), c.Return(person), c.MarkAbsent(a.member())]
    yield a.leader(), a.chance.choice(after)
    yield person, c.Return()


def everybody_passes(a: Asks) -> Scene:
    for person in list(a.oracle.members):
        yield person, c.PassTurn()
    yield a.leader(), c.NextStage(len(a.oracle.watch.spells))
    yield a.member(), c.Return()


def the_holder_loses_the_line(a: Asks) -> Scene:
    """The room holds the clock; a break, a press of somebody who leads, or the return lets it go."""
    yield (
        a.chance.choice([THE_ROOM, THE_ROOM, a.leader()]),
        c.Pause(a.chance.choice(["holder", "holder", "x"])),
    )
    if a.chance.random() < 0.5:
        between: list[c.Command] = [c.GoOn(), c.Pause(), c.CallBreak(2)]
        yield a.leader(), a.chance.choice(between)
    yield THE_ROOM, c.GoOn()
    yield a.leader(), c.GoOn()


def a_moment_is_needed(a: Asks) -> Scene:
    person = a.member()
    yield person, c.NeedMoment()
    if a.chance.random() < 0.3:
        yield person, c.NeedMoment()
    yield a.leader(), c.MomentSeen(person)
    after: list[c.Command] = [c.NeedMoment(), c.MomentSeen(person)]
    yield person, a.chance.choice(after)


def something_is_said_quietly(a: Asks) -> Scene:
    person = a.member()
    yield a.leader(), c.QuietWord(person, a.text())
    if a.chance.random() < 0.3:
        yield THE_ROOM, c.LeaveSeat(person)


LIFE_SCENES = (
    somebody_passes_and_comes_back,
    everybody_passes,
    the_holder_loses_the_line,
    a_moment_is_needed,
    something_is_said_quietly,
)
