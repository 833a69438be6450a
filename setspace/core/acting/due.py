"""When an action is due, as far as its holder's own words name one day, and when half of the time is over."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FULL = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")
YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
DAY_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|[nr]d|th)?\s+(?:of\s+)?(?P<name>{FULL})\b\.?{YEAR}",
    re.IGNORECASE,
)
MONTH_DAY = re.compile(rf"\b(?P<name>{FULL})\.?\s+(?P<day>\d{{1,2}})(?:st|[nr]d|th)?\b{YEAR}", re.IGNORECASE)
SLASHES = re.compile(r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?(?![\d/])")
WEEKDAY = re.compile(rf"\b(?P<name>{'|'.join(DAYS)})\b", re.IGNORECASE)
SOON = {"today": 0, "tonight": 0, "tomorrow": 1}
A_DAY = timedelta(days=1)


def due_on(words: str, said_on: date) -> date | None:
    """The one day that these words name, on or after the day on which they were said; None where they name
    none or more than one: whoever wrote them knows better than a guess."""
    named = set(_named(words, said_on))
    if not named:
        named = set(_near(words, said_on))
    return named.pop() if len(named) == 1 else None


def halfway(since: datetime, until: datetime, now: datetime) -> datetime:
    """Half-way between two moments; half-way from now on where that is over."""
    middle = since + (until - since) / 2
    return middle if middle > now else now + max(until - now, A_DAY) / 2


def _named(words: str, said_on: date) -> Iterator[date]:
    """Days with a date: 7 May, May 7th 2027, 7/5, 2027-05-07. The day comes first, as in Britain."""
    for pattern in (ISO, DAY_MONTH, MONTH_DAY, SLASHES):
        for found in pattern.finditer(words):
            parts = found.groupdict()
            name = parts.get("name")
            month = MONTHS.index(name[:3].lower()) + 1 if name else int(parts["month"])
            with suppress(ValueError):  # 31 June
                yield _next(int(parts["day"]), month, parts["year"], said_on)


def _next(day: int, month: int, year: str | None, said_on: date) -> date:
    if year:
        return date(int(year), month, day)
    this_year = date(said_on.year, month, day)
    return this_year if this_year >= said_on else date(said_on.year + 1, month, day)


def _near(words: str, said_on: date) -> Iterator[date]:
    """By Friday, tomorrow: the next one."""
    for found in WEEKDAY.finditer(words):
        ahead = (DAYS.index(found["name"].lower()) - said_on.weekday()) % 7
        yield said_on + timedelta(days=ahead or 7)
    for word, days in SOON.items():
        if re.search(rf"\b{word}\b", words, re.IGNORECASE):
            yield said_on + timedelta(days=days)
