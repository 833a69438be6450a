"""Work by the clock: a few steps, again and again. Each may be taken at any time, in any number of processes.

A step that fails is logged, and taken again later; the others go on.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from threading import Event, Thread

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.db import connections
from django.db.models import Q

from setspace.hosts.changes import interest
from setspace.hosts.changes.importing import bring_in
from setspace.hosts.changes.sweeping import erase_old_drafts
from setspace.hosts.queries.reminders import reminders_left
from setspace.lib import clock
from setspace.people.models import Letter, LetterState
from setspace.people.outbox import send_due
from setspace.programmes.changes import close_polls, remind_of_sessions
from setspace.programmes.models import Invitation
from setspace.records.changes import remind_unsent
from setspace.room.changes import close_forgotten

A_MOMENT, A_MINUTE, AN_HOUR = 1.0, 60.0, 3600.0  # seconds
OLD_LINKS = timedelta(days=30)  # a link that has run out says so for a while, then it is nobody's

logger = logging.getLogger("setspace.worker")


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is done every so many seconds, and says how much it did."""

    name: str
    every: float
    work: Callable[[], int]


class Worker:
    """Takes the steps, in a thread beside the server or alone."""

    def __init__(self, steps: tuple[Step, ...] | None = None) -> None:
        self._steps = STEPS if steps is None else steps
        self._stopping = Event()
        self._next: dict[str, float] = {}
        self._thread: Thread | None = None

    def start(self) -> None:
        self._thread = Thread(target=self.run, name="worker", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Finish the step that is being taken, then end."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()

    def run(self) -> None:
        try:
            while not self._stopping.is_set():
                self.take_steps()
                self._stopping.wait(A_MOMENT)
        finally:
            connections.close_all()

    def take_steps(self) -> dict[str, int]:
        """Take each step that is due. Says how much each of them did; one that failed is not in it."""
        now, done = clock.ticks(), {}
        for step in self._steps:
            if self._stopping.is_set() or now < self._next.get(step.name, now):
                continue
            self._next[step.name] = now + step.every
            count = _taken(step)
            if count is not None:
                done[step.name] = count
        return done


def send_letters() -> int:
    """Most of the time there is nothing, and then nothing is locked."""
    if not Letter.objects.filter(state__in=(LetterState.WAITING, LetterState.CLAIMED)).exists():
        return 0
    return send_due(clock.wall())


def clear_sessions() -> int:
    """Sign-in sessions that have run out."""
    n_before = Session.objects.count()
    _session_store().clear_expired()
    return max(0, n_before - Session.objects.count())


def clear_links() -> int:
    """Links of invitations that were answered, or ran out, long ago."""
    long_ago = clock.now() - OLD_LINKS
    answered = Q(accepted_at__lt=long_ago) | Q(declined_at__lt=long_ago) | Q(withdrawn_at__lt=long_ago)
    old = Invitation.objects.exclude(token_hash="").filter(answered | Q(expires_at__lt=long_ago))
    return old.update(token_hash="")


STEPS = (
    Step("letters sent", A_MOMENT, send_letters),
    Step("applicants brought in", A_MOMENT, lambda: bring_in(clock.now(), 2 * A_MOMENT)),
    Step("forgotten rooms closed", A_MINUTE, lambda: close_forgotten(clock.now())),
    Step("reminders of sessions put", A_MINUTE, lambda: remind_of_sessions(clock.now(), reminders_left)),
    Step("polls closed", A_MINUTE, lambda: close_polls(clock.now())),
    Step("reminders of summaries put", A_MINUTE, lambda: remind_unsent(clock.now())),
    Step("people told that applications are open", A_MINUTE, lambda: interest.tell_interested(clock.now())),
    Step("old addresses of interest erased", AN_HOUR, lambda: interest.forget_interested(clock.now())),
    Step("old sign-in sessions cleared", AN_HOUR, clear_sessions),
    Step("old invitation links cleared", AN_HOUR, clear_links),
    Step("old drafts of applications erased", AN_HOUR, lambda: erase_old_drafts(clock.now())),
)


def _taken(step: Step) -> int | None:
    try:
        count = step.work()
    except Exception:  # one step that fails must never stop the others
        logger.exception("A step failed and is taken again later: %s", step.name)
        connections.close_all()
        return None
    if count:
        logger.info("%s: %d", step.name, count)
    return count


def _session_store() -> type[SessionBase]:
    store: type[SessionBase] = import_module(settings.SESSION_ENGINE).SessionStore
    return store
