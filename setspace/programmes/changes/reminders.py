"""Reminders of a session: a week, a day and an hour before it, to whoever wants them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from setspace.people import mails as letters
from setspace.people.models import Letter, Person
from setspace.programmes.models import Meeting, Membership


@dataclass(frozen=True, slots=True)
class Lead:
    """How long before a session, and how late at most: a server that was down does not remind of the past."""

    name: str
    before: timedelta
    late: timedelta

    def is_due(self, starts_at: datetime, now: datetime) -> bool:
        return timedelta() <= now - (starts_at - self.before) < self.late

    def is_wanted(self, person: Person) -> bool:
        return bool(getattr(person, f"wants_{self.name}_before"))


LEADS = (
    Lead("week", timedelta(days=7), timedelta(days=1)),
    Lead("day", timedelta(days=1), timedelta(hours=6)),
    Lead("hour", timedelta(hours=1), timedelta(minutes=30)),
)
# For those of some sets that follow somebody else's setting too: the names of the leads that it leaves.
Left = Callable[[Collection[UUID]], Mapping[UUID, Collection[str]]]
FURTHEST = timedelta(days=9)  # in which every session lies of which somebody may be reminded, in any zone


def remind_of_sessions(now: datetime, left: Left | None = None) -> int:
    """Put the reminders that are due, each once, and say how many. Safe to call at any time."""
    due = [(meeting, lead) for meeting in _near(now) for lead in LEADS if lead.is_due(meeting.starts_at, now)]
    due = _left_of(due, left) if left else due
    if not due:
        return 0
    keyed = {_key(meeting, lead, person): (meeting, person) for meeting, lead, person in _asked_for(due)}
    put_before = set(Letter.objects.filter(key__in=keyed).values_list("key", flat=True))
    return sum(
        letters.put(
            key,
            "session_reminder",
            person,
            about=meeting.id,
            payload={"starts": meeting.starts_at.isoformat()},
        )
        for key, (meeting, person) in keyed.items()
        if key not in put_before
    )


def _near(now: datetime) -> list[Meeting]:
    ahead = Meeting.objects.filter(cancelled_at=None, closed_at=None)
    days = (now.date() - timedelta(days=1), (now + FURTHEST).date())
    return list(ahead.filter(on__range=days).select_related("learning_set"))


def _left_of(due: list[tuple[Meeting, Lead]], left: Left) -> list[tuple[Meeting, Lead]]:
    """Without those that whoever stands above a set has turned off for it."""
    names = left({meeting.learning_set_id for meeting, _lead in due}) if due else {}
    return [
        (meeting, lead)
        for meeting, lead in due
        if meeting.learning_set_id not in names or lead.name in names[meeting.learning_set_id]
    ]


def _asked_for(due: list[tuple[Meeting, Lead]]) -> Iterator[tuple[Meeting, Lead, Person]]:
    sets = {meeting.learning_set_id for meeting, _lead in due}
    current = Membership.objects.filter(learning_set__in=sets, until_at=None).select_related("person")
    people: dict[UUID, list[Person]] = {}
    for membership in current:
        people.setdefault(membership.learning_set_id, []).append(membership.person)
    for meeting, lead in due:
        for person in people.get(meeting.learning_set_id, []):
            if lead.is_wanted(person):
                yield meeting, lead, person


def _key(meeting: Meeting, lead: Lead, person: Person) -> str:
    """With the start in it: a session that has moved is another one to be reminded of."""
    return f"reminder_{lead.name}:{meeting.id}:{person.id}:{int(meeting.starts_at.timestamp())}"
