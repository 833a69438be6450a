"""Days: counting months, finding weekdays, and saying a day in words."""

from calendar import monthrange
from datetime import date, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def monday_of(day: date) -> date:
    """The Monday of its ISO week."""
    return day - timedelta(days=day.weekday())


def months_later(day: date, number: int) -> date:
    """So many calendar months later; 31 August and six months are the last of February."""
    month = day.month - 1 + number
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def nearest(day: date, weekday: int) -> date:
    """The day of that weekday (Monday is 0) that is at most three days away."""
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)


def nth_weekday(month: date, like: date) -> date:
    """The day of a month that is the same weekday of its month as ``like``: its second Tuesday, its last."""
    ordinal = (like.day - 1) // 7
    found = 1 + (like.weekday() - date(month.year, month.month, 1).weekday()) % 7 + 7 * ordinal
    if found > monthrange(month.year, month.month)[1]:
        found -= 7
    return date(month.year, month.month, found)


def in_words(day: date) -> str:
    """Tuesday 2 February 2021."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def weeks_in_words(number: int) -> str:
    """A week, 2 weeks."""
    return "a week" if number == 1 else f"{number} weeks"
