"""Sessions as entries in one person's calendar: the set's name, the session, when, the way to its room."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from uuid import UUID, uuid5

from django.conf import settings
from django.db.models import Count
from django.urls import reverse

from setspace.core.schedule.entries import Address, Entry, white_space_after
from setspace.lib import mail
from setspace.people.models import Person
from setspace.programmes.models import Meeting, Membership

WORDS = "Open the room ten minutes early if you like. What is said in the set stays in the set."


def session_entry(meeting: Meeting, person: Person, sequence: int) -> Entry:
    """A session, for one person alone. Its UID stays the same whatever changes, even if they come back."""
    zone = meeting.learning_set.tz
    return Entry(
        uid=f"{uuid5(meeting.id, str(person.pk))}@setspace",
        title=f"{meeting.learning_set.name}, {meeting.title_in_a_sentence}",
        starts=meeting.starts_at.astimezone(zone),
        ends=meeting.ends_at.astimezone(zone),
        zone=zone,
        words=WORDS,
        place=f"{settings.ORIGIN}{reverse('room:room', args=[meeting.id])}",
        organiser=Address("Setspace", mail.sender()[1]),
        attendee=Address(person.name or person.first_name, person.email),
        sequence=sequence,
    )


def white_space_entry(meeting: Meeting, person: Person, sequence: int) -> Entry:
    """The optional time after a session."""
    session = session_entry(meeting, person, sequence)
    return white_space_after(session, session.ends + timedelta(minutes=white_space_of(meeting)))


def white_space_of(meeting: Meeting) -> int:
    """Minutes after a session that are optional; 0 for none."""
    return meeting.course.plan.white_space


def entries_of(meeting: Meeting, person: Person, sequence: int) -> Iterator[Entry]:
    """A session, and the white space after it where its plan has that."""
    yield session_entry(meeting, person, sequence)
    if white_space_of(meeting):
        yield white_space_entry(meeting, person, sequence)


def all_entries_of(person: Person) -> list[Entry]:
    """Every session of all sets that somebody is in now, those who look on too; none of a set they left."""
    rows = Membership.objects.filter(person=person).values_list("learning_set_id", "until_at")
    n_steps: dict[UUID, int] = {}
    for set_id, until_at in rows:
        n_steps[set_id] = n_steps.get(set_id, -1) + (1 if until_at is None else 2)
    current = [set_id for set_id, until_at in rows if until_at is None]
    meetings = Meeting.objects.filter(learning_set__in=current, cancelled_at=None)
    return [
        entry
        for meeting in meetings.select_related("learning_set")
        for entry in entries_of(meeting, person, meeting.n_changes + n_steps[meeting.learning_set_id])
    ]


def sequences_of(meeting: Meeting, people: Iterable[Person]) -> dict[UUID, int]:
    """The number of the latest change of each person's entry: of the session, and of who is in the set.

    It goes up when the session moves or is cancelled, and when the person leaves or comes back.
    """
    ids = [person.pk for person in people]
    found = Membership.objects.filter(learning_set=meeting.learning_set_id, person__in=ids)
    counted = found.values_list("person").annotate(n_joined=Count("id"), n_left=Count("until_at"))
    n_steps = {person_id: n_joined + n_left - 1 for person_id, n_joined, n_left in counted}
    return {person_id: meeting.n_changes + n_steps.get(person_id, 0) for person_id in ids}
