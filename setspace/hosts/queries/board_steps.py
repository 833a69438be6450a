"""The way from applications to the first session, and where the board is on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from setspace.hosts.models import Programme, ProgrammeDate, ProgrammeSet
from setspace.lib import dates, words


@dataclass(frozen=True, slots=True)
class Step:
    words: str
    is_done: bool = False
    is_now: bool = False


def steps_of(programme: Programme, sets: Sequence[ProgrammeSet], today: date) -> list[Step]:
    closed = programme.is_closed(today)
    until = dates.short_day(programme.closes_on or programme.first_on, today)
    asked = bool(sets) and all(one.learning_set_id for one in sets)
    first = list(ProgrammeDate.objects.filter(programme_set__programme=programme, position=0).order_by("on"))
    return [
        Step("Applications closed" if closed else f"Applications open until {until}", is_done=closed),
        Step("Forming sets", is_now=True),
        Step("Invitations", is_done=asked),
        *([Step(f"{first[0].title}, {_days([one.on for one in first], today)}")] if first else []),
    ]


def _days(on: Sequence[date], today: date) -> str:
    """2 and 4 February; the first of them where they are many or in different months."""
    days = sorted(set(on))
    if len({(one.year, one.month) for one in days}) > 1 or len(days) > 3:
        return f"from {dates.short_day(days[0], today)}"
    last = dates.short_day(days[-1], today)
    return words.listed([*(one.day for one in days[:-1]), last])
