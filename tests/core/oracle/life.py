"""The oracle on what happens to people: who passes, who needs a moment, breaks, and quiet words."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from setspace.core.process import commands as c
from setspace.core.process.formats import Artefact, BlockKind
from tests.core.oracle.stopwatch import MINUTE
from tests.core.oracle.taking import Out
from tests.core.oracle.world import THE_ROOM, World

Facts = dict[str, Any]


class Whisper(NamedTuple):
    by: str
    to: str
    text: str
    spell: int


class Life(World):
    def told_who_is_away(self, away: dict[str, str]) -> None:
        self.away = away
        self.passed = dict.fromkeys(away, "absent")

    def told_again_who_is_away(self, away: dict[str, str], *, is_other_day: bool) -> None:
        """Only what is news counts on the same day: who was given a turn since keeps it."""
        if is_other_day:
            self.told_who_is_away(away)
            return
        for person in self.away.keys() - away.keys():
            if self.passed.get(person) == "absent":
                del self.passed[person]
        for person in away.keys() - self.away.keys():
            self.passed[person] = "absent"
        self.away = away

    def willing_of(self, people: list[str]) -> list[str]:
        """Of these who holds an issue: at the place of somebody absent whoever does so instead of them."""
        here = [person for person in people if person not in self.passed]
        order: list[str] = []
        for person in people:
            is_absent = self.passed.get(person) == "absent"
            holder = self.away.get(person, "") if is_absent else person
            if holder in here and holder not in order:
                order.append(holder)
        return order

    def pass_turn(self, by: str, what: c.PassTurn, now: int) -> bool:
        person = what.person or by
        if (person != by and not self.leads(by)) or not self._may_step_out(person):
            return False
        self._step_out(by, person, "passed")
        return True

    def mark_absent(self, by: str, what: c.MarkAbsent, now: int) -> bool:
        if not self.leads(by) or what.person in self.arrived or not self._may_step_out(what.person):
            return False
        self._step_out(by, what.person, "absent")
        return True

    def return_(self, by: str, what: c.Return, now: int) -> bool:
        person = what.person or by
        needs_leader = person != by or self.passed.get(person) == "absent"
        if needs_leader and not self.leads(by):
            return False
        if self.is_over or person not in self.passed or not self.is_member(person):
            return False
        if self.order or (self.is_running and not self.has_bids_somewhere):
            if len(self.order) >= len(self.begun) + len(self.ahead):
                return False
            self.order = [*self.order, person]
        del self.passed[person]
        self.nothing_to_undo_of(person)
        return True

    def need_moment(self, by: str, what: c.NeedMoment, now: int) -> bool:
        is_told = by in self.waiting_to_be_seen
        if by not in self.people or self.leads(by) or self.is_over or is_told:
            return False
        self.waiting_to_be_seen.append(by)
        self.seen_by_leader.discard(by)
        return True

    def moment_seen(self, by: str, what: c.MomentSeen, now: int) -> bool:
        person = what.person
        is_there = person in self.waiting_to_be_seen or person in self.seen_by_leader
        if by == person and is_there:
            self.forget_moment(person)
            return True
        if by == THE_ROOM or not self.leads(by) or person not in self.waiting_to_be_seen:
            return False
        self.forget_moment(person)
        self.seen_by_leader.add(person)
        return True

    def call_break(self, by: str, what: c.CallBreak, now: int) -> bool:
        if by not in self.people or not self.is_running or what.minutes not in range(1, 16):
            return False
        if self.back_at is not None or self.is_pause(self.watch.spell.line):
            return False
        if not self.watch.is_held:
            self.watch.hold(now)
        self.held_why, self.back_at = "break", now + what.minutes * MINUTE
        self.came_back = []
        return True

    def quiet_word(self, by: str, what: c.QuietWord, now: int) -> bool:
        may_hear = what.person in self.people and what.person != by and not self.is_observer(what.person)
        if by == THE_ROOM or not self.leads(by) or self.is_over or not may_hear:
            return False
        text = what.text.strip()
        if not 0 < len(text) <= 300 or len(self.whispers) >= 100:
            return False
        self.whispers.append(Whisper(by, what.person, text, len(self.watch.spells)))
        return True

    def forget_moment(self, person: str) -> None:
        self.waiting_to_be_seen = [one for one in self.waiting_to_be_seen if one != person]
        self.seen_by_leader.discard(person)

    def forget(self, person: str) -> None:
        """Somebody has left their seat."""
        self.passed.pop(person, None)
        self.forget_moment(person)
        self.whispers = [one for one in self.whispers if person not in (one.by, one.to)]

    def chosen(self, order: Sequence[str]) -> None:
        """Whoever is chosen to hold an issue has not passed any more."""
        self.passed = {person: why for person, why in self.passed.items() if person not in order}

    def life_facts(self, person: str) -> Facts:
        facts: Facts = {}
        if self.here is not None:
            facts["held for"] = (self.held_why, self.back_at)
        if mine := [one.text for one in self.whispers if one.to == person]:
            facts["told quietly"] = mine
        if self.phase != "closed" and not self.leads(person):
            fresh = [one for one in self.whispers if one.to == person][-1:]
            if fresh and fresh[0].spell == len(self.watch.spells):
                facts["just told"] = fresh[0].text
        if self.phase in ("waiting", "running"):
            facts |= self._in_life(person)
        return facts

    def _in_life(self, person: str) -> Facts:
        facts: Facts = {"own turn": self._own_turn(person)}
        may_break = self.is_running and self.back_at is None and not self.is_pause(self.watch.spell.line)
        if not self.leads(person):
            asked = "asked" if person in self.waiting_to_be_seen else ""
            facts["moment"] = (asked or ("seen" if person in self.seen_by_leader else ""), may_break)
            return facts
        facts["moments"] = (sorted(self.waiting_to_be_seen), may_break)
        facts["said quietly"] = [one.text for one in self.whispers if one.by == person][::-1][:5]
        if self.plan.turns:
            facts["passed"] = {one: why for one, why in self.passed.items() if self.is_member(one)}
            absent = [one for one in self.members if self.passed.get(one) == "absent"]
            named = {one: self.away.get(one, "") for one in absent}
            facts["instead"] = {one: self.first_name(by) for one, by in named.items() if by in self.people}
        if voices := self._voices():
            facts["voices"] = voices
        return facts

    def _own_turn(self, person: str) -> tuple[str, bool] | None:
        """Whether a member has passed and may come back, or may pass; None where there is nothing to say."""
        if not self.is_member(person):
            return None
        if why := self.passed.get(person):
            has_room = not self.order or len(self.order) < len(self.begun) + len(self.ahead)
            return (why, why == "passed" and has_room)
        is_early = self.phase == "waiting" and not self.order and not self.has_bids_somewhere
        return ("", False) if is_early or person in self.order[self.n_settled :] else None

    def _voices(self) -> Facts:
        """For each member: questions and floors in this turn, and in all."""
        by = [question.by for sheet in self.sheets.values() for question in sheet.asked]
        if not self.is_running or not (self.holder or by or self.floors_ever):
            return {}
        asked = self.sheets[self.holder].asked if self.holder in self.sheets else []
        here = [question.by for question in asked] if self.holder else []
        floors = self.floors if self.holder else {}
        return {
            one: (here.count(one), floors.get(one, 0), by.count(one), self.floors_ever.get(one, 0))
            for one in self.members
        }

    def _may_step_out(self, person: str) -> bool:
        is_settled = person in self.order[: self.n_settled]
        return not self.is_over and self.is_member(person) and not is_settled and person not in self.passed

    def _step_out(self, by: str, person: str, why: str) -> None:
        if self.is_running and by != THE_ROOM and self.leads(by):
            self.done_to_time.append(Out(person, self.order, self.n_settled))
            self.time_changes += 1
        settled = self.order[: self.n_settled]
        self.order = settled + [one for one in self.order[self.n_settled :] if one != person]
        self.passed[person] = why

    @property
    def is_over(self) -> bool:
        return self.phase in ("ended", "closed")

    @property
    def has_bids_somewhere(self) -> bool:
        is_asked = any(block.kind is BlockKind.BIDDING for block in self.plan.blocks)
        return is_asked or any(Artefact.BIDS in line.writes for line in self.watch.lines)
