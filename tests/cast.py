"""Ruth organises; Ade facilitates; Mei, Tom, Ines and Sam are the set; Charlie must see nothing."""

from django.test import Client

from setspace.lib import clock
from setspace.people.access import BEGAN
from setspace.people.changes import person_for
from setspace.people.models import Person

NAMES = ("Ruth Abbot", "Ade Bello", "Mei Chen", "Tom Doyle", "Ines Evora", "Sam Frost", "Charlie Grant")
MEMBERS = NAMES[2:6]


def the_cast() -> dict[str, Person]:
    """Everybody, by first name in lower case."""
    return {name.split()[0].lower(): person_for(address_of(name), name) for name in NAMES}


def address_of(name: str) -> str:
    return f"{name.split(maxsplit=1)[0].lower()}@example.org"


def client_of(person: Person) -> Client:
    """A browser in which the person is signed in."""
    client = Client()
    client.force_login(person)
    session = client.session
    session[BEGAN] = clock.wall().timestamp()
    session.save()
    return client
