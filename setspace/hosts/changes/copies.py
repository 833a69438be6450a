"""The next cohort: the same sets, shape and words, on other dates."""

from datetime import date, datetime

from django.db import transaction

from setspace.core.schedule.files import shape_from_text
from setspace.hosts.changes.programmes import NewProgramme, set_up_once
from setspace.hosts.models import Programme

KEPT = (
    "headline",
    "audience",
    "what_it_is",
    "what_it_is_not",
    "prerequisite",
    "price",
    "place",
    "confidentiality",
    "absence",
    "most_of_an_organisation",
    "asks_manager",
)


def take_copy(programme: Programme, name: str, first_on: date, now: datetime) -> Programme:
    """A draft. Its facilitators are to be named anew. Raises ValueError where no dates can be found."""
    sets = list(programme.sets.all())
    new = NewProgramme(
        name=name,
        shape=shape_from_text(programme.shape),
        first_on=first_on,
        weekdays=tuple(one.weekday for one in sets),
        at=programme.at,
        zone=programme.zone,
        language=programme.language,
        least_people=programme.least_people,
        most_people=programme.most_people,
    )
    with transaction.atomic():
        copy = set_up_once(programme.host, new, now)
        copy.cloned_from = programme
        for field in KEPT:
            setattr(copy, field, getattr(programme, field))
        copy.save(update_fields=["cloned_from", *KEPT])
        for was, made in zip(sets, copy.sets.all(), strict=True):
            made.label, made.language, made.offers = was.label, was.language, was.offers
            made.save(update_fields=["label", "language", "offers"])
    return copy
