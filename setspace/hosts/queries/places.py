"""Which places hold: not declined, and in a set that has begun only of whoever is in it or still asked."""

from uuid import UUID

from django.db.models import QuerySet

from setspace.hosts.models import Application, Placement, Programme
from setspace.programmes.models import Invitation, Membership


def places_that_hold(programme: Programme) -> list[Placement]:
    return _holding(Placement.objects.filter(application__programme=programme))


def place_of(application: Application) -> Placement | None:
    """Where somebody is; None for whoever has said no, has left, or was never placed."""
    return next(iter(_holding(application.placements.all())), None)


def _holding(places: QuerySet[Placement]) -> list[Placement]:
    found = places.filter(ended_at=None, declined_at=None)
    found = found.select_related("programme_set", "application").order_by("placed_at", "id")
    begun = [one.programme_set.learning_set_id for one in found if one.programme_set.learning_set_id]
    inside = _inside(begun) if begun else set()
    return [
        one
        for one in found
        if not one.programme_set.learning_set_id
        or (one.programme_set.learning_set_id, one.application.person_id) in inside
    ]


def _inside(sets: list[UUID]) -> set[tuple[UUID, UUID]]:
    """Who is in these sets, or has been asked or proposed and not answered."""
    members = Membership.objects.filter(learning_set__in=sets, until_at=None)
    asked = Invitation.objects.filter(
        learning_set__in=sets, accepted_at=None, declined_at=None, withdrawn_at=None
    )
    found = members.values_list("learning_set_id", "person_id").union(
        asked.values_list("learning_set_id", "person_id")
    )
    return {(one, other) for one, other in found}
