"""Sharing a piece of one's own words with a set, and taking it back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from setspace.people.models import Person
from setspace.programmes.models import LearningSet
from setspace.records.models import Draft, FeedbackRequest, SharedPiece


@transaction.atomic
def share_piece(
    person: Person, learning_set: LearningSet, came_from: UUID, text: str, now: datetime
) -> SharedPiece:
    """A copy under the set's key. Nobody is written to: it is there for whoever looks."""
    piece = SharedPiece(person=person, learning_set=learning_set, came_from=came_from, shared_at=now)
    piece.seal_text(text)
    piece.save(force_insert=True)
    return piece


@transaction.atomic
def take_back(piece: SharedPiece) -> None:
    piece.delete()


def take_back_all(came_from: UUID) -> None:
    """Everything that was shared of one entry, and what was worded to be shared, when that is removed."""
    SharedPiece.objects.filter(came_from=came_from).delete()
    Draft.objects.filter(form=sharing_form(came_from)).delete()


def sharing_form(came_from: UUID) -> str:
    """The form in which a piece of one entry is worded, by the name of its draft."""
    return f"sharing {came_from}"


def erase_shared(person: Person) -> None:
    """What a person shared or asked goes with the person: the set's key would still open it."""
    SharedPiece.objects.filter(person=person).delete()
    FeedbackRequest.objects.filter(person=person).delete()
