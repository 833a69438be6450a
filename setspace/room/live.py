"""A room with people connected to it: the moment that they are shown, drawn once for all who see the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from django.urls import reverse

from setspace.core.process.sight import Region, View, sight
from setspace.core.process.state import Phase
from setspace.core.process.white_space import until
from setspace.lib import clock
from setspace.room import regions, showing
from setspace.room.coach.seen import seen
from setspace.room.log import Known
from setspace.room.pace import AS_USUAL, Pace
from setspace.room.presence import Presence

MOST_DRAWN = 16  # of one region: each person may have their own, and the last one of each is worth keeping


@dataclass(frozen=True, slots=True)
class Moment:
    """What there is to see in a room, for whoever looks. ``coached`` are those for whom the coach reads."""

    known: Known
    now: int
    present: frozenset[str]
    coached: frozenset[str] = frozenset()

    def view(self, person: str) -> View:
        state = self.known.state
        view = seen(sight(state, person, self.now, self.present), state, person, self.coached)
        return showing.seen(view, person, self.known.beside)


class Onlooker(Protocol):
    """One connection to a room, as the room sees it."""

    person: str
    session: str
    is_here: bool
    is_hidden: bool
    heard_at: float

    def show(self, moment: Moment) -> None: ...
    def close(self, code: int, why: str) -> None: ...


class LiveRoom:
    def __init__(self, known: Known, commands_url: str = "", pace: Pace = AS_USUAL) -> None:
        self.pace = pace
        self.presence = Presence()
        self.coached: frozenset[str] = frozenset()
        self.onlookers: set[Onlooker] = set()
        self.moment = Moment(known, pace.now_ms(), frozenset())
        self._drawn: dict[str, list[tuple[Region, str]]] = {}
        self._extra = {"commands_url": commands_url or reverse("room:commands", args=[known.room])}

    @property
    def id(self) -> UUID:
        return self.moment.known.room

    @property
    def known(self) -> Known:
        return self.moment.known

    @property
    def is_timed(self) -> bool:
        """Whether what people see changes with the time alone."""
        state = self.known.state
        return state.phase is Phase.RUNNING or (state.phase is Phase.ENDED and until(state) is not None)

    def refresh(self, known: Known | None = None) -> None:
        """Let everybody see the room as it is now. All who see it see the same moment."""
        if known is None or known.number < self.known.number:
            known = self.known
        present = self.presence.everybody(clock.ticks())
        self.moment = Moment(known, self.pace.now_ms(), present, self.coached)
        for onlooker in self.onlookers:
            onlooker.show(self.moment)

    def coach_for(self, people: frozenset[str]) -> None:
        """From now on the coach reads for these people."""
        if people != self.coached:
            self.coached = people
            self.refresh()

    def drawn(self, views: Mapping[str, Region]) -> dict[str, str]:
        """The HTML of some regions. Equal regions are drawn once, whoever they are for."""
        return {name: self._region(name, value) for name, value in views.items()}

    def _region(self, name: str, value: Region) -> str:
        known = self._drawn.setdefault(name, [])
        for before, html in known:
            if before == value:
                return html
        html = str(regions.render(name, value, self._extra))
        known.insert(0, (value, html))
        del known[MOST_DRAWN:]
        return html
