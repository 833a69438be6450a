"""The only way to a host, a programme or an application. "None" and "not yours" have the same answer."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from setspace.hosts.models import (
    Application,
    Conflict,
    Host,
    HostShape,
    ImportJob,
    Joining,
    Organiser,
    Programme,
    ProgrammeDate,
    ProgrammeSet,
    Proposal,
    Suggestion,
)
from setspace.lib.tokens import digest
from setspace.people.models import Person
from setspace.programmes.access import leads
from setspace.programmes.models import Membership, Role

Somebody = Person | AnonymousUser


def hosts_of(person: Somebody) -> QuerySet[Host]:
    """The hosts for which somebody acts now."""
    if not isinstance(person, Person):
        return Host.objects.none()
    return Host.objects.filter(organisers__person=person, organisers__until_at=None)


def organises(person: Somebody | None, programme: Programme) -> bool:
    return person is not None and hosts_of(person).filter(pk=programme.host_id).exists()


def host_for(person: Somebody, slug: str) -> Host:
    """The host, for its organisers."""
    host = hosts_of(person).filter(slug=slug).first()
    if host is None:
        raise Http404
    return host


def organiser_for(person: Somebody, organiser_id: UUID) -> Organiser:
    """A current organiser of a host, for each organiser of that host."""
    found = Organiser.objects.select_related("host", "person").filter(id=organiser_id, until_at=None)
    organiser = found.filter(host__in=hosts_of(person)).first()
    if organiser is None:
        raise Http404
    return organiser


def programme_for(person: Somebody, programme_id: UUID) -> Programme:
    """The programme, for the organisers of its host."""
    found = Programme.objects.select_related("host").filter(id=programme_id)
    programme = found.filter(host__in=hosts_of(person)).first()
    if programme is None:
        raise Http404
    return programme


def shape_kept_for(person: Somebody, shape_id: UUID) -> HostShape:
    """A shape that a host keeps, for its organisers."""
    found = HostShape.objects.select_related("host").filter(id=shape_id)
    kept = found.filter(host__in=hosts_of(person)).first()
    if kept is None:
        raise Http404
    return kept


def set_planned_for(
    person: Somebody, programme_set_id: UUID, programme: Programme | None = None
) -> ProgrammeSet:
    """A set as it is planned, for the organisers of its host; of one programme, where it is given."""
    found = ProgrammeSet.objects.select_related("programme__host", "facilitator").filter(id=programme_set_id)
    found = found.filter(programme=programme) if programme else found
    planned = found.filter(programme__host__in=hosts_of(person)).first()
    if planned is None:
        raise Http404
    return planned


def date_planned_for(person: Somebody, programme_id: UUID, date_id: UUID) -> ProgrammeDate:
    """A date of a set that is not founded yet, for the organisers of its host."""
    found = ProgrammeDate.objects.select_related("programme_set__programme__host")
    here = found.filter(id=date_id, programme_set__programme=programme_id, programme_set__learning_set=None)
    planned = here.filter(programme_set__programme__host__in=hosts_of(person)).first()
    if planned is None:
        raise Http404
    return planned


def suggestion_for(person: Somebody, programme_id: UUID, suggestion_id: UUID) -> Suggestion:
    """A way to fill the sets of a programme, for the organisers of its host."""
    found = Suggestion.objects.select_related("programme__host")
    found = found.filter(id=suggestion_id, programme=programme_id)
    suggestion = found.filter(programme__host__in=hosts_of(person)).first()
    if suggestion is None:
        raise Http404
    return suggestion


def set_facilitated_by(person: Somebody, programme_set_id: UUID) -> ProgrammeSet:
    """A planned set, for whoever is to facilitate it; once it is founded and held, for whoever holds it."""
    planned = sets_facilitated_by(person).filter(id=programme_set_id).first()
    if planned is None:
        raise Http404
    return planned


def sets_facilitated_by(person: Somebody) -> QuerySet[ProgrammeSet]:
    if not isinstance(person, Person):
        return ProgrammeSet.objects.none()
    held = Membership.objects.filter(until_at=None, role=Role.FACILITATOR)
    is_held = Exists(held.filter(learning_set=OuterRef("learning_set")))
    own = held.filter(person=person).values("learning_set")
    is_theirs = (Q(facilitator=person) & ~is_held) | Q(learning_set__in=own)
    return ProgrammeSet.objects.filter(is_theirs).select_related("programme__host")


def conflict_told_to(person: Somebody, conflict_id: UUID) -> Conflict:
    """A conflict of interest, for whoever was told while they facilitate that set, and for nobody after."""
    mine = Conflict.objects.filter(place__programme_set__in=sets_facilitated_by(person))
    found = mine.select_related(
        "place__programme_set__programme__host", "place__application__programme__host"
    )
    conflict = found.select_related("place__application__person").filter(id=conflict_id).first()
    if conflict is None or conflict.told_to_id != person.pk:
        raise Http404
    return conflict


def proposal_to(person: Somebody, proposal_id: UUID) -> Proposal:
    """Somebody who is proposed for a set, for whoever leads that set."""
    found = Proposal.objects.select_related(
        "application__person",
        "invitation__invited_by",
        "invitation__learning_set",
        "programme_set__programme__host",
    )
    proposal = found.filter(id=proposal_id).first()
    if proposal is None or not leads(person, proposal.invitation.learning_set):
        raise Http404
    return proposal


def joining_for(person: Somebody, joining_id: UUID) -> Joining:
    """Two sets that are to join, for the organisers of their host."""
    joining = _joinings().filter(id=joining_id, leaving__programme__host__in=hosts_of(person)).first()
    if joining is None:
        raise Http404
    return joining


def joining_to(person: Somebody, joining_id: UUID) -> Joining:
    """Two sets that are to join, for whoever leads one of them."""
    joining = _joinings().filter(id=joining_id).first()
    if joining is None or not any(_leads(person, one) for one in (joining.leaving, joining.into)):
        raise Http404
    return joining


def has_said_yes(person: Somebody, joining: Joining) -> bool:
    """Whether nothing is left to say for a person who leads one of the two sets."""
    asked = ((joining.leaving, joining.leaving_yes_at), (joining.into, joining.into_yes_at))
    return all(at is not None for one, at in asked if _leads(person, one))


def _joinings() -> QuerySet[Joining]:
    return Joining.objects.select_related(
        "leaving__programme__host",
        "leaving__learning_set",
        "into__programme__host",
        "into__learning_set",
        "refused_by",
    )


def _leads(person: Somebody, planned: ProgrammeSet) -> bool:
    return planned.learning_set is not None and leads(person, planned.learning_set)


def public_programme(host: str, programme: str) -> Programme:
    """A programme whose page stands open to everybody."""
    found = Programme.objects.select_related("host").filter(host__slug=host, slug=programme)
    published = found.filter(published_at__isnull=False, ended_at=None).first()
    if published is None:
        raise Http404
    return published


def application_of(person: Somebody, application_id: UUID) -> Application:
    """An application, for whoever applies."""
    mine = Application.objects.select_related("programme__host", "person").filter(id=application_id)
    application = mine.filter(person=person).first() if isinstance(person, Person) else None
    if application is None:
        raise Http404
    return application


def agreement_by(token: str) -> Application:
    """The application to which a manager’s link belongs, for whoever holds the link."""
    found = Application.objects.select_related("programme__host", "person").filter(withdrawn_at=None)
    application = found.filter(manager_token_hash=digest(token), sent_at__isnull=False).first()
    if application is None:
        raise Http404
    return application


def application_for(person: Somebody, application_id: UUID) -> Application:
    """An application that was sent, for the organisers of its host."""
    found = Application.objects.select_related("programme__host", "person").filter(sent_at__isnull=False)
    application = found.filter(id=application_id, programme__host__in=hosts_of(person)).first()
    if application is None:
        raise Http404
    return application


def import_for(person: Somebody, programme_id: UUID, import_id: UUID) -> ImportJob:
    """A list that is brought into a programme, for the organisers of its host."""
    programme = programme_for(person, programme_id)
    job = programme.imports.filter(id=import_id).first()
    if job is None:
        raise Http404
    return job
