"""Home: when is my session, and what might I do first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from setspace.core.preparing import FIRST, Asked, Sheet
from setspace.hosts.queries.applying import Standing, applications_of
from setspace.hosts.queries.placed import SetToRead, sets_to_read
from setspace.lib import dates
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.models import Meeting, Membership, Poll
from setspace.programmes.queries import (
    SetCard,
    WhoComes,
    comings_of,
    members_of,
    observed_sets_of,
    sets_of,
)
from setspace.programmes.queries.polls import open_polls
from setspace.records.access import is_reader
from setspace.records.models import Summary, SummaryPart
from setspace.records.queries.acting import Beside, beside
from setspace.records.queries.actions import StandingAction, own_actions
from setspace.records.queries.brief import LedSet, led_sets
from setspace.records.queries.feedback import ToWrite, n_to_open, to_write
from setspace.records.queries.journal import Entry, journal_of, session_to_look_back_on
from setspace.records.queries.own import note_of
from setspace.records.queries.preparing import sheet_of
from setspace.records.queries.summaries import white_space_of


@dataclass(frozen=True, slots=True)
class JourneyStep:
    meeting: Meeting
    is_past: bool
    is_next: bool


@dataclass(frozen=True, slots=True)
class NextSession:
    meeting: Meeting
    when: str
    is_on_now: bool
    ends: datetime
    white_space_until: datetime | None
    n_sessions: int
    others: Sequence[Person]
    members: Sequence[str]
    facilitators: Sequence[str]
    is_led_by_me: bool
    comes: WhoComes
    is_away: bool  # the person said that they can’t make it
    is_open: bool  # it has not begun, so that they can say so
    poll: Poll | None  # for another date, while there is one
    journey: Sequence[JourneyStep]

    @property
    def is_soon(self) -> bool:
        return self.is_on_now or self.when == "today"


@dataclass(frozen=True, slots=True)
class Question:
    """What one other member of the set is working on."""

    person: Person
    text: str


@dataclass(frozen=True, slots=True)
class WorkingOn:
    summary: Summary
    questions: tuple[Question, ...]
    has_mine: bool


@dataclass(frozen=True, slots=True)
class Prompt:
    """One of the first questions on the sheet, and whether something was written there."""

    asked: Asked
    is_said: bool


@dataclass(frozen=True, slots=True)
class Home:
    greeting: str
    sets: Sequence[SetCard]
    next: NextSession | None
    actions: tuple[StandingAction, ...]
    parts_to_read: tuple[Summary, ...]
    to_send: tuple[Summary, ...]
    working_on: WorkingOn | None
    reflection: Entry | None
    feedback_to_write: tuple[ToWrite, ...]
    n_feedback: int  # what somebody wrote for the person and they have not opened
    look_back: Meeting | None  # the last session, while nothing is written about it
    sheet: Sheet  # what they prepare, for the set of the next session
    has_notes: bool  # of their own, for the next session
    observed: Sequence[SetCard] = ()
    led: Sequence[LedSet] = ()
    applications: Sequence[Standing] = ()
    sets_to_read: Sequence[SetToRead] = ()
    beside: tuple[Beside, ...] = ()

    @property
    def is_member(self) -> bool:
        return any(card.role == "member" for card in self.sets)

    @property
    def may_prepare(self) -> bool:
        """Whether the person may hold an issue at the next session."""
        return (
            self.next is not None and not self.next.is_led_by_me and bool(self.next.meeting.course.plan.turns)
        )

    @property
    def prompts(self) -> Sequence[Prompt]:
        return [Prompt(asked, bool(self.sheet.words.get(asked.key))) for asked in FIRST]

    @property
    def taken_part_in(self) -> Sequence[SetCard]:
        """The sets that the person does not look after: those that they do stand apart."""
        return [card for card in self.sets if not card.leads]

    @property
    def has_other_news(self) -> bool:
        """Something for whoever is in no set."""
        return bool(self.applications or self.sets_to_read)

    @property
    def telling_at(self) -> Meeting | None:
        """Where the person tells how the actions went, when all of them are told at the same session."""
        sets = {standing.meeting.learning_set_id for standing in self.actions}
        return self.next.meeting if self.next and sets <= {self.next.meeting.learning_set_id} else None


def home_of(person: Person, now: datetime) -> Home:
    """Everything on a person's home, in the same number of reads for one set or for many."""
    cards = sets_of(person, now)
    set_ids = [card.learning_set.pk for card in cards]
    summaries = _readable(person, set_ids)
    unsent = [summary for summary in summaries if summary.sent_at is None]
    led = {card.learning_set.pk for card in cards if card.leads}
    newest, last = next(iter(journal_of(person, limit=1)), None), session_to_look_back_on(person, now)
    next_session = _next_session(person, cards, now)
    own = next_session.meeting if next_session and not next_session.is_led_by_me else None
    return Home(
        greeting=greeting(now, person.zone),
        sets=cards,
        next=next_session,
        actions=own_actions(person, set_ids),
        parts_to_read=_parts_to_read(person, summaries),
        to_send=tuple(summary for summary in unsent if summary.meeting.learning_set_id in led),
        working_on=_working_on(person, summaries),
        reflection=newest,
        feedback_to_write=to_write(person),
        n_feedback=n_to_open(person),
        look_back=None if newest and newest.meeting == last else last,
        sheet=sheet_of(person.pk, own.learning_set_id) if own else Sheet(),
        has_notes=bool(own and note_of(person, own)),
        observed=observed_sets_of(person, now),
        led=led_sets(cards, now),
        applications=applications_of(person),
        sets_to_read=sets_to_read(person, now),
        beside=beside(person),
    )


