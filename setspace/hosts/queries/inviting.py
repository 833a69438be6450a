"""Check and invite: how far each set is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from setspace.hosts.models import ProgrammeSet
from setspace.hosts.queries.board import Board, Card, Column, risk_of
from setspace.hosts.queries.joining import joined_into
from setspace.programmes.models import Invitation, Membership, Role


@dataclass(frozen=True, slots=True)
class Checked:
    """One set, and what its organisers can do about it next."""

    column: Column
    facilitator_has_joined: bool
    n_joined: int
    n_asked: int  # invited, or proposed, and not answered
    risk: str
    joined: str  # the name of the set in which its people go on

    @property
    def planned(self) -> ProgrammeSet:
        return self.column.planned

    @property
    def has_room(self) -> bool:
        """Whether a place is free in a set that has begun, and goes on."""
        return self.column.has_begun and not self.joined and self.n_joined + self.n_asked < self.column.most

    @property
    def unseen(self) -> list[Card]:
        return [one for one in self.column.cards if one.place and one.place.shown_at is None]

    @property
    def unanswered(self) -> list[Card]:
        return [
            one for one in self.column.cards if one.place and one.place.shown_at and not one.place.agreed_at
        ]

    @property
    def may_be_founded(self) -> bool:
        n_people = len(self.column.cards)
        return n_people > 1 and self.planned.facilitator_id is not None and not self.unseen + self.unanswered


@dataclass(frozen=True, slots=True)
class _Counts:
    joined: int
    asked: int
    has_facilitator: bool


def checked(board: Board) -> list[Checked]:
    begun = {one.planned.learning_set_id for one in board.columns if one.planned.learning_set_id}
    counts = _counts(list(begun))
    joined = joined_into([one.planned for one in board.columns])
    return [_checked(column, counts, joined.get(column.planned.pk, "")) for column in board.columns]


def _checked(column: Column, counts: Mapping[UUID, _Counts], joined: str) -> Checked:
    set_id = column.planned.learning_set_id
    if set_id is None:
        return Checked(column, False, 0, 0, column.risk, "")
    known = counts[set_id]
    risk = "" if joined else risk_of(known.joined + known.asked, column.planned.programme)
    return Checked(column, known.has_facilitator, known.joined, known.asked, risk, joined)


def _counts(sets: Sequence[UUID]) -> dict[UUID, _Counts]:
    members = list(Membership.objects.filter(learning_set__in=sets, until_at=None))
    asked = list(
        Invitation.objects.filter(
            learning_set__in=sets, role=Role.MEMBER, accepted_at=None, declined_at=None, withdrawn_at=None
        )
    )
    return {
        one: _Counts(
            sum(each.learning_set_id == one and each.role == Role.MEMBER for each in members),
            sum(each.learning_set_id == one for each in asked),
            any(each.learning_set_id == one and each.is_facilitator for each in members),
        )
        for one in sets
    }
