"""Sessions as Hypothesis makes them up: tiny rooms, many steps, moving on most often.

A failing run shrinks to the few steps that matter; each says what was asked for and after how long.
"""

from random import Random
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from setspace.core.process import commands as c
from setspace.core.process.formats import Plan
from setspace.core.process.state import MINUTE
from tests.core.asking import DRAWS, Asker, any_call
from tests.core.engine import REAL, Engine
from tests.core.rooms import NINE_THIRTY
from tests.core.scenes import SCENES
from tests.core.scenes_giving import GIVING_SCENES
from tests.core.trial import Trial
from tests.core.worlds import LEADER, SHIPPED_PLANS, STRANGER, TINY_PLANS, setup_for, with_somebody_away

WORLDS = [(plan, n) for plan in TINY_PLANS for n in (2, 3, 4)] + [(plan, 3) for plan in SHIPPED_PLANS]
STEPS = 80

# Of seven things that happen two move on, two fit the moment, two are scenes and one is anything at all.
MANY = len(DRAWS)
KINDS = ["next"] * 2 * MANY + ["fitting"] * 2 * MANY + [*SCENES] * (2 * MANY // len(SCENES))
KINDS += [*DRAWS, "restart", "next_twice"]


class RoomMachine(RuleBasedStateMachine):
    """A room of the engine beside the oracle's."""

    engine: ClassVar[Engine] = REAL
    n_runs: ClassVar[int] = 0

    @initialize(world=st.sampled_from(WORLDS), late=st.integers(-70, 70))
    def a_room_opens(self, world: tuple[Plan, int], late: int) -> None:
        type(self).n_runs += 1
        self.n_calls = 0
        self._open(world, late)

    @rule(what=st.sampled_from(KINDS), after=st.integers(0, 4 * MINUTE), whim=st.integers(0, 1000))
    def something_happens(self, what: str, after: int, whim: int) -> None:
        self.trial.now += after
        self.asker.chance = Random(self.n_calls * 1001 + whim)
        if self.trial.oracle.phase in ("ended", "closed") and whim % 6 == 0:
            self._check_all()
            self._open(WORLDS[whim % len(WORLDS)], whim % 70)
        elif what == "restart":
            self.trial.restart()
        elif what == "next" and not (self.trial.oracle.has_queue and whim % 2):
            self._call(LEADER, c.NextStage(self.asker.seen()))
        elif what == "next_twice":
            seen = len(self.trial.oracle.watch.spells)
            self._call(LEADER, c.NextStage(seen))
            self._call(LEADER, c.NextStage(seen))
        elif what in SCENES or (whim % 5 == 0 and self._is_late()):
            scene = SCENES.get(what) or GIVING_SCENES[whim % len(GIVING_SCENES)]
            for by, asked in scene(self.asker):
                self.trial.now += whim
                self._call(by, asked)
                self.trial.look(by)
        else:
            self._call(*DRAWS.get(what, any_call)(self.asker))
        people = [*self.trial.oracle.people, LEADER, LEADER, STRANGER]
        self.trial.look(people[whim % len(people)])

    def _is_late(self) -> bool:
        """Whether the session is so late that somebody would give time."""
        oracle = self.trial.oracle
        return oracle.is_running and oracle.minutes_late(self.trial.now) >= 2

    def teardown(self) -> None:
        if hasattr(self, "trial"):
            self._check_all()

    def _open(self, world: tuple[Plan, int], late: int) -> None:
        setup = setup_for(*world) if late % 5 else with_somebody_away(setup_for(*world))
        self.trial = Trial(setup, NINE_THIRTY + late * MINUTE, self.engine)
        self.trial.present = frozenset([LEADER])
        self.asker = Asker(self.trial.oracle, Random(late))
        if late % 2:
            self._call(LEADER, c.OrderHolders(self.asker.some_order()))
        self._call(LEADER, c.Start())

    def _check_all(self) -> None:
        for person in (*self.trial.oracle.people, STRANGER):
            self.trial.look(person)
        self.trial.restart()
        self.trial.check_history()
        self.trial.check_outcome()

    def _call(self, by: str, what: c.Command) -> None:
        self.n_calls += 1
        self.trial.ask(by, f"c{self.n_calls}", what)


def machine_with(engine: Engine) -> type[RoomMachine]:
    """The machine for another engine."""
    return type("RoomMachine", (RoomMachine,), {"engine": engine, "n_runs": 0})
