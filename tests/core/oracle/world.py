"""What the oracle remembers, and what is true of it at a moment."""

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from setspace.core.process.formats import Artefact, BlockKind, Floor, Format, Plan, TurnRule
from tests.core.oracle.stopwatch import Line, Stopwatch, running_order
from tests.core.oracle.taking import Asked, More, Out, Taken

THE_ROOM = "room"


class Carried(NamedTuple):
    key: str
    person: str
    what: str


class Question(NamedTuple):
    id: str
    by: str
    text: str


class ActionRow(NamedTuple):
    key: str
    what: str
    by_when: str
    first_step: str
    confidence: int


@dataclass(slots=True)
class Sheet:
    """What is noted of one issue holder."""

    issue: str = ""
    wordings: list[str] = field(default_factory=list)
    pinned: int | None = None
    asked: list[Question] = field(default_factory=list)
    moved: set[str] = field(default_factory=set)
    echoes: dict[tuple[str, int], str] = field(default_factory=dict)  # by person and line
    actions: dict[str, ActionRow] = field(default_factory=dict)
    changes: int = 0
    approved: int | None = None

    @property
    def question(self) -> str:
        if self.pinned is not None:
            return self.wordings[self.pinned]
        return self.wordings[-1] if self.wordings else ""

    @property
    def is_empty(self) -> bool:
        return not self.issue and not self.wordings and not self.actions

    @property
    def is_approved(self) -> bool:
        return self.approved == self.changes


