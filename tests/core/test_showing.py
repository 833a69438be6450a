"""What an issue holder shows of their own: by one press in their turn, and no longer than it."""

import pytest

from setspace.core.process import commands as c
from setspace.core.process.refusals import Reason
from setspace.core.process.sight import sight
from tests.core.cases_leading import NIA
from tests.core.rooms import ADE, INES, MEI, TOM, LiveRoom, room_at, room_for


def shown_to(room: LiveRoom, person: str) -> object:
    view = sight(room.state, person, room.now, frozenset())
    return view["shown"].get("kind")


def test_everybody_sees_what_the_issue_holder_shows_until_they_take_it_back() -> None:
    room = room_at("tell")
    assert [shown_to(room, one) for one in (ADE, MEI, TOM)] == [None] * 3
    room.do(MEI, c.Show("sheet"))
    assert [shown_to(room, one) for one in (ADE, MEI, TOM)] == ["sheet"] * 3
    room.do(MEI, c.TakeBack())
    assert [shown_to(room, one) for one in (ADE, MEI, TOM)] == [None] * 3
    assert room.refusal(MEI, c.TakeBack()) is Reason.ALREADY_SO


def test_one_thing_is_shown_at_a_time_and_nobody_else_takes_it_back() -> None:
    room = room_at("tell")
    room.do(MEI, c.Show("sheet"))
    assert room.refusal(MEI, c.Show("sheet")) is Reason.ALREADY_SO
    room.do(MEI, c.Show("map"))
    assert shown_to(room, TOM) == "map"
    assert room.refusal(ADE, c.TakeBack()) is Reason.HOLDER_ONLY
    assert room.refusal(MEI, c.Show("diary")) is Reason.NO_SUCH


def test_it_ends_by_itself_with_the_turn_and_does_not_come_back() -> None:
    room = room_at("tell")
    room.do(MEI, c.Show("sheet"))
    while room.state.holder == MEI:
        assert shown_to(room, TOM) == "sheet"
        room.next()
    assert shown_to(room, TOM) is None
    room.do(ADE, c.Back(room.seen))
    assert room.state.holder == MEI
    assert shown_to(room, TOM) is None


@pytest.mark.parametrize("what", [c.LeaveSeat(MEI), c.TakeSeat(MEI, "Mei Chen", "observer")])
def test_it_ends_when_whoever_shows_it_is_no_longer_in_the_set(what: c.Command) -> None:
    room = room_at("tell")
    room.do(MEI, c.Show("sheet"))
    room.do(c.THE_ROOM, what)
    assert shown_to(room, TOM) is None


def test_it_ends_with_the_session() -> None:
    room = room_at("tell")
    room.do(MEI, c.Show("map"))
    room.do(ADE, c.End())
    assert room.state.shown is None


def test_whoever_looks_on_is_not_shown_it() -> None:
    room = room_for()
    room.do(c.THE_ROOM, c.TakeSeat(NIA, "Nia Hill", "observer"))
    for person in (MEI, TOM, INES):
        room.do(person, c.Arrive())
        room.do(person, c.AgreeToObserver(NIA, yes=True))
    room.start()
    room.go_to("tell")
    room.do(room.state.holder, c.Show("sheet"))
    view = sight(room.state, NIA, room.now, frozenset())
    assert view["people"]  # the session is open to her
    assert not view["shown"]


def test_nothing_is_shown_while_it_is_still_to_be_found_whose_turn_it_is() -> None:
    room = room_at("check-in")
    assert room.refusal(MEI, c.Show("sheet")) is Reason.NOT_YOUR_TURN
    waiting = room_for()
    assert waiting.refusal(MEI, c.Show("sheet")) is Reason.NOT_STARTED
