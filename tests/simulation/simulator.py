"""Whole sessions by seeded chance: people who press at the same time, twice, late, or with ill will.

Messages are lost and come twice, time jumps, the server starts anew in the middle. The oracle watches
every answer and looks over shoulders. One seed is always the same session.
"""

from random import Random

from setspace.core.process import commands as c
from setspace.core.process.state import MINUTE
from tests.core.asking import DRAWS, Asker, any_call, next_stage
from tests.core.engine import REAL, Engine
from tests.core.rooms import NINE_THIRTY
from tests.core.scenes import SCENES
from tests.core.scenes_giving import GIVING_SCENES
from tests.core.trial import Trial
from tests.core.worlds import (
    LEADER,
    SHIPPED_PLANS,
    STRANGER,
    TINY_PLANS,
    facilitating_itself,
    setup_for,
    with_somebody_away,
)

LOOKS = 0.1  # of the calls are followed by a look at somebody's view; of those that change something, twice

SELF_LED = 0.1  # of the sessions are those of a set that facilitates itself
AWAY = 0.15  # of them are without somebody who has said so


class Simulation:
    """One session, from its seed."""

    def __init__(self, seed: int, engine: Engine = REAL) -> None:
        self.chance = Random(seed)
        is_tiny = self.chance.random() < 0.4
        plan = self.chance.choice(TINY_PLANS if is_tiny else SHIPPED_PLANS)
        n_members = self.chance.randint(2 if is_tiny else 3, 3 if self.chance.random() < 0.4 else 8)
        opens_at = NINE_THIRTY + round(self.chance.gauss(0, 20)) * MINUTE
        setup = setup_for(plan, n_members)
        if Random(f"{seed} leads itself").random() < SELF_LED:
            setup = facilitating_itself(setup)
        if Random(f"{seed} without somebody").random() < AWAY:
            setup = with_somebody_away(setup)
        self.trial = Trial(setup, opens_at, engine)
        self.asker = Asker(self.trial.oracle, self.chance)
        self.n_calls = 0
        self.pace = self.chance.choice([0.2, 0.4, 0.8])  # how much of all is moving on

    def run(self) -> Trial:
        self._start()
        for _ in range(self.chance.randint(20, 120)):
            self._step()
            is_over = self.trial.oracle.phase in ("ended", "closed")
            if is_over and self.chance.random() < 0.12:
                break
        self._finish()
        return self.trial

    def _start(self) -> None:
        self.trial.present = frozenset(self.chance.sample(list(self.trial.oracle.people), 2))
        if self.chance.random() < 0.1:
            self._call(*DRAWS["prepare"](self.asker))
        if self.chance.random() < 0.9:
            if self.chance.random() < 0.5:
                few = self.chance.choice([1, 2, 9])
                self._call(LEADER, c.OrderHolders(self.asker.some_order()[:few]))
            is_led = LEADER in self.trial.oracle.people
            self._call(LEADER if is_led else self.asker.member(), c.Start())

    def _step(self) -> None:
        whim = self.chance.random()
        self._wait()
        if whim < 0.003:
            self.trial.restart()
        elif whim < 0.04:
            self._press_together()
        elif whim < 0.14 or (whim < 0.2 and self._is_late()):
            scenes = list(SCENES.values()) if whim < 0.14 else GIVING_SCENES
            for by, what in self.chance.choice(scenes)(self.asker):
                self._wait()
                self._call(by, what)
        elif self.chance.random() < self._pace():
            self._call(*next_stage(self.asker))
        else:
            self._call(*any_call(self.asker))

    def _is_late(self) -> bool:
        """Whether the session is so late that somebody would give time."""
        oracle = self.trial.oracle
        return oracle.is_running and oracle.minutes_late(self.trial.now) >= 2

    def _pace(self) -> float:
        """How likely the next thing is to move on: less so while people wait to ask."""
        oracle = self.trial.oracle
        if not oracle.is_running:
            return 0
        return self.pace / 3 if oracle.has_queue else self.pace

    def _wait(self) -> None:
        whim = self.chance.random()
        if whim < 0.5:
            self.trial.now += self.chance.randrange(30_000)
        elif whim < 0.9:
            self.trial.now += self.chance.randrange(6 * MINUTE)
        elif whim < 0.93:
            self.trial.now += self.chance.randrange(45 * MINUTE)

    def _press_together(self) -> None:
        """Several press at once, each with the same on the screen: one moves on, the others are late."""
        seen = len(self.trial.oracle.watch.spells)
        for _ in range(self.chance.randint(2, 3)):
            self._call(LEADER, c.NextStage(seen))

    def _call(self, by: str, what: c.Command) -> None:
        self.n_calls += 1
        id_ = f"c{self.n_calls}"
        whim = self.chance.random()
        if whim < 0.03:
            return  # it was lost on the way
        answer = self.trial.ask(by, id_, what)
        if whim < 0.08:  # the answer was lost: it is asked again, perhaps later
            self._wait()
            if self.trial.ask(by, id_, what) != answer:
                raise AssertionError("The same call had two answers.")
        is_moving = isinstance(what, c.NextStage) or not answer
        if self.chance.random() < (LOOKS if is_moving else 2 * LOOKS):
            person = self.chance.choice([*self.trial.oracle.people, LEADER])
            self.trial.look(person, closely=self.chance.random() < 0.4)

    def _finish(self) -> None:
        self.trial.look(STRANGER)
        for person in list(self.trial.oracle.people)[:2]:
            self.trial.look(person)
        if self.chance.random() < 0.15:
            self.trial.restart()
        self.trial.check_history()
        self.trial.check_outcome()
