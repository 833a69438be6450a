"""What Mei writes between the sessions, a marker in each field; and what fills the places in addresses."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from setspace.core.mapping import editing
from setspace.core.mapping.model import Node
from setspace.records import changes
from setspace.records.changes.feedback import ask_for_feedback, draft_feedback, read_feedback, send_feedback
from setspace.records.changes.loops import begin_loop, keep_assumption
from setspace.records.changes.sharing import sharing_form
from setspace.records.models import (
    Action,
    Assumption,
    Buddy,
    Feedback,
    FeedbackAsked,
    FeedbackRequest,
    Loop,
    MapSnapshot,
    RelationshipMap,
    SharedPiece,
)
from setspace.records.queries import own_reader
from tests.records.world import AFTER, World

ALONE = (
    "why",
    "support",
    "stuck",
    "report draft",
    "moved",
    "review",
    "loop",
    "assumption",
    "draft",
    "map title",
    "map name",
)
ASKED_FOR = ("asked about", "feedback", "feedback draft")
NODE = uuid4()


def write_between(world: World, canary: Callable[[str], str]) -> None:
    """Mei for herself; a piece for the set; feedback, which Tom sends when asked, and Ines begins."""
    mei, held = world.mei, world.held
    kept = changes.write_reflection(mei, canary("reflection"), AFTER, held, prompt="moved")
    changes.write_review(mei, held, {"myself": canary("review")}, AFTER)
    changes.share_piece(mei, world.learning_set, kept.pk, canary("piece"), AFTER)
    changes.keep_draft(mei, sharing_form(kept.pk), canary("draft"))
    begin_loop(mei, {"belief": canary("loop")}, AFTER, held)
    keep_assumption(mei, canary("assumption"), AFTER, held)
    row = changes.begin_map(mei, canary("map title"), world.learning_set, AFTER)
    changes.edit_map(row, lambda drawn: editing.add(drawn, Node(str(NODE), canary("map name"))), AFTER)
    assert changes.keep_snapshot(row, AFTER)
    request = ask_for_feedback(mei, [world.tom, world.ines], held, canary("asked about"), AFTER)
    by_tom, by_ines = (request.asked.get(person=person) for person in (world.tom, world.ines))
    read_feedback(send_feedback(by_tom, {"noticed": canary("feedback")}, AFTER), AFTER)
    draft_feedback(by_ines, {"noticed": canary("feedback draft")})
    _act(world, canary)


def _act(world: World, canary: Callable[[str], str]) -> None:
    """What Mei adds to her first action for herself, and what she keeps about asking."""
    action = Action.objects.select_related("meeting", "person").filter(person=world.mei).earliest("order")
    words = replace(action.open_words(own_reader(world.mei)), why=canary("why"), support=canary("support"))
    changes.word_action(action, words, 7)
    changes.keep_report_draft(action, {"did": canary("report draft")}, AFTER)
    changes.write_stuck_note(action, canary("stuck"), AFTER)
    changes.keep_favourites(world.mei, [canary("stems")])
    theirs = Action.objects.select_related("meeting").filter(person=world.tom).earliest("order")
    assert changes.ask_buddy(theirs, world.mei, AFTER)


def places_between() -> dict[str, object]:
    return {
        "buddy_id": Buddy.objects.get().pk,
        "piece_id": SharedPiece.objects.get().pk,
        "loop_id": Loop.objects.get().pk,
        "assumption_id": Assumption.objects.get().pk,
        "map_id": RelationshipMap.objects.get().pk,
        "snapshot_id": MapSnapshot.objects.get().pk,
        "node_id": NODE,
        "asked_id": FeedbackAsked.objects.get(sent_at=None).pk,
        "feedback_id": Feedback.objects.get().pk,
        "request_id": FeedbackRequest.objects.get().pk,
    }
