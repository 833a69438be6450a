"""What Mei wrote for herself, what she shared of it, and whom she is asked to be beside."""

from dataclasses import dataclass
from datetime import datetime

from setspace.records import changes
from setspace.records.changes.loops import begin_loop, keep_assumption
from setspace.records.models import Action, Assumption, Buddy, Loop, Reflection, SharedPiece
from tests.records.world import World


@dataclass
class Reflecting:
    piece: SharedPiece
    loop: Loop
    assumption: Assumption
    buddy: Buddy  # of an action of Tom’s: Mei is asked

    def values(self) -> dict[str, object]:
        """What fills the places in an address, by their names."""
        return {
            "piece_id": self.piece.pk,
            "loop_id": self.loop.pk,
            "assumption_id": self.assumption.pk,
            "buddy_id": self.buddy.pk,
        }


def new_reflecting(world: World, reflection: Reflection, now: datetime) -> Reflecting:
    changes.write_review(world.mei, world.held, {"myself": "I hurry when it is quiet."}, now)
    believed = {"belief": "They will not cope.", "other": "They cope when I ask."}
    buddy = changes.ask_buddy(Action.objects.get(person=world.tom), world.mei, now)
    assert buddy is not None
    return Reflecting(
        changes.share_piece(world.mei, world.learning_set, reflection.pk, "I plan while I listen.", now),
        begin_loop(world.mei, believed, now, world.held),
        keep_assumption(world.mei, "It is mine to mend.", now, world.held),
        buddy,
    )
