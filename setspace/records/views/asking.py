"""Who asks."""

from django.http import HttpRequest

from setspace.people.models import Person


def asker(request: HttpRequest) -> Person:
    """The signed-in person. Every view that calls this lets nobody else in."""
    person = request.user
    assert isinstance(person, Person)
    return person