def greeting(now: datetime, zone: str) -> str:
    """Good morning, afternoon or evening, by the person's own clock."""
    hour = now.astimezone(ZoneInfo(zone)).hour
    if 4 <= hour < 12:
        return "Good morning"
    return "Good afternoon" if 12 <= hour < 18 else "Good evening"


def _readable(person: Person, set_ids: Sequence[UUID]) -> list[Summary]:
    """Summaries of these sets that the person may see, newest first."""
    mine: defaultdict[UUID, list[Membership]] = defaultdict(list)
    for row in Membership.objects.filter(person=person, learning_set_id__in=set_ids):
        mine[row.learning_set_id].append(row)
    found = Summary.objects.filter(meeting__learning_set_id__in=set_ids).order_by("-drafted_at")
    return [
        summary
        for summary in found.select_related("meeting__learning_set", "sent_by")
        if is_reader(summary, mine[summary.meeting.learning_set_id], None)
    ]


def _next_session(person: Person, cards: Sequence[SetCard], now: datetime) -> NextSession | None:
    card = next((card for card in cards if card.next_meeting), None)
    if card is None or card.next_meeting is None:
        return None
    meeting, zone = card.next_meeting, card.learning_set.tz
    members = members_of(card.learning_set)
    rows = [row for row in members if row.person_id != person.pk]
    comes = comings_of([meeting], members)[meeting.pk]
    mine = comes.place_of(person)
    planned = list(card.learning_set.meetings.filter(cancelled_at=None).select_related("learning_set"))
    ends = meeting.ends_at.astimezone(zone)
    white_space = white_space_of(meeting)
    return NextSession(
        meeting=meeting,
        when="on now" if card.is_on_now else dates.days_until(meeting.on, now.astimezone(zone).date()),
        is_on_now=card.is_on_now,
        ends=ends,
        white_space_until=ends + white_space if white_space else None,
        n_sessions=sum(1 for other in planned if other.kind == meeting.kind),
        others=[row.person for row in rows],
        members=[row.person.first_name for row in rows if not row.is_facilitator],
        facilitators=[row.person.first_name for row in rows if row.is_facilitator],
        is_led_by_me=card.role == "facilitator",
        comes=comes,
        is_away=mine is not None and mine.is_away,
        is_open=not meeting.has_begun(now),
        poll=open_polls([meeting]).get(meeting.pk),
        journey=[JourneyStep(one, one.is_over(now), one.pk == meeting.pk) for one in planned],
    )


def _parts_to_read(person: Person, summaries: Sequence[Summary]) -> tuple[Summary, ...]:
    """Summaries in which the person's own part still waits to be read."""
    meetings = [summary.meeting_id for summary in summaries]
    waiting = SummaryPart.objects.filter(person=person, approved_at=None, meeting_id__in=meetings)
    mine = set(waiting.values_list("meeting_id", flat=True))
    return tuple(summary for summary in summaries if summary.meeting_id in mine)


def _working_on(person: Person, summaries: Sequence[Summary]) -> WorkingOn | None:
    latest = next((summary for summary in summaries if summary.sent_at), None)
    if latest is None:
        return None
    reader = Reader(actor=str(person.pk), purpose=Purpose.MEMBER_VIEW)
    parts = (
        SummaryPart.objects.filter(meeting=latest.meeting_id)
        .exclude(approved_at=None)
        .select_related("meeting", "person")
    )
    opened = [Question(part.person, part.open_words(reader).question) for part in parts]
    asked = [question for question in opened if question.text]
    others = tuple(question for question in asked if question.person != person)
    return WorkingOn(latest, others, has_mine=len(others) < len(asked))
