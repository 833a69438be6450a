"""Laying out the dates of a programme, around the holidays and days of its host."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

from setspace.core.schedule.obstacles import Obstacle
from setspace.core.schedule.public_holidays import public_holidays
from setspace.core.schedule.series import Series, lay_out
from setspace.core.schedule.shapes import Shape, ideal_days
from setspace.core.schedule.weeks import Wanted
from setspace.hosts.models import Host
from setspace.hosts.obstacles import own_days


def series_for(
    host: Host, shape: Shape, first: date, weekdays: Sequence[int], zone: ZoneInfo, at: time
) -> Series:
    """The best dates for so many sets, each on its weekday; raises ValueError with a sentence."""
    wanted = Wanted(shape, first, tuple(weekdays), zone, at)
    return lay_out(replace(wanted, obstacles=obstacles_of(host, shape, first)))


def obstacles_of(host: Host, shape: Shape, first: date) -> tuple[Obstacle, ...]:
    """Everything that stands in a host's way, from the year before the series to the year after."""
    years = range(first.year - 1, ideal_days(shape, first)[-1].year + 2)
    found = own_days(host, years)
    for region in filter(None, host.region.split(",")):
        found += public_holidays(region, years)
    return found
