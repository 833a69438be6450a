"""Who has said that they cannot come: the room knows it, and they come after all as anybody does."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from setspace.core.process import commands as c
from setspace.core.process import ledger, timing
from setspace.core.process.catalogue import plans
from setspace.core.process.codec import event_from_plain, event_to_plain
from setspace.core.process.events import RoomOpened
from setspace.core.process.evolve import opened
from setspace.core.process.gifts import Account, GiftKind
from setspace.core.process.ledger import Standing
from setspace.core.process.sight import sight
from setspace.core.process.state import MINUTE, Away, Setup
from tests.core.rooms import ADE, INES, MEI, MEMBERS, NINE_THIRTY, SAM, TOM, LiveRoom, clock, setup_of
from tests.core.written import view

DAY = 24 * 60 * MINUTE


def room_without(*away: Away) -> LiveRoom:
    """A room that waits for its start, of which these people have said that they are not coming."""
    opening = RoomOpened(NINE_THIRTY, c.THE_ROOM, replace(setup_of(plans()["tpas-session"]), away=away))
    return LiveRoom(opened(opening), NINE_THIRTY, [opening])


def prepared(room: LiveRoom, *away: Away, later: int = 0) -> Setup:
    setup = room.state.setup
    return replace(setup, away=away, starts_at=setup.starts_at + later)


def test_without_one_of_four_the_session_ends_forty_minutes_early() -> None:
    room = room_without(Away(MEI))
    assert clock(timing.projected_end(room.state, room.now)) == "12:20"
    room.start()

    assert room.state.order == (TOM, INES, SAM)
    assert clock(timing.projected_end(room.state, room.now)) == "12:20"


def test_or_every_turn_is_48_minutes_if_all_agree() -> None:
    room = room_without(Away(MEI))
    for person in (TOM, INES, SAM):
        room.do(person, c.Arrive())
    room.start()
    room.do(ADE, c.GiveTime(GiftKind.LONGER_TURNS, 0))
    for person in (TOM, INES, SAM):
        room.do(person, c.Agree(room.state.time_changes, yes=True))

    assert [timing.turn_length(room.state, turn) // MINUTE for turn in range(3)] == [48, 48, 48]
    assert clock(timing.projected_end(room.state, room.now)) == "12:44"


def test_whoever_holds_in_their_place_comes_where_they_would_have_been() -> None:
    room = room_without(Away(TOM, SAM))
    row = next(row for row in view(room, ADE)["order"]["others"] if row["person"] == TOM)
    assert (row["passed"], row["instead"]) == ("absent", "Sam")
    room.start()

    assert room.state.order == (MEI, SAM, INES)


def test_the_room_says_who_is_away_until_they_come_after_all() -> None:
    room = room_without(Away(ADE), Away(SAM))

    def away() -> list[str]:
        return [tile["person"] for tile in view(room, MEI)["people"]["people"] if tile["is_away"]]

    assert away() == [ADE, SAM]
    room.do(SAM, c.Arrive())
    assert away() == [ADE]
    assert view(room, SAM)["own_turn"]["why"] == "absent"


def test_somebody_who_comes_after_all_is_given_a_turn_by_who_leads() -> None:
    room = room_without(Away(MEI, TOM))
    room.start()
    room.do(MEI, c.Arrive())
    assert room.refusal(MEI, c.Return()).value == "facilitator_only"
    room.do(ADE, c.Return(MEI))

    assert room.state.order == (TOM, INES, SAM, MEI)
    assert clock(timing.projected_end(room.state, room.now)) == "13:00"


def test_whoever_comes_after_all_is_asked_in_a_go_round_too() -> None:
    room = room_without(Away(SAM))
    room.start()
    assert "Sam" not in view(room, MEI)["manner"]["rule"]
    room.do(SAM, c.Arrive())
    assert "Sam" in view(room, MEI)["manner"]["rule"]


def test_who_was_away_had_no_minute_of_the_forty_and_comes_first_next_time() -> None:
    room = room_without(Away(INES))
    room.start()
    while room.state.step is not None:
        room.next(after=room.state.step.minutes)
    lines = {line.person: line for line in ledger.lines(room.state, room.now)}

    assert (lines[INES].standing, lines[INES].had, lines[INES].balance) == (Standing.ABSENT, 0, -40 * MINUTE)
    assert ledger.next_order(ledger.accounts_after((), lines.values()), MEMBERS)[0] == INES


def test_what_is_said_while_the_room_waits_counts_and_nothing_else_changes() -> None:
    room = room_without(Away(MEI), Away(TOM))
    room.do(ADE, c.Return(MEI))
    room.do(SAM, c.PassTurn())
    room.do(c.THE_ROOM, c.Prepare(prepared(room, Away(MEI), Away(INES))))

    assert room.state.passed == {SAM: "passed", INES: "absent"}


def test_an_order_that_was_chosen_stays_without_whoever_says_since_that_they_are_away() -> None:
    room = room_without()
    room.do(ADE, c.OrderHolders((SAM, MEI, INES, TOM)))
    room.do(c.THE_ROOM, c.Prepare(prepared(room, Away(SAM, INES))))
    assert room.state.order == (INES, MEI, TOM)
    room.do(c.THE_ROOM, c.Prepare(replace(prepared(room), carried=())))
    assert room.state.order == (INES, MEI, TOM)


def test_who_says_that_they_come_after_all_is_not_away_any_more() -> None:
    room = room_without(Away(MEI, SAM), Away(TOM))
    room.do(c.THE_ROOM, c.Prepare(prepared(room, Away(TOM))))
    room.start()

    assert room.state.order == (MEI, INES, SAM)


def test_on_another_day_only_those_are_away_who_have_said_so_for_it() -> None:
    room = room_without(Away(MEI))
    room.do(TOM, c.PassTurn())
    room.do(c.THE_ROOM, c.Prepare(prepared(room, Away(INES), later=DAY)))

    assert room.state.passed == {INES: "absent"}


def test_a_log_from_before_anybody_could_be_away_is_read() -> None:
    event = RoomOpened(NINE_THIRTY, c.THE_ROOM, setup_of(plans()["tpas-session"]))
    plain = event_to_plain(event)
    del plain["setup"]["away"]

    assert event_from_plain("room_opened", plain) == event
    gone = replace(event, setup=replace(event.setup, away=(Away(MEI, TOM),)))
    assert event_from_plain("room_opened", event_to_plain(gone)) == gone


MANY = st.dictionaries(st.sampled_from(MEMBERS), st.sampled_from((*MEMBERS, "")), max_size=3)


@given(MANY, st.permutations(MEMBERS))
def test_everybody_who_comes_has_a_turn_and_nobody_who_does_not(
    away: dict[str, str], first: list[str]
) -> None:
    had = tuple(Account(person, place * 10 * MINUTE) for place, person in enumerate(first))
    room = room_without(*(Away(*one) for one in away.items()))
    room.do(c.THE_ROOM, c.Prepare(replace(room.state.setup, ledger=had)))
    promised = timing.projected_end(room.state, room.now)
    room.start()

    assert sorted(room.state.order) == sorted(set(MEMBERS) - set(away))
    assert timing.projected_end(room.state, room.now) == promised
    for person in away:
        room.do(ADE, c.Return(person))
    assert room.state.order[len(MEMBERS) - len(away) :] == tuple(away)
    for person in MEMBERS:
        assert sight(room.state, person, room.now, frozenset())["own_turn"]
