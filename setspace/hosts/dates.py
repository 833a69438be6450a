"""Laying out the dates of a programme, around the holidays and days of its host."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

from setspace.core.schedule.obstacles import Hindrance, Obstacle, whole_days
from setspace.core.schedule.public_holidays import public_holidays
from setspace.core.schedule.series import Series, lay_out
from setspace.core.schedule.shapes import Shape, ideal_days
from setspace.core.schedule.weeks import Wanted
from setspace.hosts.models import Host


def series_for(
    host: Host, shape: Shape, first: date, weekdays: Sequence[int], zone: ZoneInfo, at: time
) -> Series:
    """The best dates for so many sets, each on its weekday; raises ValueError with a sentence."""
    wanted = Wanted(shape, first, tuple(weekdays), zone, at)
    return lay_out(replace(wanted, obstacles=obstacles_of(host, shape, first)))


def obstacles_of(host: Host, shape: Shape, first: date) -> tuple[Obstacle, ...]:
    """Everything that stands in a host's way, from the year before the series to the year after."""
    years = range(first.year - 1, ideal_days(shape, first)[-1].year + 2)
    found = tuple(
        whole_days(one.first, one.last, one.name, Hindrance.AVOIDED if one.is_soft else Hindrance.BLOCKED)
        for one in host.days.filter(last__year__gte=years[0], first__year__lte=years[-1])
    )
    for region in filter(None, host.region.split(",")):
        found += public_holidays(region, years)
    return found
