"""Forming sets in a process of its own, which is stopped at the time limit whatever it is doing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from setspace.core.forming.exchange import MOST_EXCHANGED
from setspace.core.forming.explaining import explained
from setspace.core.forming.impossible import clash_in
from setspace.core.forming.model import UNIT, Answer, Instance, Objective
from setspace.core.forming.solving import MOST_BOUNDED, Formed, formed
from setspace.lib.clock import ticks

FOR_WRITING = 0.3
"""Seconds kept for stopping the worker and writing the result."""

FAR = 1_000_003
"""Between the seeds of two workers."""


@dataclass(frozen=True)
class Report:
    answer: Answer
    formed: Formed | None
    seconds: float
    clash: tuple[str, ...] = ()
    reasons: dict[str, Any] = field(default_factory=dict)

    @property
    def is_usable(self) -> bool:
        return self.formed is not None and self.formed.is_usable


def formed_apart(
    instance: Instance, seed: int, seconds: float, say: Callable[[str], None], explain: bool
) -> Report:
    """The best answer when the worker is done, or when the time is up; `say` is told how it goes."""
    began = ticks()
    clash = clash_in(instance)
    if clash:
        return Report(Answer((), tuple(instance.applicants)), None, ticks() - began, clash)
    workers, lines = _at_work(instance, seed, seconds - FOR_WRITING)
    best = _heard(lines, began, began + seconds - FOR_WRITING / 2, say)
    for worker in workers:
        worker.kill()
        worker.join()
    answer = best.answer if best else Answer((), tuple(instance.applicants))
    reasons = explained(instance, answer) if explain and best else {}
    return Report(answer, best, ticks() - began, (), reasons)


def _at_work(instance: Instance, seed: int, seconds: float) -> tuple[list[BaseProcess], list[Connection]]:
    """One worker, or two from different beginnings where chance decides most; and what is heard of each."""
    # A child of this process has the instance at once; nothing has to be read or sent again.
    context = get_context("fork")
    workers: list[BaseProcess] = []
    lines = []
    for number in range(2 if MOST_BOUNDED < len(instance.applicants) <= MOST_EXCHANGED else 1):
        receiving, sending = context.Pipe(duplex=False)
        arguments = (sending, instance, seed + number * FAR, seconds)
        worker = context.Process(target=_work, args=arguments, daemon=True)
        worker.start()
        sending.close()
        workers.append(worker)
        lines.append(receiving)
    return workers, lines


def _work(sending: Connection, instance: Instance, seed: int, seconds: float) -> None:
    formed(instance, seed, seconds, ticks, sending.send)
    sending.close()


def _heard(lines: list[Connection], began: float, ends: float, say: Callable[[str], None]) -> Formed | None:
    """The best of what all say, until they are done or the time is up."""
    best: Formed | None = None
    talking = list(lines)
    while talking and (ready := wait(talking, max(ends - ticks(), 0))):
        for line in ready:
            assert isinstance(line, Connection)
            try:
                now: Formed = line.recv()
            except EOFError:
                talking.remove(line)
                continue
            if best is None or _rank(now) > _rank(best):
                best = now
                say(progress(best, ticks() - began))
    return best


def _rank(now: Formed) -> tuple[bool, Objective, int]:
    """The better answer counts for more; of the same, the one with the closer bound."""
    return now.is_usable, now.objective, -now.bound.quality


def progress(best: Formed, seconds: float) -> str:
    now, bound = best.objective, best.bound
    most = f"at most {bound.quality / UNIT:.1f}" if bound.quality < 10**12 else "bound not known yet"
    return (
        f"{seconds:6.1f} s  placed {now.placed} of {bound.placed}  quality {now.quality / UNIT:.1f} ({most})"
    )
