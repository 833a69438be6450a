"""Somebody who is proposed, for whoever leads the set: who it is, who proposes, what stands against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from setspace.hosts.models import Application, Level, Proposal
from setspace.hosts.queries.free_place import costs_for
from setspace.hosts.queries.instance import forming_of
from setspace.lib.vault import Reader
from setspace.people.models import Person


@dataclass(frozen=True, slots=True)
class Shown:
    application: Application
    by: Person
    costs: Sequence[str]
    words: str  # that the facilitator was typing

    @property
    def level(self) -> str:
        return str(Level(self.application.level).label) if self.application.level else ""


def proposed(proposal: Proposal, reader: Reader, now: datetime) -> Shown:
    application = proposal.application
    forming = forming_of(proposal.programme_set.programme)
    who = str(application.pk)
    costs = costs_for(forming, proposal.programme_set, who, now) if who in forming.people else []
    typed = proposal.open_words(reader) if proposal.is_open else ""
    return Shown(application, proposal.invitation.invited_by, costs, typed)
