"""Asking for feedback, and giving it to whoever asked. Nobody is given any unasked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from setspace.people.mails import put
from setspace.people.models import Person
from setspace.programmes.changes import Refused
from setspace.programmes.models import Meeting
from setspace.records.models import Feedback, FeedbackAsked, FeedbackRequest


@transaction.atomic
def ask_for_feedback(
    person: Person, people: Sequence[Person], meeting: Meeting, about: str, now: datetime
) -> FeedbackRequest:
    """Ask some of the set. While its session is on they are told by voice, and by letter afterwards."""
    request = FeedbackRequest(person=person, learning_set=meeting.learning_set, meeting=meeting, asked_at=now)
    request.seal_about(about)
    request.save(force_insert=True)
    due = meeting.ends_at if meeting.is_on(now) else now
    for one in people:
        asked = FeedbackAsked.objects.create(request=request, person=one)
        put(f"feedback_asked:{asked.pk}", "feedback_asked", one, about=asked.pk, due_at=due)
    return request


@transaction.atomic
def draft_feedback(asked: FeedbackAsked, words: Mapping[str, str]) -> None:
    locked = _not_sent(asked)
    locked.set_aside_at = None
    locked.seal_draft(words)
    locked.save(update_fields=["set_aside_at", "draft_sealed"])


@transaction.atomic
def set_aside(asked: FeedbackAsked, now: datetime) -> None:
    """Not this time. Nobody is told, and what was drafted is gone."""
    locked = _not_sent(asked)
    locked.set_aside_at, locked.draft_sealed = now, None
    locked.save(update_fields=["set_aside_at", "draft_sealed"])


@transaction.atomic
def send_feedback(asked: FeedbackAsked, words: Mapping[str, str], now: datetime) -> Feedback:
    """Sealed for the one who asked. The draft stays with the writer until it is read."""
    locked = _not_sent(asked)
    locked.seal_draft(words)
    locked.sent_at, locked.set_aside_at = now, None
    locked.save(update_fields=["draft_sealed", "sent_at", "set_aside_at"])
    feedback = Feedback(person=locked.request.person, asked=locked)
    feedback.seal_words(words)
    feedback.save(force_insert=True)
    put(f"feedback_written:{feedback.pk}", "feedback_written", feedback.person, about=feedback.pk)
    return feedback


@transaction.atomic
def take_feedback_back(asked: FeedbackAsked) -> None:
    """Until it is read. It is a draft again, for its writer alone."""
    locked = _locked(asked)
    if locked.read_at is not None:
        raise Refused(f"{locked.request.person.first_name} has read it, so it can’t be taken back any more")
    Feedback.objects.filter(asked=locked).delete()
    locked.sent_at = None
    locked.save(update_fields=["sent_at"])


@transaction.atomic
def read_feedback(feedback: Feedback, now: datetime) -> None:
    """From now on it is with the one who asked; the writer’s draft is gone."""
    locked = _locked(feedback.asked)
    if locked.read_at is None and locked.sent_at is not None:
        locked.read_at, locked.draft_sealed = now, None
        locked.save(update_fields=["read_at", "draft_sealed"])


@transaction.atomic
def remove_request(request: FeedbackRequest) -> None:
    """What was asked, and all that was written for it."""
    request.delete()


def _not_sent(asked: FeedbackAsked) -> FeedbackAsked:
    locked = _locked(asked)
    if locked.sent_at is not None:
        raise Refused("You have sent this. Take it back first if you would like to change it")
    return locked


def _locked(asked: FeedbackAsked) -> FeedbackAsked:
    found = FeedbackAsked.objects.select_for_update(of=("self",)).select_related("request__person", "person")
    return found.get(pk=asked.pk)
