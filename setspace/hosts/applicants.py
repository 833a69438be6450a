"""A list of applicants as a table: which columns there are, and what is wrong with a line, in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from setspace.hosts.models import Level
from setspace.lib import tables

MOST_ROWS = 10_000
MOST_PRIORITY = 1000
# Each column, what it may also be called, and how long its cells may be.
COLUMNS: Mapping[str, tuple[tuple[str, ...], int]] = {
    "name": (("full name", "applicant"), 120),
    "email": (("e-mail", "email address", "e-mail address", "mail"), 254),
    "organisation": (("organization", "company", "employer"), 120),
    "job": (("job title", "role", "position"), 120),
    "level": (("grade",), 40),
    "sector": ((), 60),
    "region": (("area",), 60),
    "languages": (("language",), 120),
    "sets": (("set",), 400),
    "if need be": (("possible",), 400),
    "priority": ((), 8),
    "aims": (("aim",), 4000),
}
_NAMES = {other: name for name, (others, _) in COLUMNS.items() for other in (name, *others)}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_PARTS = re.compile(r"[;,/|]")


class _Wrong(Exception):
    """Why a line is left out."""


@dataclass(frozen=True, slots=True)
class Applicants:
    """Lines that can be brought in, those that cannot with the reason, and columns that are not used."""

    good: list[dict[str, Any]] = field(default_factory=list)
    bad: list[tuple[int, str]] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)


def applicants_in(data: bytes, labels: Mapping[int, str]) -> Applicants:
    """Raises `tables.Unreadable` where there is no table with addresses. ``labels`` are those of the sets."""
    rows = tables.read(data)
    if len(rows) < 2:
        raise tables.Unreadable("There is nobody in this file. Its first line names the columns")
    columns = [_NAMES.get(" ".join(cell.lower().split()), "") for cell in rows[0][1]]
    if "email" not in columns:
        raise tables.Unreadable("There is no column “email”. The first line of the file names its columns")
    if len(rows) - 1 > MOST_ROWS:
        raise tables.Unreadable(f"A list may have {MOST_ROWS:,} people. Divide this one")
    found = Applicants(
        unused=[cell for cell, name in zip(rows[0][1], columns, strict=True) if cell and not name]
    )
    seen: dict[str, int] = {}
    for line, cells in rows[1:]:
        try:
            row = _row(dict(zip(columns, cells, strict=False)), labels)
            if row["email"] in seen:
                raise _Wrong(f"The address is in line {seen[row['email']]} already")
            seen[row["email"]] = line
            found.good.append(row)
        except _Wrong as wrong:
            found.bad.append((line, str(wrong)))
    return found


def _row(cells: Mapping[str, str], labels: Mapping[int, str]) -> dict[str, Any]:
    texts = {name: cells.get(name, "") for name in COLUMNS}
    for name, (_, most) in COLUMNS.items():
        if len(texts[name]) > most:
            raise _Wrong(f"The cell “{name}” is longer than {most} characters")
    return {
        **{name: texts[name] for name in ("organisation", "job", "sector", "region", "aims")},
        "email": _email(texts["email"]),
        "name": " ".join(texts["name"].split()) or texts["email"].partition("@")[0].replace(".", " ").title(),
        "level": _level(texts["level"]),
        "languages": _languages(texts["languages"]),
        "sets": _sets(texts["sets"], labels),
        "if need be": _sets(texts["if need be"], labels),
        "priority": _priority(texts["priority"]),
    }


def _email(text: str) -> str:
    if not text:
        raise _Wrong("There is no email address")
    try:
        validate_email(text)
    except ValidationError:
        raise _Wrong("The email address is not written like name@example.org") from None
    return text.lower()


def _level(text: str) -> int | None:
    """A number from 1 to 5, or its name as the pages have it."""
    if not text:
        return None
    names = {
        word.strip().lower(): one.value for one in Level for word in (one.label, *one.label.split(" or "))
    }
    value = int(text) if text.isascii() and text.isdigit() else names.get(text.lower())
    if value not in Level.values:
        raise _Wrong("The level is a number from 1 (front line) to 5 (director)")
    return value


def _languages(text: str) -> str:
    codes = [part.strip().lower() for part in _PARTS.split(text) if part.strip()]
    for code in codes:
        if not _LANGUAGE.fullmatch(code):
            raise _Wrong("Languages are codes like en or cy, with semicolons between them")
    return ",".join(codes)


def _sets(text: str, labels: Mapping[int, str]) -> list[int]:
    """Numbers of sets: from numbers, labels, or the beginning of a label; all for every set."""
    if text.lower() == "all":
        return list(labels)
    return sorted({_set(part.strip(), labels) for part in _PARTS.split(text) if part.strip()})


def _set(part: str, labels: Mapping[int, str]) -> int:
    if part.isascii() and part.isdigit() and int(part) in labels:
        return int(part)
    exact = [number for number, label in labels.items() if label.lower() == part.lower()]
    begins = [number for number, label in labels.items() if label.lower().startswith(part.lower())]
    found: Sequence[int] = exact or begins
    if len(found) != 1:
        raise _Wrong(
            "A set is named by its number or its name, like " + " or ".join(list(labels.values())[:2])
        )
    return found[0]


def _priority(text: str) -> int:
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and int(text) <= MOST_PRIORITY):
        raise _Wrong(f"The priority is a whole number from 0 to {MOST_PRIORITY}")
    return int(text)
