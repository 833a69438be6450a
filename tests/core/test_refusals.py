"""Every reason for a refusal is reached, and says in whole words what is wrong."""

from collections.abc import Callable
from string import Formatter

import pytest

from setspace.core.process import commands as c
from setspace.core.process.decide import rules
from setspace.core.process.refusals import WORDS, Reason
from tests.core.cases_giving import GIVING_CASES
from tests.core.cases_leading import LEADING_CASES
from tests.core.rooms import (
    ADE,
    CHARLIE,
    INES,
    MEI,
    MEIS_OLD_ACTION,
    MEMBERS,
    SAM,
    TOM,
    LiveRoom,
    room_at,
    room_for,
)

SECRET = "marker-4711, which nobody may read"
Case = tuple[Reason, str, str, c.Command | Callable[[LiveRoom], c.Command], str]


def moved_on(room: LiveRoom) -> c.Command:
    return c.NextStage(room.seen - 1)


def ten_more(room: LiveRoom) -> c.Command:
    room.do(ADE, c.AddMinutes(room.seen, 10))
    return c.AddMinutes(room.seen, 10)


def again(what: c.Command, by: str) -> Callable[[LiveRoom], c.Command]:
    """Asked for twice: the first time it is given."""

    def twice(room: LiveRoom) -> c.Command:
        room.do(by, what)
        return what

    return twice


def one_too_many(what: c.Command, by: str, most: int) -> Callable[[LiveRoom], c.Command]:
    def filled(room: LiveRoom) -> c.Command:
        for _ in range(most):
            room.do(by, what)
        return what

    return filled


def read_too_early(room: LiveRoom) -> c.Command:
    room.do(MEI, c.NameIssue("Two jobs"))
    return c.ApprovePart(0)


def after_ines_left(what: c.Command) -> Callable[[LiveRoom], c.Command]:
    def gone(room: LiveRoom) -> c.Command:
        room.do(c.THE_ROOM, c.LeaveSeat(INES))
        return what

    return gone


def with_two_members(room: LiveRoom) -> c.Command:
    for person in (INES, SAM):
        room.do(c.THE_ROOM, c.LeaveSeat(person))
    return c.Start()


def with_nine_members(room: LiveRoom) -> c.Command:
    for number in range(5):
        room.do(c.THE_ROOM, c.TakeSeat(f"new-{number}", f"New {number}", "member"))
    return c.Start()


