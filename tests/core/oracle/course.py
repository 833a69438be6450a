"""The oracle on seats and on the course of a session: may it happen, and what follows."""

from setspace.core.process import commands as c
from setspace.core.process.formats import Artefact, BlockKind, Floor
from tests.core.oracle.stopwatch import MINUTE
from tests.core.oracle.world import THE_ROOM, Carried, World


class Course(World):
    def prepare(self, by: str, what: c.Prepare, now: int) -> bool:
        if self.phase != "waiting":
            return False
        setup = what.setup
        self.formats = {format_.key: format_ for format_ in setup.formats}
        self.carried = tuple(Carried(one.key, one.person, one.what) for one in setup.carried)
        self.starts_at, self.order = setup.starts_at, []
        self.lay_out(setup.plan)
        return True

    def take_seat(self, by: str, what: c.TakeSeat, now: int) -> bool:
        if self.people.get(what.person) == (what.name, what.role):
            return False
        self.people.pop(what.person, None)
        self.people[what.person] = (what.name, what.role)
        return True

    def leave_seat(self, by: str, what: c.LeaveSeat, now: int) -> bool:
        if what.person not in self.people:
            return False
        del self.people[what.person]
        later = [person for person in self.order[self.n_settled :] if person != what.person]
        self.order = self.order[: self.n_settled] + later
        self.queue = [person for person in self.queue if person != what.person]
        self.floor = "" if self.floor == what.person else self.floor
        self.held.pop(what.person, None)
        self.bids.pop(what.person, None)
        return True

    def arrive(self, by: str, what: c.Arrive, now: int) -> bool:
        if by not in self.people or by in self.arrived:
            return False
        self.arrived.append(by)
        return True

    def start(self, by: str, what: c.Start, now: int) -> bool:
        n_members = len(self.members)
        if not self.leads(by) or self.phase != "waiting":
            return False
        if not self.plan.least_people <= n_members <= self.plan.most_people:
            return False
        if not self.order and not self._has_bids():
            self.order = self.members[: self.plan.turns]
        self.fit()
        self.phase = "running"
        is_near = abs(now - self.starts_at) <= 60 * MINUTE
        self.planned_end = (self.starts_at if is_near else now) + self.plan.minutes * MINUTE
        self.watch.begin(0, self.watch.offer(0, now), now)
        return True

    def next_stage(self, by: str, what: c.NextStage, now: int) -> bool:
        if not self._may_move(by, what.seen):
            return False
        number = self.next_line()
        if number is None:
            self._end(now)
            return True
        if self.lacks_holder(number):
            return False
        self._go_to(number, self.watch.offer(number, now), now)
        return True

    def back(self, by: str, what: c.Back, now: int) -> bool:
        if not self._may_move(by, what.seen) or not self.earlier():
            return False
        number = max(self.earlier())
        self._go_to(number, self.watch.offer_again(number, now), now)
        return True

    def add_minutes(self, by: str, what: c.AddMinutes, now: int) -> bool:
        if not self._may_move(by, what.seen) or not 1 <= what.minutes <= 10:
            return False
        line = self.watch.lines[self.watch.spell.line]
        most = max(line.most, line.minutes + 10) * MINUTE
        if self.watch.spell.offered + what.minutes * MINUTE > most:
            return False
        self.watch.add(what.minutes * MINUTE)
        return True

    def pause(self, by: str, what: c.Pause, now: int) -> bool:
        if not self._may_lead(by) or self.watch.is_held:
            return False
        self.watch.hold(now)
        return True

    def go_on(self, by: str, what: c.GoOn, now: int) -> bool:
        if not self._may_lead(by) or not self.watch.is_held:
            return False
        self.watch.go_on(now)
        return True

    def order_holders(self, by: str, what: c.OrderHolders, now: int) -> bool:
        if not self.leads(by) or self.phase not in ("waiting", "running"):
            return False
        settled, chosen = self.order[: self.n_settled], list(what.order)
        if chosen[: len(settled)] != settled or len(chosen) > self.n_begun + len(self.ahead):
            return False
        fresh = chosen[len(settled) :]
        if not all(self.is_member(person) and chosen.count(person) == 1 for person in fresh):
            return False
        self.order = chosen
        return True

    def give_floor(self, by: str, what: c.GiveFloor, now: int) -> bool:
        if not self._may_lead(by) or what.person == self.floor:
            return False
        is_quiet = self.here is not None and self.here.floor is Floor.NOBODY
        if what.person and (is_quiet or what.person not in self.people):
            return False
        self.floor = what.person
        self.queue = [person for person in self.queue if person != what.person]
        if what.person:
            self.floors[what.person] = self.floors.get(what.person, 0) + 1
        return True

    def end(self, by: str, what: c.End, now: int) -> bool:
        if not self._may_lead(by):
            return False
        self._end(now)
        return True

    def close(self, by: str, what: c.Close, now: int) -> bool:
        if not self.leads(by) or (self.phase != "ended" and by != THE_ROOM):
            return False
        if self.is_running:
            self._end(now)
        self.phase = "closed"
        return True

    def _may_lead(self, by: str) -> bool:
        return self.leads(by) and self.is_running

    def _may_move(self, by: str, seen: int) -> bool:
        return self._may_lead(by) and seen == len(self.watch.spells)

    def _go_to(self, number: int, offered: int, now: int) -> None:
        before, after = self.watch.lines[self.watch.spell.line], self.watch.lines[number]
        if before.turn is None or before.turn != after.turn:
            self.floors = {}
        self.floor, self.queue = "", []
        self.watch.begin(number, offered, now)

    def _end(self, now: int) -> None:
        self.watch.finish(now)
        self.phase, self.ended_at, self.floor, self.queue = "ended", now, "", []

    def _has_bids(self) -> bool:
        is_asked = any(block.kind is BlockKind.BIDDING for block in self.plan.blocks)
        return is_asked or any(Artefact.BIDS in line.writes for line in self.watch.lines)
