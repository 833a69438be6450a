"""What the people of a trial ask for: sensible, careless, late and hostile things, by seeded chance.

Whoever draws looks only at the oracle, as somebody in the room would look at their screen.
"""

from collections.abc import Callable
from random import Random

from setspace.core.process import commands as c
from setspace.core.process.formats import Artefact
from setspace.core.process.gifts import GiftKind
from setspace.core.process.state import STATUSES
from tests.core.asking_leading import LEADING, OTHER_ROLES
from tests.core.asking_life import APART, LIFE, TOGETHER
from tests.core.oracle import Oracle
from tests.core.worlds import LEADER, SHIPPED_PLANS, STRANGER, TINY_PLANS, setup_for, with_somebody_away

Draw = Callable[["Asker"], tuple[str, c.Command]]


class Asker:
    """Draws calls for one trial; every text that it makes up holds a marker of its own."""

    def __init__(self, oracle: Oracle, chance: Random) -> None:
        self.oracle = oracle
        self.chance = chance
        self.n_texts = 0
        self.joined = 0

    def text(self) -> str:
        self.n_texts += 1
        return f"m{self.n_texts}."

    def line(self) -> str:
        """Nearly always a line; now and then nothing, or far too much."""
        whim = self.chance.random()
        if whim < 0.03:
            return "  " if whim < 0.015 else "x" * 301
        return f" {self.text()} " if whim < 0.1 else self.text()

    def anybody(self) -> str:
        return self.chance.choice([*self.oracle.people, *self.oracle.people, STRANGER])

    def member(self) -> str:
        return self.chance.choice(self.oracle.members or [LEADER])

    @property
    def late(self) -> int:
        """How many minutes the session is behind, as the one who asks may guess."""
        oracle = self.oracle
        return max(1, oracle.minutes_late(oracle.last_heard)) if oracle.is_running else 1

    def time_seen(self) -> int:
        """What is on the asker's screen of the changes of time: now and then it is late."""
        return self.oracle.time_changes - (self.chance.random() < 0.1)

    def asker(self) -> str:
        """Mostly a member other than the issue holder of this moment."""
        if self.oracle.holder and self.chance.random() < 0.15:
            return self.oracle.holder
        others = [person for person in self.oracle.members if person != self.oracle.holder]
        return self.chance.choice(others or [LEADER])

    def somebody(self, likely: str) -> str:
        """Mostly the one who may; sometimes anybody."""
        return likely if likely and self.chance.random() < 0.8 else self.anybody()

    def leader(self) -> str:
        leader = self.chance.choice(self.oracle.leaders or self.oracle.members or [LEADER])
        return leader if self.chance.random() < 0.93 else self.anybody()

    def seen(self) -> int:
        """What is on the asker's screen: now and then it is late."""
        n_spells = len(self.oracle.watch.spells)
        return n_spells if self.chance.random() < 0.9 else n_spells - self.chance.choice([-1, 1, 2])

    def one_of(self, ids: list[str]) -> str:
        """Mostly one that is there."""
        return self.chance.choice(ids) if ids and self.chance.random() < 0.9 else "gone"

    def some_order(self) -> tuple[str, ...]:
        oracle, chance = self.oracle, self.chance
        settled = oracle.order[: oracle.n_settled]
        free = [person for person in oracle.members if person not in settled]
        chance.shuffle(free)
        n_turns = oracle.n_begun + len(oracle.ahead)
        wanted = [*settled, *free][: n_turns - (chance.random() < 0.2)]
        if chance.random() < 0.25:
            chance.shuffle(wanted)
        if chance.random() < 0.08:
            wanted.append(self.anybody())
        return tuple(wanted)

    def held_by(self, person: str) -> list[str]:
        return list(self.oracle.held.get(person, {}))

    def asked_of(self, person: str) -> list[str]:
        sheet = self.oracle.sheets.get(person)
        return [question.id for question in sheet.asked] if sheet else []

    def all_actions(self) -> list[str]:
        return [key for sheet in self.oracle.sheets.values() for key in sheet.actions]

    def has_held(self) -> str:
        """One who holds an issue, or has held it."""
        if self.oracle.holder and self.chance.random() < 0.6:
            return self.oracle.holder
        begun = self.oracle.order[: self.oracle.n_begun]
        return self.chance.choice(begun) if begun else ""


def next_stage(asker: Asker) -> tuple[str, c.Command]:
    return asker.leader(), c.NextStage(asker.seen())


def any_call(asker: Asker) -> tuple[str, c.Command]:
    """Something that somebody might ask for now: first of all what this stage is for."""
    names = _FITTING.get(asker.chance.choice(_moment(asker.oracle)), ALL)
    if asker.chance.random() < 0.15:
        names = ALL
    return DRAWS[asker.chance.choice(names)](asker)


