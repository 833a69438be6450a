"""A set of Ruth’s programme has begun: somebody is proposed for it, and it may join another."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from setspace.hosts.changes.joining import keep_words
from setspace.hosts.changes.proposing import keep_words as keep_words_of_proposal
from setspace.hosts.changes.proposing import propose_newcomer
from setspace.hosts.models import Application, Joining, Programme, ProgrammeSet, Proposal
from tests.records.world import World


@dataclass
class Changing:
    begun: ProgrammeSet
    proposal: Proposal
    joining: Joining

    def values(self) -> dict[str, object]:
        """What fills the places in an address, by their names."""
        return {
            "begun_set_id": self.begun.pk,
            "proposal_id": self.proposal.pk,
            "joining_id": self.joining.pk,
        }


def new_changing(
    world: World,
    programme: Programme,
    newcomer: Application,
    now: datetime,
    word: Callable[[str], str] = str,
) -> Changing:
    """Ade has typed a word on each, and sent neither. ``word`` says what is written."""
    first, begun = programme.sets.all()[:2]
    programme.most_people = 8
    programme.save()
    begun.learning_set = world.learning_set
    begun.save()
    proposal = propose_newcomer(begun, newcomer, world.ruth, now)
    keep_words_of_proposal(proposal, word("Proposal.words"))
    joining = Joining.objects.create(leaving=begun, into=first, by=world.ruth, made_at=now)
    keep_words(joining, world.ade, word("JoiningWord.words"))
    return Changing(begun, proposal, joining)
