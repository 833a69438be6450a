"""Which sets people said no to. Nobody is put back into one of them."""

from collections.abc import Mapping

from setspace.hosts.models import Placement, Programme

Sets = Mapping[str, set[str]]
"""The ids of sets, by the id of an application."""


def refused_in(programme: Programme) -> Sets:
    """For each person the sets that they were shown and said no to."""
    found: dict[str, set[str]] = {}
    rows = Placement.objects.filter(application__programme=programme, declined_at__isnull=False)
    for who, where in rows.values_list("application_id", "programme_set_id"):
        found.setdefault(str(who), set()).add(str(where))
    return found
