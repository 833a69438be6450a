"""Ruth’s host, its programme with all that can be opened of it, and a host of Charlie’s."""

from dataclasses import dataclass
from datetime import datetime

from setspace.hosts.applicants import applicants_in
from setspace.hosts.changes.deciding import decide, keep_apart
from setspace.hosts.changes.importing import keep_list
from setspace.hosts.changes.interest import note_interest
from setspace.hosts.changes.suggesting import keep_suggestion
from setspace.hosts.mails.interest import link_of
from setspace.hosts.models import Answer, Application, ImportJob, Interest, Suggestion
from setspace.people.models import Letter, Person
from tests.access.changing import Changing, new_changing
from tests.access.offer import Offer, new_offer
from tests.hosts.planned import Planned, planned_in
from tests.hosts.world import another_host, applied
from tests.records.world import World


@dataclass
class Hosting:
    offer: Offer
    planned: Planned
    interest: Interest
    other: Application
    job: ImportJob
    suggestion: Suggestion
    changing: Changing

    def values(self) -> dict[str, object]:
        """What fills the places in an address, by their names."""
        return {
            **self.planned.values(),
            **self.offer.values(),
            **self.changing.values(),
            "other_id": self.other.pk,
            "import_id": self.job.pk,
            "suggestion_id": self.suggestion.pk,
            "purpose": "interest_noted",
            "interest_token": link_of(self.interest).strip("/").rpartition("/")[2],
            "host_letter_id": Letter.objects.get(about=self.interest.pk).pk,
        }


def answer(hosting: Hosting, by: Person, now: datetime) -> None:
    """Dev’s application is accepted; until its letter goes that can be taken back."""
    decide(hosting.offer.application, Answer.ACCEPTED, "There is a place for you.", by, now, now)


def new_hosting(world: World, now: datetime) -> Hosting:
    """Dev’s place is in a set that Ade is to facilitate; somebody unknown stands on the register."""
    another_host(world.charlie)
    offer = new_offer(world.ruth, world.ade, world.charlie, now)
    programme = offer.programme
    note_interest(programme, "nobody-knows-me@example.org", now)
    oda = applied(programme, "Oda Lund")
    keep_apart(offer.application, oda)
    job = keep_list(programme, applicants_in(b"email\npia@example.org\n", {}), world.ruth, now)
    places = {str(oda.pk): str(programme.sets.all()[1].pk)}
    suggestion = keep_suggestion(programme, places, "", world.ruth, now)
    pia = applied(programme, "Pia Quist")
    changing = new_changing(world, programme, pia, now)
    interest, planned = programme.interests.get(), planned_in(programme)
    return Hosting(offer, planned, interest, oda, job, suggestion, changing)
