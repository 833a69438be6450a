"""The oracle on what an issue holder shows of their own: of which kind, and to whom."""

from typing import Any

from setspace.core.process import commands as c
from tests.core.oracle.formats import Formats

KINDS = ("sheet", "map")


class Showing(Formats):
    showing: tuple[str, str] | None = None  # who, and what

    def show(self, by: str, what: c.Show, now: int) -> bool:
        if not self._may_show(by) or what.which not in KINDS or self.showing == (by, what.which):
            return False
        self.showing = (by, what.which)
        return True

    def take_back(self, by: str, what: c.TakeBack, now: int) -> bool:
        if self.showing is None or self.showing[0] != by:
            return False
        self.showing = None
        return True

    def put_away_what_is_over(self) -> None:
        if self.showing is not None and not self._may_show(self.showing[0]):
            self.showing = None

    def showing_facts(self, person: str) -> dict[str, Any]:
        """Whoever has turned away sees nothing of it, but may take it back."""
        facts: dict[str, Any] = {}
        if self.showing is not None and not self.is_turned_away(person):
            facts["shown"] = (self.showing[1], self.showing[0] == person)
        is_asked = self.showing is not None or not self._is_calm(person)
        if self._may_show(person) and is_asked:
            facts["may show"] = self.showing[1] if self.showing else ""
        return facts

    def _is_calm(self, person: str) -> bool:
        return self.is_quiet() or self.is_turned_away(person)

    def _may_show(self, person: str) -> bool:
        here = self.here
        is_in_turn = here is not None and not here.is_choosing and self.holder == person != ""
        return is_in_turn and person in self.people and not self.is_observer(person)
