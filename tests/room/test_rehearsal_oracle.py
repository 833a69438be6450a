"""The oracle sees what is wrong with a session: each rule is broken once, on purpose."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process.outcome import HolderPart, outcome
from setspace.room.rehearsal.company import Company, played
from setspace.room.rehearsal.oracle import Held, Mail, broken_rules, minutes_per_holder
from tests.core.rooms import ADE, MEI, MEMBERS, NAMES, TOM, room_for
from tests.room.test_rehearsal_people import Played

pytestmark = pytest.mark.once

ADDRESSES = ("ade@example.org", "mei@example.org")
MINUTE = 60_000


@pytest.fixture(scope="module")
def session() -> tuple[list[e.Event], Sequence[HolderPart]]:
    room = Played(room_for("tpas-session"))
    for person in (ADE, *MEMBERS):
        room.live.do(person, c.Arrive())
    for _moment in played(room, Company.drawn(ADE, MEMBERS, Random(9)), room.live.now):
        pass
    return room.live.log, outcome(room.live.state, room.live.now).parts


def summary(parts: Sequence[HolderPart], *more: str) -> list[Mail]:
    """What everybody gets: the actions, and whatever else."""
    words = [action.what for part in parts for action in part.actions]
    return [Mail("Tuesday set, session 3", (address,), "\n".join([*words, *more])) for address in ADDRESSES]


def test_a_session_that_was_held_well_breaks_nothing(
    session: tuple[list[e.Event], Sequence[HolderPart]],
) -> None:
    log, parts = session
    assert broken_rules(Held(log, NAMES, parts), summary(parts), ADDRESSES) == []


def test_a_turn_that_was_cut_short_is_seen(session: tuple[list[e.Event], Sequence[HolderPart]]) -> None:
    log, _ = session
    first_turn = next(
        place for place, event in enumerate(log) if isinstance(event, e.StageBegan) and event.step == 3
    )
    late = [
        replace(event, at=event.at + 3 * MINUTE) if first_turn <= place < first_turn + 5 else event
        for place, event in enumerate(log)
    ]
    assert "Turn 1 had 37" in broken_rules(Held(late, NAMES), [], [])[0]


def test_a_called_break_is_not_in_a_turn() -> None:
    room = room_for("tpas-session")
    room.start()
    room.go_to("open")
    room.do(TOM, c.CallBreak(10))
    room.wait(10)
    room.do(ADE, c.GoOn())
    room.wait(1)
    room.finish()
    assert minutes_per_holder(Held(room.log, NAMES)) == {NAMES[MEI]: 11}


def with_offers(*by: str) -> list[e.Event]:
    """A log in which offers were made in the first turn; each of ``by`` let their stage begin."""
    room = Played(room_for("ithrive-two-holders"))
    for person in (ADE, *MEMBERS):
        room.live.do(person, c.Arrive())
    room.live.do(ADE, c.OrderHolders((MEI, TOM)))
    room.live.start()
    room.live.go_to("open")
    room.live.do(MEI, c.AskForResources())
    room.live.go_to("resources")
    return [
        replace(event, by=by[0])
        if by and isinstance(event, e.StageBegan) and event.at == room.live.now
        else event
        for event in room.live.log
        if by or not isinstance(event, e.ResourcesAsked)
    ]


def test_offers_that_nobody_asked_for_are_seen() -> None:
    wrong = "Resources round took place, and nobody had asked for it."
    assert wrong in broken_rules(Held(with_offers(), NAMES), [], [])
    assert wrong not in broken_rules(Held(with_offers(ADE), NAMES), [], [])


def test_a_room_that_moves_on_where_it_was_to_wait_is_seen() -> None:
    wrong = "The room moved on by itself where it was to wait."
    assert wrong in broken_rules(Held(with_offers(c.THE_ROOM), NAMES), [], [])
    assert wrong not in broken_rules(Held(with_offers(ADE), NAMES), [], [])


def test_a_word_to_nobody_is_seen(session: tuple[list[e.Event], Sequence[HolderPart]]) -> None:
    log, _ = session
    early = e.QuestionAsked(log[0].at, TOM, "q-1", MEI, "What do you need?", "")
    assert "said to nobody" in broken_rules(Held([log[0], early, *log[1:]], NAMES), [], [])[0]


def test_advice_and_wrong_holders_are_seen(session: tuple[list[e.Event], Sequence[HolderPart]]) -> None:
    log, _ = session
    place = next(place for place, event in enumerate(log) if isinstance(event, e.QuestionAsked))
    asked = log[place]
    assert isinstance(asked, e.QuestionAsked)
    for wrong, sentence in (
        (replace(asked, text="You should tell the board."), "not a question"),
        (replace(asked, holder=asked.by), "whose turn it was not"),
        (replace(asked, by=asked.holder), "asked themselves"),
    ):
        changed = [*log[:place], wrong, *log[place + 1 :]]
        assert any(sentence in broken for broken in broken_rules(Held(changed, NAMES), [], []))


def test_a_summary_to_others_is_seen(session: tuple[list[e.Event], Sequence[HolderPart]]) -> None:
    log, parts = session
    mails = summary(parts)
    held = Held(log, NAMES, parts)
    for wrong, sentence in (
        (mails[:1], "just the people of the set"),
        ([*mails, replace(mails[0], recipients=("charlie@example.org",))], "just the people of the set"),
        ([*mails, mails[0]], "twice"),
        ([replace(mails[0], recipients=ADDRESSES)], "more than one recipient"),
        (summary(()), "lacks an action"),
    ):
        assert any(sentence in broken for broken in broken_rules(held, wrong, ADDRESSES))


def test_a_summary_that_tells_too_much_is_seen(session: tuple[list[e.Event], Sequence[HolderPart]]) -> None:
    log, parts = session
    echo = next(event.words for event in log if isinstance(event, e.Echoed))
    broken = broken_rules(Held(log, NAMES, parts), summary(parts, echo), ADDRESSES)
    assert "A summary tells what was said in the set." in broken
