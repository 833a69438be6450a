"""The bank of beginnings at hand, with those first that somebody marked as theirs."""

from collections.abc import Mapping
from typing import Any

from django import template

from setspace.people.models import Person
from setspace.room.exercises.shelves import shelves_for

register = template.Library()


@register.inclusion_tag("room/_bank.html", takes_context=True)
def question_bank(context: Mapping[str, Any]) -> dict[str, object]:
    person = context["request"].user
    return {"shelves": shelves_for(person) if isinstance(person, Person) else ()}
