"""The only way to a host, a programme or an application. "None" and "not yours" have the same answer."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404

from setspace.hosts.models import Application, Host, ImportJob, Organiser, Programme, ProgrammeSet
from setspace.people.models import Person

Somebody = Person | AnonymousUser


def hosts_of(person: Somebody) -> QuerySet[Host]:
    """The hosts for which somebody acts now."""
    if not isinstance(person, Person):
        return Host.objects.none()
    return Host.objects.filter(organisers__person=person, organisers__until_at=None)


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
