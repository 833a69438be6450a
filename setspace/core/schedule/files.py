"""A shape of programme as text, and back: what a host keeps of its own."""

import json
from collections.abc import Mapping
from datetime import time
from typing import Any

from setspace.core.schedule.shapes import Gap, Kind, Monthly, Months, Outline, Shape, Weeks, unsound

MOST_MEETINGS = 24
GAPS: dict[str, type[Weeks | Months | Monthly]] = {"weeks": Weeks, "months": Months, "monthly": Monthly}
MOST_APART = 52


class Malformed(ValueError):
    """What was given is no shape. The message is a sentence."""


def shape_to_text(shape: Shape) -> str:
    """JSON, from which `shape_from_text` gives the same shape."""
    return json.dumps(to_plain(shape), ensure_ascii=False)


def shape_from_text(text: str) -> Shape:
    """The shape, sound; raises Malformed with the first thing that is wrong."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        raise Malformed("This is not a programme's file: it is no JSON.") from None
    return from_plain(plain)


def to_plain(shape: Shape) -> dict[str, Any]:
    return {
        "key": shape.key,
        "title": shape.title,
        "source": shape.source,
        "at": shape.at.isoformat("minutes"),
        "meetings": [_plain(meeting) for meeting in shape.meetings],
    }


def from_plain(plain: object) -> Shape:
    """A sound shape from JSON-able values; raises Malformed."""
    try:
        shape = _shape(plain)
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError):
        raise Malformed(
            "This is not a programme's file: a part of it is missing or is not what it should be."
        ) from None
    for sentence in unsound(shape):
        raise Malformed(sentence)
    return shape


def _plain(meeting: Outline) -> dict[str, Any]:
    gap = meeting.gap
    return {
        "kind": meeting.kind.value,
        "number": meeting.number,
        "plan": meeting.plan,
        "minutes": meeting.minutes,
        "white_space": meeting.white_space,
        "month": meeting.month,
        "gap": gap and {"every": _name(gap), "number": gap.number, "sooner": gap.sooner, "later": gap.later},
    }


def _name(gap: Gap) -> str:
    return next(name for name, kind in GAPS.items() if isinstance(gap, kind))


def _shape(plain: Any) -> Shape:
    meetings = tuple(_outline(one) for one in plain["meetings"])
    if len(meetings) > MOST_MEETINGS:
        raise ValueError
    key, title, source = (_words(plain[name]) for name in ("key", "title", "source"))
    return Shape(key, title, source, meetings, time.fromisoformat(plain["at"]))


def _outline(plain: Mapping[str, Any]) -> Outline:
    plan, month = plain["plan"], plain["month"]
    if not (plan is None or isinstance(plan, str)) or not (month is None or 1 <= _whole(month) <= 12):
        raise TypeError
    return Outline(
        Kind(plain["kind"]),
        _whole(plain["number"]),
        plan,
        _whole(plain["minutes"]),
        _gap(plain["gap"]),
        _whole(plain["white_space"]),
        month,
    )


def _gap(plain: Mapping[str, Any] | None) -> Gap | None:
    if plain is None:
        return None
    number, sooner, later = (_whole(plain[name]) for name in ("number", "sooner", "later"))
    if not all(0 <= one <= MOST_APART for one in (number, sooner, later)):
        raise ValueError
    return GAPS[plain["every"]](number, sooner, later)


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
