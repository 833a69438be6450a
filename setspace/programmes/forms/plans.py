"""Which session plans somebody can choose."""

from collections.abc import Sequence

from setspace.core.process import catalogue
from setspace.lib import dates
from setspace.programmes.models import TITLE_OF_KIND, kind_of_plan
from setspace.programmes.queries.misfits import length_and_people

Choices = Sequence[tuple[str, str]]

USUAL_PLANS = ("tpas-session", "ithrive-two-holders", "ithrive-three-holders")


def kind_choices(usual: str = "", own: Choices = ()) -> list[tuple[str, str | list[tuple[str, str]]]]:
    """What a date can be: the usual session, or another. A set that has begun may meet in any way."""
    others = [(key, plan) for key, plan in catalogue.plans().items() if key != usual]
    if not usual:
        others = [(key, plan) for key, plan in others if key not in USUAL_PLANS]
    named = [
        (key, f"{TITLE_OF_KIND.get(kind_of_plan(key), plan.title)}, {length_and_people(plan)}")
        for key, plan in others
    ]
    mine = [(key, title) for key, title in own if key != usual]
    return [("", "The usual session"), *named, *([("Your own session plans", mine)] if mine else [])]


def usual_choices(own: Choices = ()) -> list[tuple[str, str]]:
    plans = catalogue.plans()
    ours = [(key, f"{plans[key].title}, {dates.length(plans[key].minutes)}") for key in USUAL_PLANS]
    return [*ours, *((key, f"{title}: your own") for key, title in own)]
