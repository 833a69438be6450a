"""Mei's map of relationships: two on it, a tie between them, and a state that she kept."""

from dataclasses import dataclass

from setspace.core.mapping import editing
from setspace.core.mapping.model import ME, How, Map, Node, Ring, Stance
from setspace.records.changes import begin_map, edit_map, keep_snapshot
from setspace.records.models import MapSnapshot, RelationshipMap
from tests.records.world import HELD, World

FINANCE, BOARD = "5b1c7a52-52b9-4b33-9b4c-0a5e4c2f8d10", "8f8a9f7e-8f4f-4c57-9c2f-6c7f4d1e2b30"


@dataclass
class Mapped:
    row: RelationshipMap
    snapshot: MapSnapshot

    def values(self) -> dict[str, object]:
        """What fills the places in an address, by their names."""
        return {"map_id": self.row.pk, "snapshot_id": self.snapshot.pk, "node_id": FINANCE}


def a_map(world: World) -> Mapped:
    row = begin_map(world.mei, "Who is around the repairs?", world.learning_set, HELD)
    edit_map(row, _drawn, HELD)
    snapshot = keep_snapshot(row, HELD)
    assert snapshot is not None
    edit_map(row, lambda drawn: editing.draw_tie(drawn, ME, FINANCE, How.FINE), HELD)
    return Mapped(row, snapshot)


def _drawn(drawn: Map) -> Map:
    finance = Node(FINANCE, "Finance", few_words="holds the budget", stance=Stance.UNDECIDED)
    drawn = editing.add(editing.add(drawn, finance), Node(BOARD, "Board", ring=Ring.WATCH))
    return editing.draw_tie(drawn, FINANCE, BOARD, How.STRAINED)
