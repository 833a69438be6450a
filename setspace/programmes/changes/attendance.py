"""Saying that one can or can’t come to a session, and marking who came."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from setspace.people.models import Person
from setspace.programmes.changes.telling import Refused, tell
from setspace.programmes.models import Attendance, Meeting, Role, Said
from setspace.programmes.queries import members_of


def apologise(meeting: Meeting, person: Person, now: datetime, instead: Person | None = None) -> Attendance:
    """Somebody can’t come. Who looks after the set is told, and whoever holds an issue in their place."""
    with transaction.atomic():
        _refuse_what_has_begun(meeting, now)
        if instead is not None and instead not in who_could_hold(meeting, person):
            raise Refused("Choose another member of your set who can come")
        said, was = _said(meeting, person)
        asked_before = said.instead_id
        said.said, said.said_at, said.instead = Said.APOLOGY, now, instead
        said.save()
        _free_from_holding(meeting, person)
        if was != Said.APOLOGY:
            tell(_who_minds(meeting, person), "apology", said.id, now)
        if instead is not None and instead.pk != asked_before:
            tell([instead], "holds_instead", said.id, now)
        return said


def come(meeting: Meeting, person: Person, now: datetime) -> Attendance:
    """Somebody comes, perhaps after all. An apology is taken back as easily as it is given."""
    with transaction.atomic():
        _refuse_what_has_begun(meeting, now)
        said, was = _said(meeting, person)
        said.said, said.said_at, said.instead = Said.COMING, now, None
        said.save()
        if was == Said.APOLOGY:
            tell(_who_minds(meeting, person), "apology_taken_back", said.id, now)
        return said


def mark_attendance(meeting: Meeting, came: Collection[UUID], by: Person, now: datetime) -> None:
    """Who came and who did not, of the people of the set, as its facilitator says."""
    if meeting.cancelled_at is not None or not meeting.has_begun(now):
        raise Refused("This session has not begun. You can mark who came once it has")
    with transaction.atomic():
        _mark(meeting, came, by, now)


def keep_presence(meeting: Meeting, came: Collection[UUID], now: datetime) -> None:
    """Who came, as the room saw it. What the facilitator marked before stays."""
    _mark(meeting, came, None, now)


def who_could_hold(meeting: Meeting, person: Person) -> list[Person]:
    """The other members who have not said that they can’t come. Who facilitates holds no issue."""
    away = meeting.attendances.filter(said=Said.APOLOGY).values_list("person_id", flat=True)
    members = [one.person for one in members_of(meeting.learning_set) if one.role == Role.MEMBER]
    return [one for one in members if one.pk != person.pk and one.pk not in set(away)]


def _said(meeting: Meeting, person: Person) -> tuple[Attendance, str]:
    """What somebody has said, held until the transaction ends, and what it was."""
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    found = meeting.attendances.filter(person=person).first() or Attendance(meeting=meeting, person=person)
    return found, found.said


def _free_from_holding(meeting: Meeting, person: Person) -> None:
    """Nobody holds an issue in another’s place who can’t come either."""
    meeting.attendances.filter(instead=person).update(instead=None)


def _who_minds(meeting: Meeting, person: Person) -> list[Person]:
    """Who looks after the set; everybody else, where that is the one who can’t come."""
    others = [one for one in members_of(meeting.learning_set) if one.person_id != person.pk]
    leaders = [one.person for one in others if one.leads_set]
    return leaders or [one.person for one in others]


def _mark(meeting: Meeting, came: Collection[UUID], by: Person | None, now: datetime) -> None:
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    rows = {row.person_id: row for row in meeting.attendances.all()}
    there = [one.person_id for one in members_of(meeting.learning_set) if one.from_at <= meeting.ends_at]
    for person_id in there:
        row = rows.get(person_id) or Attendance(meeting=meeting, person_id=person_id)
        is_here = person_id in came
        if row.came == is_here or (by is None and row.marked_by_id is not None):
            continue
        row.came_at, row.missed_at = (now, None) if is_here else (None, now)
        row.marked_by = by
        row.save()


def _refuse_what_has_begun(meeting: Meeting, now: datetime) -> None:
    if meeting.cancelled_at is not None:
        raise Refused("This session is cancelled, so there is nothing to say")
    if meeting.has_begun(now):
        raise Refused("This session has begun. Write to your facilitator")
