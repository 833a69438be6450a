"""The search before any proof: deal, improve, and go on by what suits so many people and such sets."""

from collections.abc import Callable
from dataclasses import dataclass

from setspace.core.forming.arrays import Arrays
from setspace.core.forming.exchange import MILD, exchanged, may_exchange
from setspace.core.forming.exchange import STEP_MS as EXCHANGE_MS
from setspace.core.forming.improve import NEIGHBOURHOOD, Random, answer_from, dealt, improved
from setspace.core.forming.model import Answer
from setspace.core.forming.places import Places
from setspace.core.forming.polish import polished
from setspace.core.forming.replan import replanned
from setspace.core.forming.seats import Seats

MOST_POLISHED = 400
"""People up to whom a few sets at a time are formed anew."""

TRIES = 400
"""Steps of improvement where a proof follows."""

SEARCHING, POLISHING = 0.5, 0.58
"""Shares of the time, where a bound is sought, after which searching and polishing end."""

BRIEFLY = 0.06
"""The share for a first search where exchanges are weighed after it."""

EXCHANGING, NO_LATER = 0.42, 0.8
"""The share for these where polishing follows, and where they end on a slower machine."""

FIVE = 5
"""The size of sets from which the plan of slots decides more than exchanges do."""

REPLANNING, LONG = 0.5, 60.0
"""The share after which that ends and the proof begins, from so many seconds on: in less there is none."""

PATIENT = 0.8
"""The share of the time for searching where polishing follows, but no bound."""

STEP_MS, SQUARE_MS = 0.7, 17.0
"""Milliseconds planned for one step, and as many more for a full neighbourhood: somewhat more than usual.

Steps are counted, so that the seed alone decides; only a slower machine stops by the clock.
"""


@dataclass(frozen=True)
class Task:
    """What there is to search; each better answer goes to `offer`."""

    arrays: Arrays
    places: Places
    random: Random
    seconds: float
    left: Callable[[], float]  # seconds
    is_usual: bool  # all sets that could meet are soon listed
    may_prove: bool
    offer: Callable[[Answer], None]

    def show(self, seats: Seats) -> None:
        self.offer(answer_from(seats))

    def spent(self, part: float) -> float:
        """How much of this part of the time is over."""
        return (1 - (self.left() - 0.3) / self.seconds) / part

    def spent_after(self) -> float:
        """The share of what comes after a brief search, up to where the proof begins."""
        proves = self.may_prove and self.seconds >= LONG
        ends = REPLANNING if proves else 1 - 0.3 / self.seconds
        return (1 - self.left() / self.seconds - BRIEFLY) / (ends - BRIEFLY)


def searched(task: Task) -> None:
    """Deal and improve: briefly where something better follows, else for as long as there is time."""
    seats = dealt(task.arrays, task.places)
    task.show(seats)
    is_exchanged = not task.is_usual and may_exchange(seats)
    is_polished = not task.is_usual and not task.arrays.names and len(task.arrays.ids) <= MOST_POLISHED
    part = BRIEFLY if is_exchanged else SEARCHING if task.may_prove else PATIENT if is_polished else 1.0
    steps = _steps(task, len(seats.who), part)
    seats = improved(seats, task.random, steps, lambda: task.spent(part), task.show)
    task.show(seats)
    if is_exchanged and (task.may_prove or task.arrays.instance.programme.size.most >= FIVE):
        replanned(task.arrays, task.places, task.random, task.spent_after, task.show)
        return
    if is_exchanged:
        seats = _exchanged(task, seats)
        task.show(seats)
    if is_polished:
        kept = task.seconds * (1 - POLISHING) if task.may_prove else 0.2
        left = task.left
        polished(task.arrays.instance, answer_from(seats), task.random, lambda: left() - kept, task.offer)


def _steps(task: Task, n_sets: int, part: float) -> int:
    if task.is_usual:
        return TRIES
    milliseconds = STEP_MS + SQUARE_MS * (min(n_sets, NEIGHBOURHOOD) / NEIGHBOURHOOD) ** 2
    return int(1000 * task.seconds * part / milliseconds) + 1


def _exchanged(task: Task, seats: Seats) -> Seats:
    pairs = len(task.arrays.ids) ** 2
    steps = int(1000 * task.seconds * EXCHANGING / (EXCHANGE_MS * pairs)) + 1
    return exchanged(seats, task.random, steps, lambda: task.spent_after() >= NO_LATER, MILD)
