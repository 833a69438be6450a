"""A format goes into a file and comes back the same; whatever else a file holds is named in words."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from setspace.core.process import reading
from setspace.core.process.catalogue import formats, plans
from setspace.core.process.faults import Place, format_faults, plan_faults
from setspace.core.process.files import (
    MOST_BYTES,
    Malformed,
    course_from_text,
    course_of,
    format_from_plain,
    from_file,
    plan_from_plain,
    to_file,
    to_plain,
)

ROUNDS, PLANS = sorted(formats()), sorted(plans())
json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=12), inner, max_size=5),
    max_leaves=20,
)


def file_of(key: str) -> dict[str, Any]:
    thing = formats()[key] if key in formats() else course_of(plans()[key], formats())
    content: dict[str, Any] = json.loads(to_file(thing))
    return content


def said_of(content: object) -> str:
    with pytest.raises(Malformed) as raised:
        from_file(json.dumps(content).encode())
    return str(raised.value)


def places(value: Any, here: Place = ()) -> Iterator[Place]:
    """Every place in a value of JSON, the whole first."""
    yield here
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in inside:
        yield from places(inner, (*here, name))


def with_other(value: Any, place: Place, other: object) -> Any:
    if not place:
        return other
    copy: Any = value.copy()
    copy[place[0]] = with_other(value[place[0]], place[1:], other)
    return copy


@pytest.mark.parametrize("key", ROUNDS)
def test_a_shipped_round_comes_back_from_a_file_as_it_was(key: str) -> None:
    assert format_from_plain(json.loads(json.dumps(to_plain(formats()[key])))) == formats()[key]
    assert from_file(to_file(formats()[key]).encode()) == formats()[key]
    assert format_faults(formats()[key]) == ()


@pytest.mark.parametrize("key", PLANS)
def test_a_shipped_plan_comes_back_with_its_rounds(key: str) -> None:
    course = course_of(plans()[key], formats())
    assert plan_from_plain(json.loads(json.dumps(to_plain(plans()[key])))) == plans()[key]
    assert from_file(to_file(course).encode()) == course == course_from_text(to_file(course))
    assert set(course.formats) == set(plans()[key].formats)
    assert plan_faults(plans()[key], formats()) == ()


@given(json_values)
def test_any_json_is_a_format_or_is_refused_in_words(content: object) -> None:
    with pytest.raises(Malformed) as raised:
        from_file(json.dumps(content).encode())
    assert all(str(fault).endswith((".", "”.")) for fault in raised.value.faults)


@given(json_values, st.sampled_from(["round", "plan"]))
def test_any_json_inside_a_file_of_ours_is_refused_in_words(inside: object, kind: str) -> None:
    assert said_of({"schema": "setspace-format", "version": 1, kind: inside})


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(Malformed):
        from_file(data)


@given(st.sampled_from([*ROUNDS, *PLANS]), st.data(), json_values)
def test_anything_at_any_place_of_a_file_is_read_or_refused(
    key: str, data: st.DataObject, other: object
) -> None:
    content = file_of(key)
    place = data.draw(st.sampled_from(list(places(content))))
    changed = json.dumps(with_other(content, place, other)).encode()
    try:
        thing = from_file(changed)
    except Malformed as malformed:
        event(str(malformed)[:30])
    else:
        assert from_file(to_file(thing).encode()) == thing


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "This file is not JSON: something is wrong in line 1."),
        (b"{\n\n  'schema': 1}", "This file is not JSON: something is wrong in line 3."),
        (b"\xff\xfe\x00", "This file is not text in UTF-8, as JSON must be."),
        (b"[" * 50_000, "This file is nested too deeply to be a format."),
        (b"9" * 5_000, "This file has a number that is too long to be minutes."),
        (b'{"schema": NaN}', "This file has a value that is no number, such as NaN."),
        (b'{"a": 1, "a": 2}', "The field “a” is there twice in one place."),
        (b" " * (MOST_BYTES + 1), "This file is too large: a format has 200 kB at most."),
        (b"[]", "This is not a format: at its beginning it must say “schema”: “setspace-format”."),
        (
            b'{"schema": "setspace-format", "version": 2, "round": {}}',
            "This file has version 2. Files of version 1 can be read here.",
        ),
        (
            b'{"schema": "setspace-format", "version": true, "round": {}}',
            "This file has no version. Files of version 1 can be read here.",
        ),
        (b'{"schema": "setspace-format", "version": 1}', "Give either one round or one session plan."),
    ],
)
def test_a_file_that_is_none_is_refused_with_its_reason(data: bytes, words: str) -> None:
    with pytest.raises(Malformed) as raised:
        from_file(data)
    assert str(raised.value) == words


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    assert from_file(b"\xef\xbb\xbf" + to_file(formats()["tpas-40"]).encode()) == formats()["tpas-40"]


@pytest.mark.parametrize(
    ("place", "other", "words"),
    [
        (("stages", 2, "minutes"), "20", "Stage 3, minutes: give a whole number from 1 to 240."),
        (
            ("stages", 2, "minutes"),
            "abc",
            "Stage 3, minutes: “abc” is not a whole number. Give one from 1 to 240.",
        ),
        (("stages", 2, "minutes"), 20.5, "Stage 3, minutes: give a whole number from 1 to 240."),
        (("stages", 2, "minutes"), True, "Stage 3, minutes: give a whole number from 1 to 240."),
        (("stages", 2, "most"), 241, "Stage 3, most minutes: give a whole number from 1 to 240."),
        (
            ("stages", 0, "floor"),
            "moon",
            "Stage 1, who has the floor: choose one of these: holder, members, facilitator, all, nobody.",
        ),
        (("stages", 1, "is_elastic"), "yes", "Stage 2, takes up what is left: say true or false, without"),
        (("stages", 1, "writes"), "issue", "Stage 2, what is written down: give a list, in square brackets."),
        (("stages", 1, "prompts"), 3, "Stage 2, prompts: give its fields, in braces."),
        (
            ("stages", 1, "prompts", "holder"),
            "a" * 301,
            "Stage 2, prompt for the issue holder: keep",
        ),
        (("stages", 1, "title"), " ", "Stage 2, title: write a title."),
        (("stages", 1, "title"), "a\u202eb", "Stage 2, title: take out the characters that cannot be seen."),
        (("stages", 1, "key"), "A B", "Stage 2, key: use small letters, figures and hyphens"),
        (("stages",), {}, "Stages: give a list, in square brackets."),
        (("least_people",), 1, "Least people: give a whole number from 2 to 12."),
    ],
)
def test_a_wrong_value_is_named_with_its_place(place: Place, other: object, words: str) -> None:
    content = file_of("tpas-40")
    said = said_of({**content, "round": with_other(content["round"], place, other)})
    assert said.startswith(words)


def test_strange_fields_are_named_where_they_are() -> None:
    content = file_of("tpas-40")
    content["round"]["stages"][2]["colour"] = "red"
    assert said_of(content) == "Stage 3: there is no field called “colour”."
    assert said_of({**file_of("tpas-40"), "colour": 1}) == "There is no field called “colour”."
    assert said_of({**file_of("tpas-40"), "plan": {}}) == "Give either one round or one session plan."
    beside = {**file_of("tpas-40"), "rounds": []}
    assert said_of(beside) == "Only a session plan has rounds beside it."


def test_the_rounds_of_a_plan_are_named_too() -> None:
    content = file_of("tpas-session")
    content["rounds"][0]["stages"][4]["least"] = None
    assert said_of(content) == "Round 1, stage 5, least minutes: give a whole number from 1 to 240."
    twice = file_of("tpas-session")
    twice["rounds"] *= 2
    assert said_of(twice) == "Round 2, key: another round in this file has the same key."


def test_a_plan_has_no_more_parts_than_its_editor_can_hold() -> None:
    block = to_plain(plans()["tpas-session"])["blocks"][0]
    plain = {
        **to_plain(plans()["tpas-session"]),
        "blocks": [block],
        "variants": [{"people": 4, "blocks": [block] * 39}],
    }
    assert len(plan_from_plain(plain).variants[0].blocks) == 39
    plain["variants"].append({"people": 5, "blocks": [block]})
    with pytest.raises(Malformed, match="40 parts at most"):
        plan_from_plain(plain)


def test_what_is_wrong_everywhere_is_said_twenty_times_at_most() -> None:
    content = file_of("tpas-40")
    content["round"]["stages"] = [7] * 30
    with pytest.raises(Malformed) as raised:
        from_file(json.dumps(content).encode())
    assert len(raised.value.faults) == reading.MOST_FAULTS


def test_more_faults_than_are_told_are_still_refused() -> None:
    odd = {f"f{number}": 1 for number in range(30)}
    text = json.dumps({"schema": "setspace-format", "version": 1, "round": {"title": "x", **odd}})
    with pytest.raises(Malformed):
        from_file(text.encode())
