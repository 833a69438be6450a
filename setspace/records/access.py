"""The only way to a summary, an action, a reflection or a map. None and not yours are the same answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from setspace.people.models import Letter, Person
from setspace.programmes.access import meeting_for, role_in, set_for
from setspace.programmes.models import LearningSet, Meeting, Membership, Role
from setspace.records.models import (
    Action,
    Assumption,
    Buddy,
    Feedback,
    FeedbackAsked,
    FeedbackRequest,
    IssueSheet,
    Kind,
    Loop,
    MapSnapshot,
    Reflection,
    RelationshipMap,
    ReviewSheet,
    SharedPiece,
    Summary,
    SummaryPart,
    TimingReview,
)

Row = TypeVar("Row")


def summary_for(person: Person, meeting_id: UUID) -> Summary:
    """The summary of a session that `person` may see something of, or 404."""
    summary = Summary.objects.select_related("meeting__learning_set").filter(meeting_id=meeting_id).first()
    if summary is None or not may_see(summary, person):
        raise Http404
    return summary


def summary_led_by(person: Person, meeting_id: UUID) -> Summary:
    summary = summary_for(person, meeting_id)
    if not may_send(summary, person):
        raise Http404
    return summary


def part_of(person: Person, meeting_id: UUID) -> SummaryPart:
    """The person's own part of a summary. Nobody else ever reaches it by this way."""
    summary_for(person, meeting_id)
    part = (
        SummaryPart.objects.select_related("meeting__learning_set", "person")
        .filter(meeting_id=meeting_id, person=person)
        .first()
    )
    if part is None:
        raise Http404
    return part


def action_of(person: Person, action_id: UUID) -> Action:
    action = (
        Action.objects.select_related("meeting__learning_set")
        .filter(pk=action_id, person=person, removed_at=None)
        .filter(
            meeting__learning_set__memberships__person=person,
            meeting__learning_set__memberships__until_at=None,
        )
        .first()
    )
    if action is None:
        raise Http404
    return action


def set_to_bring_to(person: Person, set_id: UUID) -> LearningSet:
    """A set in which the person may hold an issue, for which they prepare."""
    learning_set = set_for(person, set_id)
    if role_in(person, learning_set) != "member":
        raise Http404
    return learning_set


def sheet_told_by(person: Person, sheet_id: UUID) -> IssueSheet:
    """A sheet that the person prepared and has told, whether or not they are still in its set."""
    row = IssueSheet.objects.filter(pk=sheet_id, person=person).exclude(told_at=None).first()
    if row is None:
        raise Http404
    return row


def buddy_of(person: Person, buddy_id: UUID) -> Buddy:
    """Being beside an action: for who was asked, while both are in the set and nobody has stopped it."""
    return _found(_buddies().filter(pk=buddy_id, person=person).first())


def buddy_between(person: Person, buddy_id: UUID) -> Buddy:
    """The same for either of the two."""
    either = Q(person=person) | Q(action__person=person)
    return _found(_buddies().filter(either, pk=buddy_id).first())


def _buddies() -> QuerySet[Buddy]:
    """Those that nobody has stopped, of people who are both still in the set."""
    here = Membership.objects.filter(
        learning_set=OuterRef("action__meeting__learning_set"), until_at=None
    ).exclude(role=Role.OBSERVER)
    return Buddy.objects.filter(
        Exists(here.filter(person=OuterRef("person"))),
        Exists(here.filter(person=OuterRef("action__person"))),
        ended_at=None,
        action__removed_at=None,
    ).select_related("person", "action__person", "action__meeting__learning_set")


def beside(person: Person) -> QuerySet[Buddy]:
    """All actions of others beside which the person is, or is asked to be."""
    return _buddies().filter(person=person)


def reflection_of(person: Person, reflection_id: UUID) -> Reflection:
    return _own(person, reflection_id, Kind.REFLECTION)


def review_of(person: Person, meeting_id: UUID) -> tuple[Meeting, ReviewSheet | None]:
    """A session with the person's own review of it. What is written stays theirs when they have left."""
    sheet = ReviewSheet.objects.select_related("meeting__learning_set").filter(person=person)
    found = sheet.filter(meeting_id=meeting_id).first()
    if found is not None and found.meeting is not None:
        return found.meeting, found
    return meeting_for(person, meeting_id), None


def own_words_of(person: Person, row_id: UUID) -> Reflection | ReviewSheet | Loop:
    """Anything of the journal that a piece can be taken from."""
    sheet = ReviewSheet.objects.select_related("meeting").filter(pk=row_id, person=person).first()
    loop = Loop.objects.select_related("meeting").filter(pk=row_id, person=person).first()
    return sheet or loop or reflection_of(person, row_id)


def loop_of(person: Person, loop_id: UUID) -> Loop:
    loop = Loop.objects.select_related("meeting__learning_set", "person").filter(pk=loop_id, person=person)
    return _found(loop.first())


