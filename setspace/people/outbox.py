"""Sends what is due. One letter at a time: claim it, commit, send, mark.

A crash between sending and marking leaves a letter that perhaps went out. It is tried once more, with the
same Message-ID; after a second unknown outcome it waits for a person. So nobody gets more than two copies,
and nothing is lost in silence. `handed_at` is written just before the mail server gets the letter: a crash
before it is a crash before sending, and costs nothing.
"""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection as database
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.module_loading import import_string

from setspace.lib import clock, mail
from setspace.lib.mail import Outcome
from setspace.people.models import Letter, LetterState

CLAIM_LASTS = timedelta(minutes=5)
UNKNOWN_AT_MOST = 2
RETRY_AFTER = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
)

logger = logging.getLogger("setspace.outbox")


def send_due(now: datetime, connection: BaseEmailBackend | None = None, limit: int = 50) -> int:
    """Send what is due, at most `limit` letters. Says how many the mail server took."""
    began, carrier, sent = clock.ticks(), connection or mail.connection(), 0
    release_stale_claims(now)
    try:
        for _turn in range(limit):
            # Claims grow stale, so each needs the moment at which it was made.
            at = now + timedelta(seconds=clock.ticks() - began)
            letter = _claim(at)
            outcome = _send(letter, carrier, at) if letter else None
            if outcome is None:
                break
            sent += outcome is Outcome.SENT
    finally:
        mail.close(carrier)
    return sent


def release_stale_claims(now: datetime) -> None:
    """Take back letters whose sender died. One that perhaps went out is tried once more, then shown."""
    stale = Letter.objects.filter(state=LetterState.CLAIMED, claimed_at__lt=now - CLAIM_LASTS)
    for letter in stale.filter(handed_at__isnull=True):
        _mark(letter, Outcome.LATER, "interrupted", now)
    for letter in stale.filter(handed_at__isnull=False):
        _mark(letter, Outcome.UNKNOWN, "interrupted", now)


def _send(letter: Letter, carrier: BaseEmailBackend, at: datetime) -> Outcome | None:
    """A claimed letter's way. None when there is no reaching the mail server: the rest can wait."""
    message = _written(letter, at)
    if message is None:
        return Outcome.LATER
    trouble = mail.open_connection(carrier)
    if trouble:
        _mark(letter, Outcome.LATER, trouble, at)
        return None
    if not _mine(letter).update(handed_at=at):
        return Outcome.LATER
    outcome, code = mail.deliver(carrier, message)
    _mark(letter, outcome, code, at)
    return outcome


def _claim(at: datetime) -> Letter | None:
    """The letter that is due longest, now claimed by this process alone."""
    due = Letter.objects.filter(state=LetterState.WAITING, due_at__lte=at).order_by("due_at", "put_at")
    if not due.exists():  # a look takes no lock, and most looks find nothing
        return None
    with transaction.atomic():
        if database.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        first: UUID | None = due.values_list("pk", flat=True).first()
        if first is None:
            return None
        claimed = Letter.objects.filter(pk=first, state=LetterState.WAITING).update(
            state=LetterState.CLAIMED, claimed_at=at, handed_at=None, attempts=F("attempts") + 1
        )
    return Letter.objects.select_related("person").get(pk=first) if claimed else None


def _written(letter: Letter, at: datetime) -> EmailMessage | None:
    """The message, rendered only now. None when it is not due any more, or cannot be written."""
    if letter.person is not None and not letter.person.is_active:
        _mark(letter, Outcome.DROPPED, "", at)
        return None
    try:
        draft = import_string(settings.LETTERS[letter.purpose])(letter)
        message = mail.build(draft, letter.to_address, letter.message_id, at) if draft else None
    except Exception:  # one letter that cannot be written must not hold up the others
        logger.exception("A letter for %s could not be written", letter.purpose)
        _mark(letter, Outcome.LATER, "not written", at)
        return None
    if message is None:
        _mark(letter, Outcome.DROPPED, "", at)
    return message


def _mark(letter: Letter, outcome: Outcome, code: str, at: datetime) -> None:
    """Write down what became of a claimed letter, unless somebody else has claimed it meanwhile."""
    fields: dict[str, object] = {"error": code[:40]}
    if outcome is Outcome.SENT:
        fields |= {"state": LetterState.SENT, "sent_at": at}
    elif outcome is Outcome.LATER and letter.attempts <= len(RETRY_AFTER):
        fields |= {"state": LetterState.WAITING, "due_at": at + RETRY_AFTER[letter.attempts - 1]}
    elif outcome is Outcome.UNKNOWN and letter.unknown_outcomes + 1 < UNKNOWN_AT_MOST:
        fields |= {
            "state": LetterState.WAITING,
            "due_at": at,
            "unknown_outcomes": letter.unknown_outcomes + 1,
        }
    else:
        fields |= {"state": _END[outcome]}
    if fields["state"] != LetterState.WAITING:
        fields["payload_sealed"] = None
    _mine(letter).update(**fields)


_END = {
    Outcome.LATER: LetterState.REFUSED,
    Outcome.REFUSED: LetterState.REFUSED,
    Outcome.UNKNOWN: LetterState.UNKNOWN,
    Outcome.DROPPED: LetterState.DROPPED,
}


def _mine(letter: Letter) -> QuerySet[Letter]:
    return Letter.objects.filter(pk=letter.pk, state=LetterState.CLAIMED, claimed_at=letter.claimed_at)