def _moment(oracle: Oracle) -> list[str]:
    """What the present is for: its artefacts, the turn, the clock."""
    if not oracle.is_running:
        return [oracle.phase]
    writes = [artefact.value for artefact in oracle.here.writes] if oracle.here else []
    clock = "held" if oracle.watch.is_held else "clock"
    queue = ["queue"] * 2 if oracle.has_queue else []
    return [*writes, *writes, *queue, "turn" if oracle.holder else "block", clock]


def _bid(a: Asker) -> tuple[str, c.Command]:
    return a.somebody(a.member()), c.Bid(a.line(), a.chance.randint(0, 6))


def _report(a: Asker) -> tuple[str, c.Command]:
    one = a.chance.choice(a.oracle.carried)
    status = a.chance.choice([*STATUSES, "perhaps"])
    return a.somebody(one.person), c.ReportAction(a.one_of([one.key]), status, a.text(), a.text())


def _keep(a: Asker) -> tuple[str, c.Command]:
    by = a.somebody(a.asker())
    held = a.one_of(a.held_by(by)) if a.chance.random() < 0.25 else ""
    return by, c.KeepQuestion(a.line(), held)


def _drop(a: Asker) -> tuple[str, c.Command]:
    owner = a.member()
    return a.somebody(owner), c.DropQuestion(a.one_of(a.held_by(owner)))


def _send(a: Asker) -> tuple[str, c.Command]:
    by = a.somebody(a.asker())
    held = a.one_of(a.held_by(by)) if a.chance.random() < 0.3 else ""
    return by, c.SendQuestion(a.line(), held)


def _mark(a: Asker) -> tuple[str, c.Command]:
    owner = a.has_held()
    return a.somebody(owner), c.MarkQuestion(a.one_of(a.asked_of(owner)), a.chance.random() < 0.7)


def _note(a: Asker) -> tuple[str, c.Command]:
    holder = a.oracle.holder if a.chance.random() < 0.5 else ""
    by = a.somebody(a.chance.choice([a.has_held(), LEADER]))
    return by, c.NoteAction(a.line(), a.text(), a.text(), a.chance.randint(-1, 11), holder)


def _change(a: Asker) -> tuple[str, c.Command]:
    by = a.somebody(a.chance.choice([a.has_held(), LEADER]))
    return by, c.ChangeAction(a.one_of(a.all_actions()), a.line(), a.text(), "", a.chance.randint(0, 10))


def _approve(a: Asker) -> tuple[str, c.Command]:
    by = a.somebody(a.has_held())
    sheet = a.oracle.sheets.get(by)
    version = sheet.changes if sheet else 0
    return by, c.ApprovePart(version - (a.chance.random() < 0.15))


def _give_time(a: Asker) -> tuple[str, c.Command]:
    way = a.chance.choice([*GiftKind, "nothing"])
    return a.leader(), c.GiveTime(way, a.chance.choice([a.late, a.late, a.late, a.late + 2, 1, 0]))


def _take_seat(a: Asker) -> tuple[str, c.Command]:
    a.joined += 1
    person = a.chance.choice([f"new{a.joined}", f"new{a.joined}", a.anybody()])
    role = "member" if a.chance.random() < 0.85 or person == LEADER else a.chance.choice(OTHER_ROLES)
    by = "room" if a.chance.random() < 0.8 else a.anybody()
    if person == LEADER:
        role = "facilitator"
    return by, c.TakeSeat(person, f"{person} Name", role)


def _leave_seat(a: Asker) -> tuple[str, c.Command]:
    by = "room" if a.chance.random() < 0.8 else a.anybody()
    floor = a.oracle.floor or a.member()
    leaving = a.chance.choice([a.member(), floor, floor, a.oracle.holder or floor])
    return by, c.LeaveSeat(leaving if a.chance.random() < 0.95 else a.anybody())


def _prepare(a: Asker) -> tuple[str, c.Command]:
    plan = a.chance.choice([*TINY_PLANS, *SHIPPED_PLANS])
    setup = with_somebody_away(setup_for(plan, 3), a.chance.choice([0, 0, 1, 3]))
    return a.chance.choice(["room", "room", LEADER]), c.Prepare(setup)


