"""The oracle on breaks, on the white space, and on what a second screen shows."""

from typing import Any

from setspace.core.process import commands as c
from tests.core.oracle.stopwatch import MINUTE
from tests.core.oracle.world import World

Facts = dict[str, Any]
FIVE = 5 * MINUTE


class Breaks(World):
    def come_back(self, by: str, what: c.ComeBack, now: int) -> bool:
        if not self.is_break or by not in self.people or by in self.came_back:
            return False
        self.came_back.append(by)
        return True

    @property
    def is_break(self) -> bool:
        return self.is_running and (self.is_pause(self.watch.spell.line) or self.back_at is not None)

    def beside(self, person: str, now: int) -> Facts:
        """Who is back, until when there is white space, and the time on the wall."""
        facts: Facts = {"white space": self._white_space(now), "wall": self._on_the_wall(now)}
        if self.is_break:
            leads = self.leads(person)
            facts["back"] = (
                [one for one in self.members if one in self.came_back] if leads else person in self.came_back
            )
        return facts

    def is_without_clock(self, person: str) -> bool:
        return self.hides_clock and person == self.holder and not self.leads(person)

    def _white_space(self, now: int) -> int | None:
        if self.phase != "ended" or self.ended_at is None or self.planned_end is None:
            return None
        start = self.planned_end
        if self.ended_at < start:
            late = self.ended_at % FIVE
            start = min(start, self.ended_at - late + (FIVE if late else 0))
        over = start + self.plan.white_space * MINUTE
        return over if self.plan.white_space and over > max(now, self.ended_at) else None

    def _on_the_wall(self, now: int) -> int | None:
        """The moment at which the stage ends, where the wall may show it and the clock is running."""
        if self.here is None or self.watch.is_held or (self.hides_clock and self.holder):
            return None
        return now + self.watch.left(now)
