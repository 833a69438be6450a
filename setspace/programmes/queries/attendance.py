"""Who comes to a session, and whether it is still a set that meets."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from setspace.lib import words
from setspace.people.models import Person
from setspace.programmes.models import Attendance, Meeting, Membership, Poll, Said
from setspace.programmes.queries.people import members_of
from setspace.programmes.queries.polls import open_polls

LEAST = 3  # members, for a session that is still worth their time


@dataclass(frozen=True, slots=True)
class Place:
    """One person of the set and one session."""

    membership: Membership
    attendance: Attendance | None
    instead: Person | None = None  # who holds an issue in their place, if they have said so

    @property
    def person(self) -> Person:
        return self.membership.person

    @property
    def is_away(self) -> bool:
        return self.attendance is not None and self.attendance.is_apology

    @property
    def came(self) -> bool | None:
        return self.attendance.came if self.attendance else None

    @property
    def state_words(self) -> str:
        if self.came is not None:
            return "Came" if self.came else "Was not there"
        if self.is_away:
            return "Can’t make it"
        return "Is coming" if self.attendance and self.attendance.said else "Expected"


@dataclass(frozen=True, slots=True)
class WhoComes:
    """The people of a set and one session, the facilitator first."""

    places: Sequence[Place]

    @property
    def away(self) -> list[Place]:
        return [one for one in self.places if one.is_away]

    @property
    def n_members(self) -> int:
        """Members who are expected. The facilitator is not counted."""
        return sum(1 for one in self.places if not one.membership.is_facilitator and not one.is_away)

    @property
    def is_thin(self) -> bool:
        """Whether too few are expected, though there are enough in the set."""
        return bool(self.away) and self.n_members < LEAST

    @property
    def is_marked(self) -> bool:
        return any(one.came is not None for one in self.places)

    @property
    def away_words(self) -> str:
        """Mei and Tom can’t make it."""
        names = words.listed([one.person.first_name for one in self.away])
        return f"{names} can’t make it." if names else ""

    def place_of(self, person: Person) -> Place | None:
        return next((one for one in self.places if one.person == person), None)


@dataclass(frozen=True, slots=True)
class DateRow:
    """A session in the list of a set’s dates, for one of its people."""

    meeting: Meeting
    comes: WhoComes
    is_away: bool  # whoever reads the list
    is_open: bool  # it has not begun
    poll: Poll | None  # for another date, while there is one


def date_rows(
    meetings: Sequence[Meeting], members: Sequence[Membership], reader: Person, now: datetime
) -> list[DateRow]:
    comings, polls = comings_of(meetings, members), open_polls(meetings)
    return [_row(one, comings[one.pk], polls.get(one.pk), reader, now) for one in meetings]


def who_comes(meeting: Meeting) -> WhoComes:
    return comings_of([meeting], members_of(meeting.learning_set))[meeting.pk]


def comings_of(meetings: Iterable[Meeting], members: Sequence[Membership]) -> Mapping[UUID, WhoComes]:
    """Who comes to each session of one set, in one read."""
    wanted = list(meetings)
    rows = Attendance.objects.filter(meeting__in=wanted).select_related("instead")
    said = {(row.meeting_id, row.person_id): row for row in rows}
    here = {one.person_id for one in members}
    return {
        meeting.pk: WhoComes([_place(one, said.get((meeting.pk, one.person_id)), here) for one in members])
        for meeting in wanted
    }


def away_from(meetings: Collection[UUID]) -> Mapping[UUID, Mapping[UUID, UUID | None]]:
    """Who has said that they can’t come to each session, and who holds an issue instead, if anybody."""
    rows = Attendance.objects.filter(meeting_id__in=meetings, said=Said.APOLOGY)
    found: dict[UUID, dict[UUID, UUID | None]] = {meeting: {} for meeting in meetings}
    for meeting, person, instead in rows.values_list("meeting_id", "person_id", "instead_id"):
        found[meeting][person] = instead
    return found


def _place(membership: Membership, said: Attendance | None, here: Collection[UUID]) -> Place:
    """Nobody holds an issue in another’s place who has left the set since."""
    instead = said.instead if said and said.instead_id in here else None
    return Place(membership, said, instead)


def _row(meeting: Meeting, comes: WhoComes, poll: Poll | None, reader: Person, now: datetime) -> DateRow:
    mine = comes.place_of(reader)
    return DateRow(meeting, comes, mine is not None and mine.is_away, not meeting.has_begun(now), poll)
