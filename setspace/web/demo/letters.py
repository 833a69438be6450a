"""What the programmes of the demo have written to those who applied, each letter at its time."""

from collections.abc import Callable, Iterable
from datetime import datetime

from setspace.hosts.changes.deciding import TIME_TO_UNDO
from setspace.hosts.models import Application, Decision, Host, Interest
from setspace.hosts.queries.answers import letter_key
from setspace.people import mails as letters
from setspace.people.models import Person

Post = Callable[[datetime], None]


def write_to_applicants(hosts: Iterable[Host], post: Post) -> None:
    """``post`` sends what waits as if it were then, so that it lies in the mailbox too."""
    for interest in Interest.objects.filter(programme__host__in=hosts):
        _write("interest_noted", interest, interest.email, interest.at, post)
        if interest.told_at:
            _write("applications_open", interest, interest.email, interest.told_at, post)
    for one in Application.objects.filter(programme__host__in=hosts).select_related("person"):
        assert one.sent_at is not None
        _write("application_received", one, one.person, one.sent_at, post)
    given = Decision.objects.filter(application__programme__host__in=hosts)
    for decision in given.select_related("application__person"):
        person, about = decision.application.person, decision.application_id
        letters.put(letter_key(decision), f"application_{decision.answer}", person, about=about)
        post(decision.at + TIME_TO_UNDO)


def _write(purpose: str, about: Interest | Application, to: Person | str, at: datetime, post: Post) -> None:
    letters.put(f"{purpose}:{about.pk}", purpose, to, about=about.pk)
    post(at)