def assumption_of(person: Person, assumption_id: UUID) -> Assumption:
    kept = Assumption.objects.select_related("meeting", "person")
    return _found(kept.filter(pk=assumption_id, person=person).first())


def feedback_of(person: Person, feedback_id: UUID) -> Feedback:
    """What somebody wrote for the person, who had asked for it."""
    return _found(Feedback.objects.select_related("asked").filter(pk=feedback_id, person=person).first())


def request_of(person: Person, request_id: UUID) -> FeedbackRequest:
    return _found(FeedbackRequest.objects.filter(pk=request_id, person=person).first())


def sent_feedback_of(person: Person, asked_id: UUID) -> FeedbackAsked:
    """What the person has sent, also when they have left the set."""
    sent = FeedbackAsked.objects.filter(person=person).exclude(sent_at=None)
    return _found(sent.filter(pk=asked_id).first())


def shared_piece_of(person: Person, piece_id: UUID) -> SharedPiece:
    """A piece that the person has shared. They can take it back after they have left the set, too."""
    piece = SharedPiece.objects.select_related("learning_set").filter(pk=piece_id, person=person).first()
    if piece is None:
        raise Http404
    return piece


def shared_in(person: Person, set_id: UUID) -> tuple[LearningSet, tuple[SharedPiece, ...]]:
    """The set, and what was shared in it while the person was there."""
    learning_set = set_for(person, set_id)
    rows = learning_set.memberships.filter(person=person).exclude(role=Role.OBSERVER)
    mine = list(rows)
    found = SharedPiece.objects.filter(learning_set=learning_set).select_related("person")
    return learning_set, tuple(
        piece
        for piece in found
        if piece.person_id == person.pk or any(_covers(row, piece.shared_at) for row in mine)
    )


def log_entry_of(person: Person, entry_id: UUID) -> Reflection:
    return _own(person, entry_id, Kind.LOG)


def timing_of(person: Person, meeting_id: UUID) -> TimingReview:
    """The timing of a session that the person led. Nobody else's is ever reached by this way."""
    found = TimingReview.objects.select_related("meeting__learning_set")
    review = found.filter(meeting_id=meeting_id, person=person).first()
    if review is None:
        raise Http404
    return review


def map_of(person: Person, map_id: UUID) -> RelationshipMap:
    """A map that the person has drawn. Nobody else's is ever reached by this way."""
    found = RelationshipMap.objects.select_related("person", "learning_set")
    row = found.filter(pk=map_id, person=person).first()
    if row is None:
        raise Http404
    return row


def snapshot_of(person: Person, map_id: UUID, snapshot_id: UUID) -> MapSnapshot:
    found = MapSnapshot.objects.select_related("person", "relationship_map")
    kept = found.filter(pk=snapshot_id, relationship_map_id=map_id, person=person).first()
    if kept is None:
        raise Http404
    return kept


def letter_of(summary: Summary, letter_id: UUID) -> Letter:
    """One person's copy of a sent summary. Callers have shown that they lead the set."""
    letter = Letter.objects.filter(pk=letter_id, purpose="summary", about=summary.meeting_id).first()
    if letter is None:
        raise Http404
    return letter


def may_see(summary: Summary, person: Person) -> bool:
    memberships = summary.meeting.learning_set.memberships.filter(person=person)
    return is_reader(summary, list(memberships), None)


def may_send(summary: Summary, person: Person) -> bool:
    memberships = summary.meeting.learning_set.memberships.filter(person=person)
    return is_reader(summary, [row for row in memberships if row.leads_set], None)


def is_reader(summary: Summary, memberships: Iterable[Membership], at: datetime | None) -> bool:
    """Whether someone with these memberships reads this summary `at` a moment, or now when that is None.

    They must be in the set at that moment, and have been in it when the session was held: whoever joins
    later starts with a clean page. A facilitator who took over also sees what still waits to be sent, since
    nobody else could send it, and goes on seeing what they sent. Somebody who looked on reads nothing.
    """
    rows = [row for row in memberships if not row.is_observer]
    present = [row for row in rows if _covers(row, at)]
    if any(_covers(row, summary.drafted_at) for row in rows):
        return bool(present)
    return any(
        row.leads_set and (summary.sent_at is None or summary.sent_by_id == row.person_id) for row in present
    )


def _found(row: Row | None) -> Row:
    if row is None:
        raise Http404
    return row


def _own(person: Person, row_id: UUID, kind: Kind) -> Reflection:
    row = Reflection.objects.filter(pk=row_id, person=person, kind=kind).first()
    if row is None:
        raise Http404
    return row


def _covers(membership: Membership, at: datetime | None) -> bool:
    if at is None:
        return membership.until_at is None
    return membership.from_at <= at and (membership.until_at is None or at < membership.until_at)
