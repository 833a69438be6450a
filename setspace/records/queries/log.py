"""One's own log as somebody who leads: what was written for supervision, session by session."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from uuid import UUID

from django.db.models import Q

from setspace.lib import dates
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.models import Meeting, Membership, Role
from setspace.records.models import Kind, PrivateNote, Reflection, TimingReview


@dataclass(frozen=True, slots=True)
class Entry:
    entry: Reflection
    text: str


@dataclass(frozen=True, slots=True)
class LogSession:
    """One session, or what is about none: the notes made in the room, the entries, and the timing."""

    meeting: Meeting | None
    notes: str
    entries: tuple[Entry, ...]
    has_timing: bool

    @property
    def title(self) -> str:
        if self.meeting is None:
            return "Not about one session"
        return session_title(self.meeting)


def has_use_of_log(person: Person) -> bool:
    """Whether somebody leads or has led, is in a set in which all lead in turn, or has written in a log."""
    mine = Membership.objects.filter(person=person)
    lead_in_turn = Membership.objects.filter(keeps_at__isnull=False, until_at=None).values("learning_set")
    return (
        mine.filter(role=Role.FACILITATOR).exists()
        or mine.filter(role=Role.MEMBER, until_at=None, learning_set__in=lead_in_turn).exists()
        or TimingReview.objects.filter(person=person).exists()
        or Reflection.objects.filter(person=person, kind=Kind.LOG).exists()
    )


def own_log(person: Person) -> tuple[LogSession, ...]:
    """A person's own log for that person, the newest session first; what is about no session comes last."""
    reader = Reader(actor=str(person.pk), purpose=Purpose.MEMBER_VIEW)
    entries = Reflection.objects.filter(person=person, kind=Kind.LOG).select_related("meeting__learning_set")
    written = [Entry(entry, entry.open_text(reader)) for entry in entries]
    notes = {note.meeting_id: note.open_text(reader) for note in _notes(person)}
    timed = set(TimingReview.objects.filter(person=person).values_list("meeting_id", flat=True))
    about = {one.entry.meeting_id for one in written if one.entry.meeting_id} | notes.keys() | timed
    meetings = Meeting.objects.filter(pk__in=about).select_related("learning_set")
    sessions: list[Meeting | None] = [*meetings.order_by("-on", "-at", "pk")]
    if any(one.entry.meeting_id is None for one in written):
        sessions.append(None)
    return tuple(_session(meeting, written, notes, timed) for meeting in sessions)


def sessions_led(person: Person, until: date) -> Sequence[Meeting]:
    """The sessions up to a day, or closed, that somebody has led or facilitates, the newest first."""
    facilitated = Q(
        learning_set__memberships__person=person, learning_set__memberships__role=Role.FACILITATOR
    )
    led = Q(led_by=person) | Q(pk__in=TimingReview.objects.filter(person=person).values("meeting_id"))
    found = Meeting.objects.filter(facilitated | led, cancelled_at=None)
    begun = Q(on__lte=until) | Q(closed_at__isnull=False)
    found = found.filter(begun).select_related("learning_set")
    return tuple(found.distinct().order_by("-on", "-at", "pk"))


def session_title(meeting: Meeting) -> str:
    return f"{meeting.learning_set.name}, {meeting.title.lower()}, {dates.day_and_year(meeting.on)}"


def log_as_text(sessions: Sequence[LogSession]) -> str:
    """The whole log in plain text, to take along."""
    return "\n".join(chain.from_iterable(_lines(session) for session in sessions))


def _session(
    meeting: Meeting | None, written: Sequence[Entry], notes: Mapping[UUID, str], timed: Collection[UUID]
) -> LogSession:
    if meeting is None:
        return LogSession(
            None, "", tuple(one for one in written if one.entry.meeting_id is None), has_timing=False
        )
    own = tuple(one for one in written if one.entry.meeting_id == meeting.pk)
    return LogSession(meeting, notes.get(meeting.pk, ""), own, meeting.pk in timed)


def _notes(person: Person) -> Sequence[PrivateNote]:
    """The notes made in sessions that this person led; what they noted as a member is not for supervision."""
    led = [meeting.pk for meeting in sessions_led(person, date.max)]
    return tuple(PrivateNote.objects.filter(person=person, meeting_id__in=led))


def _lines(session: LogSession) -> list[str]:
    lines = [session.title, "=" * len(session.title), ""]
    if session.notes:
        lines += ["Notes from the room", "", session.notes, ""]
    for one in session.entries:
        lines += [f"Written on {dates.day_and_year(one.entry.written_at.date())}", "", one.text, ""]
    return [*lines, ""]
