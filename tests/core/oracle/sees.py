"""What the oracle expects each person to be shown: facts, in plain values, no wording."""

from typing import Any

from setspace.core.process.formats import Artefact, Floor
from tests.core.oracle.breaks import Breaks
from tests.core.oracle.giving import Giving
from tests.core.oracle.leading import Leading
from tests.core.oracle.life import Life
from tests.core.oracle.showing import Showing
from tests.core.oracle.stopwatch import MINUTE
from tests.core.oracle.world import Sheet

Facts = dict[str, Any]


class Sees(Breaks, Showing, Leading, Life, Giving):
    def expected(self, person: str, now: int, present: frozenset[str]) -> Facts:
        """The facts in a person's view; none at all for somebody who has no seat."""
        if person not in self.people:
            return {}
        if self.is_observer(person):
            shared = {**self._questions(""), **self._writing(""), **self._own("")}
            return self.observer_facts(person, shared)
        return {
            "phase": self.phase,
            "leads": self.leads(person),
            "clock": self._clock(person, now),
            **self.beside(person, now),
            "tiles": self._tiles(present),
            **self._questions(person),
            **self._writing(person),
            **self._own(person),
            **(self._facilitator(now) if self.leads(person) else {}),
            **self.leading_facts(person, present),
            **self.life_facts(person),
            **self.format_facts(person, now),
            **self.showing_facts(person),
            **self._after(person),
            **self.seen_of_time(person, now),
            "agenda": self._agenda(now),
        }

    def _clock(self, person: str, now: int) -> Facts:
        if self.here is None:
            return {}
        if self.is_without_clock(person):
            return {"visit": len(self.watch.spells)}
        left = self.watch.left(now)
        return {
            "visit": len(self.watch.spells),
            "ends_at": None if self.watch.is_held else now + left,
            "held_left": left if self.watch.is_held else None,
        }

    def _tiles(self, present: frozenset[str]) -> dict[str, tuple[bool, bool, bool, bool]]:
        """Whether each holds the issue, has the floor, is here, and is away today."""
        speaking = self._speaking()
        absent = [one for one, why in self.passed.items() if why == "absent" and one not in self.arrived]
        return {
            person: (person == self.holder, person in speaking, person in present, person in absent)
            for person in self.people
        }

    def _speaking(self) -> list[str]:
        here = self.here
        if here is None:
            return []
        if self.floor:
            return [self.floor]
        if here.floor is Floor.HOLDER and self.holder:
            return [self.holder]
        return self.leaders if here.floor is Floor.FACILITATOR else []

    def _questions(self, person: str) -> Facts:
        facts: Facts = {}
        sheet = self.sheets.get(self.holder, Sheet())
        is_holder = bool(self.holder) and person == self.holder
        if self.here is not None:
            facts["key question"] = sheet.question if self.holder else ""
        is_shown = bool(self.holder) and not self.sees_nothing_of_the_turn(person)
        if is_shown and (sheet.asked or self.writes(Artefact.QUESTIONS)):
            marked = sheet.moved if is_holder else set()
            facts["asked"] = [(q.id, q.by, q.text, q.id in marked) for q in reversed(sheet.asked)]
        if (mine := self.held.get(person)) and not self.is_quiet():
            facts["held"] = list(mine.items())
        if self.has_queue and not self.is_turned_away(person):
            may = self.may_ask(person)
            is_in = person == self.floor or person in self.queue
            facts["queue"] = (self.floor, list(self.queue), may and not is_in, may and is_in)
        return facts

    def _writing(self, person: str) -> Facts:
        """The issue, the wordings and the actions of the turn that is on."""
        facts: Facts = {}
        if not self.holder or self.sees_nothing_of_the_turn(person):
            return facts
        sheet = self.sheets.get(self.holder, Sheet())
        is_holder, leads = person == self.holder, self.leads(person)
        is_worded_here = self.writes(Artefact.KEY_QUESTION) or self.writes(Artefact.ISSUE)
        if is_holder or (leads and is_worded_here):
            facts["issue"] = sheet.issue
            facts["wordings"] = [(text, n == sheet.pinned) for n, text in enumerate(sheet.wordings)]
        if sheet.actions or self.writes(Artefact.ACTIONS):
            may = self.writes(Artefact.ACTIONS) and (is_holder or leads)
            facts["actions"] = (self.holder, [tuple(row) for row in sheet.actions.values()], may)
        return facts

    def _own(self, person: str) -> Facts:
        """What is noted together in this stage, and what the person alone is asked for."""
        facts: Facts = {}
        is_asked = self.is_member(person)
        if self.writes(Artefact.CHECK_IN):
            facts["said"] = {one: self.check_ins.get(one) for one in self.people if not self.is_observer(one)}
            facts["my check-in"] = self.check_ins.get(person)
        if self.writes(Artefact.BIDS):
            facts["bids made"] = {one: self.bids.get(one) for one in self.members}
            facts["my bid"] = self.bids.get(person) if is_asked else None
        if self.writes(Artefact.REPORTS):
            facts["told"] = {one: self._told(one) for one in self.members}
            facts["my reports"] = self._told(person)
        if self.writes(Artefact.ECHO):
            echoes, line = self.sheets.get(self.holder, Sheet()).echoes, self.watch.spell.line
            facts["echoes"] = {one: echoes.get((one, line)) for one in self.members if one != self.holder}
        if self.writes(Artefact.SCORE):
            facts["scored"] = {one: one in self.scores for one in self.members}
            facts["scores"] = self._scores()
            facts["my score"] = self.scores.get(person, 0) if is_asked else None
        return facts

    def _told(self, person: str) -> list[tuple[str, str, str]]:
        return [
            (one.what, *self.reports.get(one.key, ("", "", ""))[1:])
            for one in self.carried
            if one.person == person
        ]

    def _scores(self) -> list[int]:
        """The scores without names, once all members who came have given one, and at least three."""
        is_complete = all(one in self.scores for one in self.members if one in self.arrived)
        return sorted(self.scores.values()) if is_complete and len(self.scores) >= 3 else []

    def _facilitator(self, now: int) -> Facts:
        facts: Facts = {"seen": len(self.watch.spells), "late": self._late(now)}
        if self.is_running:
            facts["may back"] = bool(self.earlier())
            facts["unused"] = self._unused(now)
            number = self.next_line()
            facts["needs holder"] = number is not None and self.lacks_holder(number)
        if self.holder:
            sheet = self.sheets.get(self.holder, Sheet())
            facts["issue in hand"] = sheet.issue
        if self.phase in ("waiting", "running") and self.plan.turns:
            chosen = [(one, n < self.n_settled, self.bids.get(one)) for n, one in enumerate(self.order)]
            others = [(one, self.bids.get(one)) for one in self.members if one not in self.order]
            facts["order"] = (chosen, others)
        return facts

    def _unused(self, now: int) -> int:
        here = self.here
        if here is None or here.turn is None or not here.is_last:
            return 0
        return max(0, self.watch.left_of_turn(here.turn, now) // MINUTE)

    def _after(self, person: str) -> Facts:
        """From the end on: one's own part, and for the facilitator who has approved theirs."""
        facts: Facts = {}
        if self.phase not in ("ended", "closed"):
            return facts
        begun = self.order[: self.n_begun]
        if person in begun:
            sheet = self.sheets.get(person, Sheet())
            rows = [tuple(row) for row in sheet.actions.values()]
            facts["part"] = (sheet.issue, sheet.question, rows, sheet.changes, sheet.is_approved)
        if self.leads(person):
            facts["parts"] = [(one, self.sheets.get(one, Sheet()).is_approved) for one in begun]
        return facts

    def kept(self, now: int) -> Facts:
        """What the record is to keep of the session."""
        begun = zip(self.order, self.begun, strict=False)
        return {
            "parts": tuple(self._kept_part(one, turn, now) for one, turn in begun),
            "reports": self.reports,
            "present": tuple(one for one in self.arrived if not self.is_observer(one)),
            "led_by": self.led_by,
            "score_values": tuple(sorted(self.scores.values())),
        }

    def _kept_part(self, person: str, turn: int, now: int) -> Facts:
        sheet = self.sheets.get(person, Sheet())
        return {
            "person": person,
            "issue": sheet.issue,
            "wordings": sheet.wordings,
            "key_question": sheet.question,
            "actions": [tuple(row) for row in sheet.actions.values()],
            "minutes": self.watch.ran_in_turn(turn, now) / MINUTE,
            "approved": sheet.is_approved,
            "moved": tuple(one.text for one in sheet.asked if one.id in sheet.moved),
        }

    def _late(self, now: int) -> int | None:
        """Whole minutes behind, below 0 when ahead, 0 when less than two; None unless it runs."""
        if not self.is_running or self.planned_end is None:
            return None
        minutes = round((self.times(now)[-1][2] - (self.due() or 0)) / MINUTE)
        return minutes if abs(minutes) >= 2 else 0

    def _agenda(self, now: int) -> list[tuple[int, str, str]]:
        """When each block was, is or will be, to the minute."""
        return [(start // MINUTE * MINUTE, kind, when) for start, kind, _, when, _ in self.times(now)]
