"""Days on which a host's sets do not meet. Programmes that are planned keep their dates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from setspace.hosts.models import Host, HostDays
from setspace.programmes.changes import Refused

MOST_DAYS = 500  # entries, of one host


@dataclass(frozen=True, slots=True)
class NewDays:
    name: str
    first: date
    last: date
    is_soft: bool


def add_days(host: Host, new: Iterable[NewDays]) -> int:
    """How many there are more. What is there already, on the same days, is taken as it is said now."""
    with transaction.atomic():
        Host.objects.select_for_update().get(id=host.id)
        known = {(one.name, one.first, one.last): one for one in host.days.all()}
        wanted = {(one.name, one.first, one.last): one for one in new}
        more = [
            HostDays(host=host, name=d.name, first=d.first, last=d.last, is_soft=d.is_soft)
            for key, d in wanted.items()
            if key not in known
        ]
        if len(known) + len(more) > MOST_DAYS:
            raise Refused(f"There is room for {MOST_DAYS} entries. Remove some first")
        for key, one in wanted.items():
            if key in known and known[key].is_soft != one.is_soft:
                HostDays.objects.filter(id=known[key].id).update(is_soft=one.is_soft)
        HostDays.objects.bulk_create(more)
        return len(more)


def remove_days(host: Host, ids: Sequence[UUID]) -> int:
    """How many there are fewer. Those of another host are not touched."""
    n_removed, _ = host.days.filter(id__in=ids).delete()
    return n_removed
