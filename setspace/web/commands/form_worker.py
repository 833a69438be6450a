"""Forming sets in a process of its own, which is stopped at the time limit whatever it is doing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from setspace.core.forming.explaining import explained
from setspace.core.forming.impossible import clash_in
from setspace.core.forming.model import UNIT, Answer, Instance
from setspace.core.forming.solving import Formed, formed
from setspace.lib.clock import ticks

FOR_WRITING = 0.3
"""Seconds kept for stopping the worker and writing the result."""


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
    # A child of this process has the instance at once; nothing has to be read or sent again.
    context = get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    worker = context.Process(target=_work, args=(sending, instance, seed, seconds - FOR_WRITING), daemon=True)
    worker.start()
    sending.close()
    best = _heard(receiving, began, began + seconds - FOR_WRITING / 2, say)
    worker.kill()
    worker.join()
    answer = best.answer if best else Answer((), tuple(instance.applicants))
    reasons = explained(instance, answer) if explain and best else {}
    return Report(answer, best, ticks() - began, (), reasons)


def _work(sending: Connection, instance: Instance, seed: int, seconds: float) -> None:
    formed(instance, seed, seconds, ticks, sending.send)
    sending.close()


def _heard(receiving: Connection, began: float, ends: float, say: Callable[[str], None]) -> Formed | None:
    best: Formed | None = None
    try:
        while receiving.poll(max(ends - ticks(), 0)):
            best = receiving.recv()
            say(progress(best, ticks() - began))
    except EOFError:
        pass
    return best


def progress(best: Formed, seconds: float) -> str:
    now, bound = best.objective, best.bound
    most = f"at most {bound.quality / UNIT:.1f}" if bound.quality < 10**12 else "bound not known yet"
    return (
        f"{seconds:6.1f} s  placed {now.placed} of {bound.placed}  quality {now.quality / UNIT:.1f} ({most})"
    )
