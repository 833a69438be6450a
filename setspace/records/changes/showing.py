"""Showing something of one's own to the set, and putting it away. The room calls both in its transaction."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from setspace.programmes.models import Meeting
from setspace.records.models import ShownCopy
from setspace.records.queries.showing import copied


def show_copy(meeting_id: UUID, person_id: UUID, kind: str, now: datetime) -> None:
    """Make a copy for the set of what is a person's own, in place of what was shown before."""
    put_copy_away(meeting_id)
    meeting = Meeting.objects.get(pk=meeting_id)
    content = copied(kind, person_id, meeting.learning_set_id)
    if not content:
        return
    copy = ShownCopy(meeting=meeting, person_id=person_id, kind=kind, shown_at=now)
    copy.seal_content(content)
    copy.save(force_insert=True)


def put_copy_away(meeting_id: UUID) -> None:
    """Nothing is shown any more, and nothing of it is kept."""
    ShownCopy.objects.filter(meeting_id=meeting_id).delete()
