"""A room run by an engine and watched by the oracle: each call and each look is compared."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from setspace.core.process.codec import event_from_plain, event_to_plain, kind_of
from setspace.core.process.commands import THE_ROOM, Call, Command
from setspace.core.process.events import Event, RoomOpened
from setspace.core.process.evolve import opened
from setspace.core.process.outcome import outcome
from setspace.core.process.refusals import Refused
from setspace.core.process.state import MINUTE, Setup, State
from tests.core.engine import REAL, Engine
from tests.core.oracle import Carried, Oracle
from tests.core.seen import facts, markers


class Disagreement(AssertionError):
    """Engine and oracle differ: a rule is broken."""


@dataclass
class Trial:
    """One session. ``log`` is what the server has stored: call id, kind and JSON of each event."""

    setup: Setup
    now: int
    engine: Engine = REAL
    present: frozenset[str] = frozenset()
    told: dict[str, bool] = field(default_factory=dict)  # call id -> the answer that was given
    log: list[tuple[str, Event]] = field(default_factory=list)

    def __post_init__(self) -> None:
        opening = RoomOpened(self.now, THE_ROOM, self.setup)
        self.log.append(("", opening))
        self.state: State = opened(opening)
        people = {seat.person: (seat.name, seat.role.value) for seat in self.setup.seats}
        carried = tuple(Carried(one.key, one.person, one.what) for one in self.setup.carried)
        formats = {format_.key: format_ for format_ in self.setup.formats}
        self.oracle = Oracle(self.setup.plan, formats, people, carried, self.setup.starts_at)
        self.oracle.extras = {one.person: one.minutes * MINUTE for one in self.setup.extras}
        self.oracle.told_who_is_away({one.person: one.instead for one in self.setup.away})
        self.oracle.hides_clock = self.setup.hides_clock_from_holder

    def ask(self, by: str, id_: str, what: Command) -> bool:
        """Ask engine and oracle; the same call once more has the same answer and no effect."""
        if id_ in self.told:
            return self.told[id_]
        expected = self.oracle.asked(by, id_, what, self.now)
        answer = self.engine.decide(self.state, Call(by, id_, what), self.now)
        accepted = not isinstance(answer, Refused)
        if accepted != expected:
            raise Disagreement(f"{by} asked for {what}: the oracle says {expected}, the engine {answer}.")
        if isinstance(answer, tuple):
            if not answer:
                raise Disagreement(f"{by} was given {what}, but nothing happened.")
            for event in answer:
                self.log.append((id_, event))
                self.state = self.engine.evolve(self.state, event)
        self.told[id_] = accepted
        return accepted

    def look(self, person: str, *, closely: bool = True) -> None:
        """Compare what somebody is shown with what they ought to see; ``closely`` greps for more."""
        view = self.engine.sight(self.state, person, self.now, self.present)
        shown = facts(view)
        expected = self.oracle.expected(person, self.now, self.present)
        if shown != expected:
            raise Disagreement(f"{person} sees {_difference(shown, expected)}.")
        if closely and (strange := markers(view) - markers(expected)):
            raise Disagreement(f"{person} sees {strange}, which is not for them.")

    def restart(self) -> None:
        """The server starts anew: what it knows comes from the stored log alone."""
        stored = [(id_, kind_of(event), _sent(event)) for id_, event in self.log]
        events = [_read(kind, sent) for _, kind, sent in stored]
        state = opened(events[0])
        for event in events[1:]:
            state = self.engine.evolve(state, event)
        if state != self.state:
            raise Disagreement("A room that was read from its log is not the room that ran.")
        self.state = state

    def check_outcome(self) -> None:
        """What the record would keep is what the oracle would keep."""
        kept = asdict(outcome(self.state, self.now))
        expected = self.oracle.kept(self.now)
        for part in kept["parts"]:
            part["wordings"] = [wording["text"] for wording in part["wordings"]]
            part["actions"] = [tuple(action.values()) for action in part["actions"]]
        del kept["airtime"]  # the ledger is looked at in the view
        kept["reports"] = {report["action"]: tuple(report.values())[2:] for report in kept["reports"]}
        if kept != expected:
            raise Disagreement(f"The record keeps {_difference(kept, expected)}.")

    def check_history(self) -> None:
        """Every acknowledged call stands in the log once, in the order in which it was acknowledged."""
        stored = list(dict.fromkeys(id_ for id_, _ in self.log if id_))
        acknowledged = [id_ for id_, accepted in self.told.items() if accepted]
        if not stored == acknowledged == [id_ for _, _, id_, _ in self.oracle.asked_for]:
            raise Disagreement("What was acknowledged is not what was stored.")
        moments = [event.at for _, event in self.log]
        if moments != sorted(moments):
            raise Disagreement("The log runs backwards.")


def _sent(event: Event) -> str:
    return json.dumps(event_to_plain(event))


def _read(kind: str, sent: str) -> Event:
    return event_from_plain(kind, json.loads(sent))


def _difference(shown: dict[str, Any], expected: dict[str, Any]) -> str:
    names = [name for name in {**shown, **expected} if shown.get(name) != expected.get(name)]
    return "; ".join(f"{name} {shown.get(name)} where {expected.get(name)} is right" for name in names)
