"""What Mei wrote for herself, and what she shared of it."""

from dataclasses import dataclass
from datetime import datetime

from setspace.records import changes
from setspace.records.models import Reflection, SharedPiece
from tests.records.world import World


@dataclass
class Reflecting:
    piece: SharedPiece

    def values(self) -> dict[str, object]:
        """What fills the places in an address, by their names."""
        return {"piece_id": self.piece.pk}


def new_reflecting(world: World, reflection: Reflection, now: datetime) -> Reflecting:
    changes.write_review(world.mei, world.held, {"myself": "I hurry when it is quiet."}, now)
    return Reflecting(
        changes.share_piece(world.mei, world.learning_set, reflection.pk, "I plan while I listen.", now)
    )
