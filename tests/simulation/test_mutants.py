"""The tests of the tests: every wrong engine is noticed, by the simulator and by the state machine."""

import pytest

from tests.core.engine import Engine
from tests.core.mutants import MUTANTS
from tests.simulation.kills import MOST_RUNS, MOST_SEEDS, examples_until_noticed, sessions_until_noticed
from tests.thorough import THOROUGH


def test_there_are_two_dozen_wrong_engines_each_wrong_in_its_own_way() -> None:
    assert len(MUTANTS) >= 24
    assert len({mutant.name for mutant in MUTANTS}) == len(MUTANTS)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_the_simulator_notices_a_wrong_engine(mutant: Engine) -> None:
    sessions = sessions_until_noticed(mutant)
    assert sessions is not None, f"{mutant.name} survived {MOST_SEEDS} sessions"


@pytest.mark.parametrize("mutant", MUTANTS if THOROUGH else MUTANTS[::3], ids=lambda mutant: mutant.name)
def test_the_state_machine_notices_a_wrong_engine(mutant: Engine) -> None:
    examples = examples_until_noticed(mutant)
    assert examples is not None, f"{mutant.name} survived {MOST_RUNS} runs"
