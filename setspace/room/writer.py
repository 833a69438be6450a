"""The writer: one thread in a process that writes down what all its rooms are asked, a batch at a time.

There is no timer: a batch is whatever came in while the last one was being committed. An answer goes out
after the commit, never before.
"""

import logging
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from uuid import UUID

from django.db import InterfaceError, OperationalError, connections

from setspace.core.process.commands import Call
from setspace.lib import clock
from setspace.room import batch
from setspace.room.answers import Answer, Ask, NotKept
from setspace.room.batch import Settled
from setspace.room.log import Known
from setspace.room.shelf import shelf

MOST_AT_ONCE = 500
PAUSES = (0.0, 0.05, 0.1, 0.25, 0.5, 1.0, 1.0, 1.0)  # seconds: a database that is restarting is waited for
REST = 0.2  # seconds between a fall and the next start
STUCK_AFTER = 15.0  # seconds without a commit while something waits
KEPT_FIGURES = 1_000

logger = logging.getLogger("setspace.room")


@dataclass(frozen=True, slots=True)
class Figures:
    """How the writer is: for the health page."""

    is_up: bool
    n_commits: int
    n_commands: int
    n_falls: int
    commit_ms: Sequence[float]

    def percentile(self, share: float) -> float:
        times = sorted(self.commit_ms)
        return round(times[min(len(times) - 1, int(len(times) * share))], 2) if times else 0.0


class Writer:
    def __init__(self, commit: Callable[[Sequence[Ask]], Settled] = batch.commit) -> None:
        self._commit = commit
        self._waiting: SimpleQueue[Ask | None] = SimpleQueue()
        self._lock = Lock()
        self._thread: Thread | None = None
        self._is_serving = Event()
        self._is_stopping = False
        self._busy_since: float | None = None
        self._n_commits = self._n_commands = self._n_falls = 0
        self._commit_ms: deque[float] = deque(maxlen=KEPT_FIGURES)
        self.listeners: list[Callable[[Known], None]] = []

    def submit(
        self,
        room: UUID,
        call: Call,
        now: int | None = None,
        *,
        command_id: UUID | None = None,
        session: str = "",
        is_late: bool = False,
    ) -> Future[Answer]:
        """Ask something of a room. `now` is in epoch milliseconds; without it the clock is read."""
        ask = Ask(room, call, command_id or UUID(call.id), now, session, is_late)
        self._waiting.put(ask)
        self._ensure_thread()
        return ask.answer

    def stop(self) -> None:
        """Write down what waits, then end the thread. A later ask starts it again."""
        with self._lock:
            thread, self._is_stopping = self._thread, True
        if thread is not None and thread.is_alive():
            self._waiting.put(None)
            thread.join()
        with self._lock:
            self._thread, self._is_stopping = None, False
        if not self._waiting.empty():
            self._ensure_thread()  # somebody asked at the last moment

    def figures(self) -> Figures:
        return Figures(
            self._is_up(), self._n_commits, self._n_commands, self._n_falls, tuple(self._commit_ms)
        )

    def _is_up(self) -> bool:
        """Up is a thread that serves and is not stuck; a writer that nobody has asked yet is up too."""
        if self._thread is None:
            return True
        busy_since = self._busy_since
        is_stuck = busy_since is not None and clock.ticks() - busy_since > STUCK_AFTER
        return self._thread.is_alive() and self._is_serving.is_set() and not is_stuck

    def _ensure_thread(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        with self._lock:
            if self._is_stopping or (self._thread is not None and self._thread.is_alive()):
                return
            self._is_serving.set()
            self._thread = Thread(target=self._run, name="room-writer", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        """Serve; after a fall rest a little and serve again."""
        pause = Event()
        try:
            while True:
                try:
                    self._is_serving.set()
                    self._serve()
                    return
                except Exception:
                    self._is_serving.clear()
                    self._n_falls += 1
                    logger.exception("The room writer fell and starts again")
                    connections.close_all()
                    pause.wait(REST)
        finally:
            connections.close_all()

    def _serve(self) -> None:
        while (first := self._waiting.get()) is not None:
            asks, is_last = self._gathered(first)
            try:
                self._busy_since = clock.ticks()
                self._keep(asks)
            finally:
                self._busy_since = None
                for ask in asks:
                    if not ask.answer.done():
                        ask.answer.set_exception(NotKept())
            if is_last:
                return

    def _gathered(self, first: Ask) -> tuple[list[Ask], bool]:
        """Everything that waits, and whether the writer is to stop after it."""
        asks = [first]
        while len(asks) < MOST_AT_ONCE:
            try:
                more = self._waiting.get_nowait()
            except Empty:
                return asks, False
            if more is None:
                return asks, True
            asks.append(more)
        return asks, False

    def _keep(self, asks: Sequence[Ask]) -> None:
        """All in one transaction; where that fails, room by room, so that one cannot fail the others."""
        try:
            settled = self._patiently(asks)
        except Exception:
            logger.exception("A batch of %d commands was not kept; trying room by room", len(asks))
            self._room_by_room(asks)
        else:
            self._answer(settled)

    def _room_by_room(self, asks: Sequence[Ask]) -> None:
        by_room: defaultdict[UUID, list[Ask]] = defaultdict(list)
        for ask in asks:
            by_room[ask.room].append(ask)
        for room, waiting in by_room.items():
            shelf.drop(room)
            try:
                settled = self._patiently(waiting)
            except Exception:
                logger.exception("%d commands of a room were not kept", len(waiting))
                shelf.drop(room)
            else:
                self._answer(settled)

    def _patiently(self, asks: Sequence[Ask]) -> Settled:
        """Commit; when the database is away or busy, wait for it a few times."""
        *pauses, last = PAUSES
        for pause in pauses:
            try:
                return self._timed(asks)
            except (OperationalError, InterfaceError) as error:
                logger.warning("The database did not take a batch: %s", type(error).__name__)
                connections.close_all()
                Event().wait(pause)
        Event().wait(last)
        return self._timed(asks)

    def _timed(self, asks: Sequence[Ask]) -> Settled:
        began = clock.ticks()
        settled = self._commit(asks)
        self._commit_ms.append((clock.ticks() - began) * 1000)
        self._n_commits += 1
        self._n_commands += len(asks)
        return settled

    def _answer(self, settled: Settled) -> None:
        for ask, answer in settled.answers:
            if not ask.answer.done():
                ask.answer.set_result(answer)
        for known in settled.moved:
            for listener in self.listeners:
                listener(known)


writer = Writer()
