"""What the people of a set wrote when they applied, for its facilitator."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max, Q
from django.db.models.functions import Coalesce

from setspace.hosts.access import sets_facilitated_by
from setspace.hosts.models import Conflict, Joining, Placement, ProgrammeSet, Proposal
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


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question to the facilitator of a set, and the page where it is answered."""

    words: str
    route: str
    about: UUID


@dataclass(frozen=True, slots=True)
class SetToRead:
    planned: ProgrammeSet
    waiting: Sequence[Waiting]


def placed_people(planned: ProgrammeSet, reader: Reader) -> list[PlacedPerson]:
    """Whoever said yes to the set that they were shown, or has joined it since."""
    members = Membership.objects.filter(learning_set=planned.learning_set_id, until_at=None)
    has_come = Q(agreed_at__isnull=False) | Q(application__person__in=members.values("person"))
    places = planned.placements.filter(has_come, ended_at=None)
    found = places.select_related("application__person", "application__programme__host")
    return [_opened(one, reader) for one in found.order_by("application__person__name")]


def reader_of(person: Person) -> Reader:
    return Reader(actor=str(person.pk), purpose=Purpose.APPLICATION)


def sets_to_read(person: Person, now: datetime) -> Sequence[SetToRead]:
    """The sets that somebody facilitates and that have something to read, to the last of their days."""
    agreed = Q(placements__ended_at=None, placements__agreed_at__isnull=False)
    told = Q(placements__conflict__told_to=person)
    lasting = sets_facilitated_by(person).filter(agreed | told)
    lasting = lasting.annotate(ends=Max(Coalesce("dates__meeting__on", "dates__on")))
    found = lasting.filter(ends__gte=(now - AFTERWARDS).date()).order_by("ends", "number")
    return [SetToRead(one, _waiting(one, person)) for one in found]


def _waiting(planned: ProgrammeSet, person: Person) -> list[Waiting]:
    """What a facilitator of this set is asked and has not answered."""
    conflicts = Conflict.objects.filter(place__programme_set=planned, told_to=person, verdict="")
    proposals = Proposal.objects.filter(
        programme_set=planned, invitation__sent_at=None, invitation__withdrawn_at=None
    )
    open_ones = Joining.objects.filter(ended_at=None, done_at=None)
    joinings = open_ones.filter(
        Q(leaving=planned, leaving_yes_at=None) | Q(into=planned, into_yes_at=None)
    ).select_related("leaving", "into")
    return [
        *(Waiting("A conflict of interest", "hosts:conflict", one.pk) for one in conflicts),
        *(
            Waiting(f"{one.application.person.name} is proposed", "hosts:proposal", one.pk)
            for one in proposals.select_related("application__person")
        ),
        *(
            Waiting(f"Shall the {one.leaving.label} join the {one.into.label}?", "hosts:joining", one.pk)
            for one in joinings
        ),
    ]


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
