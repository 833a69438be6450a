"""What a summary says, to whom, and how far it has got."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from setspace.core.emailing import Mode
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Letter, LetterState, Person
from setspace.programmes.models import Meeting, Membership
from setspace.records.access import is_reader
from setspace.records.models import PartWords, Summary, SummaryPart

YOURS_TO_READ = "Your part waits for you on that page. Nobody else sees it until you have read it."
NOT_READ_YET = (
    "{name} has not yet had a moment to read this part. It will be on the summary page once {name} has."
)
DELIVERY_WORDS = {
    LetterState.WAITING: "On its way",
    LetterState.HELD: "Held back",
    LetterState.CLAIMED: "On its way",
    LetterState.SENT: "Sent",
    LetterState.DROPPED: "Not sent, because they have left the set",
    LetterState.REFUSED: "Their mail server refused it",
    LetterState.UNKNOWN: "We can’t tell whether it arrived",
}


@dataclass(frozen=True, slots=True)
class PartContent:
    """One holder's part as others get it. `words` is None while the holder has not yet read it."""

    person: Person
    name: str
    words: PartWords | None
    is_own: bool = False  # in a mail to the one whose part it is

    @property
    def waiting_words(self) -> str:
        """What stands in the place of a part that its holder has not read."""
        return YOURS_TO_READ if self.is_own else NOT_READ_YET.format(name=self.name)


@dataclass(frozen=True, slots=True)
class SummaryContent:
    summary: Summary
    facilitator: Person
    members: tuple[str, ...]
    greeting: str
    parts: tuple[PartContent, ...]
    next_meeting: Meeting | None
    mode: Mode = Mode.FULL
    to: str = ""  # whom a mail greets that is not the same for all

    @property
    def meeting(self) -> Meeting:
        return self.summary.meeting

    @property
    def n_actions(self) -> int:
        return sum(len(part.words.actions) for part in self.parts if part.words)

    @property
    def n_questions(self) -> int:
        return sum(1 for part in self.parts if part.words and part.words.question)


@dataclass(frozen=True, slots=True)
class OwnPart:
    """A holder's part as its holder sees it, whatever its state."""

    part: SummaryPart
    words: PartWords
    summary: Summary

    @property
    def is_approved(self) -> bool:
        return self.part.approved_at is not None

    @property
    def may_change(self) -> bool:
        return self.summary.sent_at is None or not self.is_approved


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where one person's copy of the summary is."""

    letter: Letter
    person: Person

    @property
    def arrived(self) -> bool:
        return self.letter.state == LetterState.SENT

    @property
    def needs_a_look(self) -> bool:
        return self.letter.state in (LetterState.REFUSED, LetterState.UNKNOWN)

    @property
    def words(self) -> str:
        return DELIVERY_WORDS[LetterState(self.letter.state)]


def summary_content(
    summary: Summary,
    facilitator: Person,
    reader: Reader,
    *,
    approved_by: datetime | None,
    at: datetime | None,
) -> SummaryContent:
    """The summary as those who are in the set `at` a moment get it (None: now).

    Only parts approved by `approved_by` are opened; with None, all that are approved at all. A part whose
    holder emptied it is left out: it says nothing, so nothing stands in its place.
    """
    rows = readers(summary, at)
    parts = SummaryPart.objects.filter(meeting=summary.meeting).select_related("meeting", "person")
    names = called([row.person for row in rows] + [part.person for part in parts])
    contents = [_part_content(part, names[part.person_id], reader, approved_by) for part in parts]
    return SummaryContent(
        summary=summary,
        facilitator=facilitator,
        members=tuple(names[row.person_id] for row in rows if not row.is_facilitator),
        greeting=summary.open_greeting(reader),
        parts=tuple(part for part in contents if part.words is None or not part.words.is_empty),
        next_meeting=_next_meeting(summary.meeting),
    )


def as_emailed(content: SummaryContent, person: Person, mode: Mode) -> SummaryContent:
    """What of it is in one person's mail. An action that is kept back is in nobody's, its holder's too."""
    emailed = [replace(part, words=part.words and part.words.emailed) for part in content.parts]
    told = tuple(part for part in emailed if part.words is None or not part.words.is_empty)
    if mode == Mode.FULL:
        return replace(content, parts=told)
    own = tuple(replace(part, is_own=True) for part in told if part.person == person)
    return replace(
        content,
        mode=mode,
        to=person.first_name,
        parts=own if mode == Mode.OWN else (),
        greeting=content.greeting if mode == Mode.OWN else "",
    )


def sent_content(summary: Summary, person: Person) -> SummaryContent:
    """A sent summary as its readers find it on the page, with parts that were read after it went out."""
    reader = Reader(actor=str(person.pk), purpose=Purpose.MEMBER_VIEW)
    return summary_content(summary, summary.sent_by or person, reader, approved_by=None, at=summary.sent_at)


def _part_content(part: SummaryPart, name: str, reader: Reader, approved_by: datetime | None) -> PartContent:
    is_ready = part.approved_at is not None and (approved_by is None or part.approved_at <= approved_by)
    return PartContent(part.person, name, part.open_words(reader) if is_ready else None)


def _next_meeting(meeting: Meeting) -> Meeting | None:
    later = meeting.learning_set.meetings.filter(cancelled_at=None, on__gte=meeting.on).exclude(pk=meeting.pk)
    following = [other for other in later if (other.on, other.at) > (meeting.on, meeting.at)]
    return following[0] if following else None


def white_space_of(meeting: Meeting) -> timedelta:
    """How long the room stays open after the session, for those who would like to stay."""
    return timedelta(minutes=meeting.course.plan.white_space)


def readers(summary: Summary, at: datetime | None) -> list[Membership]:
    """Who gets the summary: those in the set at that moment who were in it when the session was held."""
    by_person: defaultdict[UUID, list[Membership]] = defaultdict(list)
    memberships = summary.meeting.learning_set.memberships.select_related("person")
    for membership in memberships.order_by("from_at", "person__name"):
        by_person[membership.person_id].append(membership)
    return [rows[-1] for rows in by_person.values() if is_reader(summary, rows, at)]


def parts_of(summary: Summary) -> list[SummaryPart]:
    """Every holder's part, unopened: who has read theirs and who has not."""
    return list(SummaryPart.objects.filter(meeting=summary.meeting).select_related("person"))


def own_part(summary: Summary, person: Person) -> OwnPart | None:
    """The person's own part, opened for them."""
    parts = SummaryPart.objects.filter(meeting=summary.meeting, person=person).select_related("meeting")
    part = parts.first()
    return OwnPart(part, part.open_words(part.holder), summary) if part else None


def waiting_parts(summary: Summary) -> list[SummaryPart]:
    """Parts that their holders have not yet read, of holders who are still in the set."""
    here = {row.person_id for row in readers(summary, None)}
    parts = SummaryPart.objects.filter(meeting=summary.meeting, approved_at=None).select_related("person")
    return [part for part in parts if part.person_id in here]


def deliveries(summary: Summary) -> tuple[Delivery, ...]:
    letters = Letter.objects.filter(purpose="summary", about=summary.meeting_id).select_related("person")
    rows = [Delivery(letter, letter.person) for letter in letters if letter.person]
    return tuple(sorted(rows, key=lambda row: row.person.name))


def called(people: Sequence[Person]) -> dict[UUID, str]:
    """What to call each: the first name, or the whole name where two share a first name."""
    everyone = {person.pk: person for person in people}
    shared = Counter(person.first_name for person in everyone.values())
    return {
        pk: person.first_name if shared[person.first_name] == 1 else person.name
        for pk, person in everyone.items()
    }
