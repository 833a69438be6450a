"""Hours delivered, and sets that grow too small. Times and numbers: nothing of what a session was about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from setspace.people.models import Person
from setspace.programmes.models import Attendance, LearningSet, Meeting, Membership, Role, Said
from setspace.programmes.queries.attendance import LEAST


@dataclass(frozen=True, slots=True)
class PersonHours:
    """Planned minutes of the sessions that somebody came to. White space is optional and not among them."""

    person: Person
    is_facilitator: bool
    minutes: int
    n_came: int
    n_missed: int


@dataclass(frozen=True, slots=True)
class SetHours:
    learning_set: LearningSet
    people: Sequence[PersonHours]
    n_sessions: int  # that at least one person came to
    planned: int  # the minutes of those sessions
    white_space: int  # the minutes that followed them, for who liked to stay

    @property
    def delivered(self) -> int:
        """The minutes of all members together. Those of the facilitator are apart."""
        return sum(one.minutes for one in self.people if not one.is_facilitator)


@dataclass(frozen=True, slots=True)
class Risk:
    """How many a set still counts on."""

    learning_set: LearningSet
    n_members: int
    n_coming: int | None  # to the next session; None where no date stands
    meeting: Meeting | None

    @property
    def is_small(self) -> bool:
        return self.n_members < LEAST

    @property
    def is_thin(self) -> bool:
        """The set is large enough, and its next session is not."""
        return not self.is_small and self.n_coming is not None and self.n_coming < LEAST


def hours_of(learning_sets: Iterable[LearningSet]) -> dict[UUID, SetHours]:
    """What was delivered in each of these sets, in the same number of reads for one or for many."""
    sets = list(learning_sets)
    marked = Attendance.objects.filter(meeting__learning_set__in=sets, meeting__cancelled_at=None)
    rows = marked.exclude(came_at=None, missed_at=None).select_related("meeting__learning_set", "person")
    by_set: defaultdict[UUID, list[Attendance]] = defaultdict(list)
    for row in rows.order_by("person__name"):
        by_set[row.meeting.learning_set_id].append(row)
    facilitating = set(
        Membership.objects.filter(learning_set__in=sets, role=Role.FACILITATOR).values_list(
            "learning_set_id", "person_id"
        )
    )
    return {one.pk: _hours(one, by_set[one.pk], facilitating) for one in sets}


def risks_of(learning_sets: Iterable[LearningSet], now: datetime) -> dict[UUID, Risk]:
    """How many members each set has, and how many it expects next, in a fixed number of reads."""
    sets = list(learning_sets)
    members: defaultdict[UUID, set[UUID]] = defaultdict(set)
    current = Membership.objects.filter(learning_set__in=sets, until_at=None, role=Role.MEMBER)
    for set_id, person_id in current.values_list("learning_set_id", "person_id"):
        members[set_id].add(person_id)
    coming = _next_of(sets, now)
    away: defaultdict[UUID, set[UUID]] = defaultdict(set)
    said = Attendance.objects.filter(meeting__in=coming.values(), said=Said.APOLOGY)
    for meeting_id, person_id in said.values_list("meeting_id", "person_id"):
        away[meeting_id].add(person_id)
    return {one.pk: _risk(one, members[one.pk], coming.get(one.pk), away) for one in sets}


def _hours(
    learning_set: LearningSet, rows: Sequence[Attendance], facilitating: set[tuple[UUID, UUID]]
) -> SetHours:
    held = {row.meeting_id: row.meeting for row in rows if row.came}
    minutes = {key: meeting.minutes for key, meeting in held.items()}
    by_person: defaultdict[UUID, list[Attendance]] = defaultdict(list)
    for row in rows:
        by_person[row.person_id].append(row)
    return SetHours(
        learning_set,
        tuple(
            PersonHours(
                own[0].person,
                (learning_set.pk, person_id) in facilitating,
                minutes=sum(minutes[row.meeting_id] for row in own if row.came),
                n_came=sum(1 for row in own if row.came),
                n_missed=sum(1 for row in own if row.came is False),
            )
            for person_id, own in by_person.items()
        ),
        n_sessions=len(held),
        planned=sum(minutes.values()),
        white_space=sum(meeting.course.plan.white_space for meeting in held.values()),
    )


def _next_of(sets: Sequence[LearningSet], now: datetime) -> Mapping[UUID, Meeting]:
    """The next session of each set that has one."""
    planned = Meeting.objects.filter(learning_set__in=sets, cancelled_at=None, closed_at=None)
    found: dict[UUID, Meeting] = {}
    for meeting in planned.select_related("learning_set").order_by("on", "at"):
        if meeting.learning_set_id not in found and not meeting.is_over(now):
            found[meeting.learning_set_id] = meeting
    return found


def _risk(
    learning_set: LearningSet, members: set[UUID], meeting: Meeting | None, away: Mapping[UUID, set[UUID]]
) -> Risk:
    expected = len(members - away.get(meeting.pk, set())) if meeting else None
    return Risk(learning_set, len(members), expected, meeting)
