"""What stands in the way of dates of a set that belongs to a programme: holidays and days of its host."""

from collections.abc import Collection

from setspace.core.schedule.obstacles import Hindrance, Obstacle, whole_days
from setspace.core.schedule.public_holidays import public_holidays
from setspace.hosts.models import Host, ProgrammeSet
from setspace.lib.zones import region_of
from setspace.programmes.models import LearningSet


def obstacles_of_set(learning_set: LearningSet, years: Collection[int]) -> tuple[Obstacle, ...]:
    """Where the host names no region, or the set has no host, the holidays of the set's time zone count."""
    planned = ProgrammeSet.objects.filter(learning_set=learning_set).select_related("programme__host").first()
    host = planned.programme.host if planned else None
    regions = [part for part in host.region.split(",") if part] if host else []
    found = own_days(host, years) if host else ()
    for region in regions or [region_of(learning_set.zone)]:
        found += _holidays(region, years)
    return found


def own_days(host: Host, years: Collection[int]) -> tuple[Obstacle, ...]:
    return tuple(
        whole_days(one.first, one.last, one.name, Hindrance.AVOIDED if one.is_soft else Hindrance.BLOCKED)
        for one in host.days.filter(last__year__gte=min(years), first__year__lte=max(years))
    )


def _holidays(region: str, years: Collection[int]) -> tuple[Obstacle, ...]:
    try:
        return public_holidays(region, sorted(years))
    except ValueError:
        return ()
