"""A newcomer for a set that has begun: to who leads it, to the set, and back to the organiser."""

from django.urls import reverse

from setspace.hosts.mails.drafting import drafted
from setspace.hosts.mails.words import Words
from setspace.hosts.models import Proposal
from setspace.lib import mail
from setspace.people.models import Letter
from setspace.programmes import mails


def proposed(letter: Letter) -> mail.Draft | None:
    """Who leads the set is asked. Where the host has a page for it, the answer is given there."""
    found = _of_invitation(letter)
    if found is None:
        return mails.proposed(letter)
    return mails.proposed(letter, reverse("hosts:proposal", args=[found.pk]))


def newcomer(letter: Letter) -> mail.Draft | None:
    """Everybody in the set learns who is asked, and where that person works, before they can come."""
    found = _of_invitation(letter)
    if found is None:
        return mails.newcomer(letter)
    person, by = found.application.person, found.invitation.invited_by
    work = f" of {found.application.organisation}" if found.application.organisation else ""
    return mails.newcomer(
        letter,
        [
            f"{person.name}{work} is invited to join your set.",
            f"{by.name} of {found.host.name} proposed it, and whoever leads your set has said yes.",
            f"{person.first_name} will see nothing of the sessions before.",
        ],
    )


def proposal_answered(letter: Letter) -> mail.Draft | None:
    """To the organiser who proposed: yes or no. Words that came with it stand on the page alone."""
    found = Proposal.objects.select_related(
        "application__person", "invitation", "programme_set__programme__host"
    )
    one = found.filter(pk=mails.about(letter)).first()
    if one is None or one.is_open or letter.person is None:
        return None
    name, planned = one.application.person.name, one.programme_set
    said = (
        f"The {planned.label} would rather not have {name} join. Nobody else has heard of it."
        if one.is_refused
        else f"The {planned.label} says yes to {name}, who is invited now. The set has been told."
    )
    words = Words(f"{planned.programme.name}: {name}", [f"Hello {letter.person.first_name},", said])
    address = reverse("hosts:free_place", args=[planned.programme_id, planned.pk])
    return drafted(one.host, words, ("See how the set stands", address))


def _of_invitation(letter: Letter) -> Proposal | None:
    found = Proposal.objects.select_related(
        "application__person", "invitation__invited_by", "programme_set__programme__host"
    )
    return found.filter(invitation=mails.about(letter)).first()
