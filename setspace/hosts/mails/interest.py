"""To whoever asked to be told when applications open."""

from django.core.signing import BadSignature, Signer
from django.urls import reverse

from setspace.hosts.mails.drafting import drafted
from setspace.hosts.mails.words import worded
from setspace.hosts.models import Interest
from setspace.hosts.queries.interest import opened_for
from setspace.lib import clock, dates, mail
from setspace.people.models import Letter
from setspace.programmes.mails import about

SIGNER = Signer(salt="setspace.hosts.interest", sep=".")


def interest_noted(letter: Letter) -> mail.Draft | None:
    """The address is on the list. The link opens a page that can take it off, and does nothing by itself."""
    interest = _interest(letter)
    if interest is None:
        return None
    host = interest.programme.host
    words = worded(host, letter.purpose, {"programme": interest.programme.name})
    return drafted(host, words, ("See what is kept, and take it back", link_of(interest)))


def applications_open(letter: Letter) -> mail.Draft | None:
    """Nothing any more where applications have closed in the meantime."""
    interest = _interest(letter)
    programme = opened_for(interest, clock.now()) if interest else None
    if programme is None or interest is None:
        return None
    last = programme.closes_on or programme.first_on
    values = {
        "programme": programme.name,
        "closes": f"You can apply until {dates.day_and_year(last)}.",
    }
    page = reverse("hosts:public", args=[programme.host.slug, programme.slug])
    return drafted(
        programme.host, worded(programme.host, letter.purpose, values), ("Read about the programme", page)
    )


def link_of(interest: Interest) -> str:
    return reverse("hosts:interest_link", args=[SIGNER.sign(interest.id.hex)])


def interest_by(token: str) -> Interest | None:
    """The row that a link was made for, if the link is ours and the row still there."""
    try:
        key = SIGNER.unsign(token)
    except BadSignature:
        return None
    return Interest.objects.select_related("programme__host").filter(id=key).first()


def _interest(letter: Letter) -> Interest | None:
    return Interest.objects.select_related("programme__host").filter(id=about(letter)).first()
