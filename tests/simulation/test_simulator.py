"""Ten thousand sessions where the tests are thorough, a part of them elsewhere; none breaks a rule.

SETSPACE_SESSIONS says how many, SETSPACE_FIRST_SEED with which seed to begin.
"""

import os
from pathlib import Path

import pytest

from tests.core.asking import DRAWS
from tests.simulation.simulator import Simulation
from tests.thorough import THOROUGH

SESSIONS = int(os.environ.get("SETSPACE_SESSIONS", "10000" if THOROUGH else "2000"))
FIRST = int(os.environ.get("SETSPACE_FIRST_SEED", "0"))
BATCHES = 20
FAILED_ONCE = Path(__file__).with_name("seeds.txt")


def play(seed: int) -> Simulation:
    simulation = Simulation(seed)
    try:
        simulation.run()
    except Exception as failure:
        failure.add_note(
            f"The session with seed {seed} failed. Mend it, and add {seed} to {FAILED_ONCE.name}."
        )
        raise
    return simulation


def seeds_that_failed_once() -> list[int]:
    lines = FAILED_ONCE.read_text(encoding="utf-8").splitlines()
    return [int(line) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_session_breaks_a_rule(batch: int) -> None:
    for seed in range(FIRST + batch, FIRST + SESSIONS, BATCHES):
        play(seed)


def test_seeds_that_failed_once_fail_no_more() -> None:
    for seed in seeds_that_failed_once():
        play(seed)


def test_a_seed_is_always_the_same_session() -> None:
    first, second = play(4711), play(4711)
    assert first.trial.log == second.trial.log
    assert first.trial.told == second.trial.told


def test_sessions_come_to_their_end_and_everything_is_asked_for() -> None:
    """What is simulated is worth it: each kind of call is accepted somewhere, and refused somewhere."""
    played = [play(seed).trial for seed in range(150)]
    ends = [trial.oracle.phase for trial in played]
    assert ends.count("ended") + ends.count("closed") > 75
    accepted = {name for trial in played for _, _, _, name in trial.oracle.asked_for}
    assert len(accepted) == len(DRAWS)
    answers = [answer for trial in played for answer in trial.told.values()]
    assert 0.3 < sum(answers) / len(answers) < 0.8
