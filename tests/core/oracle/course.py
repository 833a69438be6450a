"""The oracle on seats and on the course of a session: may it happen, and what follows."""

from setspace.core.process import commands as c
from setspace.core.process.formats import Artefact, BlockKind, Floor
from tests.core.oracle.formats import Formats
from tests.core.oracle.leading import Leading
from tests.core.oracle.life import Life
from tests.core.oracle.stopwatch import MINUTE
from tests.core.oracle.taking import More
from tests.core.oracle.world import THE_ROOM, Carried


class Course(Formats, Leading, Life):
    def prepare(self, by: str, what: c.Prepare, now: int) -> bool:
        if self.phase != "waiting":
            return False
        setup = what.setup
        self.formats = {format_.key: format_ for format_ in setup.formats}
        self.carried = tuple(Carried(one.key, one.person, one.what) for one in setup.carried)
        stays = setup.plan == self.plan and setup.starts_at == self.starts_at
        self.told_again_who_is_away(
            {one.person: one.instead for one in setup.away}, is_other_day=setup.starts_at != self.starts_at
        )
        self.starts_at = setup.starts_at
        self.order = self.willing_of(self.order) if stays else []
        self.hides_clock = setup.hides_clock_from_holder
        self.extras = {one.person: one.minutes * MINUTE for one in setup.extras}
        self.lay_out(setup.plan)
        return True

    def take_seat(self, by: str, what: c.TakeSeat, now: int) -> bool:
        if self.people.get(what.person) == (what.name, what.role):
            return False
        is_turned = (
            what.role == "observer" and self.people.get(what.person, ("", "observer"))[1] != "observer"
        )
        if is_turned:
            self._let_go(what.person)
        self.people.pop(what.person, None)
        self.people[what.person] = (what.name, what.role)
        return True

    def leave_seat(self, by: str, what: c.LeaveSeat, now: int) -> bool:
        if what.person not in self.people:
            return False
        self._let_go(what.person)
        return True

    def arrive(self, by: str, what: c.Arrive, now: int) -> bool:
        if by not in self.people or by in self.arrived:
            return False
        self.arrived.append(by)
        return True

    def start(self, by: str, what: c.Start, now: int) -> bool:
        n_members = len(self.members)
        if not self.may_start(by) or self.phase != "waiting":
            return False
        if not self.plan.least_people <= n_members <= self.plan.most_people:
            return False
        if not self.order and not self._has_bids():
            self.order = self.willing_of(self.members)[: self.plan.turns]
        self.fit()
        self.seen_by_leader = set()
        self.phase = "running"
        self.lead = self.led_by = self.lead or ("" if self.leads(by) else by)
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

    def move_on(self, by: str, what: c.MoveOn, now: int) -> bool:
        if not self.is_running:
            return False
        number, moment = self.next_line(), self.moves_by_itself_at(now)
        if number is None or moment is None or now < moment or what.seen != len(self.watch.spells):
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
        self.done_to_time.append(More(what.minutes * MINUTE, len(self.watch.spells)))
        self.time_changes += 1
        return True

    def pause(self, by: str, what: c.Pause, now: int) -> bool:
        if not self._may_lead(by) or self.watch.is_held:
            return False
        is_said_by_room = by == THE_ROOM and what.why == "holder" and bool(self.holder)
        if what.why and not is_said_by_room:
            return False
        self.watch.hold(now)
        self.held_why = what.why
        return True

    def go_on(self, by: str, what: c.GoOn, now: int) -> bool:
        if not self._may_lead(by) or not self.watch.is_held:
            return False
        if by == THE_ROOM and self.held_why != "holder":
            return False
        self.watch.go_on(now)
        self.held_why, self.back_at = "", None
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
        is_another = chosen != self.order
        self.order = chosen
        self.nothing_to_undo_of(*chosen)
        if is_another:
            self.n_settled_of_time = len(self.done_to_time)
        self.chosen(chosen)
        return True

    def give_floor(self, by: str, what: c.GiveFloor, now: int) -> bool:
        if not self._may_lead(by) or what.person == self.floor:
            return False
        is_quiet = self.here is not None and self.here.floor is Floor.NOBODY
        if what.person and (is_quiet or what.person not in self.people or self.is_observer(what.person)):
            return False
        self.floor = what.person
        self.queue = [person for person in self.queue if person != what.person]
        if what.person:
            self.floors[what.person] = self.floors.get(what.person, 0) + 1
            self.floors_ever[what.person] = self.floors_ever.get(what.person, 0) + 1
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

    def _let_go(self, person: str) -> None:
        del self.people[person]
        self.came_back = [one for one in self.came_back if one != person]
        later = [one for one in self.order[self.n_settled :] if one != person]
        self.order = self.order[: self.n_settled] + later
        self.queue = [one for one in self.queue if one != person]
        self.floor = "" if self.floor == person else self.floor
        for line, (floor, queue) in self.left_waiting.items():
            still = [one for one in queue if one != person]
            self.left_waiting[line] = ("" if floor == person else floor, still)
        self.held.pop(person, None)
        self.bids.pop(person, None)
        self.forget(person)
        self.nothing_to_undo_of(person)
        self.lead = "" if self.lead == person else self.lead
        self.stand_in_named = "" if self.stand_in_named == person else self.stand_in_named
        self.answers.pop(person, None)
        for said in self.answers.values():
            said.pop(person, None)

    def _may_lead(self, by: str) -> bool:
        return self.leads(by) and self.is_running

    def _may_move(self, by: str, seen: int) -> bool:
        return self._may_lead(by) and seen == len(self.watch.spells)

    def _go_to(self, number: int, offered: int, now: int) -> None:
        before, after = self.watch.lines[self.watch.spell.line], self.watch.lines[number]
        if before.turn is None or before.turn != after.turn:
            self.floors = {}
        self.left_waiting[self.watch.spell.line] = (self.floor, self.queue)
        self.floor, waited = self.left_waiting.get(number, ("", []))
        self.came_back = []
        self.seen_by_leader = set()
        self.held_why, self.back_at = "", None
        self.is_put_off = self.is_put_off and not self.is_pause(number)
        self.watch.begin(number, offered, now)
        self.queue = [one for one in waited if one != self.holder]

    def _end(self, now: int) -> None:
        self.watch.finish(now)
        self.asked_all = None
        self.held_why, self.back_at = "", None
        self.phase, self.ended_at, self.floor, self.queue = "ended", now, "", []

    def _has_bids(self) -> bool:
        is_asked = any(block.kind is BlockKind.BIDDING for block in self.plan.blocks)
        return is_asked or any(Artefact.BIDS in line.writes for line in self.watch.lines)