CASES: list[Case] = [
    (Reason.NOT_IN_SET, "check-in", CHARLIE, c.CheckIn(SECRET), "members and facilitator"),
    (Reason.NOT_IN_SET, "waiting", c.THE_ROOM, c.Arrive(), "members and facilitator"),
    (Reason.ROOM_ASKS, "waiting", ADE, c.TakeSeat(CHARLIE, "Charlie", "king"), "by itself"),
    (Reason.FACILITATOR_ONLY, "tell", MEI, c.Pause(), "Say it in the room"),
    (Reason.MEMBER_ONLY, "review", ADE, c.Score(9), "hold the process"),
    (Reason.HOLDER_ONLY, "tell", TOM, c.NameIssue(SECRET), "Only Mei can do that"),
    (Reason.NOT_YOURS, "actions", TOM, c.NoteAction(SECRET, holder=MEI), "somebody else"),
    (Reason.NOT_YOURS, "update", TOM, c.ReportAction(MEIS_OLD_ACTION.key, "done"), "somebody else"),
    (Reason.ALREADY_HERE, "waiting", MEI, again(c.Arrive(), MEI), "in the room already"),
    (Reason.ALREADY_SO, "tell", ADE, again(c.GiveFloor(MEI), ADE), "so already"),
    (Reason.ALREADY_STARTED, "check-in", ADE, c.Start(), "begun already"),
    (Reason.NOT_STARTED, "waiting", MEI, c.NameIssue(SECRET), "The facilitator starts it"),
    (Reason.OVER, "ended", TOM, c.Bid(SECRET, 3), "still read and approve"),
    (Reason.OVER, "ended", ADE, c.OrderHolders(()), "still read and approve"),
    (Reason.CLOSED, "closed", MEI, c.NameIssue(SECRET), "on its own page"),
    (
        Reason.TOO_FEW,
        "waiting",
        ADE,
        with_two_members,
        "Full session, four turns of 40 minutes needs at least 3",
    ),
    (
        Reason.TOO_MANY,
        "waiting",
        ADE,
        with_nine_members,
        "Full session, four turns of 40 minutes is for at most 8",
    ),
    (Reason.MOVED_ON, "tell", ADE, moved_on, "Look again"),
    (Reason.AT_THE_START, "check-in", ADE, c.Back(1), "beginning"),
    (Reason.NO_HOLDER, "nobody chosen", ADE, c.NextStage(3), "Choose who holds"),
    (Reason.NOT_YOUR_TURN, "check-in", MEI, c.Show("sheet"), "in your own turn"),
    (Reason.ALREADY_PAUSED, "tell", ADE, again(c.Pause(), ADE), "held already"),
    (Reason.NOT_PAUSED, "tell", ADE, c.GoOn(), "running"),
    (Reason.MINUTES_LIMIT, "check-in", ADE, c.AddMinutes(1, 11), "between 1 and 10"),
    (Reason.MINUTES_LIMIT, "check-in", ADE, c.AddMinutes(1, 0), "between 1 and 10"),
    (Reason.STAGE_LIMIT, "tell", ADE, ten_more, "can have: 14 minutes"),
    (Reason.ROOM_ASKS, "tell", ADE, c.Pause("holder"), "loses the line"),
    (Reason.HAS_ARRIVED, "check-in", ADE, c.MarkAbsent(TOM), "Tom has been here today"),
    (Reason.CALL_A_BREAK, "check-in", ADE, c.NeedMoment(), "Call a break"),
    (Reason.ON_BREAK, "tell", TOM, again(c.CallBreak(), TOM), "a break already"),
    (Reason.ON_BREAK, "break-1", TOM, c.CallBreak(), "a break already"),
    (Reason.TO_YOURSELF, "tell", ADE, c.QuietWord(ADE, SECRET), "somebody else"),
    (Reason.ORDER_BEGUN, "tell", MEI, c.PassTurn(), "The turn of Mei has begun"),
    (Reason.ORDER_BEGUN, "tell", ADE, c.OrderHolders((TOM, MEI)), "The turn of Mei has begun"),
    (Reason.ORDER_BEGUN, "tell", ADE, c.OrderHolders(()), "The turn of Mei has begun"),
    (Reason.ORDER_TWICE, "check-in", ADE, c.OrderHolders((TOM, TOM)), "Tom stands in the order twice"),
    (Reason.ORDER_STRANGER, "check-in", ADE, c.OrderHolders((CHARLIE,)), "not facilitating"),
    (Reason.ORDER_STRANGER, "check-in", ADE, c.OrderHolders((ADE,)), "not facilitating"),
    (Reason.ORDER_TOO_LONG, "nobody chosen", ADE, c.OrderHolders(MEMBERS), "Only 2 can hold"),
    (Reason.NOT_THIS_STAGE, "tell", TOM, c.SendQuestion(SECRET), "Now is Tell"),
    (Reason.NOT_THIS_STAGE, "check-in", TOM, c.KeepQuestion(SECRET), "Now is Check-in"),
    (Reason.NO_QUEUE, "echo", TOM, c.AskForFloor(), "Nobody waits to ask in Echo round"),
    (Reason.ALREADY_ASKING, "open", TOM, again(c.AskForFloor(), TOM), "waiting to ask already"),
    (Reason.NOT_ASKING, "open", TOM, c.LeaveQueue(), "not waiting"),
    (Reason.HOLDER_ASKS, "open", MEI, c.AskForFloor(), "you answer"),
    (Reason.ABSENT, "open", ADE, c.GiveFloor(CHARLIE), "not in the room"),
    (Reason.ABSENT, "open", ADE, after_ines_left(c.GiveFloor(INES)), "not in the room"),
    (Reason.FLOOR_IS_QUIET, "quiet", ADE, c.GiveFloor(TOM), "quiet stage"),
    (Reason.NOTHING_WRITTEN, "open", TOM, c.SendQuestion(" \n\t"), "Write a few words"),
    (Reason.TOO_LONG, "open", TOM, c.SendQuestion("x" * 301), "longer than 300 characters"),
    (Reason.TOO_LONG, "echo", TOM, c.Echo("x" * 2001), "longer than 2000 characters"),
    (Reason.TOO_MUCH, "open", TOM, one_too_many(c.KeepQuestion("?"), TOM, 30), "are 30 here"),
    (Reason.TOO_MUCH, "open", TOM, one_too_many(c.SendQuestion("?"), TOM, 200), "are 200 here"),
    (Reason.TOO_MUCH, "tell", MEI, one_too_many(c.NoteAction("!"), MEI, 12), "are 12 here"),
    (Reason.TOO_MUCH, "tell", MEI, one_too_many(c.WordQuestion("?"), MEI, 40), "are 40 here"),
    (Reason.OUT_OF_SCALE, "review", TOM, c.Score(11), "from 1 to 10"),
    (Reason.OUT_OF_SCALE, "tell", MEI, c.NoteAction("Ring Jo", confidence=-1), "from 0 to 10"),
    (Reason.NO_STATUS, "update", MEI, c.ReportAction(MEIS_OLD_ACTION.key, "perhaps"), "letting it go"),
    (Reason.NO_SUCH, "open", TOM, c.DropQuestion("gone"), "no longer there"),
    (Reason.NO_SUCH, "tell", MEI, c.PinQuestion(0), "no longer there"),
    (Reason.NO_ISSUE_HELD, "ended", ADE, c.ApprovePart(0), "not held an issue"),
    (Reason.PART_CHANGED, "ended", MEI, read_too_early, "Read it again"),
    (Reason.PART_EMPTY, "ended", MEI, c.ApprovePart(0), "nothing in your part"),
    (Reason.NOT_ENDED, "tell", ADE, c.Close(), "End the session"),
    *GIVING_CASES,
    (Reason.NOT_ON_REQUEST, "open", MEI, c.AskForResources(), "no stage to ask for"),
    (Reason.NOT_OVER_YET, "open", c.THE_ROOM, lambda room: c.MoveOn(room.seen), "still has time"),
    *LEADING_CASES,
]


