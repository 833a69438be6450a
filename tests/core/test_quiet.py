"""A quiet word to one person, what is suggested to say quietly, and how often each was heard."""

from typing import Any

from setspace.core.process import commands as c
from setspace.core.process.decide.life import MOST_QUIET_WORDS
from setspace.core.process.refusals import Reason
from setspace.core.process.sight import sight
from tests.core.rooms import ADE, INES, MEI, MEMBERS, SAM, TOM, LiveRoom, room_at

HERE = frozenset((ADE, *MEMBERS))


def shown(room: LiveRoom, person: str, region: str) -> dict[str, Any]:
    return sight(room.state, person, room.now, HERE)[region]


def test_a_quiet_word_is_seen_by_two_people_alone() -> None:
    room = room_at("open")
    before = {person: sight(room.state, person, room.now, HERE) for person in (MEI, INES, SAM)}
    room.do(ADE, c.QuietWord(TOM, " Could that be a question? "), "word-1")
    word = {"id": "word-1", "from": "Ade", "text": "Could that be a question?"}

    assert shown(room, TOM, "quiet_word") == {"leads": False, **word}
    assert shown(room, TOM, "quiet_words") == {"words": [word]}
    assert shown(room, ADE, "quiet_word")["sent"] == [{"id": "word-1", "to": "Tom", "text": word["text"]}]
    for person, view in before.items():
        assert sight(room.state, person, room.now, HERE) == view
    room.next()
    assert shown(room, TOM, "quiet_word") == {}
    assert shown(room, TOM, "quiet_words") == {"words": [word]}


def test_a_quiet_word_is_said_by_somebody_who_leads_to_somebody_else() -> None:
    room = room_at("open")

    assert room.refusal(TOM, c.QuietWord(INES, "Psst")) is Reason.FACILITATOR_ONLY
    assert room.refusal(c.THE_ROOM, c.QuietWord(INES, "Psst")) is Reason.NOT_IN_SET
    assert room.refusal(ADE, c.QuietWord("nobody", "Psst")) is Reason.ABSENT
    assert room.refusal(ADE, c.QuietWord(TOM, " ")) is Reason.NOTHING_WRITTEN
    assert room.refusal(ADE, c.QuietWord(TOM, "x" * 301)) is Reason.TOO_LONG
    for _ in range(MOST_QUIET_WORDS):
        room.do(ADE, c.QuietWord(TOM, "Psst"))
    assert room.refusal(ADE, c.QuietWord(TOM, "Psst")) is Reason.TOO_MUCH


def test_what_was_said_quietly_goes_with_whoever_leaves() -> None:
    room = room_at("open")
    room.do(ADE, c.QuietWord(TOM, "Could that be a question?"))
    room.do(TOM, c.NeedMoment())
    room.do(c.THE_ROOM, c.LeaveSeat(TOM))

    assert room.state.quiet_words == ()
    assert room.state.moments == {}


def reasons(room: LiveRoom) -> list[tuple[str, str]]:
    return [(one["first_name"], one["reason"]) for one in shown(room, ADE, "quiet_word")["suggestions"]]


def test_suggestions_give_the_reason_first_and_are_two_at_most() -> None:
    room = room_at("open")
    assert reasons(room) == []
    for _ in range(3):
        room.do(TOM, c.SendQuestion("Have you thought of asking Jo?"))
    room.do(INES, c.SendQuestion("What " + "very " * 30 + "much matters?"))
    room.wait(15)

    assert reasons(room) == [
        ("Tom", "Tom’s last question leaned on advice."),
        ("Ines", "Ines’s last question had 33 words."),
    ]
    room.do(ADE, c.QuietWord(TOM, "Could that be a question?"))
    assert reasons(room) == [
        ("Ines", "Ines’s last question had 33 words."),
        ("Sam", "Sam has not asked in this turn."),
    ]


def test_somebody_who_asks_again_and_again_is_noticed() -> None:
    room = room_at("open")
    for _ in range(3):
        room.do(TOM, c.SendQuestion("What matters most?"))

    assert reasons(room) == [("Tom", "Tom asked the last 3 questions.")]
    room.do(INES, c.SendQuestion("What would be enough?"))
    assert reasons(room) == []


def test_nothing_is_suggested_where_nobody_asks() -> None:
    room = room_at("open")
    room.do(TOM, c.SendQuestion("Why don’t you ring Jo?"))
    room.go_to("quiet")

    assert reasons(room) == []


def test_voices_are_counted_in_this_turn_and_in_all_until_the_end() -> None:
    room = room_at("open")
    room.do(ADE, c.GiveFloor(TOM))
    room.do(TOM, c.SendQuestion("What matters most?"))
    while room.state.holder != INES:
        room.next()
    room.go_to("open")
    room.do(ADE, c.GiveFloor(TOM))
    row = next(row for row in shown(room, ADE, "voices")["rows"] if row["person"] == TOM)

    assert (row["n_questions"], row["n_floors"]) == (0, 1)
    assert (row["questions_in_all"], row["floors_in_all"]) == (1, 2)
    assert all(shown(room, person, "voices") == {} for person in MEMBERS)
    room.finish()
    assert shown(room, ADE, "voices") == {}
    room.do(ADE, c.Close())
    assert shown(room, ADE, "voices") == {}
