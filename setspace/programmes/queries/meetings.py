"""When a set meets, and where on video."""

from datetime import datetime

from setspace.lib import vault
from setspace.people.models import Person
from setspace.programmes.models import LearningSet, Meeting


def upcoming_meetings(learning_set: LearningSet, now: datetime) -> list[Meeting]:
    """Sessions that are not over, the next one first."""
    return [meeting for meeting in _meetings(learning_set) if not meeting.is_over(now)]


def past_meetings(learning_set: LearningSet, now: datetime) -> list[Meeting]:
    """Sessions that are over, the latest first."""
    return [meeting for meeting in reversed(_meetings(learning_set)) if meeting.is_over(now)]


def next_meeting(learning_set: LearningSet, now: datetime) -> Meeting | None:
    return next(iter(upcoming_meetings(learning_set, now)), None)


def video_link_for(learning_set: LearningSet, person: Person) -> str:
    """Where the set meets on video. Callers have shown that the person is a member."""
    return learning_set.open_video_link(vault.Reader(str(person.id), vault.Purpose.MEMBER_VIEW))


def _meetings(learning_set: LearningSet) -> list[Meeting]:
    found = learning_set.meetings.filter(cancelled_at=None).order_by("on", "at")
    return list(found.select_related("learning_set"))
