"""What Mei wrote for herself, what she shared of it, and whom she is asked to be beside."""

from dataclasses import dataclass
from datetime import datetime

from setspace.records import changes
from setspace.records.changes.feedback import ask_for_feedback, send_feedback
from setspace.records.changes.loops import begin_loop, keep_assumption
from setspace.records.models import (
    Action,
    Assumption,
    Buddy,
    Feedback,
    FeedbackAsked,
    Loop,
    Reflection,
    SharedPiece,
)
from tests.records.world import World


@dataclass
class Reflecting:
    piece: SharedPiece
    loop: Loop
    assumption: Assumption
    asked: FeedbackAsked
    feedback: Feedback
    buddy: Buddy  # of an action of Tom’s: Mei is asked

    def values(self) -> dict[str, object]:
        """What fills the places in an address, by their names."""
        return {
            "piece_id": self.piece.pk,
            "loop_id": self.loop.pk,
            "assumption_id": self.assumption.pk,
            "asked_id": self.asked.pk,
            "feedback_id": self.feedback.pk,
            "request_id": self.feedback.asked.request_id,
            "buddy_id": self.buddy.pk,
        }


def new_reflecting(world: World, reflection: Reflection, now: datetime) -> Reflecting:
    changes.write_review(world.mei, world.held, {"myself": "I hurry when it is quiet."}, now)
    believed = {"belief": "They will not cope.", "other": "They cope when I ask."}
    by_tom = ask_for_feedback(world.mei, [world.tom, world.ines], world.held, "", now).asked.get(
        person=world.tom
    )
    buddy = changes.ask_buddy(Action.objects.get(person=world.tom), world.mei, now)
    assert buddy is not None
    return Reflecting(
        changes.share_piece(world.mei, world.learning_set, reflection.pk, "I plan while I listen.", now),
        begin_loop(world.mei, believed, now, world.held),
        keep_assumption(world.mei, "It is mine to mend.", now, world.held),
        ask_for_feedback(world.tom, [world.mei], world.held, "How I listen.", now).asked.get(),
        send_feedback(by_tom, {"noticed": "You waited when Ines went quiet."}, now),
        buddy,
    )
