"""Days, times and names in words, for templates."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django import template

from setspace.lib import dates, words

register = template.Library()


@register.filter
def day(on: date, today: date | None = None) -> str:
    """With its year, where `today` is given and in another."""
    return dates.day(on, today)


@register.filter
def day_and_year(on: date) -> str:
    return dates.day_and_year(on)


@register.filter(expects_localtime=True)
def short_day(on: date, today: date | None = None) -> str:
    return dates.short_day(on, today)


@register.filter
def month(on: date) -> str:
    """Jun, for a leaf of a calendar."""
    return dates.MONTHS[on.month - 1][:3]


@register.filter
def clock(at: time | datetime) -> str:
    return dates.clock_time(at)


@register.filter
def duration(minutes: int) -> str:
    """40 minutes. Not called `length`, which is Django's own."""
    return dates.length(minutes)


@register.filter
def hours(minutes: int) -> str:
    """23 hours 45 minutes."""
    return dates.hours(minutes)


@register.filter
def listed(names: Sequence[object]) -> str:
    return words.listed(names)


@register.filter
def in_words(n: int) -> str:
    """three, for 3."""
    return words.number(n)
