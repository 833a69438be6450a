"""Dev has applied to Ruth’s host and is shown a set that Ade is to facilitate; Charlie has applied too."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from setspace.hosts.changes.applying import begin, save, send
from setspace.hosts.changes.deciding import decide
from setspace.hosts.models import Answer, Application, Conflict, Level, Placement, Programme
from setspace.people.changes import person_for
from setspace.people.models import Letter, Person
from tests.hosts.world import homeground, housing

LONG_OPEN = date(2099, 1, 1)
NEVER = datetime(2099, 1, 1, tzinfo=UTC)


@dataclass
class Offer:
    """A programme that takes applications, and what became of one of them."""

    programme: Programme
    dev: Person
    application: Application
    place: Placement
    agreement_token: str

    def values(self) -> dict[str, object]:
        """What fills the places in an address, by their names."""
        return {
            "host": self.programme.host.slug,
            "programme": self.programme.slug,
            "programme_id": self.programme.pk,
            "application_id": self.application.pk,
            "step": 2,
            "programme_set_id": self.place.programme_set_id,
            "agreement_token": self.agreement_token,
            "conflict_id": self.place.conflict.pk,
        }


def new_offer(
    ruth: Person, ade: Person, charlie: Person, now: datetime, word: Callable[[str], str] = str
) -> Offer:
    """``word`` says what is written in a confidential place."""
    programme = housing(homeground(ruth, now), now)
    programme.closes_on, programme.asks_manager = LONG_OPEN, True
    programme.save()
    planned = programme.sets.all()[0]
    planned.facilitator = ade
    planned.save()
    dev = person_for("dev@example.org", "Dev Patel")
    application = whole(programme, dev, now, word)
    place = planned.placements.create(application=application, placed_at=now, shown_at=now, agreed_at=now)
    conflict = Conflict(place=place, told_to=ade, told_at=now)
    conflict.seal_words(word("Conflict.words"))
    conflict.save()
    place.seal_note(word("Placement.note"))
    place.save()
    waits = whole(programme, charlie, now, str)
    decide(waits, Answer.WAITING, word("Decision.words"), ruth, now, NEVER)
    asked = Letter.objects.get(purpose="manager_asked", about=application.pk)
    return Offer(programme, dev, application, place, asked.payload["token"])


def whole(programme: Programme, person: Person, now: datetime, word: Callable[[str], str]) -> Application:
    """An application in which everything is answered, sent."""
    sealed = ("aims", "issue", "access_needs", "apart")
    typed: dict[str, object] = {name: word(f"Application.{name}") for name in sealed}
    typed |= {"organisation": "Harbour Homes", "job": "Repairs scheduler", "level": Level.OFFICER}
    typed |= {"place_to_join": "yes", "sets": [str(programme.sets.all()[0].pk)]}
    typed |= {"manager_name": "Jo Bell", "manager_email": "jo@example.org"}
    return send(save(begin(programme, person, now), typed, now, is_draft=True), now)
