"""The difficult things that simulated members do, so that a facilitator can meet them before a real set does.

Whoever gives advice does so where questions are asked; who rambles keeps the floor; who is silent says only
what they must. Those who come late, or lose the line, are simply not there for a while.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from setspace.core.process import commands as c
from setspace.room.rehearsal import taking_part
from setspace.room.rehearsal.phrases.difficult import ADVICE, RAMBLES
from setspace.room.rehearsal.wishes import Glance, Habit, Wish

SECOND = 1_000
MINUTE = 60 * SECOND


class Difficulty(StrEnum):
    ADVICE = "advice"
    RAMBLING = "rambling"
    SILENCE = "silence"
    LATE = "late"
    DROPPING = "dropping"


OF_ASKING = (Difficulty.ADVICE, Difficulty.RAMBLING, Difficulty.SILENCE)  # they show in who asks


@dataclass(frozen=True, slots=True)
class Away:
    """A time in which somebody is not there, in milliseconds after the start of the rehearsal."""

    since: int
    until: int


def habits_of(difficulty: Difficulty | None) -> tuple[Habit, ...]:
    """What a member does, with this difficulty or with none."""
    usual = taking_part.TAKING_PART
    if difficulty is Difficulty.SILENCE:
        return tuple(habit for habit in usual if habit not in TALKING)
    if difficulty is Difficulty.ADVICE:
        return (*(habit for habit in usual if habit is not taking_part.ask), advise)
    if difficulty is Difficulty.RAMBLING:
        return (*(habit for habit in usual if habit is not taking_part.ask), ramble)
    return usual


def away(difficulty: Difficulty | None, minutes: int, chance: Random) -> tuple[Away, ...]:
    """When somebody is not there in a session of so many minutes."""
    if difficulty is Difficulty.LATE:
        return (Away(0, round(chance.uniform(4, 9) * MINUTE)),)
    if difficulty is Difficulty.DROPPING:
        first = chance.uniform(0.25, 0.45) * minutes
        second = chance.uniform(0.55, 0.8) * minutes
        return tuple(
            Away(round(at * MINUTE), round((at + chance.uniform(1, 2)) * MINUTE)) for at in (first, second)
        )
    return ()


def advise(glance: Glance) -> Iterator[Wish]:
    """Put suggestions where questions belong."""
    yield from _asked(glance, ADVICE, longest=(20, 50))


def ramble(glance: Glance) -> Iterator[Wish]:
    """Ask without an end, and keep the floor until it is taken back."""
    yield from _asked(glance, RAMBLES, longest=(240, 420))


TALKING = (taking_part.ask, taking_part.ask_unqueued, taking_part.keep, taking_part.echo)


def _asked(glance: Glance, words: tuple[str, ...], longest: tuple[float, float]) -> Iterator[Wish]:
    region, visit = glance.region("queue"), glance.visit
    if not region or not glance.region("compose").get("may_send"):
        return
    asked = [row for row in glance.region("asked").get("questions", []) if row["person"] == glance.me]
    turn = len(asked)
    if region["asking"] and region["asking"]["is_you"]:
        before = glance.drawn(("floor", visit, "since"), lambda: turn)
        if turn == before:
            text = words[turn % len(words)]
            yield Wish(("says", visit, turn), c.SendQuestion(text), 6, 15)
        else:
            yield Wish(("leaves", visit, turn), c.LeaveQueue(), *longest)
        return
    glance.memory.pop(("floor", visit, "since"), None)
    if region["may_ask"] and turn < len(words):
        yield Wish(("wants", visit, turn), c.AskForFloor(), 8, 60)
