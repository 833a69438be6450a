"""Events, and commands from outside, to and from plain JSON-able values.

Events come from our own log and are read with trust; commands come from a browser and are read
with none: each field must be there, of its type, and no other.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from setspace.core.process.commands import COMMANDS, Command
from setspace.core.process.events import EVENTS, KINDS, Event

T = TypeVar("T")
MOST_TEXT = 10_000
MOST_LIST = 50


class Malformed(Exception):
    """A command that is not of its form. Says what, never the value."""


def kind_of(event: Event) -> str:
    return KINDS[type(event)]


def event_to_plain(event: Event) -> dict[str, Any]:
    """An event as JSON-able values, without its kind."""
    plain: dict[str, Any] = _plain(event)
    return plain


def event_from_plain(kind: str, plain: Mapping[str, Any]) -> Event:
    """The event that ``event_to_plain`` wrote."""
    event: Event = _built(EVENTS[kind], plain)
    return event


def command_from_plain(plain: object) -> Command:
    """A command from ``{"kind": …, field: …}``; raises Malformed for anything else."""
    if not isinstance(plain, dict):
        raise Malformed("A command is an object.")
    type_ = COMMANDS.get(str(plain.get("kind")))
    if type_ is None:
        raise Malformed("There is no such command.")
    given = {key: value for key, value in plain.items() if key != "kind"}
    hints = _hints(type_)
    if strange := given.keys() - hints.keys():
        raise Malformed(f"{plain['kind']} has no {min(map(str, strange))[:40]}.")
    for field in fields(type_):
        if field.name not in given and field.default is MISSING:
            raise Malformed(f"{plain['kind']} needs {field.name}.")
    return type_(**{key: _checked(key, value, hints[key]) for key, value in given.items()})


def _checked(name: str, value: object, type_: Any) -> Any:
    """A value from outside, if it is just of the type that a command's field has."""
    if type_ is str and isinstance(value, str) and len(value) <= MOST_TEXT and _is_storable(value):
        return value.replace("\r\n", "\n")
    if type_ is bool and isinstance(value, bool):
        return value
    if type_ is int and isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**9:
        return value
    if get_origin(type_) is tuple and isinstance(value, list) and len(value) <= MOST_LIST:
        return tuple(_checked(name, item, get_args(type_)[0]) for item in value)
    raise Malformed(f"{name} is not of its kind.")


def _is_storable(text: str) -> bool:
    """Whether a text has neither a NUL nor half a surrogate pair, which no database takes."""
    return not any(char == "\x00" or "\ud800" <= char <= "\udfff" for char in text)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _built(type_: Any, plain: Any) -> Any:
    if is_dataclass(type_):
        hints = _hints(type_)
        return type_(**{key: _built(hints[key], value) for key, value in plain.items() if key in hints})  # type: ignore[operator]  # a dataclass type is called with its own fields
    if get_origin(type_) is tuple:
        return tuple(_built(get_args(type_)[0], item) for item in plain)
    if get_origin(type_) in (Union, UnionType):
        inner = next(arg for arg in get_args(type_) if arg is not type(None))
        return None if plain is None else _built(inner, plain)
    if isinstance(type_, type) and issubclass(type_, Enum):
        return type_(plain)
    return plain


def _hints(type_: Any) -> dict[str, Any]:
    if type_ not in _HINTS:
        _HINTS[type_] = get_type_hints(type_)
    return _HINTS[type_]


_HINTS: dict[Any, dict[str, Any]] = {}
