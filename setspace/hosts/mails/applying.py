"""Letters of applying: to the applicant that it has arrived, and to a manager who is asked."""

from django.urls import reverse

from setspace.hosts.mails.drafting import drafted
from setspace.hosts.mails.words import Words, worded
from setspace.hosts.models import Application
from setspace.hosts.queries.applying import replies
from setspace.hosts.queries.time_asked import time_asked
from setspace.lib import dates, mail
from setspace.lib.tokens import digest
from setspace.people.models import Letter
from setspace.programmes.mails import about


def application_received(letter: Letter) -> mail.Draft | None:
    found = _about(letter)
    if found is None:
        return None
    programme, host = found.programme, found.programme.host
    values = {
        "first_name": found.person.first_name,
        "programme": programme.name,
        "replies": replies(programme),
    }
    path = reverse("hosts:application", args=[found.pk])
    return drafted(host, worded(host, "application_received", values), ("See how it stands", path))


def manager_asked(letter: Letter) -> mail.Draft | None:
    """Who asks, for which programme, and how much time: nothing that they wrote."""
    found, token = _about(letter), letter.payload.get("token", "")
    if found is None or found.manager_agreed_at or found.manager_token_hash != digest(token):
        return None
    programme, name = found.programme, found.person.name
    asked = time_asked(programme)
    between = ""
    if asked.first and asked.last:
        between = f", between {dates.day_and_year(asked.first)} and {dates.day_and_year(asked.last)}"
    words = Words(
        f"{name} asks for your agreement to {programme.name}",
        [
            f"Hello {found.manager_name},",
            f"{name} has applied for “{programme.name}” and has named you as their manager.",
            f"It is an action learning programme of {programme.host.name}.",
            f"It takes {asked.length} in {asked.n_meetings} meetings{between}.",
            "If you agree, please say so on the page below. You need not sign in.",
            f"If you would rather not, please talk to {found.person.first_name} about it.",
        ],
    )
    return drafted(programme.host, words, ("Read and agree", reverse("hosts:agreement", args=[token])))


def _about(letter: Letter) -> Application | None:
    """The application, while it stands."""
    standing = Application.objects.filter(sent_at__isnull=False, withdrawn_at=None)
    return standing.select_related("programme__host", "person").filter(pk=about(letter)).first()
