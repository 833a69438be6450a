"""Ruth’s host, its programme with all that can be opened of it, and a host of Charlie’s."""

from dataclasses import dataclass
from datetime import datetime

from setspace.hosts.changes.interest import note_interest
from setspace.hosts.mails.interest import link_of
from setspace.hosts.models import Interest
from setspace.people.models import Letter
from tests.access.offer import Offer, new_offer
from tests.hosts.planned import Planned, planned_in
from tests.hosts.world import another_host
from tests.records.world import World


@dataclass
class Hosting:
    offer: Offer
    planned: Planned
    interest: Interest

    def values(self) -> dict[str, object]:
        """What fills the places in an address, by their names."""
        return {
            **self.planned.values(),
            **self.offer.values(),
            "purpose": "interest_noted",
            "interest_token": link_of(self.interest).strip("/").rpartition("/")[2],
            "host_letter_id": Letter.objects.get(about=self.interest.pk).pk,
        }


def new_hosting(world: World, now: datetime) -> Hosting:
    """Dev’s place is in a set that Ade is to facilitate; somebody unknown stands on the register."""
    another_host(world.charlie)
    offer = new_offer(world.ruth, world.ade, world.charlie, now)
    programme = offer.programme
    note_interest(programme, "nobody-knows-me@example.org", now)
    return Hosting(offer, planned_in(programme), programme.interests.get())
