"""What hosts keep of a person, forgotten with the person."""

from django.db.models import Q

from setspace.hosts.models import Application, Interest, Placement
from setspace.people.models import Letter, Person


def erase_applications(person: Person) -> None:
    """Every application with its places and answers, the letters about them, and the wish to be told."""
    applications = Application.objects.filter(person=person)
    places = Placement.objects.filter(application__in=applications)
    interests = Interest.objects.filter(email__iexact=person.email)
    about = Q()
    for found in (applications, places, interests):
        about |= Q(about__in=list(found.values_list("id", flat=True)))
    Letter.objects.filter(about).delete()
    interests.delete()
    applications.delete()
