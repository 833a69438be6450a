"""The ledger of airtime: who had how much, and whose turn is fair next."""

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from setspace.core.process import commands as c
from setspace.core.process import ledger, timing
from setspace.core.process.catalogue import plans
from setspace.core.process.gifts import Account, Extra
from setspace.core.process.ledger import Standing
from setspace.core.process.state import MINUTE
from tests.core.rooms import ADE, INES, MEI, MEMBERS, SAM, TOM, LiveRoom, room_for, setup_of

SIX = ("mei", "tom", "ines", "sam", "noor", "joe")


def series(
    plan: str, people: tuple[str, ...], sessions: int
) -> list[tuple[tuple[str, ...], tuple[Account, ...]]]:
    """Sessions in a row, each held as planned in the order that the ledger gives."""
    accounts: tuple[Account, ...] = ()
    found = []
    for _ in range(sessions):
        room = room_for(plan, people)
        order = ledger.next_order(accounts, people)[: plans()[plan].turns]
        room.do(ADE, c.OrderHolders(order))
        play(room)
        accounts = ledger.accounts_after(accounts, ledger.lines(room.state, room.now))
        found.append((order, accounts))
    return found


def play(room: LiveRoom) -> None:
    room.start()
    while room.state.step is not None:
        room.next(after=room.state.step.minutes)


def test_over_three_sessions_of_plan_b_six_people_have_one_turn_each() -> None:
    held = [person for order, _ in series("ithrive-two-holders", SIX, 3) for person in order]
    assert sorted(held) == sorted(SIX)


def test_with_five_of_them_one_has_two() -> None:
    held = [person for order, _ in series("ithrive-two-holders", SIX[:5], 3) for person in order]
    assert sorted(held.count(person) for person in SIX[:5]) == [1, 1, 1, 1, 2]


def test_where_all_hold_the_first_goes_last_next_time() -> None:
    orders = [order for order, _ in series("tpas-session", MEMBERS, 4)]
    assert orders[0] == (MEI, TOM, INES, SAM)
    assert orders[1] == (TOM, INES, SAM, MEI)
    assert sorted(order[0] for order in orders) == sorted(MEMBERS)


def test_who_was_moved_goes_first() -> None:
    room = room_for()
    room.wait(25)
    room.start()
    room.do(ADE, c.GiveTime("last_turn", 25))
    while room.state.step is not None:
        room.next(after=room.state.step.minutes)
    accounts = ledger.accounts_after((), ledger.lines(room.state, room.now))
    assert ledger.next_order(accounts, MEMBERS)[0] == SAM
    lines = {line.person: line for line in ledger.lines(room.state, room.now)}
    assert lines[SAM].standing is Standing.MOVED
    assert lines[SAM].balance == -40 * MINUTE


def test_whose_turn_the_session_did_not_reach_had_nothing_and_comes_first_next_time() -> None:
    room = room_for()
    room.start()
    room.go_to("break-2")
    room.finish()
    found = ledger.lines(room.state, room.now)
    assert [line.standing for line in found] == [Standing.HELD, Standing.HELD, *[Standing.NOT_REACHED] * 2]
    assert [(line.place, line.had, line.balance) for line in found[2:]] == [(0, 0, -40 * MINUTE)] * 2
    assert ledger.next_order(ledger.accounts_after((), found), MEMBERS) == (INES, SAM, TOM, MEI)


def test_extra_time_is_taken_from_nobody_and_counted_for_nobody() -> None:
    setup = setup_of(plans()["tpas-session"])
    room = room_for()
    room.do(c.THE_ROOM, c.Prepare(replace(setup, extras=(Extra(TOM, 10),))))
    room.start()
    assert timing.behind(room.state, room.now) == 0
    assert [timing.turn_length(room.state, turn) // MINUTE for turn in range(4)] == [40, 50, 40, 40]
    while room.state.step is not None:
        here = room.state.visits[-1]
        room.wait(ms=here.allowance)
        room.do(ADE, c.NextStage(room.seen))
    had = {line.person: line.had // MINUTE for line in ledger.lines(room.state, room.now)}
    assert had == dict.fromkeys(MEMBERS, 40)


def test_what_is_shaved_stands_in_the_ledger() -> None:
    room = room_for()
    room.wait(25)
    room.start()
    room.do(ADE, c.GiveTime("all_turns", 25))
    assert {line.gave for line in ledger.lines(room.state, room.now)} == {135_000}


@given(
    st.permutations(SIX),
    st.lists(
        st.tuples(st.sampled_from(SIX), st.integers(0, 500), st.integers(0, 6), st.booleans()), max_size=6
    ),
)
def test_everybody_stands_in_the_order_once_and_less_time_comes_first(
    people: list[str], had: list[tuple[str, int, int, bool]]
) -> None:
    accounts = tuple(Account(person, minutes * MINUTE, place, first) for person, minutes, place, first in had)
    order = ledger.next_order(accounts, people)
    assert sorted(order) == sorted(SIX)
    by_person = {account.person: account for account in accounts}
    for one, other in itertools.pairwise(order):
        a, b = by_person.get(one, Account(one)), by_person.get(other, Account(other))
        assert a.is_first >= b.is_first
        assert a.is_first != b.is_first or a.had // ledger.ALIKE <= b.had // ledger.ALIKE


def test_who_is_away_leaves_the_order_and_another_holds_in_their_place() -> None:
    assert ledger.order_without(SIX, {}) == SIX
    assert ledger.order_without(SIX, {"mei": ""}) == SIX[1:]
    assert ledger.order_without(SIX, {"mei": "sam"}) == ("sam", "tom", "ines", "noor", "joe")
    assert ledger.order_without(SIX, {"sam": "mei"}) == ("mei", "tom", "ines", "noor", "joe")
    assert ledger.order_without(SIX, {"mei": "tom", "tom": ""}) == SIX[2:]
    assert ledger.order_without(SIX, {"mei": "charlie"}) == SIX[1:]


@given(st.permutations(SIX), st.dictionaries(st.sampled_from(SIX), st.sampled_from((*SIX, ""))))
def test_an_order_holds_everybody_who_comes_once_and_nobody_else(
    order: list[str], away: dict[str, str]
) -> None:
    found = ledger.order_without(order, away)
    assert sorted(found) == sorted(one for one in SIX if one not in away)
