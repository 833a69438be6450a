"""The demo's live session: simulated people take the seats in which nobody real sits."""

import logging
from datetime import UTC, datetime
from threading import Event, Thread

from django.db import connections

from setspace.core.process.state import Phase, State
from setspace.lib import clock
from setspace.programmes.changes import Refused
from setspace.records.changes import send_summary
from setspace.records.models import Summary
from setspace.room.hub import hub
from setspace.room.rehearsal.looking import Looking
from setspace.web.demo.seeding import Demo

LOOK_SECONDS, LEAST_SECONDS = 0.5, 0.05
A_MINUTE = 60_000

logger = logging.getLogger("setspace.demo")


class Living:
    """Looks at the room twice a second; does what the next simulated person wishes, when they do."""

    def __init__(self, demo: Demo) -> None:
        self._demo = demo
        self._stopping = Event()
        self._real: frozenset[str] = frozenset()
        self._closed_at: int | None = None
        self._thread = Thread(target=self._run, name="simulated people", daemon=True)

    def start(self) -> None:
        """The hub must run: from it comes who is really there."""
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            while not self._stopping.wait(self._pause(clock.now_ms())):
                hub.post(self._look_round)
                try:
                    self.live(clock.now_ms(), self._real)
                except Exception:  # the session goes on, whatever somebody in it tried
                    logger.exception("Simulated people stumbled and go on")
        finally:
            connections.close_all()

    def live(self, now: int, real: frozenset[str]) -> None:
        """One look at the room. Who is ``real`` acts for themselves."""
        state = self._demo.room.state()
        if state.phase is Phase.CLOSED:
            self._after(now, real)
            return
        present = frozenset(person.person for person in self._demo.company.people) | real
        found = self._demo.company.soonest(state, now, present, real)
        if found is None or found[0] > now:
            return
        _, person = found
        command = person.act(Looking(state, person.person, now, present), now)
        if command is not None:
            self._demo.room.ask(person.person, command, now)

    def _look_round(self) -> None:
        """On the hub's own loop: say that the simulated are here, hear who really is."""
        room = hub.rooms.get(self._demo.meeting.pk)
        if room is None:
            self._see(frozenset())
            return
        now = clock.ticks()
        self._see(room.presence.own(now))
        simulated = {person.person for person in self._demo.company.people}
        room.presence.heard("simulated", simulated - self._real, now)

    def _see(self, real: frozenset[str]) -> None:
        """Whoever leaves their seat gives it back to somebody who thinks anew."""
        for person in self._demo.company.people:
            if person.person in self._real - real:
                person.wake()
        self._real = real

    def _after(self, now: int, real: frozenset[str]) -> None:
        """A minute after the room was closed the facilitator sends the summary, unless somebody real may."""
        self._closed_at = self._closed_at or now
        facilitator = self._demo.founded.facilitator
        if now - self._closed_at < A_MINUTE or str(facilitator.pk) in real or self._is_sent():
            return
        try:
            send_summary(self._demo.meeting, facilitator, datetime.fromtimestamp(now / 1000, UTC))
        except Refused:
            return

    def _is_sent(self) -> bool:
        return Summary.objects.filter(meeting=self._demo.meeting).exclude(sent_at=None).exists()

    def _pause(self, now: int) -> float:
        """Real seconds until the next look."""
        state: State = self._demo.room.state()
        if state.phase is Phase.CLOSED:
            return LOOK_SECONDS * 4
        return max(LEAST_SECONDS, LOOK_SECONDS / max(1.0, clock.rate() / 4))
