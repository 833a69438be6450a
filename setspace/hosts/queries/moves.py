"""The moves of the board as they are kept, and the board’s number."""

import json
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max

from setspace.hosts.models import BoardChange, Programme


@dataclass(frozen=True, slots=True)
class Move:
    """One person from where they are to where they will be; None is no set."""

    application: UUID
    was: UUID | None
    was_pinned: bool
    to: UUID | None
    pinned: bool

    @property
    def back(self) -> "Move":
        return Move(self.application, self.to, self.pinned, self.was, self.was_pinned)


def number_of(programme: Programme) -> int:
    """The board’s number: that of its last change."""
    return programme.board_changes.aggregate(last=Max("number"))["last"] or 0


def read_moves(change: BoardChange) -> list[Move]:
    return [
        Move(UUID(who), UUID(was) if was else None, was_pinned, UUID(to) if to else None, pinned)
        for who, was, was_pinned, to, pinned in json.loads(change.moves)
    ]
