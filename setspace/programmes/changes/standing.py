"""What stood on the date of a session, and falls with it."""

from datetime import datetime

from setspace.programmes.models import Became, Meeting


def let_go_of_date(meeting: Meeting, now: datetime) -> None:
    """A session has another date, or none: what people said of the one before, and a poll for another."""
    meeting.attendances.filter(came_at=None, missed_at=None).delete()
    meeting.polls.filter(ended_at=None).update(ended_at=now, became=Became.MOVED)
