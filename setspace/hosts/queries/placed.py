"""What the people of a set wrote when they applied, for its facilitator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Q
from django.db.models.functions import Coalesce

from setspace.hosts.access import sets_facilitated_by
from setspace.hosts.models import Placement, ProgrammeSet
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.models import Membership

AFTERWARDS = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PlacedPerson:
    person: Person
    organisation: str
    job: str
    aims: str
    issue: str
    access_needs: str


def placed_people(planned: ProgrammeSet, reader: Reader) -> list[PlacedPerson]:
    """Whoever said yes to the set that they were shown, or has joined it since."""
    members = Membership.objects.filter(learning_set=planned.learning_set_id, until_at=None)
    has_come = Q(agreed_at__isnull=False) | Q(application__person__in=members.values("person"))
    places = planned.placements.filter(has_come, ended_at=None)
    found = places.select_related("application__person", "application__programme__host")
    return [_opened(one, reader) for one in found.order_by("application__person__name")]


def reader_of(person: Person) -> Reader:
    return Reader(actor=str(person.pk), purpose=Purpose.APPLICATION)


def sets_to_read(person: Person, now: datetime) -> Sequence[ProgrammeSet]:
    """The sets that somebody facilitates and that have something to read, to the last of their days."""
    agreed = Q(placements__ended_at=None, placements__agreed_at__isnull=False)
    told = Q(placements__conflict__told_to=person)
    unanswered = told & Q(placements__conflict__verdict="")
    some = sets_facilitated_by(person).filter(agreed | told)
    some = some.annotate(n_conflicts=Count("placements__conflict", filter=unanswered, distinct=True))
    lasting = some.annotate(ends=Max(Coalesce("dates__meeting__on", "dates__on"))).filter(
        ends__gte=(now - AFTERWARDS).date()
    )
    return list(lasting.order_by("ends", "number"))


def _opened(place: Placement, reader: Reader) -> PlacedPerson:
    application = place.application
    return PlacedPerson(
        application.person,
        application.organisation,
        application.job,
        application.open_words("aims", reader),
        application.open_words("issue", reader),
        application.open_words("access_needs", reader),
    )
