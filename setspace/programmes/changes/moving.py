"""One session moves, or it and all that follow by as many days."""

from datetime import datetime

from django.db import transaction

from setspace.programmes.changes.meetings import PlannedDate, move_meeting
from setspace.programmes.changes.telling import Refused
from setspace.programmes.models import Meeting
from setspace.programmes.queries.moving import moves_of


def move_with_following(meeting: Meeting, planned: PlannedDate, now: datetime) -> int:
    """The sessions after it keep their time of day and their distance. Says how many moved, it among them."""
    if meeting.has_begun(now):
        raise Refused("This session has begun, so its date stays as it is")
    with transaction.atomic():
        try:
            moves = moves_of(meeting, planned.on, planned.at, and_following=True, now=now)
        except ValueError as refusal:
            raise Refused(str(refusal).removesuffix(".")) from None
        # Away from those that have not moved yet, so that none is ever in the way of another.
        for move in reversed(moves) if planned.on > meeting.on else moves:
            plan = planned.plan if move.meeting == meeting else move.meeting.plan
            move_meeting(move.meeting, PlannedDate(move.on, move.at, plan), now)
        return len(moves)
