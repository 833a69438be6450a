"""The oracle on giving time: what each way would take, worked out from the list of parts that it keeps."""

from typing import Any, NamedTuple

from setspace.core.process import commands as c
from setspace.core.process.formats import BlockKind
from tests.core.oracle.stopwatch import MINUTE
from tests.core.oracle.taking import Asked, More, Out, Taken
from tests.core.oracle.times import Times

Facts = dict[str, Any]
ASKS_ALL = ("white_space", "longer_turns")
WAYS = ("blocks", "one_block", "white_space", "all_turns", "last_turn", "longer_turns")


class Spare(NamedTuple):
    key: str
    priority: int
    length: int


class Giving(Times):
    def give_time(self, by: str, what: c.GiveTime, now: int) -> bool:
        if not (self.leads(by) and self.is_running) or what.way not in WAYS:
            return False
        if what.way != "longer_turns" and not 1 <= what.minutes <= self.minutes_late(now) + 1:
            return False
        taken = self.way(what.way, what.minutes, now)
        if taken is None:
            return False
        if what.way in ASKS_ALL and self._askable():
            self.asked_all = Asked(what.way, what.minutes, taken.white, [])
            self.time_changes += 1
        else:
            self._take(taken)
        return True

    def agree(self, by: str, what: c.Agree, now: int) -> bool:
        if not self.is_member(by) or not self.is_running or self.asked_all is None:
            return False
        if what.seen != self.time_changes:
            return False
        if not what.yes:
            self.asked_all = None
            self.time_changes += 1
            return True
        if by in self.asked_all.agreed:
            return False
        self.asked_all.agreed.append(by)
        if all(one in self.asked_all.agreed for one in self._askable()):
            asked, self.asked_all = self.asked_all, None
            taken = self.way(asked.way, asked.minutes, now)
            if taken and taken.white <= asked.white:
                self._take(taken)
            else:
                self.time_changes += 1
        return True

    def decide_later(self, by: str, what: c.DecideLater, now: int) -> bool:
        if not (self.leads(by) and self.is_running) or self.is_put_off:
            return False
        self.is_put_off = True
        return True

    def undo(self, by: str, what: c.Undo, now: int) -> bool:
        if not (self.leads(by) and self.is_running):
            return False
        if what.seen != self.time_changes or (self.asked_all is None and not self.may_undo()):
            return False
        self.time_changes += 1
        if self.asked_all is not None:
            self.asked_all = None
        else:
            newest = self.done_to_time.pop()
            if isinstance(newest, Taken):
                self._give_back(newest)
            elif isinstance(newest, More):
                self.watch.add(-newest.length)
            else:
                self.order = list(newest.before)
                del self.passed[newest.person]
        return True

    def way(self, name: str, minutes: int, now: int) -> Taken | None:
        """What a way would take; None where it is not open."""
        if name == "longer_turns":
            return self._longer(now)
        spares, needed = self._spares(now), minutes * MINUTE
        in_all = sum(spare.length for spare in spares)
        if minutes < 1:
            return None
        if needed <= in_all:
            return self._easy(name, spares, needed)
        return self._hard(name, spares, needed, now)

    def _easy(self, name: str, spares: list[Spare], needed: int) -> Taken | None:
        """Enough can be given around the turns."""
        poured = _poured(spares, needed)
        if name == "blocks":
            return Taken(name, poured)
        if name == "white_space":
            return Taken(name, white=needed) if needed <= self._white_left() else None
        enough = [spare for spare in spares if spare.length >= needed]
        if name != "one_block" or not enough or len(poured) == 1:
            return None
        best = max(spare.priority for spare in enough)
        return Taken(name, {next(spare.key for spare in enough if spare.priority == best): needed})

    def _hard(self, name: str, spares: list[Spare], needed: int, now: int) -> Taken | None:
        """Not enough can be given around the turns."""
        poured = _poured(spares, needed)
        rest = needed - sum(poured.values())
        if name == "white_space":
            return Taken(name, poured, white=rest) if rest <= self._white_left() else None
        turns = self.turns_ahead(now)
        if not turns or name not in ("all_turns", "last_turn"):
            return None
        if name == "all_turns":
            return self._shaved(turns, poured, rest, now)
        holder = self.holder_of(turns[-1])
        rest = max(0, needed - self.watch.left_of_turn(turns[-1], now))
        is_open = holder and rest <= sum(spare.length for spare in spares) and len(turns) + self.n_begun > 1
        return Taken(name, _poured(spares, rest), moved=holder) if is_open else None

    def _shaved(self, turns: list[int], poured: dict[str, int], rest: int, now: int) -> Taken | None:
        each = rest // 1000 // len(turns) * 1000
        while each * len(turns) < rest:
            each += 1000
        if any(self.watch.left_of_turn(turn, now) - each < self._floor(turn) for turn in turns):
            return None
        return Taken("all_turns", poured | {self._key(turn): each for turn in turns})

    def _white_left(self) -> int:
        return self.plan.white_space * MINUTE - sum(one.white for one in self.taken)

    def minutes_late(self, now: int) -> int:
        due = self.due()
        assert due is not None
        return round((self.times(now)[-1][2] - due) / MINUTE)

    def may_undo(self) -> bool:
        if len(self.done_to_time) == self.n_settled_of_time:
            return False
        newest, n_turns = self.done_to_time[-1], self.n_begun + len(self.ahead)
        if isinstance(newest, More):
            return newest.spell == len(self.watch.spells)
        if isinstance(newest, Out):
            without = [one for one in newest.before if one != newest.person]
            is_same = (self.order, self.n_settled) == (without, newest.settled)
            return is_same and len(newest.before) <= n_turns
        if self._has_cost(newest):
            return False
        moved = newest.moved
        is_out = moved in self.people and moved not in self.order
        return not moved or (is_out and len(self.order) < n_turns)

    def _has_cost(self, taken: Taken) -> bool:
        """Whether a part that gave something is over since then, or a turn that did has begun."""
        turns = [self._key(turn) for turn in self.begun]
        over = [spell.line for spell in self.watch.spells[taken.spell - 1 :] if spell.over is not None]
        parts = [self.plan.blocks[self.watch.lines[line].block].key for line in over]
        return any(key in taken.blocks for key in turns + parts)

    def turns_ahead(self, now: int) -> list[int]:
        found = []
        for _, kind, _, when, number in self.times(now):
            if kind == BlockKind.TURN and when == "ahead":
                found.append(next(line.turn for line in self.watch.lines if line.block == number))
        return [turn for turn in found if turn is not None and turn not in self.begun]

    def seen_of_time(self, person: str, now: int) -> Facts:
        """What a person sees of all this."""
        facts: Facts = {}
        asked = self.asked_all
        if self.leads(person) and self.is_running:
            late = self.minutes_late(now)
            open_ = [name for name in WAYS[:5] if late >= 2 and self.way(name, late, now)]
            facts["ways"] = (sorted(open_), self._longer(now) is not None)
            waiting = [one for one in self._askable() if asked and one not in asked.agreed]
            facts["asked of all"] = (len(asked.agreed), len(waiting)) if asked else None
            facts["may undo"] = self.may_undo()
        if asked and self.is_member(person):
            facts["my yes"] = person in asked.agreed
        if self.is_running and self._is_told(now):
            is_off = abs(self.minutes_late(now)) >= 2
            facts["ends"] = None if is_off else round((self.due() or 0) / MINUTE) * MINUTE
        if self.phase != "waiting" and self.plan.turns:
            facts["ledger"] = {one: self._share(one, now) for one in self.members}
        return facts

    def _is_told(self, now: int) -> bool:
        """Whether everybody reads of what was given: nothing was done since, and it is not all over."""
        newest = self.done_to_time[-1] if self.done_to_time else None
        if not isinstance(newest, Taken) or len(self.order) != newest.holders:
            return False
        to_come = {self.plan.blocks[one[4]].key for one in self.times(now) if one[3] != "past"}
        return bool(newest.white or newest.moved or to_come & set(newest.blocks))

    def _share(self, person: str, now: int) -> tuple[str, int | None, int]:
        turns = [*self.begun, *self.ahead]
        turn = next((one for one in turns if self.holder_of(one) == person), None)
        if turn is None:
            moved = any(one.moved == person for one in self.taken)
            state = self.passed.get(person, "moved" if moved else "not_today")
            return (state, None if state == "not_today" else 0, 0)
        gave = sum(max(0, one.blocks.get(self._key(turn), 0)) for one in self.taken)
        if turn not in self.begun and self.phase in ("ended", "closed"):
            return ("not_reached", 0, 0)
        if turn not in self.begun:
            return ("ahead", None, round(gave / MINUTE))
        if self.here is not None and self.here.turn == turn:
            return ("now", None, round(gave / MINUTE))
        had = max(0, self.watch.ran_in_turn(turn, now) - self.extra_of(turn))
        return ("held", round(had / MINUTE), round(gave / MINUTE))

    def _askable(self) -> list[str]:
        return [one for one in self.members if one in self.arrived]

    def _spares(self, now: int) -> list[Spare]:
        """The parts on or ahead that may shrink, with the whole minutes that they have left to give."""
        found = []
        for _, kind, _, when, number in self.times(now):
            block = self.plan.blocks[number]
            if kind == BlockKind.TURN or block.gives is None or when == "past":
                continue
            length = (block.minutes - block.least) * MINUTE - self.watch.given.get(block.key, 0)
            if when == "now":
                length = min(length, self.watch.left(now))
            if length >= MINUTE:
                found.append(Spare(block.key, block.gives, length // MINUTE * MINUTE))
        return found

    def _longer(self, now: int) -> Taken | None:
        """A fifth more at most for each turn, of what turns that fell away have set free."""
        turns = self.turns_ahead(now)
        if not turns or self.begun or any(one.way == "longer_turns" for one in self.taken):
            return None
        due = self.due()
        assert due is not None
        free = self.minutes_dropped * MINUTE + due - self.times(now)[-1][2]
        lengths = [self.watch.left_of_turn(turn, now) // 5 for turn in turns]
        each = min([free // len(turns), *lengths]) // MINUTE
        return Taken("longer_turns", {self._key(t): -each * MINUTE for t in turns}) if each >= 2 else None

    def _floor(self, turn: int) -> int:
        stages = sum(line.least for line in self.watch.lines if line.turn == turn) * MINUTE
        return stages + self.extra_of(turn)

    def _key(self, turn: int) -> str:
        number = next(line.block for line in self.watch.lines if line.turn == turn)
        return self.plan.blocks[number].key

    def _take(self, taken: Taken) -> None:
        self.asked_all, self.is_put_off = None, False
        self.done_to_time.append(taken)
        self.time_changes += 1
        self.order = [person for person in self.order if person != taken.moved]
        taken.spell, taken.holders = len(self.watch.spells), len(self.order)
        self._shift(taken, 1)

    def _give_back(self, taken: Taken) -> None:
        self._shift(taken, -1)
        if taken.moved:
            self.order.append(taken.moved)

    def _shift(self, taken: Taken, sign: int) -> None:
        turns = {line.turn for line in self.watch.lines if line.turn is not None}
        by_key = {self._key(turn): turn for turn in turns}
        for key, length in taken.blocks.items():
            self.watch.take(key, by_key.get(key), length * sign)


def _poured(spares: list[Spare], needed: int) -> dict[str, int]:
    """So much from the parts, those that give first emptied first."""
    gives: dict[str, int] = {}
    for priority in range(6, 0, -1):
        for spare in spares:
            if spare.priority == priority and needed > 0:
                gives[spare.key] = min(spare.length, needed)
                needed -= gives[spare.key]
    return gives
