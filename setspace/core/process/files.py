"""Formats and session plans as files: JSON with one schema, which docs/own-formats.md describes.

A file holds either one round, or one session plan with the rounds that its turns follow.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, NoReturn, TypeVar

from setspace.core.process.faults import Fault
from setspace.core.process.formats import Format, Plan
from setspace.core.process.reading import MOST_PARTS, Reading, shown

SCHEMA, VERSION = "setspace-format", 1
MOST_BYTES = 200_000
MOST_ROUNDS = 60
FIELDS = ("schema", "version", "round", "plan", "rounds")

T = TypeVar("T", Format, Plan)


@dataclass(frozen=True, slots=True)
class Course:
    """A session plan with the rounds that its turns follow: a room needs no more to be opened."""

    plan: Plan
    rounds: tuple[Format, ...]

    @property
    def formats(self) -> dict[str, Format]:
        return {round_.key: round_ for round_ in self.rounds}


class Malformed(Exception):
    """What was given is no format. ``faults`` are sentences, each with its place."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(" ".join(str(fault) for fault in self.faults))


def format_from_plain(plain: object) -> Format:
    """A format, sound or not, from JSON-able values; raises Malformed."""
    return _read(Format, plain)


def plan_from_plain(plain: object) -> Plan:
    """A session plan, sound or not, from JSON-able values; raises Malformed."""
    return _read(Plan, plain)


def to_plain(thing: Format | Plan) -> dict[str, Any]:
    """All fields as JSON-able values, from which the thing can be read again."""
    plain: dict[str, Any] = _plain(thing)
    return plain


def course_of(plan: Plan, formats: Mapping[str, Format]) -> Course:
    """A plan with those of the formats that its turns name."""
    return Course(plan, tuple(formats[key] for key in plan.formats if key in formats))


def to_file(thing: Format | Course) -> str:
    """The text of a file."""
    if isinstance(thing, Format):
        inside: dict[str, Any] = {"round": to_plain(thing)}
    else:
        inside = {"plan": to_plain(thing.plan), "rounds": [to_plain(round_) for round_ in thing.rounds]}
    content = {"schema": SCHEMA, "version": VERSION, **inside}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def from_file(data: bytes) -> Format | Course:
    """What a file holds, sound or not. Raises Malformed for everything else that it may be."""
    content = _content(data)
    reading = Reading()
    for name in content:
        if name not in FIELDS:
            reading.say((), f"There is no field called “{shown(name)}”.")
    if "round" in content:
        found: Format | Course | None = reading.thing(Format, content["round"], ("round",))
    else:
        found = _course(reading, content)
    if found is None or reading.faults:
        raise Malformed(reading.faults)
    return found


@lru_cache(maxsize=256)
def course_from_text(text: str) -> Course:
    """A session plan from a text that ``to_file`` wrote."""
    found = from_file(text.encode())
    if isinstance(found, Course):
        return found
    raise _no("This is a round, and no session plan.")


def _read(type_: type[T], plain: object) -> T:
    reading = Reading()
    found = reading.thing(type_, plain, ())
    if isinstance(found, Plan):
        _say_too_many(reading, found)
    if found is None or reading.faults:
        raise Malformed(reading.faults)
    return found


def _course(reading: Reading, content: Mapping[str, object]) -> Course | None:
    plan = reading.thing(Plan, content["plan"], ("plan",))
    if plan is not None:
        _say_too_many(reading, plan)
    given = content.get("rounds", [])
    if not isinstance(given, list) or len(given) > MOST_ROUNDS:
        reading.say(("rounds",), f"Give a list of rounds, in square brackets, {MOST_ROUNDS} at most.")
        return None
    rounds = [reading.thing(Format, one, ("rounds", number)) for number, one in enumerate(given)]
    seen: set[str] = set()
    for number, round_ in enumerate(rounds):
        if round_ is not None and round_.key in seen:
            reading.say(("rounds", number, "key"), "Another round in this file has the same key.")
        seen |= {round_.key} if round_ else set()
    return Course(plan, tuple(one for one in rounds if one)) if plan else None


def _say_too_many(reading: Reading, plan: Plan) -> None:
    most = MOST_PARTS["blocks"]
    if len(plan.blocks) + sum(len(variant.blocks) for variant in plan.variants) > most:
        reading.say((), f"A session plan has {most} parts at most, those of its variants among them.")


def _content(data: bytes) -> Mapping[str, object]:
    """The outermost object of a file, if it is of our schema and of a version that can be read."""
    content = _json(data)
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise _no(f"This is not a format: at its beginning it must say “schema”: “{SCHEMA}”.")
    _refuse_another_version(content.get("version"))
    if ("round" in content) == ("plan" in content):
        raise _no("Give either one round or one session plan.")
    if "round" in content and "rounds" in content:
        raise _no("Only a session plan has rounds beside it.")
    return content


def _json(data: bytes) -> object:
    if len(data) > MOST_BYTES:
        raise _no(f"This file is too large: a format has {MOST_BYTES // 1000} kB at most.")
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_not_a_number)
    except UnicodeDecodeError:
        raise _no("This file is not text in UTF-8, as JSON must be.") from None
    except RecursionError:
        raise _no("This file is nested too deeply to be a format.") from None
    except json.JSONDecodeError as problem:
        raise _no(f"This file is not JSON: something is wrong in line {problem.lineno}.") from None
    except ValueError:
        raise _no("This file has a number that is too long to be minutes.") from None


def _refuse_another_version(version: object) -> None:
    if version is True or version != VERSION:
        said = f"version {version}" if isinstance(version, int) and version is not True else "no version"
        raise _no(f"This file has {shown(said)}. Files of version {VERSION} can be read here.")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    content = dict(pairs)
    if len(content) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise _no(f"The field “{shown(twice)}” is there twice in one place.")
    return content


def _not_a_number(_constant: str) -> NoReturn:
    raise _no("This file has a value that is no number, such as NaN.")


def _no(words: str) -> Malformed:
    return Malformed([Fault((), words)])


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
