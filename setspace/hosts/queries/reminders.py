"""Which reminders of sessions a host leaves to the people of its sets."""

from collections.abc import Collection, Mapping
from uuid import UUID

from setspace.hosts.models import Host, ProgrammeSet

NAMES = ("week", "day", "hour")


def reminders_left(set_ids: Collection[UUID]) -> Mapping[UUID, Collection[str]]:
    """For each of these sets that belongs to a programme: the names of the reminders that its host sends."""
    planned = ProgrammeSet.objects.filter(learning_set__in=set_ids).select_related("programme__host")
    return {one.learning_set_id: _names(one.programme.host) for one in planned if one.learning_set_id}


def _names(host: Host) -> Collection[str]:
    return [name for name in NAMES if getattr(host, f"reminds_{name}_before")]
