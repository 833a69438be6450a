"""What a process does beside its event loop: jobs that come again, errands, and threads with the database."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError
from typing import ParamSpec, TypeVar

from django.db import InterfaceError, OperationalError, connections

READERS = 4

P = ParamSpec("P")
T = TypeVar("T")
logger = logging.getLogger("setspace.room")


async def every(seconds: float, job: Callable[[], Awaitable[None]]) -> None:
    while True:
        await asyncio.sleep(seconds)
        await quietly(job())


async def quietly(errand: Awaitable[None]) -> None:
    try:
        await errand
    except Exception:
        logger.exception("Something around the live rooms went wrong; it is tried again")


def with_database(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    try:
        return work(*args, **kwargs)
    except (OperationalError, InterfaceError):
        connections.close_all()
        raise


def put_away(readers: ThreadPoolExecutor) -> None:
    """End the threads, each with its own connections closed."""
    everyone = Barrier(READERS)
    for _ in range(READERS):
        readers.submit(_leave_database, everyone)
    readers.shutdown(wait=True)


def _leave_database(everyone: Barrier) -> None:
    connections.close_all()
    with suppress(BrokenBarrierError):
        everyone.wait(1.0)  # so that no thread does it twice, and another not at all
