"""The hours that somebody was there, to show to others: dates and lengths, and nothing of what was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from setspace.hosts.models import ProgrammeSet
from setspace.people.models import Person
from setspace.programmes.models import Attendance, LearningSet, Meeting, Membership, Role


@dataclass(frozen=True, slots=True)
class Certificate:
    person: Person
    learning_set: LearningSet
    has_facilitated: bool
    sessions: Sequence[Meeting]  # that they came to
    facilitators: Sequence[str]
    programme: str  # with its host: nothing, where the set is in none
    host: str

    @property
    def minutes(self) -> int:
        """As planned. White space is optional and not counted."""
        return sum(meeting.minutes for meeting in self.sessions)


def certificate_of(person: Person, learning_set: LearningSet) -> Certificate:
    facilitating = Membership.objects.filter(learning_set=learning_set, role=Role.FACILITATOR)
    by_person = {row.person_id: row.person for row in facilitating.select_related("person")}
    of_programme = ProgrammeSet.objects.select_related("programme__host").filter(learning_set=learning_set)
    founded = of_programme.first()
    return Certificate(
        person,
        learning_set,
        has_facilitated=person.pk in by_person,
        sessions=_attended(person, learning_set),
        facilitators=sorted(one.name for one in by_person.values() if one.name and one.pk != person.pk),
        programme=founded.programme.name if founded else "",
        host=founded.programme.host.name if founded else "",
    )


def _attended(person: Person, learning_set: LearningSet) -> tuple[Meeting, ...]:
    rows = Attendance.objects.filter(person=person, meeting__learning_set=learning_set)
    came = rows.filter(meeting__cancelled_at=None).exclude(came_at=None)
    found = came.select_related("meeting__learning_set").order_by("meeting__on", "meeting__at")
    return tuple(row.meeting for row in found)
