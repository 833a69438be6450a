"""Feedback for whoever asks, and for whoever is asked. Neither sees what the other does with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from setspace.core.reflecting.feedback import SORTS
from setspace.people.models import Person
from setspace.programmes.models import LearningSet, Meeting, Membership, Role
from setspace.programmes.queries import people_of
from setspace.records.models import Feedback, FeedbackAsked, FeedbackRequest
from setspace.records.queries.own import own_reader


@dataclass(frozen=True, slots=True)
class ToWrite:
    asked: FeedbackAsked
    about: str

    @property
    def asker(self) -> Person:
        return self.asked.request.person

    @property
    def meeting(self) -> Meeting | None:
        return self.asked.request.meeting


@dataclass(frozen=True, slots=True)
class Received:
    feedback: Feedback
    writer: Person
    name: str
    parts: tuple[tuple[str, str], ...]  # nothing until it is opened


@dataclass(frozen=True, slots=True)
class OwnRequest:
    request: FeedbackRequest
    about: str
    names: tuple[str, ...]
    received: tuple[Received, ...]


def asked_of(person: Person) -> QuerySet[FeedbackAsked]:
    """What somebody is asked, as long as they and the one who asks are in the set."""
    found = FeedbackAsked.objects.filter(
        _is_in_set(OuterRef("person"), "request__learning_set"),
        _is_in_set(OuterRef("request__person"), "request__learning_set"),
        person=person,
    )
    return found.select_related("request__person", "request__learning_set", "request__meeting", "person")


def to_write(person: Person) -> tuple[ToWrite, ...]:
    """What waits to be written, without what was set aside."""
    waiting = asked_of(person).filter(set_aside_at=None, sent_at=None).order_by("-request__asked_at")
    return tuple(_to_write(person, asked) for asked in waiting)


def sent_and_not_read(person: Person) -> tuple[FeedbackAsked, ...]:
    """What may still be taken back, also by somebody who has left the set."""
    sent = FeedbackAsked.objects.filter(person=person, read_at=None).exclude(sent_at=None)
    return tuple(sent.select_related("request__person"))


def about_of(person: Person, asked: FeedbackAsked) -> str:
    return _to_write(person, asked).about


def n_to_open(person: Person) -> int:
    return Feedback.objects.filter(person=person, asked__read_at=None).count()


def own_requests(person: Person) -> tuple[OwnRequest, ...]:
    """What somebody asked for, newest first, and what was written. Who has not answered is not said."""
    rows = FeedbackRequest.objects.filter(person=person).select_related("learning_set", "meeting")
    return tuple(
        _own_request(person, row) for row in rows.prefetch_related("asked__person", "asked__feedback")
    )


def people_to_ask(person: Person, learning_set: LearningSet) -> Sequence[Person]:
    return [one for one in people_of(learning_set) if one.pk != person.pk]


def sessions_to_ask_about(person: Person, now: datetime) -> tuple[Meeting, ...]:
    """The newest session that has begun, of each set that somebody is in."""
    current = Membership.objects.filter(person=person, until_at=None).exclude(role=Role.OBSERVER)
    begun = Q(on__lte=now.date()) | Q(closed_at__isnull=False)
    held = Meeting.objects.filter(
        begun, cancelled_at=None, learning_set_id__in=current.values("learning_set_id")
    ).select_related("learning_set")
    newest: dict[object, Meeting] = {}
    for meeting in held.order_by("-on", "-at"):
        if meeting.has_begun(now):
            newest.setdefault(meeting.learning_set_id, meeting)
    return tuple(newest.values())


def _to_write(person: Person, asked: FeedbackAsked) -> ToWrite:
    return ToWrite(asked, asked.request.open_about(own_reader(person)))


def _own_request(person: Person, row: FeedbackRequest) -> OwnRequest:
    asked = sorted(row.asked.all(), key=lambda one: one.person.name)
    received = tuple(_received(person, one) for one in asked if one.sent_at and hasattr(one, "feedback"))
    about = row.open_about(own_reader(person))
    return OwnRequest(row, about, tuple(_name(one.person) for one in asked), received)


def _received(person: Person, asked: FeedbackAsked) -> Received:
    words = asked.feedback.open_words(own_reader(person)) if asked.read_at else {}
    parts = tuple((sort.title, text) for sort in SORTS if (text := words.get(sort.key, "").strip()))
    return Received(asked.feedback, asked.person, _name(asked.person), parts)


def _name(person: Person) -> str:
    return person.first_name if person.name else "somebody who is gone"


def _is_in_set(person: OuterRef, learning_set: str) -> Exists:
    current = Membership.objects.filter(
        person=person, learning_set=OuterRef(learning_set), until_at=None
    ).exclude(role=Role.OBSERVER)
    return Exists(current)
