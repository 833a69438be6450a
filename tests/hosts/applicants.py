"""Somebody applies: what they type, and the pages they type it into."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import time_machine
from django.test import Client

from setspace.hosts.models import Application, Level, Placement, Programme
from setspace.people.models import Person
from tests.cast import client_of, the_cast
from tests.hosts.world import NOW, applied, homeground, housing

FETCH = {"X-Requested-With": "fetch"}
WISHES = {
    "aims": "I want to stop being the person who says no to everyone.",
    "issue": "A rota that nobody likes.",
    "access_needs": "Captions, please.",
    "apart": "My brother-in-law Bo.",
}
MANAGER = {"manager_name": "Jo Bell", "manager_email": "Jo@Example.org"}


def offered(**more: Any) -> Programme:
    """Housing, Spring 2027, open for applications; ``more`` are fields of it."""
    ruth = the_cast()["ruth"]
    programme = housing(homeground(ruth))
    for name, value in more.items():
        setattr(programme, name, value)
    programme.save()
    return programme


def address(programme: Programme) -> str:
    return f"/p/{programme.host.slug}/{programme.slug}/application/"


def work(programme: Programme, **more: Any) -> dict[str, Any]:
    """Everything of the second step, for the first of the sets."""
    first = programme.sets.all()[0]
    return {
        "organisation": "Harbour Homes",
        "job": "Repairs scheduler",
        "level": Level.OFFICER.value,
        "sets": [str(first.pk)],
        "place_to_join": "yes",
        **more,
    }


@contextmanager
def at(now: datetime = NOW) -> Iterator[None]:
    with time_machine.travel(now, tick=False):
        yield


def begun(programme: Programme, person: Person) -> tuple[Client, Application]:
    """The second step is done."""
    client = client_of(person)
    answer = client.post(address(programme), work(programme))
    application = Application.objects.get(person=person, programme=programme)
    assert answer.headers["Location"] == f"/applications/{application.pk}/3/", answer.content.decode()
    return client, application


def sent(programme: Programme, person: Person, **last: Any) -> tuple[Client, Application]:
    client, application = begun(programme, person)
    client.post(f"/applications/{application.pk}/3/", WISHES)
    answer = client.post(f"/applications/{application.pk}/4/", last)
    assert answer.headers.get("Location") == f"/applications/{application.pk}/", answer.content.decode()
    application.refresh_from_db()
    return client, application


def placed(application: Application, *others: str, shown: bool = True) -> Placement:
    """A place in the first set, beside others who have theirs."""
    first = application.programme.sets.all()[0]
    for name in others:
        other = applied(application.programme, name)
        first.placements.create(application=other, placed_at=NOW, shown_at=NOW)
    place: Placement = first.placements.create(
        application=application, placed_at=NOW, shown_at=NOW if shown else None
    )
    return place


def page(answer: Any) -> str:
    """Its words, with the spaces of the source taken together."""
    return " ".join(answer.content.decode().split())
