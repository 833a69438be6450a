"""Dates of a planned set that have moved, to those who hold a place in it."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse

from setspace.hosts.mails.drafting import drafted
from setspace.hosts.mails.words import worded
from setspace.hosts.models import Placement
from setspace.hosts.queries.offered_sets import offered_dates
from setspace.lib import dates, mail
from setspace.people.models import Letter
from setspace.programmes.mails import about


def dates_moved(letter: Letter) -> mail.Draft | None:
    """Nothing where every date is back, or the place is gone. A founded set tells of its own sessions."""
    found = Placement.objects.select_related(
        "application__programme__host", "application__person", "programme_set"
    )
    standing = found.filter(ended_at=None, declined_at=None, application__withdrawn_at=None)
    place = standing.filter(pk=about(letter), programme_set__learning_set=None).first()
    moved = " ".join(_moved(place, letter.payload)) if place else ""
    if place is None or not moved:
        return None
    programme = place.application.programme
    values = {
        "first_name": place.application.person.first_name,
        "programme": programme.name,
        "set": place.programme_set.label,
        "moved": moved,
    }
    path = reverse("hosts:application_dates", args=[place.application_id])
    return drafted(programme.host, worded(programme.host, "dates_moved", values), ("Confirm each date", path))


def _moved(place: Placement, before: dict[str, str]) -> Iterator[str]:
    """Session 2 has moved from Tuesday 2 March, 9:30am, to Wednesday 3 March 2027, 9:30am to 1:30pm."""
    planned = place.programme_set.dates.filter(pk__in=before)
    for one in planned.select_related("meeting__learning_set", "programme_set__programme"):
        was, (now,) = datetime.fromisoformat(before[str(one.pk)]), offered_dates([one])
        if was != datetime.combine(one.on, one.at):
            then = f"{dates.day(was.date())}, {dates.clock_time(was)}"
            yield f"{now.title} has moved from {then}, to {dates.day_and_year(now.on)}, {now.times}."
