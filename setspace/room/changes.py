"""Opening rooms, taking seats in them, and closing those that were forgotten."""

from datetime import datetime
from uuid import uuid5

from django.db import IntegrityError, transaction

from setspace.core.process.commands import THE_ROOM, Arrive, Close
from setspace.core.process.events import RoomOpened
from setspace.core.process.evolve import opened
from setspace.core.process.state import Phase
from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.room.access import GRACE
from setspace.room.answers import Ack
from setspace.room.asking import ask
from setspace.room.log import Known, to_row
from setspace.room.models import Room
from setspace.room.queries import catching_up, setup_of, to_ms
from setspace.room.shelf import newest


def open_room(meeting: Meeting, now: datetime) -> Room:
    """The room of a meeting, opened now unless it was before."""
    room = Room.objects.filter(pk=meeting.pk).first()
    if room is not None:
        return room
    event = RoomOpened(to_ms(now), THE_ROOM, setup_of(meeting))
    first = to_row(Known(meeting.pk, meeting.learning_set_id, 1, event.at, opened(event)), 1, None, event)
    try:
        with transaction.atomic():
            closes_by = meeting.ends_at + GRACE
            room = Room.objects.create(meeting=meeting, number=1, opened_at=now, closes_by=closes_by)
            first.save(force_insert=True)
    except IntegrityError:  # somebody else opened it at the same moment
        return Room.objects.get(pk=meeting.pk)
    return room


def enter(meeting: Meeting, person: Person, now: datetime) -> None:
    """Somebody comes in: the room is opened if it is not, all have their seats, this one has arrived."""
    make_ready(meeting, now)
    known = newest(meeting.pk)
    if known is None or known.state.phase is Phase.CLOSED or str(person.pk) in known.state.arrived:
        return
    ask(meeting.pk, str(person.pk), Arrive(), now=to_ms(now))


def make_ready(meeting: Meeting, now: datetime) -> None:
    """The room is opened if it is not, and all have their seats."""
    open_room(meeting, now)
    follow_meeting(meeting, now)


def follow_meeting(meeting: Meeting, now: datetime) -> None:
    """Make the room that of its meeting as it is now: its plan and time, and the seats of its set."""
    known = newest(meeting.pk)
    if known is None:
        return
    for change in catching_up(known.state, meeting):
        ask(meeting.pk, THE_ROOM, change, now=to_ms(now))


def close_forgotten(now: datetime) -> int:
    """Close the rooms that nobody closed, and say how many. Safe to call at any time, in any process."""
    forgotten = Room.objects.filter(closed_at=None, closes_by__lte=now)
    return sum(_close(room, now) for room in forgotten.select_related("meeting__learning_set"))


def _close(room: Room, now: datetime) -> bool:
    if _was_put_off(room, now):
        return False
    answer = ask(room.pk, THE_ROOM, Close(), uuid5(room.pk, "closed by itself"), now=to_ms(now))
    return isinstance(answer, Ack)


def _was_put_off(room: Room, now: datetime) -> bool:
    """Whether the session was moved to a later date after somebody had looked into its room."""
    known, closes_by = newest(room.pk), room.meeting.ends_at + GRACE
    if known is None or known.state.phase is not Phase.WAITING or closes_by <= now:
        return False
    return Room.objects.filter(pk=room.pk, closed_at=None).update(closes_by=closes_by) == 1
