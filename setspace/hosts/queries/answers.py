"""The answers that an organiser can give, the one that stands, and what whoever applied knows of it."""

from collections.abc import Iterable
from copy import copy
from datetime import datetime

from django.db.models import QuerySet

from setspace.hosts.models import Answer, Application, Decision
from setspace.lib import vault
from setspace.people.models import Letter, LetterState, Person

TITLES = {
    Answer.ACCEPTED: "Accept",
    Answer.WAITING: "Put on the waiting list",
    Answer.DECLINED: "Decline",
}
MOMENTS = ("accepted_at", "waiting_at", "declined_at")
_AHEAD = (LetterState.WAITING, LetterState.HELD, LetterState.CLAIMED)


def standing_decision(application: Application) -> Decision | None:
    """The answer from which it stands as it does. There is none where somebody was shown a set unasked."""
    standing = application.standing
    since: datetime | None = getattr(application, f"{standing}_at", None)
    if since is None:
        return None
    given = application.decisions.select_related("application__programme__host").filter(undone_at=None)
    return given.filter(answer=standing, at=since).first()


def as_told(applications: Iterable[Application]) -> list[Application]:
    """As those who applied may know them: an answer counts when its letter has gone.

    For reading, never to be saved. Whoever was shown a set knows of their place from that. One read more
    where there are answers, and two for each that waits.
    """
    found = list(applications)
    if not any(getattr(one, name) for one in found for name in MOMENTS):
        return found
    ahead = (
        _letters(found)
        .filter(state__in=_AHEAD)
        .exclude(about__in=Application.objects.filter(placements__shown_at__isnull=False).values("pk"))
    )
    waits = set(ahead.values_list("about", flat=True))
    return [_before_what_waits(one) if one.pk in waits else one for one in found]


def words_given(told: Application, to: Person) -> str:
    """What the organisers wrote with the answer that stands, once its letter can no longer be stopped."""
    decision = standing_decision(told)
    if decision is None:
        return ""
    return decision.open_words(vault.Reader(f"applicant {to.pk}", vault.Purpose.APPLICATION))


def letter_key(decision: Decision) -> str:
    return f"application:{decision.pk}"


def stand(application: Application, standing: str, at: datetime | None) -> None:
    """Let it stand so, since then."""
    for name in MOMENTS:
        setattr(application, name, at if name == f"{standing}_at" else None)


def _before_what_waits(application: Application) -> Application:
    """As it stood before the answers whose letters have not gone; one that was changed in time had none."""
    told = copy(application)
    gone = set(_letters([told]).exclude(state__in=_AHEAD).values_list("key", flat=True))
    decision = standing_decision(told)
    while decision is not None and letter_key(decision) not in gone:
        stand(told, decision.was, decision.was_at)
        decision = standing_decision(told)
    return told


def _letters(applications: Iterable[Application]) -> QuerySet[Letter]:
    purposes = [f"application_{one}" for one in Answer.values]
    return Letter.objects.filter(about__in=[one.pk for one in applications], purpose__in=purposes)
