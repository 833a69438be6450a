"""Somebody for a set that has begun: proposed, confirmed by whoever leads the set, and only then asked."""

from datetime import datetime

from django.db import transaction

from setspace.hosts.changes.inviting import accept, locked
from setspace.hosts.models import Application, Placement, ProgrammeSet, Proposal
from setspace.hosts.queries.free_place import n_expected
from setspace.people import mails as letters
from setspace.people.models import Person
from setspace.programmes.changes import Refused, confirm, propose, withdraw


def propose_newcomer(planned: ProgrammeSet, application: Application, by: Person, now: datetime) -> Proposal:
    """Somebody for a set that has begun. Its facilitator is asked; without a yes nothing happens."""
    with transaction.atomic():
        planned = locked(planned)
        if planned.learning_set is None:
            raise Refused("This set has not begun yet. Move people into it on the board")
        if application.withdrawn_at or application.declined_at or application.sent_at is None:
            raise Refused("Choose somebody who still waits for a place")
        if n_expected(planned.learning_set) >= planned.programme.most_people:
            raise Refused("No place is free in this set")
        invitation = propose(planned.learning_set, application.person, by, now)
        application.placements.filter(ended_at=None).update(ended_at=now)
        Placement.objects.create(application=application, programme_set=planned, placed_at=now, pinned_at=now)
        accept(application, now)
        return Proposal.objects.create(programme_set=planned, application=application, invitation=invitation)


def keep_words(proposal: Proposal, words: str) -> None:
    """What the facilitator is typing. Nobody else reads it before the answer."""
    proposal.seal_words(words)
    proposal.save(update_fields=["words_sealed"])


def answer_proposal(proposal: Proposal, *, agrees: bool, words: str, by: Person, now: datetime) -> None:
    """Yes: the person is asked, and the set is told. No: nobody is, and the organiser may learn why."""
    with transaction.atomic():
        kept = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
        if not kept.is_open:
            raise Refused("This has been answered already")
        keep_words(kept, words)
        if agrees:
            confirm(kept.invitation, by, now)
        else:
            withdraw(kept.invitation, now)
        letters.put(
            f"proposal_answered:{kept.pk}", "proposal_answered", kept.invitation.invited_by, about=kept.pk
        )
