"""The oracle on who leads, and on who may look on."""

from typing import Any

from setspace.core.process import commands as c
from tests.core.oracle.world import THE_ROOM, World

Facts = dict[str, Any]
AN_OBSERVER_SEES = {
    *("bar", "observing", "clock", "question", "people", "cue"),
    *("queue", "asked", "agenda", "round", "actions"),
}


class Leading(World):
    def name_stand_in(self, by: str, what: c.NameStandIn, now: int) -> bool:
        person = what.person
        if not self.leads(by) or person == self.stand_in_named:
            return False
        if person and (not self.is_member(person) or person == self.lead):
            return False
        self.stand_in_named = person
        return True

    def stand_in(self, by: str, what: c.StandIn, now: int) -> bool:
        if not self._may_take_over(by):
            return False
        self.lead = by
        return True

    def hand_over(self, by: str, what: c.HandOver, now: int) -> bool:
        if not self.leads(by) or what.person == self.lead:
            return False
        is_somebody = self.is_member(what.person) and what.person in self.arrived
        if not (is_somebody if what.person else self.facilitators):
            return False
        self.lead = what.person
        return True

    def agree_to_observer(self, by: str, what: c.AgreeToObserver, now: int) -> bool:
        answers = self.answers.setdefault(what.person, {})
        is_asked = self.is_member(by) and self.is_observer(what.person)
        if not is_asked or answers.get(by) == what.yes:
            return False
        answers[by] = what.yes
        return True

    def may_start(self, person: str) -> bool:
        return self.leads(person) or (not self.leaders and self.is_member(person))

    def is_admitted(self, observer: str) -> bool:
        here = [person for person in self.members if person in self.arrived]
        said = self.answers.get(observer, {})
        return bool(here) and [said.get(person) for person in here] == [True] * len(here)

    def leading_facts(self, person: str, present: frozenset[str]) -> Facts:
        """Who leads, how taking over is offered, and what there is to answer about observers."""
        if self.phase == "closed":
            return {"lead": None}
        leaders, stands_in = self.leaders, self.stand_in_named
        shown = (leaders[0] if leaders else "", "" if stands_in == self.lead else stands_in)
        facts: Facts = {"lead": (*shown, self._offered(person, present))}
        if self.leads(person) and self.phase != "ended":
            rest = [one for one in self.members if one != self.lead]
            here = [one for one in rest if one in self.arrived and one in present]
            facts["may lead next"] = sorted(here)
            facts["may stand in"] = [one for one in rest if one != stands_in]
        if observers := [one for one in self.people if self.is_observer(one)]:
            facts["observers"] = [self._answered(person, one) for one in observers]
        return facts

    def observer_facts(self, person: str, shared: Facts) -> Facts:
        """All that an observer is shown: nothing but the phase until all have agreed."""
        if not self.is_admitted(person):
            return {"phase": self.phase, "covered": True, "more": []}
        theirs = {name: fact for name, fact in shared.items() if not name.startswith("my ")}
        return {"phase": self.phase, "covered": False, "more": [], **theirs}

    def _may_take_over(self, person: str) -> bool:
        if self.leads(person) or not self.is_member(person):
            return False
        return person == self.stand_in_named or not self.facilitators

    def _offered(self, person: str, present: frozenset[str]) -> str:
        if person == THE_ROOM or not self._may_take_over(person):
            return ""
        leaders = self.leaders
        if not leaders:
            return "free"
        if self.is_running and all(one in self.arrived and one not in present for one in leaders):
            return "now"
        return "quiet" if person == self.stand_in_named or self.phase == "waiting" else ""

    def _answered(self, person: str, observer: str) -> tuple[str, bool, bool, bool | None]:
        said = self.answers.get(observer, {})
        has_no = any(said.get(one) is False for one in self.members)
        return (observer, self.is_admitted(observer), self.leads(person) and has_no, said.get(person))