def _room(where: str) -> LiveRoom:
    if where == "waiting":
        return room_for()
    if where == "nobody chosen":
        room = room_for("ithrive-two-holders")
        room.start()
        room.go_to("bidding")
        return room
    if where not in ("ended", "closed"):
        return room_at(where)
    room = room_at("actions")
    room.finish()
    if where == "closed":
        room.do(ADE, c.Close())
    return room


def test_every_reason_has_words_and_a_case_here() -> None:
    assert set(WORDS) == set(Reason) == {case[0] for case in CASES}


@pytest.mark.parametrize(("reason", "where", "by", "what", "words"), CASES)
def test_each_reason_is_reached_and_reads_well(
    reason: Reason, where: str, by: str, what: c.Command | Callable[[LiveRoom], c.Command], words: str
) -> None:
    room = _room(where)
    asked = what(room) if callable(what) else what
    before = room.state
    refused = room.ask(by, asked)
    assert refused is not None
    assert room.state is before
    assert refused.reason is reason
    assert words in refused.words
    assert SECRET not in refused.words


@pytest.mark.parametrize("reason", Reason)
def test_the_words_of_a_reason_are_whole_sentences_without_blame(reason: Reason) -> None:
    words = WORDS[reason]
    assert words[0].isupper() or words[0] == "{"
    assert words.endswith(".")
    assert "!" not in words
    blanks = {name for _, name, _, _ in Formatter().parse(words) if name}
    assert blanks <= {"holder", "plan", "least", "most", "name", "turns", "stage"}


@pytest.mark.parametrize(
    ("most", "what", "stage", "by"),
    [
        (rules.LINE, c.SendQuestion, "open", TOM),
        (rules.LINE, c.NameIssue, "tell", MEI),
        (rules.LINE, c.CheckIn, "check-in", TOM),
        (rules.TEXT, c.Echo, "echo", TOM),
    ],
)
def test_a_text_of_just_the_longest_length_is_taken(
    most: int, what: Callable[[str], c.Command], stage: str, by: str
) -> None:
    room = room_at(stage)
    room.do(by, what(" " + "é" * most + "\n"))
    assert room.refusal(by, what("é" * (most + 1))) is Reason.TOO_LONG
