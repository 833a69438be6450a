"""What a view says of the clock, of who is here and who may speak, and of lateness."""

from setspace.core.process import commands as c
from setspace.core.process.sight import sight
from setspace.core.process.state import MINUTE
from tests.core.rooms import ADE, INES, MEI, MEMBERS, SAM, TOM, LiveRoom, room_for
from tests.core.written import session, shown, view


def test_the_clock_ends_at_one_moment_until_it_is_held() -> None:
    room = session()["open"].copy()
    clock = view(room, MEI)["clock"]
    assert (clock["ends_at"], clock["held_left"]) == (room.now + 20 * MINUTE, None)
    room.wait(5)
    room.do(ADE, c.Pause())
    room.wait(7)
    clock = view(room, MEI)["clock"]
    assert (clock["ends_at"], clock["held_left"]) == (None, 15 * MINUTE)
    room.do(ADE, c.GoOn())
    assert view(room, MEI)["clock"]["ends_at"] == room.now + 15 * MINUTE


def test_who_is_here_is_shown_and_nothing_else_depends_on_it() -> None:
    room = session()["open"]
    alone = sight(room.state, MEI, room.now, frozenset())
    together = sight(room.state, MEI, room.now, frozenset(MEMBERS))
    assert [name for name in alone if alone[name] != together[name]] == ["people"]
    present = {tile["person"]: tile["is_present"] for tile in together["people"]["people"]}
    assert present == {ADE: False, **dict.fromkeys(MEMBERS, True)}


def test_the_holder_comes_first_and_the_onlooker_last() -> None:
    room = session()["open"]
    assert [tile["person"] for tile in view(room, TOM)["people"]["people"]] == [MEI, ADE, INES, SAM, TOM]


def test_the_facilitator_sees_how_often_each_was_brought_in_and_nobody_else_does() -> None:
    room = session()["open"].copy()
    room.do(ADE, c.GiveFloor(SAM))
    voices = [row for row in view(room, ADE)["voices"]["rows"] if not row["is_holder"]]
    rows = {row["person"]: (row["n_floors"], row["n_questions"]) for row in voices}
    assert rows == {TOM: (0, 0), INES: (0, 1), SAM: (1, 0)}


def test_the_facilitator_is_told_of_lateness_from_two_minutes_on() -> None:
    room = room_for()
    room.wait(1.2)
    room.start()
    assert view(room, ADE)["late"]["minutes"] == 0
    room.next(after=10)
    assert view(room, ADE)["late"]["minutes"] == 3


def test_a_bid_is_shared_while_bids_are_made_and_with_the_facilitator_for_the_order() -> None:
    room = room_for("ithrive-two-holders")
    room.start()
    room.go_to("bidding")
    room.do(TOM, c.Bid("marker bid.", 4))
    assert all("marker bid." in shown(room, person) for person in (ADE, *MEMBERS))
    assert view(room, TOM)["bid"] == {"line": "marker bid.", "alive": 4, "is_done": True}
    assert view(room, MEI)["bid"] == {"line": "", "alive": 0, "is_done": False}
    assert view(room, ADE)["now"]["needs_holder"]
    room.do(ADE, c.OrderHolders((TOM, MEI)))
    room.next(after=5)
    assert [person for person in (ADE, *MEMBERS) if "marker bid." in shown(room, person)] == [ADE]


def cues(room: LiveRoom) -> dict[str, str]:
    return {person: view(room, person)["cue"]["text"] for person in (ADE, MEI, TOM, INES)}


def test_each_is_told_who_may_speak_in_their_own_words() -> None:
    room = session()["open"].copy()
    assert cues(room)[MEI] == "The others ask. You may leave any question unanswered."
    assert cues(room)[TOM] == "Questions to Mei, one at a time."
    room.do(ADE, c.GiveFloor(TOM))
    assert cues(room) == {
        ADE: "Tom is asking. Let Mei take their time.",
        MEI: "Tom is asking. Take your time.",
        TOM: "You are asking. Let Mei take their time.",
        INES: "Tom is asking. Let Mei take their time.",
    }
    room.do(ADE, c.GiveFloor(MEI))
    assert (cues(room)[MEI], cues(room)[TOM]) == ("You have the floor.", "Mei has the floor.")
    room.do(ADE, c.Pause())
    assert set(cues(room).values()) == {"The clock is held. Take the time you need."}


def test_whoever_asks_reads_where_they_stand_in_the_queue_beside_the_box() -> None:
    room = session()["open"].copy()
    for person in room.state.queue:
        room.do(person, c.LeaveQueue())
    if room.state.floor:
        room.do(ADE, c.GiveFloor(""))
    assert view(room, TOM)["compose"]["place"] == "ask"
    room.do(TOM, c.AskForFloor())
    assert [view(room, one)["compose"]["place"] for one in (TOM, INES)] == ["waits", "ask"]
    room.do(ADE, c.GiveFloor(TOM))
    assert view(room, TOM)["compose"]["place"] == "now"
    assert view(room, MEI)["compose"] == {}


def test_a_break_is_told_from_a_pause_to_whoever_goes_on() -> None:
    room = session()["open"].copy()
    room.do(ADE, c.Pause())
    assert (view(room, ADE)["now"]["is_held"], view(room, ADE)["now"]["is_break"]) == (True, False)
    room.do(ADE, c.GoOn())
    room.do(ADE, c.CallBreak())
    assert (view(room, ADE)["now"]["is_held"], view(room, ADE)["now"]["is_break"]) == (True, True)
    assert (view(room, TOM)["moment"]["is_break"], view(room, TOM)["moment"]["may_break"]) == (True, False)


def test_after_the_end_nobody_is_offered_the_lead_and_no_turn_is_to_come() -> None:
    room = session()["open"].copy()
    assert "may_hand_to" in view(room, ADE)["leading"]
    assert not view(room, ADE)["ledger"]["is_over"]
    room.do(ADE, c.End())
    assert "may_hand_to" not in view(room, ADE)["leading"]
    assert view(room, ADE)["ledger"]["is_over"]
