"""Days and times in words: Tuesday 1 June, 9:30am to 1pm. And local times that a clock change swallows."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
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


def short_day(on: date, today: date | None = None) -> str:
    """1 June, and 1 June 2028 where today is in another year."""
    year = f" {on.year}" if today and today.year != on.year else ""
    return f"{on.day} {MONTHS[on.month - 1]}{year}"


def day(on: date, today: date | None = None) -> str:
    """Tuesday 1 June, and Thursday 1 June 2028 where today is in another year."""
    return f"{DAYS[on.weekday()]} {short_day(on, today)}"


def day_and_year(on: date) -> str:
    """Tuesday 1 June 2027."""
    return f"{day(on)} {on.year}"


def clock_time(at: time | datetime) -> str:
    """9:30am, 1pm, midday."""
    if (at.hour, at.minute) == (12, 0):
        return "midday"
    if (at.hour, at.minute) == (0, 0):
        return "midnight"
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def hours(minutes: int) -> str:
    """23 hours, 23 hours 45 minutes: for sums, where `length` would say 1425 minutes."""
    whole, rest = divmod(minutes, 60)
    if not whole or rest in (0, 30):
        return length(minutes)
    return f"{length(whole * 60)} {length(rest)}"


def length(minutes: int) -> str:
    """1 minute, 40 minutes, 2 hours, 3 and a half hours."""
    if minutes == 1:
        return "1 minute"
    hours, rest = divmod(minutes, 60)
    if not hours or rest not in (0, 30):
        return f"{minutes} minutes"
    if rest:
        return "1 and a half hours" if hours == 1 else f"{hours} and a half hours"
    return "1 hour" if hours == 1 else f"{hours} hours"


def days_until(on: date, today: date) -> str:
    """today, tomorrow, in 13 days."""
    n_days = (on - today).days
    return {0: "today", 1: "tomorrow"}.get(n_days, f"in {n_days} days")


def exists(on: date, at: time, zone: ZoneInfo) -> bool:
    """Whether the clocks of a zone ever show this time on this day: in spring, one hour is missing."""
    local = datetime.combine(on, at, zone)
    return local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None)
