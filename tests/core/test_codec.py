"""Events go to JSON and back unchanged; a command from outside is of its form or Malformed."""

import json
from dataclasses import MISSING, fields
from typing import Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from setspace.core.process import codec
from setspace.core.process.catalogue import formats, plans
from setspace.core.process.codec import Malformed, command_from_plain, event_from_plain, event_to_plain
from setspace.core.process.commands import COMMANDS, Command
from setspace.core.process.events import EVENTS, Event
from setspace.core.process.gifts import GiftKind, Give
from setspace.core.process.state import CarriedAction, Role, Seat, Setup
from tests.core.rooms import room_at
from tests.thorough import THOROUGH

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r"), max_size=40)
whole = st.integers(-(10**9) + 1, 10**9 - 1)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
setups = st.builds(
    Setup,
    title=texts,
    plan=st.sampled_from(sorted(plans().values(), key=lambda plan: plan.key)),
    formats=st.just(tuple(formats().values())),
    seats=st.lists(st.builds(Seat, texts, texts, st.sampled_from(Role)), max_size=4).map(tuple),
    carried=st.lists(st.builds(CarriedAction, texts, texts, texts, texts, texts), max_size=3).map(tuple),
    starts_at=whole,
    zone=texts,
    hides_clock_from_holder=st.booleans(),
)
BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    int: whole,
    bool: st.booleans(),
    tuple[str, ...]: st.lists(texts, max_size=6).map(tuple),
    Role: st.sampled_from(Role),
    Setup: setups,
    GiftKind: st.sampled_from(GiftKind),
    tuple[Give, ...]: st.lists(st.builds(Give, texts, whole), max_size=3).map(tuple),
}


def built(type_: type[Any]) -> st.SearchStrategy[Any]:
    return st.builds(type_, **{name: BY_TYPE[hint] for name, hint in get_type_hints(type_).items()})


def plain_of(kind: str, command: Command) -> dict[str, Any]:
    """A command as a browser would send it."""
    values = {field.name: getattr(command, field.name) for field in fields(command)}
    plain = {"kind": kind, **{key: list(v) if isinstance(v, tuple) else v for key, v in values.items()}}
    read: dict[str, Any] = json.loads(json.dumps(plain))
    return read


@pytest.mark.parametrize("kind", EVENTS)
@settings(max_examples=6 if THOROUGH else 2)
@given(data=st.data())
def test_an_event_comes_back_from_json_as_it_went(kind: str, data: st.DataObject) -> None:
    event: Event = data.draw(built(EVENTS[kind]))
    sent = json.dumps(event_to_plain(event))
    assert codec.kind_of(event) == kind
    assert event_from_plain(kind, json.loads(sent)) == event


@pytest.mark.parametrize("kind", COMMANDS)
@settings(max_examples=6 if THOROUGH else 2)
@given(data=st.data())
def test_a_command_comes_back_from_json_as_it_went(kind: str, data: st.DataObject) -> None:
    command: Command = data.draw(built(COMMANDS[kind]))
    assert command_from_plain(plain_of(kind, command)) == command


@given(json_values)
def test_no_json_at_all_breaks_the_reader(value: object) -> None:
    with pytest.raises(Malformed, match=r"\.$"):
        command_from_plain(value)


@given(st.sampled_from(sorted(COMMANDS)), st.dictionaries(st.text(max_size=9), json_values, max_size=4))
def test_no_fields_at_all_break_the_reader(kind: str, given_: dict[str, object]) -> None:
    hints = get_type_hints(COMMANDS[kind])
    try:
        command = command_from_plain({**given_, "kind": kind})
    except Malformed:
        return
    assert set(given_) - {"kind"} <= set(hints)
    assert type(command) is COMMANDS[kind]


@pytest.mark.parametrize("kind", COMMANDS)
def test_a_missing_a_strange_and_a_wrong_field_are_each_malformed(kind: str) -> None:
    sound = plain_of(kind, _sample(kind))
    assert command_from_plain(sound) == _sample(kind)
    with pytest.raises(Malformed, match=f"{kind} has no colour"):
        command_from_plain({**sound, "colour": "red"})
    for field in fields(COMMANDS[kind]):
        with pytest.raises(Malformed, match=f"{field.name} is not of its kind"):
            command_from_plain({**sound, field.name: 1.5})
        if field.default is MISSING:
            without = {key: value for key, value in sound.items() if key != field.name}
            with pytest.raises(Malformed, match=f"{kind} needs {field.name}"):
                command_from_plain(without)


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        "arrive",
        {},
        {"kind": "fly"},
        {"kind": None},
        {"kind": ["arrive"]},
        {"kind": "room_opened"},
        {"kind": "next_stage", "seen": True},
        {"kind": "next_stage", "seen": "1"},
        {"kind": "next_stage", "seen": 10**9},
        {"kind": "echo", "words": "x" * 10_001},
        {"kind": "echo", "words": "nul \x00 inside"},
        {"kind": "echo", "words": "half a pair \ud83d"},
        {"kind": "mark_question", "question": "q", "moved": 1},
        {"kind": "order_holders", "order": "mei"},
        {"kind": "order_holders", "order": ["mei", 3]},
        {"kind": "order_holders", "order": ["mei"] * 51},
    ],
)
def test_what_is_not_a_command_is_malformed(plain: object) -> None:
    with pytest.raises(Malformed):
        command_from_plain(plain)


def test_what_was_written_is_never_in_the_complaint() -> None:
    for plain in ({"kind": "echo", "words": ["secret"]}, {"kind": "secret"}, {"kind": "secret", "secret": 1}):
        with pytest.raises(Malformed) as caught:
            command_from_plain(plain)
        assert "secret" not in str(caught.value)


def test_lines_end_in_one_way() -> None:
    command = command_from_plain({"kind": "echo", "words": "one\r\ntwo\nthree"})
    assert command == COMMANDS["echo"](words="one\ntwo\nthree")  # type: ignore[call-arg]  # an Echo, by its name


def test_fields_that_have_a_default_may_be_left_out() -> None:
    assert command_from_plain({"kind": "note_action", "what": "Ring Jo"}) == _sample("note_action")


def test_events_of_a_real_log_come_back_as_they_went() -> None:
    log = room_at("break-1").log
    sent = [(codec.kind_of(event), json.dumps(event_to_plain(event))) for event in log]
    assert [event_from_plain(kind, json.loads(plain)) for kind, plain in sent] == log


def test_a_field_that_an_older_log_lacks_takes_its_default() -> None:
    opening = room_at("check-in").log[0]
    plain = event_to_plain(opening)
    del plain["setup"]["zone"]
    assert event_from_plain("room_opened", plain) == opening


def _sample(kind: str) -> Command:
    values: dict[Any, Any] = {str: "Ring Jo", int: 3, bool: True, tuple[str, ...]: ("mei", "tom")}
    needed = [field for field in fields(COMMANDS[kind]) if field.default is MISSING]
    hints = get_type_hints(COMMANDS[kind])
    return COMMANDS[kind](**{field.name: values[hints[field.name]] for field in needed})
