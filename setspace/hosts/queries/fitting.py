"""Which session plan a planned date gets: its own, or the one of the catalogue that fits its minutes best."""

from setspace.core.process import catalogue
from setspace.hosts.models import ProgrammeDate
from setspace.programmes.models import kind_of_plan


def fitting_plan(date: ProgrammeDate) -> str:
    """Of plans of the same kind the longest that is no longer, or else the shortest."""
    plans = catalogue.plans()
    if date.plan in plans:
        return date.plan
    alike = [one for one in plans.values() if kind_of_plan(one.key) == date.kind]
    if not alike:
        alike = [one for one in plans.values() if kind_of_plan(one.key) == "session"]
    short = [one for one in alike if one.minutes <= date.minutes]
    if short:
        return max(short, key=lambda one: one.minutes).key
    return min(alike, key=lambda one: one.minutes).key
