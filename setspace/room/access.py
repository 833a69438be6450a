"""Who may enter a room, and when. "None" and "not yours" have the same answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.http import Http404

from setspace.people.models import Person
from setspace.programmes.access import Somebody, attendance_of
from setspace.programmes.models import Meeting, Role
from setspace.room.models import Room

OPENS_BEFORE = timedelta(minutes=60)
GRACE = timedelta(hours=2)  # a room that everybody forgot closes this long after its planned end


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody at the door of a room that is for them."""

    meeting: Meeting
    person: Person
    role: str

    @property
    def is_observer(self) -> bool:
        return self.role == Role.OBSERVER


def entry_for(person: Somebody, meeting_id: UUID) -> Entry:
    """The way in for current members of the set, and for who facilitates it."""
    entry = door_for(person, meeting_id)
    if entry.is_observer:
        raise Http404
    return entry


def door_for(person: Somebody, meeting_id: UUID) -> Entry:
    """The way into the room itself, for whoever looks on as well. What they see the room decides."""
    meeting, membership = attendance_of(person, meeting_id)
    return Entry(meeting, membership.person, membership.role)


def is_open(meeting: Meeting, now: datetime) -> bool:
    """Whether there is a room to enter, or one may be opened: from an hour before, until it would close."""
    if Room.objects.filter(pk=meeting.pk).exists():
        return True
    if meeting.cancelled_at is not None:
        return False
    return bool(settings.DEMO) or opens_at(meeting) <= now < meeting.ends_at + GRACE


def opens_at(meeting: Meeting) -> datetime:
    return meeting.starts_at - OPENS_BEFORE
