"""What members of a set shared with it, opened for one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.models import LearningSet, Membership, Role
from setspace.records.models import SharedPiece


@dataclass(frozen=True, slots=True)
class OpenedPiece:
    piece: SharedPiece
    text: str
    is_mine: bool


def opened_pieces(person: Person, pieces: Sequence[SharedPiece]) -> tuple[OpenedPiece, ...]:
    reader = Reader(actor=str(person.pk), purpose=Purpose.MEMBER_VIEW)
    return tuple(
        OpenedPiece(piece, piece.open_text(reader), is_mine=piece.person_id == person.pk) for piece in pieces
    )


def sets_to_share_with(person: Person) -> tuple[LearningSet, ...]:
    """The sets that somebody is in now."""
    current = Membership.objects.filter(person=person, until_at=None).exclude(role=Role.OBSERVER)
    return tuple(row.learning_set for row in current.select_related("learning_set").order_by("from_at"))
