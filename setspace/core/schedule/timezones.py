"""A zone as calendar programs read it: VTIMEZONE, with a rule for each yearly change of the clocks.

The library's own writer lists every change by its date, and a widely used reader takes such lists wrongly, by
an hour for half the year. Rules were read rightly by all that were tried. They begin in 1970, so that a zone
is the same in every file. Where no rule lasts, as the clocks follow the moon or the law was changed, each
change around the dates is a part of its own.
"""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
EPOCH = 1970
CYCLE = 28  # years, after which the weekdays of all dates come back
STEP = timedelta(days=5)  # no clocks are changed twice within it


class Change(NamedTuple):
    """The clocks go from one offset to another at a moment, in UTC; ``name`` is for what follows."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def local(self) -> datetime:
        """What the clocks show when they are changed, without a zone."""
        return (self.at + self.before).replace(tzinfo=None)


class Yearly(NamedTuple):
    """A change that comes every year: the weekday that is within seven days of a month."""

    month: int
    weekday: int
    first_day: int
    change: Change

    @property
    def rule(self) -> dict[str, object]:
        weekday, last_day = WEEKDAYS[self.weekday], self.first_day + 6
        yearly: dict[str, object] = {"FREQ": "YEARLY", "BYMONTH": self.month}
        if last_day == monthrange(EPOCH, self.month)[1]:
            return {**yearly, "BYDAY": f"-1{weekday}"}
        if self.first_day % 7 == 1:
            return {**yearly, "BYDAY": f"{self.first_day // 7 + 1}{weekday}"}
        return {**yearly, "BYMONTHDAY": list(range(self.first_day, last_day + 1)), "BYDAY": weekday}

    @property
    def begins(self) -> datetime:
        """The first time that it would have come, in local time."""
        days = (date(EPOCH, self.month, self.first_day + more) for more in range(7))
        return datetime.combine(
            next(day for day in days if day.weekday() == self.weekday), self.change.local.time()
        )


@lru_cache(maxsize=256)
def timezone_of(zone: ZoneInfo, first_year: int, last_year: int) -> Timezone:
    """The definition of a zone, right at least for those years. It is shared, so do not change it."""
    found = Timezone()
    found.add("TZID", zone.key)
    changes = list(_changes(zone, first_year - 1, max(last_year + 1, first_year + CYCLE)))
    yearly = _yearly(changes)
    for one in yearly:
        found.add_component(_part(one.change, one.begins, one.rule))
    if not yearly:
        start = datetime(first_year - 1, 1, 1, tzinfo=UTC)
        offset = _offset(start, zone)
        before = Change(start, offset, offset, _name(start, zone))
        found.add_component(_part(before, datetime.combine(date(EPOCH, 1, 1), time())))
        for change in changes:
            if change.at.year <= last_year + 1:
                found.add_component(_part(change, change.local))
    return found


def _changes(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Change]:
    """Every change of the clocks in those years."""
    here, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    while here < end:
        there = here + STEP
        if _offset(here, zone) != _offset(there, zone):
            at = _moment_of_change(here, there, zone)
            yield Change(at, _offset(here, zone), _offset(at, zone), _name(at, zone))
        here = there


def _moment_of_change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """To the minute, between two moments whose offsets differ."""
    old = _offset(before, zone)
    while after - before > timedelta(minutes=1):
        middle = before + (after - before) // timedelta(minutes=2) * timedelta(minutes=1)
        before, after = (middle, after) if _offset(middle, zone) == old else (before, middle)
    return after


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _name(moment: datetime, zone: ZoneInfo) -> str:
    return str(moment.astimezone(zone).tzname())


def _yearly(changes: Sequence[Change]) -> list[Yearly]:
    """The rules that say all the changes, every year the same; none where there are no such rules."""
    alike: dict[tuple[object, ...], list[Change]] = defaultdict(list)
    for change in changes:
        local = change.local
        alike[local.month, local.weekday(), local.time(), change.before, change.after].append(change)
    years = {change.at.year for change in changes}
    found = []
    for group in alike.values():
        days = [change.local.day for change in group]
        if max(days) - min(days) != 6 or [change.local.year for change in group] != sorted(years):
            return []
        local = group[0].local
        found.append(Yearly(local.month, local.weekday(), min(days), group[0]))
    return found


def _part(
    change: Change, begins: datetime, rule: dict[str, object] | None = None
) -> TimezoneStandard | TimezoneDaylight:
    """The time after a change: summer time where the clocks went forward."""
    part = TimezoneDaylight() if change.after > change.before else TimezoneStandard()
    part.add("DTSTART", begins)
    part.add("TZOFFSETFROM", change.before)
    part.add("TZOFFSETTO", change.after)
    part.add("TZNAME", change.name)
    if rule:
        part.add("RRULE", rule)
    return part
