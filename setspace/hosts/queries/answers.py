"""The answers that an organiser can give, and the one that stands."""

from datetime import datetime

from setspace.hosts.models import Answer, Application, Decision
from setspace.lib import vault
from setspace.people.models import Letter, LetterState, Person

TITLES = {
    Answer.ACCEPTED: "Accept",
    Answer.WAITING: "Put on the waiting list",
    Answer.DECLINED: "Decline",
}


def standing_decision(application: Application) -> Decision | None:
    """The answer from which it stands as it does. There is none where somebody was shown a set unasked."""
    standing = application.standing
    since: datetime | None = getattr(application, f"{standing}_at", None)
    if since is None:
        return None
    given = application.decisions.select_related("application__programme__host").filter(undone_at=None)
    return given.filter(answer=standing, at=since).first()


def words_given(application: Application, to: Person) -> str:
    """What the organisers wrote with the answer that stands, once its letter can no longer be stopped."""
    decision = standing_decision(application)
    ahead = Letter.objects.filter(about=application.pk, purpose=f"application_{application.standing}")
    if decision is None or ahead.filter(state__in=(LetterState.WAITING, LetterState.HELD)).exists():
        return ""
    return decision.open_words(vault.Reader(f"applicant {to.pk}", vault.Purpose.APPLICATION))
