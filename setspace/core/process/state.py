"""What a room knows: the state that its events fold into. Times are epoch milliseconds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from setspace.core.process.formats import Format, Plan
from setspace.core.process.gifts import Account, Act, Extra, Gift, Given, Proposal
from setspace.core.process.noted import BidLine, Held, Part, Report
from setspace.core.process.quiet import Said
from setspace.core.process.showing import Shown
from setspace.core.process.steps import Step

MINUTE = 60_000
STATUSES = ("not_yet", "under_way", "done", "letting_go")
PASSED, ABSENT = "passed", "absent"  # why somebody holds no issue today


class Role(StrEnum):
    FACILITATOR = "facilitator"
    MEMBER = "member"
    OBSERVER = "observer"  # looks on, if every member agrees, and takes no part


class Phase(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    ENDED = "ended"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Seat:
    person: str
    name: str
    role: Role

    @property
    def first_name(self) -> str:
        return self.name.split()[0] if self.name.split() else self.name


@dataclass(frozen=True, slots=True)
class CarriedAction:
    """An action from an earlier session, brought in for its update."""

    key: str
    person: str
    what: str
    by_when: str
    status: str


@dataclass(frozen=True, slots=True)
class Led:
    """How many earlier sessions somebody has led, in a set that facilitates itself."""

    person: str
    sessions: int


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody who has said that they can't come, and who holds an issue in their place, if anybody."""

    person: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Setup:
    """What a room is opened with.

    ``starts_at`` is the planned start, ``zone`` the set's; ``next_session`` says in words when the
    set meets after this, and is empty where no date is set. ``ledger`` and ``extras`` are what
    members bring with them: their time so far, and the minutes that their turns are longer.
    """

    title: str
    plan: Plan
    formats: tuple[Format, ...]
    seats: tuple[Seat, ...]
    carried: tuple[CarriedAction, ...]
    starts_at: int
    zone: str = "Europe/London"
    next_session: str = ""
    ledger: tuple[Account, ...] = ()
    extras: tuple[Extra, ...] = ()
    hides_clock_from_holder: bool = False
    led: tuple[Led, ...] = ()
    away: tuple[Away, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """One time that a step was on: since when, for how long, and how long the clock was held."""

    step: int
    began: int
    allowance: int
    ended: int | None = None
    held: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """Who had the floor in a step, and who waited to ask, when it was left."""

    floor: str
    queue: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """A room as its events have made it. Mappings are never changed in place."""

    setup: Setup
    seats: tuple[Seat, ...]
    plan: Plan  # the setup's plan; from the start on fitted to those who are there
    steps: tuple[Step, ...]
    phase: Phase = Phase.WAITING
    started_at: int | None = None
    planned_end: int | None = None
    ended_at: int | None = None
    visits: tuple[Visit, ...] = ()
    begun: tuple[int, ...] = ()  # the numbers of the turns that have begun, in that order
    added: Mapping[int, int] = field(default_factory=dict)  # step -> milliseconds
    requested: tuple[int, ...] = ()  # the steps that take place because the issue holder asked
    acts: tuple[Act, ...] = ()  # what was done to time and turns and not undone, the oldest first
    n_acts_past: int = 0  # so many of these lie before another order of turns, which is not undone
    proposal: Proposal | None = None
    passed: Mapping[str, str] = field(default_factory=dict)  # person -> PASSED or ABSENT
    time_changes: int = 0  # rises with all that is done to the time, asked for or undone, and with acts
    is_put_off: bool = False  # giving time is to be decided at the next break
    paused_at: int | None = None
    held_for: str = ""  # why the clock is held: "holder", "break", or nothing said
    break_until: int | None = None  # when a break that was called is over
    order: tuple[str, ...] = ()
    arrived: tuple[str, ...] = ()
    floor: str = ""
    queue: tuple[str, ...] = ()
    waited: Mapping[int, Waiting] = field(default_factory=dict)  # step -> who was left waiting in it
    floors_taken: Mapping[str, int] = field(default_factory=dict)  # in this turn
    floors_in_all: Mapping[str, int] = field(default_factory=dict)
    moments: Mapping[str, bool] = field(default_factory=dict)  # who needs one -> whether it was seen
    quiet_words: tuple[Said, ...] = ()
    has_led: tuple[str, ...] = ()  # who has moved the session on
    checked_in: Mapping[str, str] = field(default_factory=dict)
    bids: Mapping[str, BidLine] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)  # by action
    parts: Mapping[str, Part] = field(default_factory=dict)  # by holder
    held: Mapping[str, tuple[Held, ...]] = field(default_factory=dict)
    moved: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # holder -> question ids
    scores: Mapping[str, int] = field(default_factory=dict)
    shown: Shown | None = None  # what the issue holder shows of their own
    back: tuple[str, ...] = ()  # who has come back from the break that is on
    lead: str = ""  # who leads in place of the facilitators; empty where they do
    led_by: str = ""  # who had the lead when the session began
    stand_in: str = ""
    consents: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)  # observer -> member -> yes

    def seat(self, person: str) -> Seat | None:
        return next((seat for seat in self.seats if seat.person == person), None)

    def is_away(self, person: str) -> bool:
        """Whether somebody is not coming today, as they or who leads said, and has not come after all."""
        return self.passed.get(person) == ABSENT and person not in self.arrived

    @property
    def instead(self) -> Mapping[str, str]:
        """Who is not coming today, and who holds an issue in the place of each; empty where nobody does."""
        named = {away.person: away.instead for away in self.setup.away}
        return {person: named.get(person, "") for person, why in self.passed.items() if why == ABSENT}

    @property
    def members(self) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.seats if seat.role is Role.MEMBER)

    @property
    def gifts(self) -> tuple[Gift, ...]:
        return tuple(act.gift for act in self.acts if isinstance(act, Given))

    @property
    def visit(self) -> Visit | None:
        return self.visits[-1] if self.visits else None

    @property
    def step(self) -> Step | None:
        """The step that is on; None before the start and after the end."""
        return self.steps[self.visits[-1].step] if self.phase is Phase.RUNNING and self.visits else None

    def holder_of(self, turn: int | None) -> str:
        """Whose turn it is, by its number from 0; empty where nobody is chosen, or it was passed over.

        The order goes to the turns that have begun, then to those still to come.
        """
        if turn is None:
            return ""
        if turn in self.begun:
            place = self.begun.index(turn)
        elif turn in self.to_come:
            place = len(self.begun) + self.to_come.index(turn)
        else:
            return ""
        return self.order[place] if place < len(self.order) else ""

    @property
    def holder(self) -> str:
        """The issue holder of this moment; empty outside a turn."""
        return self.holder_of(self.step.turn) if self.step else ""

    @property
    def turns_begun(self) -> int:
        """How many turns have begun, the present one among them."""
        return len(self.begun)

    @property
    def n_settled(self) -> int:
        """How many places in the order no longer change: a turn in which bids are made is still open."""
        is_choosing = self.step is not None and self.step.is_choosing
        return len(self.begun) - 1 if is_choosing else len(self.begun)

    @property
    def to_come(self) -> tuple[int, ...]:
        """The numbers of the turns that lie ahead and have not begun."""
        here = self.visits[-1].step if self.visits else -1
        ahead = dict.fromkeys(step.turn for step in self.steps[here + 1 :])
        return tuple(turn for turn in ahead if turn is not None and turn not in self.begun)

    @property
    def n_turns(self) -> int:
        """How many turns there is time for: those that have begun and those still to come."""
        return len(self.begun) + len(self.to_come)
