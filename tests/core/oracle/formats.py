"""The oracle on what a round says of itself: stages on request, hard ends, quiet, and who has turned away."""

from typing import Any

from setspace.core.process import commands as c
from setspace.core.process.formats import Ends, Floor, HolderState, Stage
from tests.core.oracle.stopwatch import MINUTE, Line
from tests.core.oracle.world import World


class Formats(World):
    def ask_for_resources(self, by: str, what: c.AskForResources, now: int) -> bool:
        number = self.on_request
        if not self.holder or by != self.holder or number is None:
            return False
        if (number in self.watch.wanted) == what.wanted:
            return False
        self.watch.wanted ^= {number}
        if self.here is not None and self.here.is_elastic:
            self._share_out(self.here, now, is_less=what.wanted)
        return True

    @property
    def on_request(self) -> int | None:
        """The line of the turn that is on which takes place if its issue holder asks for it."""
        here = self.here
        if here is None or here.turn is None:
            return None
        lines = enumerate(self.watch.lines)
        ahead = [
            number for number, line in lines if line.turn == here.turn and number > self.watch.spell.line
        ]
        return next(
            (number for number in ahead if self.stage_of(self.watch.lines[number]).is_on_request), None
        )

    def moves_by_itself_at(self, now: int) -> int | None:
        """When the room moves on without anybody's press; None where it does not."""
        here, number = self.here, self.next_line()
        if here is None or here.turn is None or self.stage_of(here).ends is not Ends.HARD:
            return None
        if number is None or self.watch.is_held or self.lacks_holder(number):
            return None
        return now + self.watch.left(now) if self.watch.spell.offered > 0 else None

    def is_quiet(self) -> bool:
        here = self.here
        return here is not None and here.floor is Floor.NOBODY and not here.writes

    def is_turned_away(self, person: str) -> bool:
        here = self.here
        if here is None or here.turn is None or person != self.holder or self.leads(person):
            return False
        return self.stage_of(here).holder is HolderState.TURNED_AWAY

    def sees_nothing_of_the_turn(self, person: str) -> bool:
        return self.is_quiet() or self.is_turned_away(person)

    def format_facts(self, person: str, now: int) -> dict[str, Any]:
        """What a person is shown of how the stage is held."""
        if self.here is None or self.is_pause(self.watch.spell.line):
            return {}
        is_still = self.here.turn is not None and self.sees_nothing_of_the_turn(person)
        facts = {"still": (self.is_quiet(), self.is_turned_away(person)), "own turn": None}
        found: dict[str, Any] = facts if is_still else {}
        number = self.on_request
        if number is None or not self.holder or self.sees_nothing_of_the_turn(person):
            return found
        is_wanted = number in self.watch.wanted
        if is_wanted or person == self.holder:
            found["resources"] = (is_wanted, person == self.holder)
        return found

    def stage_of(self, line: Line) -> Stage:
        block = self.plan.blocks[line.block]
        return next(stage for stage in self.formats[block.format].stages if stage.key == line.key)

    def _share_out(self, here: Line, now: int, *, is_less: bool) -> None:
        """The elastic stage that is on has from now on what the stages after it leave of the turn."""
        spell, turn = self.watch.spell, here.turn or 0
        after = [
            line
            for number, line in enumerate(self.watch.lines)
            if line.turn == turn and number > spell.line and self.watch.is_counted(number)
        ]
        rest = self.watch.left_of_turn(turn, now) - sum(line.minutes for line in after) * MINUTE
        fair = min(max(here.most * MINUTE, spell.offered), spell.ran(now) + max(0, rest))
        if is_less:
            least = min(spell.offered, spell.ran(now))
            spell.offered = max(least, min(spell.offered, fair))
        else:
            spell.offered = max(spell.offered, fair)
