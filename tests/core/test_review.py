"""Planned against actual, beside a reckoning of its own: a stopwatch for each stage, read off the log."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process.review import Spent, timing_review
from setspace.core.process.state import MINUTE
from tests.core.rooms import ADE, INES, MEI, MEMBERS, NINE_THIRTY, SAM, TOM, LiveRoom, room_for
from tests.thorough import THOROUGH

PLANS = ("tpas-session", "ithrive-two-holders")
DOES = (
    "next",
    "next",
    "next",
    "back",
    "pause",
    "go on",
    "add",
    "add",
    "give",
    "undo",
    "break",
    "pass",
    "passes",
    "order",
    "lost",
)
SECOND = 1_000


@dataclass
class Stopwatches:
    """For each step: how long it ran, how long it was held, what it got; no visit is looked at."""

    ran: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    held: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    added: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    times: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    gave: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    undoable: list[e.Event] = field(default_factory=list)

    def read(self, log: Iterable[e.Event]) -> "Stopwatches":
        here: int | None = None
        since, is_held = 0, False
        for event in log:
            if here is not None:
                (self.held if is_held else self.ran)[here] += event.at - since
            since = event.at
            if isinstance(event, e.StageBegan):
                here, is_held = event.step, False
                self.times[here] += 1
            elif isinstance(event, e.SessionEnded):
                here = None
            elif isinstance(event, e.ClockPaused | e.BreakCalled):
                is_held = True
            elif isinstance(event, e.ClockWentOn):
                is_held = False
            else:
                self._act(event)
        return self

    def _act(self, event: e.Event) -> None:
        if isinstance(event, e.MinutesAdded | e.TimeGiven):
            self.undoable.append(event)
            self._count(event, 1)
        elif isinstance(event, e.TimeTakenBack):
            self._count(self.undoable.pop(), -1)

    def _count(self, act: e.Event, sign: int) -> None:
        if isinstance(act, e.MinutesAdded):
            self.added[act.step] += act.minutes * MINUTE * sign
        elif isinstance(act, e.TimeGiven):
            for give in act.gives:
                self.gave[give.block] += give.length * sign

    def of(self, planned: int, *steps: int) -> Spent:
        def total(each: defaultdict[int, int]) -> int:
            return sum(each[step] for step in steps)

        return Spent(planned, total(self.ran), total(self.held), total(self.added), total(self.times))


def do(room: LiveRoom, what: str) -> None:
    """Ask for it; what is not possible now does not happen."""
    asked: dict[str, tuple[str, c.Command]] = {
        "next": (ADE, c.NextStage(room.seen)),
        "back": (ADE, c.Back(room.seen)),
        "pause": (ADE, c.Pause()),
        "go on": (ADE, c.GoOn()),
        "add": (ADE, c.AddMinutes(room.seen, 3)),
        "give": (ADE, c.GiveTime("blocks", 2)),
        "undo": (ADE, c.Undo(room.state.time_changes)),
        "break": (TOM, c.CallBreak(2)),
        "pass": (SAM, c.PassTurn()),
        "passes": (ADE, c.PassTurn(INES)),
        "order": (ADE, c.OrderHolders((MEI, TOM))),
        "lost": (c.THE_ROOM, c.Pause("holder")),
    }
    room.ask(*asked[what])


def held_session(
    plan: str, does: Iterable[tuple[str, int]], late: int, holders: tuple[str, ...] = (MEI, TOM)
) -> LiveRoom:
    room = room_for(plan)
    room.do(ADE, c.OrderHolders(holders[: room.state.plan.turns]))
    room.wait(late)
    room.start()
    for what, seconds in does:
        room.wait(ms=seconds * SECOND)
        if room.state.step is not None:
            do(room, what)
            check_so_far(room)
    room.wait(ms=SECOND)
    if room.state.step is not None:
        room.finish()
    room.do(ADE, c.Close())
    return room


def check_so_far(room: LiveRoom) -> None:
    """While the session is on, all of its time is somewhere, the part that is on among it."""
    room = replace(room, now=room.now + 7 * SECOND)
    rows = timing_review(room.state, room.now)
    started = room.state.started_at
    assert started is not None
    assert sum(row.spent.took + row.spent.held for row in rows) == (room.state.ended_at or room.now) - started


def check(room: LiveRoom) -> None:
    watches = Stopwatches().read(room.log)
    rows = timing_review(room.state, room.now)
    assert [row.key for row in rows] == [block.key for block in room.state.plan.blocks]
    for row, block in zip(rows, room.state.plan.blocks, strict=True):
        steps = [step for step in room.state.steps if step.block.key == block.key]
        assert row.spent == watches.of(block.minutes * MINUTE, *(step.index for step in steps))
        assert row.gave == watches.gave[block.key]
        stages = [step for step in steps if step.stage]
        assert [stage.spent for stage in row.stages] == [
            watches.of(step.minutes * MINUTE, step.index) for step in stages
        ]
    started, ended = room.state.started_at, room.state.ended_at
    assert started is not None
    assert ended is not None
    assert sum(row.spent.took + row.spent.held for row in rows) == ended - started


@given(
    plan=st.sampled_from(PLANS),
    does=st.lists(st.tuples(st.sampled_from(DOES), st.integers(0, 1_500)), max_size=60),
    late=st.integers(-20, 30),
    holders=st.sampled_from([(MEI, TOM), MEMBERS]),
)
@settings(max_examples=150 if THOROUGH else 25)
def test_planned_against_actual_is_right_to_the_second(
    plan: str, does: list[tuple[str, int]], late: int, holders: tuple[str, ...]
) -> None:
    check(held_session(plan, does, late, holders))


def test_a_stage_that_was_left_returned_to_held_and_given_time_is_one_row() -> None:
    room = held_session(
        "tpas-session",
        [
            ("next", 480),
            ("back", 60),
            ("pause", 30),
            ("go on", 90),
            ("add", 5),
            ("break", 10),
            ("next", 20),
        ],
        0,
    )
    first = timing_review(room.state, room.now)[0]

    assert first.title == "Check-in"
    assert first.spent.took == (480 + 30 + 5 + 10) * SECOND
    assert first.spent.held == (90 + 20) * SECOND
    assert first.spent.added == 3 * MINUTE
    assert first.spent.visits == 2
    check(room)


def test_a_turn_has_its_holder_and_a_turn_that_fell_away_took_nothing() -> None:
    room = held_session("tpas-session", [("next", 60)] * 40, 0)
    turns = [row for row in timing_review(room.state, room.now) if row.stages]

    assert [row.holder for row in turns] == [MEI, TOM, "", ""]
    assert [row.spent.visits > 0 for row in turns] == [True, True, False, False]


def test_what_was_given_is_told() -> None:
    room = held_session("tpas-session", [("give", 0), ("next", 0)], 12, MEMBERS)
    gave = sum(row.gave for row in timing_review(room.state, room.now))

    assert gave == 2 * MINUTE
    check(room)


@pytest.mark.parametrize("plan", PLANS)
def test_a_room_that_never_began_has_nothing_to_review(plan: str) -> None:
    assert timing_review(room_for(plan).state, NINE_THIRTY) == ()
