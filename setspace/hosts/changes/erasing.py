"""What hosts keep of a person, forgotten with the person."""

from django.db.models import Q

from setspace.hosts.models import Application, Conflict, Interest, Placement
from setspace.people.models import Letter, Person


def erase_applications(person: Person) -> None:
    """Every application with its places and answers, the letters about them, and the wish to be told."""
    applications = Application.objects.filter(person=person)
    places = Placement.objects.filter(application__in=applications)
    conflicts = Conflict.objects.filter(place__in=places)
    interests = Interest.objects.filter(email__iexact=person.email)
    about = Q()
    for found in (applications, places, conflicts, interests):
        about |= Q(about__in=list(found.values_list("id", flat=True)))
    Letter.objects.filter(about).delete()
    interests.delete()
    applications.delete()
