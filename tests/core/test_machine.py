"""Whatever Hypothesis makes people do, engine and oracle agree, and each sees just what is theirs."""

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.core.machine import STEPS, RoomMachine


def test_engine_and_oracle_agree_on_whatever_people_do() -> None:
    few = settings(settings.get_profile("core"), max_examples=3, stateful_step_count=STEPS)
    run_state_machine_as_test(RoomMachine, settings=few)
