"""Days, times and names in words, for templates."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django import template

from setspace.lib import dates, words

register = template.Library()


@register.filter
def day(on: date) -> str:
    return dates.day(on)


@register.filter
def day_and_year(on: date) -> str:
    return dates.day_and_year(on)


@register.filter
def short_day(on: date) -> str:
    return dates.short_day(on)


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
def listed(names: Sequence[object]) -> str:
    return words.listed(names)


@register.filter
def in_words(n: int) -> str:
    """three, for 3."""
    return words.number(n)
