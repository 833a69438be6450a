"""For whom the question coach is on: its switches on the server, in the set and in the account together."""

from collections.abc import Collection
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from setspace.programmes.models import LearningSet, Membership


def coached_in(sets: Collection[UUID]) -> dict[UUID, frozenset[str]]:
    """The current people of each set for whom the coach reads."""
    found: dict[UUID, set[str]] = {learning_set: set() for learning_set in sets}
    for learning_set, person in _coached(sets).values_list("learning_set_id", "person_id"):
        found[learning_set].add(str(person))
    return {learning_set: frozenset(people) for learning_set, people in found.items()}


def counted_in(learning_set: LearningSet) -> frozenset[str]:
    """Those of them whose questions are counted, for each alone."""
    rows = _coached([learning_set.pk]).filter(person__wants_counts=True, person__is_active=True)
    return frozenset(str(person) for person in rows.values_list("person_id", flat=True))


def _coached(sets: Collection[UUID]) -> QuerySet[Membership]:
    if not settings.COACH:
        return Membership.objects.none()
    on = {"learning_set__has_coach": True, "person__wants_coach": True}
    return Membership.objects.filter(learning_set_id__in=sets, until_at=None, **on)
