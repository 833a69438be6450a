"""Reading fields of plain data strictly: each is there, is what it should be, and none is unknown."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

_MISSING: Any = object()


class Fault(Exception):
    """What is wrong with the data, as one sentence for whoever made it."""


class Fields:
    """One mapping of the data. `known` are the names it may have; `where` begins every sentence about it."""

    def __init__(self, data: object, where: str, known: str) -> None:
        if not isinstance(data, Mapping):
            raise Fault(f"{where}: named fields are needed here, not {_kind(data)}.")
        self.where, self._data = where, data
        for name in data:
            if name not in known.split():
                raise Fault(_unknown(where, str(name), known.split()))

    def given(self, name: str, otherwise: Any = _MISSING) -> Any:
        if name not in self._data and otherwise is _MISSING:
            raise Fault(f"{self.where}: the field {name!r} is missing.")
        return self._data.get(name, otherwise)

    def text(self, name: str, otherwise: Any = _MISSING) -> str:
        value = self.given(name, otherwise)
        if not isinstance(value, str) or (not value and otherwise is _MISSING):
            raise Fault(f"{self.where}: {name} is a word, not {_kind(value)}.")
        return value

    def number(self, name: str, least: int, otherwise: Any = _MISSING) -> int:
        value = whole(self.given(name, otherwise), f"{self.where}: {name}")
        if value < least:
            raise Fault(f"{self.where}: {name} is at least {least}, not {value}.")
        return value

    def rows(self, name: str) -> list[Any]:
        return listing(self.given(name, []), f"{self.where}: {name}")

    def words(self, name: str) -> frozenset[str]:
        found = listing(self.given(name, []), f"{self.where}: {name}")
        if not all(isinstance(one, str) for one in found):
            raise Fault(f"{self.where}: {name} is a list of words.")
        return frozenset(found)

    def mapping(self, name: str, otherwise: Any = _MISSING) -> dict[str, Any]:
        value = self.given(name, otherwise)
        if not isinstance(value, dict):
            raise Fault(f"{self.where}: {name} has named fields, and is not {_kind(value)}.")
        return value


def whole(value: object, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Fault(f"{where} is a whole number, not {_kind(value)}.")
    return value


def listing(value: object, where: str) -> list[Any]:
    if not isinstance(value, list):
        raise Fault(f"{where} is a list, not {_kind(value)}.")
    return value


def _unknown(where: str, name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, 1)
    hint = f"Did you mean {close[0]!r}?" if close else f"It may have: {', '.join(sorted(known))}."
    return f"{where}: there is no field {name!r}. {hint}"


def _kind(value: object) -> str:
    if value is None or value == "":
        return "nothing"
    return f"{value!r}"[:40]
