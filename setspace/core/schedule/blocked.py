"""Blocked days as people bring them: an iCalendar file, or a plain list of dates."""

import re
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from setspace.core.schedule.blocked_ics import obstacles_of
from setspace.core.schedule.obstacles import Hindrance, Obstacle, whole_days

ONE_DAY = r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
LINE = re.compile(rf"{ONE_DAY}(?:\s*(?:\.\.|to|–)\s*{ONE_DAY})?(?:[\s,;:]+(.*))?", re.ASCII)
MOST_NAME = 80
UNNAMED = "no name given"
LATEST = 2200


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line; ``line`` counts from 1."""

    line: int
    words: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.words}"


@dataclass(frozen=True, slots=True)
class Read:
    """What could be read, and what could not: good lines are kept beside bad ones."""

    obstacles: tuple[Obstacle, ...]
    faults: tuple[Fault, ...] = ()


def read(text: str, zone: ZoneInfo, first: date, last: date) -> Read:
    """The blocked days of an iCalendar text, if it is one, else of a list; from ``first`` to ``last``."""
    if text.lstrip("\ufeff \r\n\t")[:15].upper() == "BEGIN:VCALENDAR":
        return read_calendar(text, zone, first, last)
    return read_list(text)


def read_calendar(text: str, zone: ZoneInfo, first: date, last: date) -> Read:
    """Entries of an iCalendar text between two days, those that repeat each time, in the time of a zone.

    An entry that is shown as busy blocks its time; one that is shown as free is better avoided, as school
    breaks usually are; a cancelled one is left out.
    """
    found, faults = [], []
    for line, one in obstacles_of(text, zone, first, last):
        if isinstance(one, Obstacle):
            found.append(one)
        else:
            faults.append(Fault(line, one))
    return Read(tuple(found), tuple(faults))


def read_list(text: str, hindrance: Hindrance = Hindrance.BLOCKED) -> Read:
    """One day or range on a line, then what it is: ``2021-02-15 to 2021-02-19 Half-term``.

    Empty lines, and what comes after a #, are left out.
    """
    found: list[Obstacle] = []
    faults: list[Fault] = []
    for number, whole in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        if line := whole.partition("#")[0].strip():
            try:
                found.append(_obstacle(line, hindrance))
            except ValueError as wrong:
                faults.append(Fault(number, str(wrong)))
    return Read(tuple(found), tuple(faults))


def _obstacle(line: str, hindrance: Hindrance) -> Obstacle:
    parts = LINE.fullmatch(line)
    if parts is None:
        raise ValueError(
            "Write a day as 2021-02-15, or a range as 2021-02-15 to 2021-02-19, and then what it is."
        )
    first = _day(parts[1])
    last = _day(parts[2]) if parts[2] else first
    if last < first:
        raise ValueError(f"The range ends on {last}, before it begins. Write the sooner day first.")
    return whole_days(first, last, (parts[3] or UNNAMED)[:MOST_NAME], hindrance)


def _day(written: str) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise ValueError(f"There is no day {written}. Write the year, the month and the day.") from None
    if day.year > LATEST:
        raise ValueError(f"{written} is too far ahead. Write a day up to the year {LATEST}.")
    return day
