"""What stands in the way of a date: public holidays, blocked days, and days that are better avoided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

DAY = timedelta(days=1)


class Hindrance(StrEnum):
    HOLIDAY = "holiday"  # a public holiday: not used
    BLOCKED = "blocked"  # an own calendar, or somebody who has to be there is away: not used
    AVOIDED = "avoided"  # a school break and the like: not used where another date costs less


@dataclass(frozen=True, slots=True)
class Obstacle:
    """From ``begins`` until ``ends``, both in the local time of the series, without a zone.

    ``name`` says what it is: Good Friday, Half-term, Ade is away. ``sets`` are the sets that it concerns,
    counted from 0; None means all of them.
    """

    begins: datetime
    ends: datetime
    name: str
    hindrance: Hindrance
    sets: frozenset[int] | None = None

    @property
    def first(self) -> date:
        return self.begins.date()

    @property
    def last(self) -> date:
        return max(self.first, (self.ends - timedelta.resolution).date())

    def concerns(self, place: int) -> bool:
        return self.sets is None or place in self.sets

    def overlaps(self, begins: datetime, ends: datetime) -> bool:
        return self.begins < ends and begins < self.ends


Found = dict[date, tuple[Obstacle, ...]]


def whole_days(
    first: date, last: date, name: str, hindrance: Hindrance, sets: frozenset[int] | None = None
) -> Obstacle:
    """An obstacle of whole days, the last one counted."""
    begins = datetime.combine(first, time())
    return Obstacle(begins, datetime.combine(last, time()) + DAY, name, hindrance, sets)


def by_day(obstacles: Iterable[Obstacle], first: date, last: date) -> Found:
    """The obstacles of every day from ``first`` to ``last`` that has any."""
    found: Found = {}
    for obstacle in obstacles:
        day = max(first, obstacle.first)
        while day <= min(last, obstacle.last):
            found[day] = (*found.get(day, ()), obstacle)
            day += DAY
    return found
