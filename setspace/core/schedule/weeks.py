"""The best weeks for a series: exactly the cheapest, found as a shortest path from meeting to meeting.

One week for each meeting, shared by all sets; each set meets on its own weekday of that week. The costs are
those of the forming study, section 6: a week of difference from a gap 100, a date on a day that is better
avoided 60, a week of drift from where the meeting would be if nothing stood in the way 3. A day that is not
to be used costs more than all of that together: one is used only where no week within reach is free.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import NamedTuple
from zoneinfo import ZoneInfo

from setspace.core.schedule.days import WEEKDAYS, in_words, monday_of
from setspace.core.schedule.obstacles import Found, Hindrance, Obstacle, by_day
from setspace.core.schedule.shapes import WEEK, Shape, ideal_days, next_day

NOT_USED = 1_000_000
DIFFERENCE = 100
AVOIDED = 60
DRIFT = 3
BEYOND = 6  # weeks after the last meeting in which a better date for it may be looked for


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be laid out: ``first`` is the first set's first day, ``at`` when all begin in local time.

    One weekday for each set, Monday is 0. Raises ValueError where ``first`` is not on the first of them.
    """

    shape: Shape
    first: date
    weekdays: tuple[int, ...]
    zone: ZoneInfo
    at: time
    obstacles: tuple[Obstacle, ...] = ()

    def __post_init__(self) -> None:
        if self.first.weekday() != self.weekdays[0]:
            day = WEEKDAYS[self.weekdays[0]]
            raise ValueError(
                f"{in_words(self.first)} is the first date, and the first set meets on {day}s. "
                f"Choose a {day}, or another weekday."
            )


class Clash(NamedTuple):
    """A set, by its place, whose date falls on an obstacle."""

    place: int
    day: date
    obstacle: Obstacle

    @property
    def cost(self) -> int:
        return AVOIDED if self.obstacle.hindrance is Hindrance.AVOIDED else NOT_USED


class Course(NamedTuple):
    """The Monday of each meeting's week, and what they cost. The cheaper is less; of equals, the sooner."""

    cost: int
    mondays: tuple[date, ...]


@dataclass(frozen=True)
class Search:
    """The weeks of one series: where meetings would be, what clashes there, and what is best."""

    wanted: Wanted

    def best(self) -> Course:
        """The cheapest course of all, and the soonest of those that cost the same."""
        start = self.ideal[0]
        courses = {start: Course(self._cost(0, start), (start,))}
        for index in range(1, len(self.ideal)):
            courses = self._further(courses, index)
        return min(courses.values())

    def beginning(self, first: date) -> "Search":
        """The same series with another first date."""
        return Search(replace(self.wanted, first=first))

    def _further(self, courses: dict[date, Course], index: int) -> dict[date, Course]:
        """The best course to each week that the next meeting may be in."""
        found: dict[date, Course] = {}
        for before, course in courses.items():
            for monday, shift in self.reach(index, before):
                cost = course.cost + DIFFERENCE * abs(shift) + self._cost(index, monday)
                further = Course(cost, (*course.mondays, monday))
                found[monday] = min(found.get(monday, further), further)
        return found

    def reach(self, index: int, before: date) -> Iterator[tuple[date, int]]:
        """The weeks that a meeting may be in, and by how many weeks each differs from the gap."""
        gap = self.wanted.shape.meetings[index].gap
        assert gap is not None
        meant = self.meant(index, before)
        for shift in range(-gap.sooner, gap.later + 1):
            if (monday := meant + shift * WEEK) > before:
                yield monday, shift

    def meant(self, index: int, before: date) -> date:
        """The week that the gap leads to when the meeting before is in the week ``before``."""
        gap = self.wanted.shape.meetings[index].gap
        day, ideal = self.day(before), self.day(self.ideal[index - 1])
        return monday_of(next_day(gap, day, ideal, self.wanted.first))

    def day(self, monday: date, place: int = 0) -> date:
        """The day of a week on which a set meets."""
        return monday + timedelta(days=self.wanted.weekdays[place])

    @cached_property
    def ideal(self) -> tuple[date, ...]:
        """The weeks of the meetings if nothing stood in the way."""
        return tuple(monday_of(day) for day in ideal_days(self.wanted.shape, self.wanted.first))

    def clashes(self, index: int, monday: date) -> tuple[Clash, ...]:
        """What the sets' dates of one week fall on, each obstacle once for a set."""
        return tuple(
            Clash(place, self.day(monday, place), obstacle)
            for place in range(len(self.wanted.weekdays))
            for obstacle in self._in_the_way(index, self.day(monday, place), place)
        )

    def _in_the_way(self, index: int, day: date, place: int) -> tuple[Obstacle, ...]:
        begins = datetime.combine(day, self.wanted.at)
        ends = begins + timedelta(minutes=self.wanted.shape.meetings[index].minutes)
        near = dict.fromkeys((*self.found.get(day, ()), *self.found.get(ends.date(), ())))
        return tuple(one for one in near if one.concerns(place) and one.overlaps(begins, ends))

    @cached_property
    def found(self) -> Found:
        """The obstacles of every day that the series may touch, and of the weeks beside them."""
        meetings = self.wanted.shape.meetings
        most = sum(meeting.gap.later for meeting in meetings if meeting.gap) + BEYOND
        return by_day(self.wanted.obstacles, self.ideal[0] - WEEK, self.ideal[-1] + most * WEEK)

    def _cost(self, index: int, monday: date) -> int:
        drift = abs((monday - self.ideal[index]) // WEEK)
        return DRIFT * drift + sum(clash.cost for clash in self.clashes(index, monday))
