"""Who may do what, and when: every command, in every part of a session, by everybody there is."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from setspace.core.process import commands as c
from setspace.core.process.refusals import Refused
from setspace.core.process.state import Phase
from tests.core.cases_leading import NIA
from tests.core.rooms import ADE, CHARLIE, INES, MEI, MEIS_OLD_ACTION, SAM, TOM, LiveRoom, room_for

# F facilitates, H holds the first issue, M is a member who has asked and kept a question, Q waits in
# the queue where there is one, R is the room itself, L has left the set, S is a stranger to it,
# O looks on.
PEOPLE = {"F": ADE, "H": MEI, "M": TOM, "Q": INES, "R": c.THE_ROOM, "L": SAM, "S": CHARLIE, "O": NIA}

TURN = "tell facts question open held quiet echo process actions"
BEGUN = "bidding check-in update order " + TURN + " break-1 review"
LATE = TURN + " break-1 review ended"  # from the moment on when the first turn has begun
OPEN = "waiting " + BEGUN + " ended"  # all but closed
WHERE = (OPEN + " closed").split()

MAY: dict[str, list[tuple[str, str]]] = {
    "take_seat": [(OPEN, "R")],
    "leave_seat": [(OPEN + " closed", "R")],
    "arrive": [(OPEN, "FHMQO")],
    "start": [("waiting", "FR")],
    "next_stage": [(BEGUN, "FR")],
    "back": [(BEGUN.replace("check-in", ""), "FR")],
    "add_minutes": [(BEGUN, "FR")],
    "pause": [(BEGUN.replace("held", ""), "FR")],
    "go_on": [("held", "F")],  # the room lets go of what it held itself: tests/core/test_life.py
    "order_holders": [("waiting " + BEGUN, "FR")],
    "give_time": [],  # nothing is late here: tests/core/test_giving.py
    "agree": [],
    "decide_later": [(BEGUN, "FR")],
    "undo": [],
    "pass_turn": [("waiting bidding check-in update order", "HMQ"), (TURN + " break-1", "MQ")],
    "mark_absent": [("waiting bidding check-in update order break-1 " + TURN, "FR")],
    "return": [],  # nobody has passed here: tests/core/test_life.py
    "need_moment": [("waiting " + BEGUN, "HMQ")],
    "moment_seen": [],
    "call_break": [(BEGUN.replace("break-1", ""), "FHMQ")],
    "quiet_word": [("waiting " + BEGUN, "F")],
    "bid": [("bidding", "HMQ")],
    "check_in": [("check-in", "FHMQ")],
    "report_action": [(BEGUN, "H")],
    "name_issue": [(LATE, "H"), ("review ended", "MQ")],  # by then they have held an issue, too
    "word_question": [(LATE, "H"), (TURN, "F"), ("review ended", "MQ")],
    "pin_question": [(LATE, "H")],
    "ask_for_floor": [("facts open held", "M")],
    "leave_queue": [("facts open held", "Q")],
    "give_floor": [(BEGUN.replace("quiet", "").replace("break-1", ""), "FR")],
    "keep_question": [(TURN, "MQ")],
    "drop_question": [(LATE.replace("tell", ""), "M")],
    "send_question": [("facts open held", "MQ")],
    "mark_question": [(LATE.replace("tell", ""), "H")],
    "note_action": [(LATE, "H"), (TURN, "F")],
    "change_action": [(LATE, "H"), (TURN, "F")],
    "remove_action": [(LATE, "H"), (TURN, "F")],
    "echo": [("echo", "MQ")],
    "score": [("review", "HMQ")],
    "come_back": [("break-1", "FHMQ")],
    "show": [(TURN, "H")],
    "take_back": [],  # nothing is shown here: tests/core/test_showing.py
    "move_on": [],  # no stage ends by itself here: tests/core/test_formats_in_the_room.py
    "ask_for_resources": [],  # nothing is on request here
    "end": [(BEGUN, "FR")],
    "approve_part": [(LATE, "H")],
    "close": [(OPEN, "R"), ("ended", "F")],
    "name_stand_in": [(OPEN, "FR")],
    "stand_in": [],  # nobody is named here: tests/core/test_leading.py
    "hand_over": [],  # nobody has arrived here
    "agree_to_observer": [(OPEN, "HMQ")],
}

ASKED: dict[str, c.Command | Callable[[LiveRoom], c.Command]] = {
    "take_seat": c.TakeSeat("noor", "Noor Khan", "member"),
    "leave_seat": c.LeaveSeat(INES),
    "arrive": c.Arrive(),
    "start": c.Start(),
    "next_stage": lambda room: c.NextStage(room.seen),
    "back": lambda room: c.Back(room.seen),
    "add_minutes": lambda room: c.AddMinutes(room.seen, 2),
    "pause": c.Pause(),
    "go_on": c.GoOn(),
    "order_holders": lambda room: c.OrderHolders(room.state.order),
    "give_time": c.GiveTime("blocks", 2),
    "agree": c.Agree(0, yes=True),
    "decide_later": c.DecideLater(),
    "undo": c.Undo(0),
    "pass_turn": c.PassTurn(),
    "mark_absent": c.MarkAbsent(TOM),
    "return": c.Return(INES),
    "need_moment": c.NeedMoment(),
    "moment_seen": c.MomentSeen(TOM),
    "call_break": c.CallBreak(),
    "quiet_word": c.QuietWord(INES, "Anything you are curious about?"),
    "bid": c.Bid("A colleague who will not answer", 4),
    "check_in": c.CheckIn("Foggy"),
    "report_action": c.ReportAction(MEIS_OLD_ACTION.key, "done", "Asked", "Ask sooner"),
    "name_issue": c.NameIssue("Two jobs at once"),
    "word_question": c.WordQuestion("How might I say no?"),
    "pin_question": c.PinQuestion(0),
    "ask_for_floor": c.AskForFloor(),
    "leave_queue": c.LeaveQueue(),
    "give_floor": c.GiveFloor(TOM),
    "keep_question": c.KeepQuestion("Who else knows?"),
    "drop_question": c.DropQuestion("call-kept"),
    "send_question": c.SendQuestion("What would be enough?"),
    "mark_question": c.MarkQuestion("call-asked", moved=True),
    "note_action": c.NoteAction("Ring Jo", holder=MEI),
    "change_action": c.ChangeAction("call-action", "Ring Jo on Monday"),
    "remove_action": c.RemoveAction("call-action"),
    "echo": c.Echo("The word enough"),
    "score": c.Score(8),
    "come_back": c.ComeBack(),
    "show": c.Show("sheet"),
    "take_back": c.TakeBack(),
    "move_on": lambda room: c.MoveOn(room.seen),
    "ask_for_resources": c.AskForResources(),
    "end": c.End(),
    "approve_part": lambda room: c.ApprovePart(_version(room)),
    "close": c.Close(),
    "name_stand_in": c.NameStandIn(TOM),
    "stand_in": c.StandIn(),
    "hand_over": c.HandOver(TOM),
    "agree_to_observer": c.AgreeToObserver(NIA, yes=True),
}


@cache
def rooms() -> dict[str, LiveRoom]:
    """A room in each part of a session; Mei holds the first issue."""
    found: dict[str, LiveRoom] = {}
    room = _waiting("tpas-session")
    found["waiting"] = room.copy()
    room.start()
    while room.state.step is not None:
        _furnish(room)
        found.setdefault(room.stage, room.copy())
        if room.stage == "open":
            found.setdefault("held", _held(room))
        room.next(after=room.state.step.minutes)
    found["ended"] = room.copy()
    room.do(ADE, c.Close())
    found["closed"] = room
    bidding = _waiting("ithrive-two-holders")
    bidding.start()
    bidding.go_to("bidding")
    return {**found, "bidding": bidding}


def _waiting(plan: str) -> LiveRoom:
    room = room_for(plan)
    room.do(c.THE_ROOM, c.LeaveSeat(SAM))
    room.do(c.THE_ROOM, c.TakeSeat(NIA, "Nia Hill", "observer"))
    room.do(ADE, c.OrderHolders((MEI, TOM, INES)[: room.state.plan.turns]))
    return room


def _held(room: LiveRoom) -> LiveRoom:
    held = room.copy()
    held.do(ADE, c.Pause())
    return held


def _furnish(room: LiveRoom) -> None:
    """In the first turn: an issue, a wording and an action; a kept and an asked question; one who waits."""
    if room.state.holder != MEI:
        return
    if room.stage == "tell":
        room.do(MEI, c.NameIssue("Two jobs"))
        room.do(MEI, c.WordQuestion("How do I choose?"))
        room.do(MEI, c.NoteAction("Write a list"), "call-action")
    if room.stage == "facts":
        room.do(TOM, c.KeepQuestion("What for?"), "call-kept")
        room.do(TOM, c.SendQuestion("Since when?"), "call-asked")
    if room.stage in ("facts", "open"):
        room.do(INES, c.AskForFloor())


def _version(room: LiveRoom) -> int:
    part = room.state.parts.get(MEI)
    return part.version if part else 0


def _may(kind: str, where: str, who: str) -> bool:
    return any(where in places.split() and who in people for places, people in MAY[kind])


def test_the_table_speaks_of_every_command_and_every_part_of_a_session() -> None:
    assert set(MAY) == set(ASKED) == set(c.COMMANDS)
    assert set(rooms()) >= set(WHERE)
    assert {room.state.phase for room in rooms().values()} == set(Phase)


@pytest.mark.parametrize("kind", c.COMMANDS)
def test_each_may_do_just_what_the_table_allows(kind: str) -> None:
    wrong = []
    for where in WHERE:
        for who, person in PEOPLE.items():
            room = replace(rooms()[where], log=[])
            asked = ASKED[kind]
            refused = room.ask(person, asked(room) if callable(asked) else asked)
            if (refused is None) != _may(kind, where, who):
                wrong.append((where, who, refused))
            assert refused is None or _reads_well(refused)
            assert bool(room.log) == (refused is None)
    assert wrong == []


def _reads_well(refused: Refused) -> bool:
    words = refused.words
    return words[0].isupper() and words.endswith(".") and not set("{}") & set(words) and "  " not in words
