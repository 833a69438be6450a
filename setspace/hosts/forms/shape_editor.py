"""A whole shape in its editor: a row for each meeting, what its buttons do, and what does not add up."""

import re
from collections.abc import Mapping
from typing import Any

from setspace.core.schedule.files import MOST_MEETINGS, Malformed, from_plain, to_plain
from setspace.core.schedule.shapes import Shape
from setspace.hosts.forms.shapes import MeetingForm, TitleForm
from setspace.lib.forms import PlainForm

Data = Mapping[str, str]
Part = dict[str, str]

OWN_KEY = "own"
NEW: Part = {
    "kind": "session",
    "minutes": "180",
    "white_space": "0",
    "number": "4",
    "every": "weeks",
    "sooner": "1",
    "later": "1",
    "plan": "",
}
_PRESS = re.compile(r"(add|out|up|down)(?:-([0-9]{1,2}))?", re.ASCII)


class ShapeEditor:
    """The forms of a shape together. What does not add up as a whole stands in ``said``."""

    def __init__(self, data: Data) -> None:
        self.title = TitleForm(data)
        self.meetings = [MeetingForm(data, place) for place in range(_n_meetings(data))]
        self.source = data.get("source", "")[:200]
        self.said: list[str] = []

    @property
    def forms(self) -> list[PlainForm]:
        return [self.title, *self.meetings]

    @property
    def may_have_more(self) -> bool:
        return len(self.meetings) < MOST_MEETINGS

    def read(self) -> Shape | None:
        """The shape, if all of it can be read and adds up. Every form is asked, so that all is said."""
        faulty = [form for form in self.forms if not form.is_valid()]
        if faulty:
            return None
        try:
            return from_plain(self._plain())
        except Malformed as wrong:
            self.said = [str(wrong)]
            return None

    def _plain(self) -> dict[str, Any]:
        said = self.title.cleaned_data
        counted: dict[str, int] = {}
        meetings = []
        for form in self.meetings:
            one = form.plain()
            counted[one["kind"]] = counted.get(one["kind"], 0) + 1
            meetings.append({**one, "number": counted[one["kind"]]})
        at = said["at"].isoformat("minutes")
        return {"key": OWN_KEY, "title": said["title"], "source": self.source, "at": at, "meetings": meetings}


def as_typed(shape: Shape, title: str) -> Data:
    """A shape as a browser would send it."""
    plain = to_plain(shape)
    parts = [_part(one) for one in plain["meetings"]]
    return _together({"title": title, "at": plain["at"], "source": plain["source"]}, parts)


def pressed(data: Data, press: str) -> Data:
    """The same answers with the meetings in another order or number, where a press makes sense.

    ``add`` adds one at the end, ``out-3`` takes the fourth out, ``up-3`` and ``down-3`` move it.
    """
    match = _PRESS.fullmatch(press)
    parts = [_typed(data, place) for place in range(_n_meetings(data))]
    if match is None:
        return data
    which, place = match[1], int(match[2] or 0)
    if which == "add" and len(parts) < MOST_MEETINGS:
        parts.append({**NEW, **{name: value for name, value in parts[-1].items() if name != "kind"}})
    elif which == "out" and len(parts) > 1 and place < len(parts):
        del parts[place]
    elif which in ("up", "down") and place < len(parts):
        parts.insert(max(0, place - 1) if which == "up" else place + 1, parts.pop(place))
    return _together({name: data.get(name, "") for name in ("title", "at", "source")}, parts)


def _n_meetings(data: Data) -> int:
    """How many there were, as the page says itself."""
    said = data.get("meetings", "")
    number = int(said) if re.fullmatch(r"[0-9]{1,3}", said, re.ASCII) else 1
    return max(1, min(MOST_MEETINGS, number))


def _typed(data: Data, place: int) -> Part:
    prefix = f"meeting-{place}-"
    return {name.removeprefix(prefix): data[name] for name in data if name.startswith(prefix)}


def _part(plain: Mapping[str, Any]) -> Part:
    values = {name: plain[name] for name in ("kind", "minutes", "white_space", "plan")} | (plain["gap"] or {})
    return {name: "" if value is None else str(value) for name, value in values.items()}


def _together(kept: Part, parts: list[Part]) -> Data:
    """What had no gap before it, as it was the first, gets a usual one."""
    found = {**kept, "meetings": str(len(parts))}
    for place, part in enumerate(parts):
        found |= {f"meeting-{place}-{name}": value for name, value in {**NEW, **part}.items()}
    return found
