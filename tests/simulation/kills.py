"""How soon the simulator and the state machine notice each wrong engine.

``python -m tests.simulation.kills`` prints the table.
"""

import contextlib
import io

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.core.engine import Engine
from tests.core.machine import STEPS, machine_with
from tests.core.mutants import MUTANTS
from tests.core.trial import Disagreement
from tests.simulation.simulator import Simulation

MOST_SEEDS = 600
MOST_RUNS = 30
RUN = settings(
    max_examples=15,  # in a longer run Hypothesis varies what it has rather than trying something new
    stateful_step_count=STEPS,
    phases=[Phase.generate],
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def sessions_until_noticed(engine: Engine) -> int | None:
    """How many simulated sessions it takes; None when all pass."""
    for number in range(MOST_SEEDS):
        try:
            Simulation(number, engine).run()
        except Disagreement:
            return number + 1
    return None


def examples_until_noticed(engine: Engine) -> int | None:
    """How many examples the state machine takes; None when all pass."""
    machine = machine_with(engine)
    for number in range(MOST_RUNS):
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                run_state_machine_as_test(seed(number)(machine), settings=RUN)
        except Disagreement:
            return machine.n_runs
    return None


def main() -> None:
    print(f"{'wrong engine':<48}{'sessions':>10}{'examples':>10}")
    for mutant in MUTANTS:
        sessions, examples = sessions_until_noticed(mutant), examples_until_noticed(mutant)
        name = mutant.name.replace("_", " ")
        print(f"{name:<48}{sessions or 'survives':>10}{examples or 'survives':>10}")


if __name__ == "__main__":
    main()
