"""The dates of a series: for each set its meetings, as moments, each with what is to be said of it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from setspace.core.schedule.notes import Note, notes, other_starts
from setspace.core.schedule.shapes import Outline
from setspace.core.schedule.weeks import Course, Search, Wanted
from setspace.core.schedule.zones import end_of, moment


@dataclass(frozen=True, slots=True)
class Dated:
    """A meeting with its date. ``starts`` and ``ends`` are aware, in the zone of the series."""

    outline: Outline
    starts: datetime
    ends: datetime
    notes: tuple[Note, ...] = ()

    @property
    def utc(self) -> datetime:
        return self.starts.astimezone(UTC)

    @property
    def white_space_ends(self) -> datetime:
        """When the optional half hour after it is over; ``ends``, where there is none."""
        return end_of(self.ends, self.outline.white_space)


@dataclass(frozen=True, slots=True)
class SetDates:
    """All meetings of one set, which meets on that weekday; Monday is 0."""

    weekday: int
    meetings: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """``cost`` is that of `weeks`: 0 where no date clashes and none is moved."""

    wanted: Wanted
    cost: int
    sets: tuple[SetDates, ...]


def lay_out(wanted: Wanted) -> Series:
    """The best dates for every set, with their notes. The very first says which other start is better.

    Raises NoSuchTime or TwoSuchTimes where a clock change takes the local time of a meeting, or doubles it.
    """
    search = Search(wanted)
    course = search.best()
    first, *others = (_set(search, course, place) for place in range(len(wanted.weekdays)))
    if course.cost:
        opening, *rest = first.meetings
        opening = replace(opening, notes=(*opening.notes, *other_starts(search, course)))
        first = replace(first, meetings=(opening, *rest))
    return Series(wanted, course.cost, (first, *others))


def _set(search: Search, course: Course, place: int) -> SetDates:
    found = []
    for index, (outline, monday) in enumerate(zip(search.wanted.shape.meetings, course.mondays, strict=True)):
        starts = moment(search.day(monday, place), search.wanted.at, search.wanted.zone)
        ends = end_of(starts, outline.minutes)
        found.append(Dated(outline, starts, ends, notes(search, course, place, index)))
    return SetDates(search.wanted.weekdays[place], tuple(found))
