"""The days of an entry that repeats. Every day is asked once, so that no rule, however odd, takes long."""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby

from setspace.core.schedule.obstacles import DAY

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
READ = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"}
OFTEN = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
A_YEAR = timedelta(days=373)  # and a week, so that every period that has begun is whole
BY_DAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)


def repeats(parts: Mapping[str, Sequence[object]], start: date, first: date, last: date) -> Iterator[date]:
    """The days from ``first`` to ``last`` on which something that begins on ``start`` takes place by a rule.

    ``parts`` are those of an RRULE (RFC 5545, 3.3.10), each with its list of values; UNTIL is the caller's.
    Raises ValueError for parts that are not read, and for what happens several times a day.
    """
    rule = _rule(parts, start)
    days = rule.days(start if rule.count else max(start, first), last)
    for number, day in enumerate(days, start=1):
        if rule.count and number > rule.count:
            return
        if day >= first:
            yield day


@dataclass(frozen=True, slots=True)
class _Rule:
    """``by_day`` has an ordinal, 0 for every one, and a weekday; other tuples are empty for no limit."""

    often: str
    start: date
    every: int
    count: int
    week_begins: int
    by_day: tuple[tuple[int, int], ...]
    months: tuple[int, ...]
    month_days: tuple[int, ...]
    picks: tuple[int, ...]

    def days(self, begin: date, last: date) -> Iterator[date]:
        """The days of the rule; ``begin`` is the start or later."""
        if not self.picks:
            yield from filter(self._takes_place, _every_day(begin, last))
            return
        # Of the days of each period, those at certain places: the last working day of a month.
        for _, days in groupby(_every_day(begin - A_YEAR, last + A_YEAR), key=self._period):
            matching = [day for day in days if self._takes_place(day)]
            places = {pick - 1 if pick > 0 else len(matching) + pick for pick in self.picks}
            yield from (day for place, day in enumerate(matching) if place in places and begin <= day <= last)

    def _takes_place(self, day: date) -> bool:
        if (self._period(day) - self._period(self.start)) % self.every:
            return False
        if self.months and day.month not in self.months:
            return False
        if self.by_day or self.month_days:
            return self._is_named(day)
        if self.often in ("DAILY", "WEEKLY"):
            return self.often == "DAILY" or day.weekday() == self.start.weekday()
        is_month = self.often == "MONTHLY" or bool(self.months) or day.month == self.start.month
        return is_month and day.day == self.start.day

    def _is_named(self, day: date) -> bool:
        length = monthrange(day.year, day.month)[1]
        if self.month_days and not {day.day, day.day - length - 1} & set(self.month_days):
            return False
        return not self.by_day or any(self._is_weekday(day, *one) for one in self.by_day)

    def _is_weekday(self, day: date, ordinal: int, weekday: int) -> bool:
        if day.weekday() != weekday or not ordinal:
            return day.weekday() == weekday
        if self.often == "YEARLY" and not self.months:
            place, length = day.timetuple().tm_yday, date(day.year, 12, 31).timetuple().tm_yday
        else:
            place, length = day.day, monthrange(day.year, day.month)[1]
        return ordinal in ((place - 1) // 7 + 1, -((length - place) // 7 + 1))

    def _period(self, day: date) -> int:
        """The number of the day, week, month or year."""
        match self.often:
            case "DAILY":
                return day.toordinal()
            case "WEEKLY":
                return (day.toordinal() - 1 - self.week_begins) // 7
            case "MONTHLY":
                return 12 * day.year + day.month
        return day.year


def _rule(parts: Mapping[str, Sequence[object]], start: date) -> _Rule:
    often = str(parts["FREQ"][0]).upper()
    if often not in OFTEN or set(parts) - READ:
        raise ValueError(f"A rule with {', '.join(parts)} is not read.")
    numbers = partial(_numbers, parts)
    return _Rule(
        often,
        start,
        max(1, *numbers("INTERVAL"), 1),
        max(0, *numbers("COUNT"), 0),
        WEEKDAYS.index(str(parts.get("WKST", ["MO"])[0])),
        tuple(_by_day(str(one)) for one in parts.get("BYDAY", ())),
        numbers("BYMONTH"),
        numbers("BYMONTHDAY"),
        numbers("BYSETPOS"),
    )


def _numbers(parts: Mapping[str, Sequence[object]], part: str) -> tuple[int, ...]:
    return tuple(int(str(number)) for number in parts.get(part, ()))


def _by_day(written: str) -> tuple[int, int]:
    """-1TU, the last Tuesday of its month or year; TU, every one."""
    found = BY_DAY.fullmatch(written)
    if found is None:
        raise ValueError(f"{written} is no weekday.")
    return int(found[1] or 0), WEEKDAYS.index(found[2])


def _every_day(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += DAY
