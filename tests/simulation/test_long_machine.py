"""The state machine of the core's tests once more, with more examples."""

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.core.machine import STEPS, RoomMachine


def test_engine_and_oracle_agree_on_many_more_examples() -> None:
    many = settings(
        max_examples=30, stateful_step_count=STEPS, deadline=None, database=None, derandomize=True
    )
    run_state_machine_as_test(RoomMachine, settings=many)