DRAWS: dict[str, Draw] = {
    "prepare": _prepare,
    "take_seat": _take_seat,
    "leave_seat": _leave_seat,
    "arrive": lambda a: (a.anybody(), c.Arrive()),
    "start": lambda a: (a.leader(), c.Start()),
    "next_stage": next_stage,
    "back": lambda a: (a.leader(), c.Back(a.seen())),
    "add_minutes": lambda a: (a.leader(), c.AddMinutes(a.seen(), a.chance.choice([1, 1, 2, 5, 10, 0, 11]))),
    "pause": lambda a: (a.leader(), c.Pause()),
    "go_on": lambda a: (a.leader(), c.GoOn()),
    "order_holders": lambda a: (a.leader(), c.OrderHolders(a.some_order())),
    "give_time": _give_time,
    "agree": lambda a: (a.somebody(a.member()), c.Agree(a.time_seen(), a.chance.random() < 0.85)),
    "decide_later": lambda a: (a.leader(), c.DecideLater()),
    "undo": lambda a: (a.leader(), c.Undo(a.time_seen())),
    "bid": _bid,
    "check_in": lambda a: (a.anybody(), c.CheckIn(a.line())),
    "report_action": _report,
    "name_issue": lambda a: (a.somebody(a.has_held()), c.NameIssue(a.line())),
    "word_question": lambda a: (
        a.somebody(a.chance.choice([a.has_held(), LEADER])),
        c.WordQuestion(a.line()),
    ),
    "pin_question": lambda a: (a.somebody(a.has_held()), c.PinQuestion(a.chance.randint(-1, 3))),
    "ask_for_floor": lambda a: (a.somebody(a.asker()), c.AskForFloor()),
    "leave_queue": lambda a: (a.somebody(a.chance.choice([*a.oracle.queue, a.oracle.floor])), c.LeaveQueue()),
    "give_floor": lambda a: (
        a.leader(),
        c.GiveFloor(a.chance.choice([*a.oracle.queue * 2, a.anybody(), ""])),
    ),
    "keep_question": _keep,
    "drop_question": _drop,
    "send_question": _send,
    "mark_question": _mark,
    "note_action": _note,
    "change_action": _change,
    "remove_action": lambda a: (a.somebody(a.has_held()), c.RemoveAction(a.one_of(a.all_actions()))),
    "echo": lambda a: (a.somebody(a.asker()), c.Echo(a.line())),
    "score": lambda a: (a.somebody(a.member()), c.Score(a.chance.randint(0, 11))),
    "ask_for_resources": lambda a: (
        a.somebody(a.oracle.holder),
        c.AskForResources(a.chance.random() < 0.7),
    ),
    "move_on": lambda a: (a.chance.choice(["room", "room", "room", LEADER]), c.MoveOn(a.seen())),
    "come_back": lambda a: (a.anybody(), c.ComeBack()),
    "show": lambda a: (
        a.somebody(a.oracle.holder),
        c.Show(a.chance.choice(["sheet", "sheet", "map", "hat"])),
    ),
    "take_back": lambda a: (a.somebody(a.oracle.holder), c.TakeBack()),
    **LEADING,
    **LIFE,
    "end": lambda a: (a.leader(), c.End()),
    "approve_part": _approve,
    "close": lambda a: (a.chance.choice([LEADER, a.anybody()]), c.Close()),
}
ALL = [name for name in DRAWS if name not in ("end", "take_seat", "leave_seat")]
_TIME = ["back", "add_minutes", "give_time", "give_time", "agree"]
_TURN = ["name_issue", "word_question", "pin_question", "keep_question", "drop_question", "give_floor"]
_TURN += ["ask_for_resources", "ask_for_resources", "move_on", "move_on", "show", "take_back"]
_AFTER = ["approve_part", "approve_part", "change_action", "remove_action", "name_issue", "mark_question"]
_FITTING: dict[str, list[str]] = {
    "waiting": [*["start"] * 6, *["arrive"] * 2, "prepare", "order_holders", *LEADING, *APART],
    "ended": [*_AFTER, *_AFTER, "close"],
    "closed": ["approve_part", "close", "leave_seat", "arrive"],
    "clock": [*_TIME, *_TIME, "pause", "go_on", "order_holders", "undo"],
    "held": ["go_on", "go_on", "call_break", "next_stage", "back", "add_minutes", "end"],
    "queue": [*["ask_for_floor"] * 5, *["give_floor"] * 3, "leave_queue", "leave_seat"],
    "block": ["come_back", "give_floor", "arrive", "order_holders", "back", "take_seat", *LEADING, *APART],
    "turn": [*_TURN, "note_action", "mark_question", "leave_queue", *TOGETHER],
    Artefact.BIDS: ["bid", "bid", "order_holders", "order_holders"],
    Artefact.CHECK_IN: ["check_in", "arrive"],
    Artefact.REPORTS: ["report_action"],
    Artefact.ISSUE: ["name_issue"],
    Artefact.KEY_QUESTION: ["word_question", "word_question", "pin_question"],
    Artefact.QUESTIONS: ["send_question", "keep_question", "keep_question", "mark_question"],
    Artefact.ECHO: ["echo"],
    Artefact.ACTIONS: ["note_action", "note_action", "change_action", "remove_action"],
    Artefact.SCORE: ["score"],
}
