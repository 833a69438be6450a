"""Who acts for a host: added by another organiser, ended by one, and never nobody."""

from datetime import datetime

from django.db import transaction

from setspace.hosts.models import Host, Organiser
from setspace.people import mails as letters
from setspace.people.changes import person_for
from setspace.programmes.changes import Invitee, Refused


def add_organiser(host: Host, invitee: Invitee, now: datetime) -> Organiser:
    """From now on this person may do all that organisers may. A letter says so."""
    person = person_for(invitee.email, invitee.name)
    with transaction.atomic():
        Host.objects.select_for_update().get(id=host.id)
        if host.organisers.filter(person=person, until_at=None).exists():
            raise Refused(f"{person.name} is an organiser already")
        organiser = Organiser.objects.create(host=host, person=person, from_at=now)
        letters.put(f"organiser_added:{organiser.id}", "organiser_added", person, about=organiser.id)
        return organiser


def end_organiser(organiser: Organiser, now: datetime) -> None:
    """From now on the host's pages are closed to this person."""
    with transaction.atomic():
        Host.objects.select_for_update().get(id=organiser.host_id)
        current = Organiser.objects.filter(host=organiser.host_id, until_at=None)
        if not current.exclude(id=organiser.id).exists():
            raise Refused("A host needs an organiser, and there is no other. Add one first")
        organiser.until_at = now
        organiser.save(update_fields=["until_at"])
