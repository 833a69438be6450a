"""A room is its log: the fold of all that happened, the same every time, in memory or read back."""

import json
from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from setspace.core.process import commands as c
from setspace.core.process import events as e
from setspace.core.process.codec import event_from_plain, event_to_plain, kind_of
from setspace.core.process.evolve import _HANDLERS, evolve, replay
from tests.core.rooms import MEI, NINE_THIRTY, room_at


def stored(log: list[e.Event]) -> list[tuple[str, str]]:
    return [(kind_of(event), json.dumps(event_to_plain(event))) for event in log]


def read(rows: list[tuple[str, str]]) -> list[e.Event]:
    return [event_from_plain(kind, json.loads(plain)) for kind, plain in rows]


@pytest.mark.parametrize("plan", ["tpas-session", "ithrive-two-holders"])
def test_a_log_that_was_stored_and_read_gives_the_room_that_ran(plan: str) -> None:
    room = room_at("review", plan)
    assert read(stored(room.log)) == room.log
    assert replay(read(stored(room.log))) == room.state


@given(st.integers(0, 60))
def test_a_room_that_goes_on_from_its_log_is_the_one_that_never_stopped(cut: int) -> None:
    log = room_at("review").log
    state = replay(log[: cut % len(log) + 1])
    for event in log[cut % len(log) + 1 :]:
        state = evolve(state, event)
    assert state == replay(log)


def test_a_room_begins_with_its_opening() -> None:
    with pytest.raises(TypeError, match="begins with its opening"):
        replay([e.Arrived(NINE_THIRTY, MEI)])


def test_a_second_opening_changes_nothing() -> None:
    room = room_at("tell")
    assert evolve(room.state, room.log[0]) == room.state


def test_what_happened_never_changes_the_state_that_was() -> None:
    room = room_at("open")
    before, copy = room.state, replay(room.log)
    room.do(MEI, c.NameIssue("Two jobs"))
    room.next(after=20)
    assert before == copy
    assert room.state != before


def test_the_state_and_all_that_happens_are_frozen() -> None:
    room = room_at("tell")
    for thing in (room.state, room.log[0], room.state.setup, room.state.visits[0]):
        assert is_dataclass(thing)
        with pytest.raises(FrozenInstanceError):
            setattr(thing, fields(thing)[0].name, None)


def test_there_is_a_way_to_fold_in_every_kind_of_event() -> None:
    assert set(_HANDLERS) == set(e.EVENTS.values())


def test_every_event_says_when_it_was_and_by_whom() -> None:
    for type_ in e.EVENTS.values():
        assert [field.name for field in fields(type_)][:2] == ["at", "by"]


def test_what_is_private_is_what_is_kept_dropped_and_marked_and_who_agreed_to_an_observer() -> None:
    kept = {e.QuestionKept, e.QuestionDropped, e.QuestionMarked}
    assert set(e.PRIVATE) == kept | {e.ObserverAnswered}
