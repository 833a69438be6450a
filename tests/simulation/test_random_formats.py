"""Formats that chance makes up are sound, are laid out, and are played from beginning to end by the rules."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from setspace.core.process import commands as c
from setspace.core.process import timing
from setspace.core.process.events import RoomOpened
from setspace.core.process.evolve import opened
from setspace.core.process.soundness import unsound_format, unsound_plan
from setspace.core.process.state import MINUTE, Setup
from tests.core import random_formats
from tests.core.asking import Asker, any_call, next_stage
from tests.core.rooms import LiveRoom
from tests.core.trial import Trial
from tests.core.worlds import LEADER


def room_of(setup: Setup, late: int) -> LiveRoom:
    now = setup.starts_at + late * MINUTE
    return LiveRoom(opened(RoomOpened(now, c.THE_ROOM, setup)), now)


@given(random_formats.setups())
def test_what_chance_makes_up_is_sound(setup: Setup) -> None:
    (format_,) = setup.formats
    assert unsound_format(format_) == ()
    assert unsound_plan(setup.plan, {format_.key: format_}) == ()


@settings(deadline=None, max_examples=50)
@given(random_formats.setups(), st.integers(-20, 20), st.integers(0, 10_000))
def test_no_turn_loses_or_gains_a_second_whatever_its_stages_leave(
    setup: Setup, late: int, whim: int
) -> None:
    """Stages are left early or on time: the turn has its length.

    Where a stage on request was asked for, it may be longer by that stage at most: asked for late, there
    may be too little left of the questions to take its minutes from.
    """
    room, chance = room_of(setup, late), Random(whim)
    asked: set[int] = set()
    room.do(LEADER, c.Start())
    while room.state.step is not None:
        step, left = room.state.step, timing.left(room.state, room.now)
        assert left >= (step.stage.least if step.stage else 1) * MINUTE
        room.now += left if step.is_last_of_turn else chance.randint(0, left)
        if step.turn is not None and chance.random() < 0.3:
            if room.ask(room.state.holder, c.AskForResources(chance.random() < 0.8)) is None:
                asked.add(step.turn)
            left = timing.left(room.state, room.now)
            room.now += left if step.is_last_of_turn else chance.randint(0, left)
        moment = timing.moves_on_at(room.state)
        if moment is not None and chance.random() < 0.5:
            room.now = max(room.now, moment)
            room.do(c.THE_ROOM, c.MoveOn(room.seen))
        else:
            room.do(LEADER, c.NextStage(room.seen))
    turns = {step.turn for step in room.state.steps if step.turn is not None}
    length = setup.formats[0].minutes * MINUTE
    requested = sum(stage.minutes for stage in setup.formats[0].stages if stage.is_on_request) * MINUTE
    for turn in turns:
        used = timing.turn_used(room.state, turn, room.now)
        assert length <= used <= length + (requested if turn in asked else 0)
    assert len(turns) == min(setup.plan.turns, len(room.state.members))


@settings(deadline=None, max_examples=25)
@given(random_formats.setups(), st.integers(-20, 20), st.integers(0, 10_000))
def test_engine_and_oracle_agree_in_formats_that_nobody_has_seen(setup: Setup, late: int, whim: int) -> None:
    trial = Trial(setup, setup.starts_at + late * MINUTE)
    asker = Asker(trial.oracle, Random(whim))
    trial.ask(LEADER, "start", c.Start())
    for number in range(40):
        trial.now += asker.chance.choice([0, 20_000, 2 * MINUTE])
        is_moving = asker.chance.random() < 0.35
        trial.ask(*_called(f"c{number}", next_stage(asker) if is_moving else _called_now(asker)))
        trial.look(asker.chance.choice([*trial.oracle.people]))
    trial.check_history()
    trial.check_outcome()


def _called_now(asker: Asker) -> tuple[str, c.Command]:
    """Anything but what changes the plan or the seats, which has trials of its own."""
    while True:
        by, what = any_call(asker)
        if not isinstance(what, c.Prepare | c.TakeSeat | c.LeaveSeat):
            return by, what


def _called(id_: str, call: tuple[str, c.Command]) -> tuple[str, str, c.Command]:
    return call[0], id_, call[1]
