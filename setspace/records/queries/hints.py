"""Whose full names need not stand in what somebody writes: those of the people they work with here."""

from __future__ import annotations

from setspace.hosts.models import Organiser
from setspace.people.models import Person
from setspace.programmes.models import Membership


def names_around(person: Person) -> frozenset[str]:
    """The names of everybody else in the person's sets, and of those who organise the programmes of these."""
    own = Membership.objects.filter(person=person, until_at=None).values("learning_set")
    people = Membership.objects.filter(learning_set__in=own, until_at=None).exclude(person=person)
    organisers = Organiser.objects.filter(
        host__programmes__sets__learning_set__in=own, until_at=None
    ).exclude(person=person)
    found = [rows.values_list("person__name", flat=True) for rows in (people, organisers)]
    return frozenset(name for names in found for name in names)
