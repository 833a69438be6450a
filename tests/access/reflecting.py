"""What Mei wrote for herself, and what she shared of it."""

from dataclasses import dataclass
from datetime import datetime

from setspace.records import changes
from setspace.records.changes.loops import begin_loop, keep_assumption
from setspace.records.models import Assumption, Loop, Reflection, SharedPiece
from tests.records.world import World


@dataclass
class Reflecting:
    piece: SharedPiece
    loop: Loop
    assumption: Assumption

    def values(self) -> dict[str, object]:
        """What fills the places in an address, by their names."""
        return {
            "piece_id": self.piece.pk,
            "loop_id": self.loop.pk,
            "assumption_id": self.assumption.pk,
        }


def new_reflecting(world: World, reflection: Reflection, now: datetime) -> Reflecting:
    changes.write_review(world.mei, world.held, {"myself": "I hurry when it is quiet."}, now)
    believed = {"belief": "They will not cope.", "other": "They cope when I ask."}
    return Reflecting(
        changes.share_piece(world.mei, world.learning_set, reflection.pk, "I plan while I listen.", now),
        begin_loop(world.mei, believed, now, world.held),
        keep_assumption(world.mei, "It is mine to mend.", now, world.held),
    )
