"""The Tpas programme of spring 2021, and what stands in its way, for the tests of dates."""

from dataclasses import replace
from datetime import date, time
from functools import cache
from zoneinfo import ZoneInfo

from setspace.core.schedule.notes import NoteKind
from setspace.core.schedule.obstacles import Hindrance, Obstacle, whole_days
from setspace.core.schedule.presets import shapes
from setspace.core.schedule.public_holidays import public_holidays
from setspace.core.schedule.series import Series, SetDates, lay_out
from setspace.core.schedule.shapes import Shape, Weeks
from setspace.core.schedule.weeks import Wanted

LONDON = ZoneInfo("Europe/London")
HALF_PAST_NINE = time(9, 30)
TUE_AND_THU = (1, 3)
SCHOOL = (
    whole_days(date(2021, 2, 15), date(2021, 2, 19), "Half-term", Hindrance.AVOIDED),
    whole_days(date(2021, 4, 2), date(2021, 4, 16), "Easter break", Hindrance.AVOIDED),
    whole_days(date(2021, 5, 31), date(2021, 6, 4), "Half-term", Hindrance.AVOIDED),
)


@cache
def bank_holidays() -> tuple[Obstacle, ...]:
    return public_holidays("GB-ENG", range(2020, 2023))


def tpas(
    first: date = date(2021, 2, 2),
    *obstacles: Obstacle,
    weekdays: tuple[int, ...] = TUE_AND_THU,
    gap: int = 1,
    zone: ZoneInfo = LONDON,
) -> Series:
    """Laid out; ``gap`` is the weeks from the introduction to the first session."""
    shape = tpas_with(gap)
    return lay_out(Wanted(shape, first, weekdays, zone, HALF_PAST_NINE, obstacles))


def tpas_with(gap: int) -> Shape:
    shape = shapes()["tpas-vals"]
    opening, first, *others = shape.meetings
    return replace(shape, meetings=(opening, replace(first, gap=Weeks(gap, min(1, gap - 1))), *others))


def days(one: SetDates) -> list[date]:
    return [meeting.starts.date() for meeting in one.meetings]


def in_2021(written: str) -> list[date]:
    """The days of ``2-9 3-16``."""
    return [date(2021, *map(int, day.split("-"))) for day in written.split()]


def said(series: Series, kind: NoteKind, place: int = 0) -> list[tuple[str, str]]:
    """The notes of one kind of one set, each with its meeting."""
    return [
        (meeting.outline.title, note.words)
        for meeting in series.sets[place].meetings
        for note in meeting.notes
        if note.kind is kind
    ]
