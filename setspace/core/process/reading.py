"""Formats and session plans from plain values that anybody may have written, read without trust.

Each field must be there or have a default, be of its type and within its limits; there is no other
field. Nothing is guessed, and everything that is wrong is named, not only the first thing.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from setspace.core.process.faults import Fault, Place
from setspace.core.process.formats import Block, Format, Plan, Stage, Variant

T = TypeVar("T")

MOST_FAULTS = 20
MOST_SHOWN = 40
MOST_PROMPT = 300
KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")

# Both ends count. A number without a row may be from 0 to 480, a text without one has the length of a prompt.
NUMBERS: Mapping[tuple[type, str], tuple[int, int]] = {
    (Stage, "minutes"): (1, 240),
    (Stage, "least"): (1, 240),
    (Stage, "most"): (1, 240),
    (Format, "minutes"): (1, 480),
    (Format, "least_people"): (2, 12),
    (Format, "most_people"): (2, 12),
    (Block, "minutes"): (1, 480),
    (Block, "least"): (1, 480),
    (Block, "gives"): (1, 6),
    (Variant, "people"): (2, 12),
    (Plan, "minutes"): (1, 960),
    (Plan, "least_people"): (2, 12),
    (Plan, "most_people"): (2, 12),
    (Plan, "white_space"): (0, 240),
}
LENGTHS: Mapping[str, tuple[int, int]] = {"title": (1, 80), "source": (0, 300)}
KEYS = ("key", "format")
MOST_PARTS: Mapping[str, int] = {"stages": 30, "blocks": 40, "variants": 11}


class Reading:
    """One pass over plain values. What it read is of use only where ``faults`` is empty."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def say(self, place: Place, words: str) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(place, words))

    def thing(self, type_: type[T], plain: object, place: Place) -> T | None:
        """One stage, block, format, … from its fields."""
        if not isinstance(plain, dict):
            self.say(place, "Give its fields, in braces.")
            return None
        hints = _hints(type_)  # type: ignore[arg-type]  # a class can be hashed
        for name in plain:
            if name not in hints:
                self.say(place, f"There is no field called “{shown(name)}”.")
        n_faults, values = len(self.faults), {}
        for field in fields(type_):  # type: ignore[arg-type]  # each of them is a dataclass
            here = (*place, field.name)
            if field.name in plain:
                limits = Limits(type_, field.name)
                values[field.name] = self.value(hints[field.name], plain[field.name], here, limits)
            elif field.default is MISSING:
                self.say(here, "This is missing.")
        is_whole = len(self.faults) == n_faults and n_faults < MOST_FAULTS
        return type_(**values) if is_whole else None

    def value(self, hint: Any, plain: object, place: Place, limits: "Limits") -> Any:
        if get_origin(hint) in (Union, UnionType):
            inner = next(one for one in get_args(hint) if one is not type(None))
            return None if plain is None else self.value(inner, plain, place, limits)
        if get_origin(hint) is tuple:
            return self._list(get_args(hint)[0], plain, place, limits)
        if is_dataclass(hint):
            return self.thing(hint, plain, place)  # type: ignore[arg-type]  # a type, not one of its values
        if issubclass(hint, StrEnum):
            return self._choice(hint, plain, place)
        return self._plainest(hint, plain, place, limits)

    def _plainest(self, hint: type, plain: object, place: Place, limits: "Limits") -> Any:
        read: Mapping[type, Callable[[object, Place, Limits], Any]] = {
            str: self._text,
            int: self._number,
            bool: self._yes_or_no,
        }
        return read[hint](plain, place, limits)

    def _list(self, hint: Any, plain: object, place: Place, limits: "Limits") -> tuple[Any, ...]:
        if not isinstance(plain, list):
            self.say(place, "Give a list, in square brackets.")
            return ()
        if len(plain) > limits.parts:
            self.say(place, f"Give {limits.parts} at most.")
            return ()
        return tuple(self.value(hint, one, (*place, number), limits) for number, one in enumerate(plain))

    def _choice(self, hint: type[StrEnum], plain: object, place: Place) -> StrEnum | None:
        found = next((one for one in hint if one.value == plain), None)
        if found is None:
            self.say(place, f"Choose one of these: {', '.join(hint)}.")
        return found

    def _text(self, plain: object, place: Place, limits: "Limits") -> str:
        if not isinstance(plain, str):
            self.say(place, "Write words, in quotation marks.")
            return ""
        text = " ".join(plain.split())
        if problem := limits.problem_of(text):
            self.say(place, problem)
        return text

    def _number(self, plain: object, place: Place, limits: "Limits") -> int:
        least, most = limits.numbers
        if isinstance(plain, int) and not isinstance(plain, bool) and least <= plain <= most:
            return plain
        if isinstance(plain, str) and plain.strip() and not plain.strip().lstrip("-").isdecimal():
            self.say(place, f"“{shown(plain)}” is not a whole number. Give one from {least} to {most}.")
        else:
            self.say(place, f"Give a whole number from {least} to {most}.")
        return least

    def _yes_or_no(self, plain: object, place: Place, _limits: "Limits") -> bool:
        if not isinstance(plain, bool):
            self.say(place, "Say true or false, without quotation marks.")
        return plain is True


class Limits:
    """How long and how large the value of one field may be."""

    def __init__(self, type_: type, name: str) -> None:
        self.name = name
        self.numbers = NUMBERS.get((type_, name), (0, 480))
        self.lengths = LENGTHS.get(name, (0, MOST_PROMPT))
        self.parts = MOST_PARTS.get(name, 20)

    def problem_of(self, text: str) -> str:
        """Why a text will not do, or nothing."""
        least, most = self.lengths
        if not all(char.isprintable() for char in text):
            return "Take out the characters that cannot be seen."
        if self.name in KEYS:
            is_well = KEY.fullmatch(text) or (not text and self.name == "format")
            return "" if is_well else "Use small letters, figures and hyphens, like open-questions."
        if len(text) < least:
            return f"Write a {self.name}."
        return f"Keep this to {most} characters." if len(text) > most else ""


@cache
def _hints(type_: type) -> Mapping[str, Any]:
    return get_type_hints(type_)


def shown(text: object) -> str:
    """The beginning of something strange, fit to be shown."""
    return "".join(char if char.isprintable() else "?" for char in str(text)[:MOST_SHOWN])