class World:
    """The facts of one room as the oracle has gathered them from what was asked and accepted."""

    def __init__(
        self,
        plan: Plan,
        formats: dict[str, Format],
        people: dict[str, tuple[str, str]],
        carried: tuple[Carried, ...],
        starts_at: int,
    ) -> None:
        self.formats = formats
        self.people = dict(people)  # person -> name, role
        self.carried = carried
        self.starts_at = starts_at
        self.asked_for: list[tuple[int, str, str, str]] = []  # when, by whom, under which id, what
        self.phase = "waiting"
        self.planned_end: int | None = None
        self.ended_at: int | None = None
        self.order: list[str] = []
        self.arrived: list[str] = []
        self.floor = ""
        self.queue: list[str] = []
        self.floors: dict[str, int] = {}
        self.check_ins: dict[str, str] = {}
        self.bids: dict[str, tuple[str, int]] = {}
        self.reports: dict[str, tuple[str, str, str]] = {}
        self.sheets: dict[str, Sheet] = {}
        self.held: dict[str, dict[str, str]] = {}
        self.scores: dict[str, int] = {}
        self.lead, self.led_by, self.stand_in_named = "", "", ""
        self.answers: dict[str, dict[str, bool]] = {}  # about an observer, by members
        self.nothing_given()
        self.came_back: list[str] = []
        self.hides_clock = False
        self.lay_out(plan)

    def nothing_given(self) -> None:
        """Nobody has touched the time yet."""
        self.passed: dict[str, str] = {}
        self.away: dict[str, str] = {}  # who said that they are not coming -> who holds in their place
        self.waiting_to_be_seen: list[str] = []  # who needs a moment
        self.seen_by_leader: set[str] = set()
        self.whispers: list[Any] = []
        self.held_why = ""
        self.back_at: int | None = None
        self.floors_ever: dict[str, int] = {}
        self.left_waiting: dict[int, tuple[str, list[str]]] = {}  # by line: the floor, and the queue
        self.extras: dict[str, int] = {}  # person -> milliseconds
        self.done_to_time: list[Taken | More | Out] = []  # and not undone
        self.n_settled_of_time = 0  # so many of these were done before the turns became others
        self.asked_all: Asked | None = None
        self.is_put_off = False
        self.time_changes = 0
        self.minutes_dropped = 0

    @property
    def taken(self) -> list[Taken]:
        return [one for one in self.done_to_time if isinstance(one, Taken)]

    def nothing_to_undo_of(self, *people: str) -> None:
        """These have a turn again, or are gone: that they passed cannot be undone any more."""
        still = [one for one in self.done_to_time if not (isinstance(one, Out) and one.person in people)]
        if len(still) < len(self.done_to_time):
            self.time_changes += 1
        older = self.done_to_time[: self.n_settled_of_time]
        self.n_settled_of_time = len([one for one in older if one in still])
        self.done_to_time = still

    def lay_out(self, plan: Plan) -> None:
        self.plan = plan
        turns = [block.minutes for block in plan.blocks if block.kind is BlockKind.TURN]
        self.watch = Stopwatch(running_order(plan, self.formats), turns)
        self.watch.more_for = self.extra_of

    def fit(self) -> None:
        """Take the plan's own blocks for so many; else let turns go, when there are fewer members."""
        own = {variant.people: variant.blocks for variant in self.plan.variants}.get(len(self.members))
        if own is not None:
            self.lay_out(replace(self.plan, blocks=own, variants=()))
            return
        turns = [block for block in self.plan.blocks if block.kind is BlockKind.TURN]
        gone = turns[len(self.members) :]
        kept = tuple(block for block in self.plan.blocks if block not in gone)
        self.minutes_dropped = sum(block.minutes for block in gone)
        self.lay_out(replace(self.plan, blocks=kept, minutes=sum(block.minutes for block in kept)))

    @property
    def members(self) -> list[str]:
        return [person for person, (_, role) in self.people.items() if role == "member"]

    def leads(self, person: str) -> bool:
        return person == THE_ROOM or self.is_facilitator(person) or (person != "" and person == self.lead)

    @property
    def facilitators(self) -> list[str]:
        return [person for person in self.people if self.is_facilitator(person)]

    @property
    def leaders(self) -> list[str]:
        """Who holds the process: whoever has the lead, else all who facilitate."""
        return [self.lead] if self.lead else self.facilitators

    def is_observer(self, person: str) -> bool:
        return self.people.get(person, ("", ""))[1] == "observer"

    def is_facilitator(self, person: str) -> bool:
        return self.people.get(person, ("", ""))[1] == "facilitator"

    def is_member(self, person: str) -> bool:
        return self.people.get(person, ("", ""))[1] == "member"

    def first_name(self, person: str) -> str:
        return self.people[person][0].split()[0]

    @property
    def is_running(self) -> bool:
        return self.phase == "running"

    @property
    def here(self) -> Line | None:
        return self.watch.lines[self.watch.spell.line] if self.is_running else None

    @property
    def holder(self) -> str:
        return self.holder_of(self.here.turn) if self.here else ""

    def holder_of(self, turn: int | None) -> str:
        """The order is dealt out to the turns that took place, then to those that may yet."""
        if turn is None:
            return ""
        known = self.begun if turn in self.begun else [*self.begun, *self.ahead]
        return dict(zip(known, self.order, strict=False)).get(turn, "")

    def extra_of(self, turn: int) -> int:
        """What a turn is longer by for the one who holds it."""
        return self.extras.get(self.holder_of(turn), 0)

    def due(self) -> int | None:
        """When the session is to end, with all that takes nothing from anybody."""
        if self.planned_end is None:
            return None
        turns = {line.turn for line in self.watch.lines if line.turn is not None}
        later = sum(self.extra_of(turn) for turn in turns if self.takes_place(turn))
        for taken in self.taken:
            later += taken.white - sum(length for length in taken.blocks.values() if length < 0)
        return self.planned_end + later

    def writes(self, artefact: Artefact) -> bool:
        return self.here is not None and artefact in self.here.writes

    @property
    def has_queue(self) -> bool:
        here = self.here
        return here is not None and here.rule is TurnRule.QUEUE and here.floor in (Floor.MEMBERS, Floor.ALL)

    @property
    def begun(self) -> list[int]:
        return self.watch.begun

    @property
    def ahead(self) -> list[int]:
        """The turns after the line that is on which have not begun."""
        now_on = self.watch.spell.line if self.watch.spells else -1
        turns = dict.fromkeys(line.turn for line in self.watch.lines[now_on + 1 :])
        return [turn for turn in turns if turn is not None and turn not in self.begun]

    @property
    def n_begun(self) -> int:
        return len(self.begun)

    @property
    def n_settled(self) -> int:
        """How many places in the order are settled: while bids are made in a turn, that one is open."""
        here = self.here
        return self.n_begun - 1 if here is not None and here.is_choosing else self.n_begun

    def has_held(self, person: str) -> bool:
        return person in self.order[: self.n_begun]

    def may_ask(self, person: str) -> bool:
        """Whether somebody is one of those who ask in the turn that is on."""
        return bool(self.holder) and person != self.holder and self.is_member(person)

    def may_note_for(self, person: str, holder: str) -> bool:
        if person == holder:
            return self.has_held(person)
        return bool(holder) and holder == self.holder and self.leads(person)

    def sheet(self, holder: str) -> Sheet:
        return self.sheets.setdefault(holder, Sheet())

    def earlier(self) -> list[int]:
        """The lines before the one that is on to which the session may return."""
        return [spell.line for spell in self.watch.spells if spell.line < self.watch.spell.line]

    def next_line(self) -> int | None:
        """The line that comes next: turns that will not take place are passed over, and a second break."""
        now_on = self.watch.spell.line
        turn = self.watch.lines[now_on].turn
        for number, line in enumerate(self.watch.lines):
            if not self.watch.is_counted(number) or (self.is_pause(number) and self.is_pause(now_on)):
                continue
            if number > now_on and (line.turn is None or line.turn == turn or self.takes_place(line.turn)):
                return number
        return None

    def is_pause(self, number: int) -> bool:
        return self.plan.blocks[self.watch.lines[number].block].kind is BlockKind.BREAK

    def takes_place(self, turn: int) -> bool:
        return self._may_choose(turn) or bool(self.holder_of(turn)) or self.has_bids_inside(turn)

    def _may_choose(self, turn: int) -> bool:
        """Nobody is chosen yet: of the turns so many stay as there are people left to hold one."""
        n_out = sum(one in self.passed for one in self.members)
        before = [*self.begun, *self.ahead].index(turn) if turn in [*self.begun, *self.ahead] else 99
        return not self.order and (not self.passed or before + n_out < len(self.members))

    def has_bids_inside(self, turn: int) -> bool:
        return any(line.is_choosing for line in self.watch.lines if line.turn == turn)

    def lacks_holder(self, number: int) -> bool:
        line = self.watch.lines[number]
        return line.turn is not None and not line.is_choosing and not self.holder_of(line.turn)
