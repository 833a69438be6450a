"""Every change of a board in sentences: who, when, what, and whether it was taken back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from setspace.hosts.models import Application, BoardChange, Programme
from setspace.hosts.queries.moves import Move, number_of, read_moves
from setspace.lib import words

LATEST = 5
SHOWN = 200
FEW = 3  # who moved is said one by one
WORDS_OF_KIND = {"pinned": "pinned", "unpinned": "unpinned"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One change. ``moved`` has a line for each of many people; ``undo`` is the change that took it back."""

    change: BoardChange
    words: str
    moved: Sequence[str]
    undo: BoardChange | None

    @property
    def undone_by(self) -> str:
        return self.undo.by.name if self.undo and self.undo.by else "Somebody"


def said(programme: Programme, since: int) -> list[str]:
    """What others changed after a number, in sentences, the latest five."""
    found = programme.board_changes.filter(number__gt=since).select_related("by")
    changes = list(found.order_by("-number")[:LATEST])
    told = _Told(programme, changes)
    return [told.sentence(change) for change in changes]


def done(programme: Programme) -> str:
    """The last change, in a sentence."""
    return said(programme, number_of(programme) - 1)[0]


def log_of(programme: Programme) -> list[Entry]:
    """The latest first."""
    changes = list(programme.board_changes.select_related("by").order_by("-number")[:SHOWN])
    told = _Told(programme, changes)
    undoing = {one.at: one for one in changes if one.kind == "undone"}
    return [
        Entry(
            change,
            told.sentence(change),
            told.each(change),
            undoing.get(change.undone_at) if change.undone_at else None,
        )
        for change in changes
    ]


class _Told:
    """Names are read once for all changes. Whoever is erased is somebody."""

    def __init__(self, programme: Programme, changes: Iterable[BoardChange]) -> None:
        self.moves = {change.pk: read_moves(change) for change in changes}
        ids = {move.application for moves in self.moves.values() for move in moves}
        found = Application.objects.filter(programme=programme, pk__in=ids).select_related("person")
        self.names: Mapping[UUID, str] = {one.pk: one.person.name or one.person.email for one in found}
        self.labels: Mapping[UUID, str] = {one.pk: one.label for one in programme.sets.all()}

    def sentence(self, change: BoardChange) -> str:
        by = change.by.first_name if change.by else "Somebody"
        moves = self.moves[change.pk]
        if change.kind == "undone":
            return f"{by} took the last change back"
        if change.kind == "regrouped":
            return f"{by} formed the sets again: {words.counted(len(moves), 'person', 'people')} moved"
        if change.kind == "suggested" or not 0 < len(moves) <= FEW:
            return f"{by} took up a suggestion for {words.counted(len(moves), 'person', 'people')}"
        if change.kind in WORDS_OF_KIND:
            return f"{by} {WORDS_OF_KIND[change.kind]} {self._name(moves[0])}"
        if len(moves) == 1 and not moves[0].to:
            return f"{by} took {self._name(moves[0])} off the board"
        return f"{by} moved {words.listed([f'{self._name(one)} {self._to(one)}' for one in moves])}"

    def each(self, change: BoardChange) -> list[str]:
        """Of a change that moves several people, who was where, and where they went."""
        moves = self.moves[change.pk]
        if change.kind in WORDS_OF_KIND or (len(moves) == 1 and change.kind == "moved"):
            return []
        return [f"{self._name(one)}: {self._from(one)} {self._to(one)}" for one in moves]

    def _name(self, move: Move) -> str:
        return self.names.get(move.application, "somebody")

    def _from(self, move: Move) -> str:
        return f"from the {self.labels.get(move.was, 'set')}" if move.was else "without a place,"

    def _to(self, move: Move) -> str:
        return f"to the {self.labels.get(move.to, 'set')}" if move.to else "off the board"
