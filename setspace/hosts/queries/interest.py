"""What somebody waits for who asked to be told, and whether it is there."""

from datetime import datetime

from django.db.models import Q

from setspace.hosts.models import Interest, Programme


def opened_for(interest: Interest, now: datetime) -> Programme | None:
    """The programme that takes applications now: the one they asked about, or one that was copied from it."""
    asked = Q(id=interest.programme_id) | Q(cloned_from=interest.programme_id)
    found = Programme.objects.select_related("host").filter(asked, host=interest.programme.host_id)
    return next((one for one in found.order_by("first_on") if one.takes_applications(now)), None)


def n_interested(programme: Programme) -> tuple[int, int]:
    """How many wait to be told, and how many were. Never who."""
    asked = programme.interests
    return asked.filter(told_at=None).count(), asked.filter(told_at__isnull=False).count()
