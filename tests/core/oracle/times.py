"""When each block was, is or will be, by the oracle's own reckoning."""

from setspace.core.process.formats import BlockKind
from tests.core.oracle.stopwatch import MINUTE
from tests.core.oracle.world import World


class Times(World):
    def times(self, now: int) -> list[tuple[int, str, int, str, int]]:
        """Start, kind, end, past, now or ahead, and the number of each block that takes place."""
        found: list[tuple[int, str, int, str, int]] = []
        here = self.here.block if self.here else None
        is_started = bool(self.watch.spells)
        cursor = self.watch.spells[0].began if is_started else max(now, self.starts_at)
        turn = -1
        for number, block in enumerate(self.plan.blocks):
            turn += block.kind is BlockKind.TURN
            of_turn = turn if block.kind is BlockKind.TURN else None
            spells = [spell for spell in self.watch.spells if self.watch.lines[spell.line].block == number]
            if number == here:
                rest = max(0, self.watch.left(now), self._rest(of_turn, now))
                resumes = max(now, self.back_at or now)
                found.append((spells[0].began, block.kind.value, resumes + rest, "now", number))
            elif spells and (here is None or number < here):
                found.append((spells[0].began, block.kind.value, spells[-1].over or now, "past", number))
            elif block.kind is BlockKind.BREAK and [one[1] for one in found[-1:]] == ["break"] and not spells:
                continue
            elif self._is_to_come(number, here, of_turn):
                own = block.minutes * MINUTE - self.watch.given.get(block.key, 0)
                length = own if of_turn is None else max(0, self._rest(of_turn, now))
                found.append((cursor, block.kind.value, cursor + length, "ahead", number))
            else:
                continue
            cursor = found[-1][2]
        return found

    def _rest(self, turn: int | None, now: int) -> int:
        return self.watch.left_of_turn(turn, now) if turn is not None else 0

    def _is_to_come(self, number: int, here: int | None, turn: int | None) -> bool:
        if self.phase in ("ended", "closed") or (turn is not None and not self.takes_place(turn)):
            return False
        return here is None or number > here
