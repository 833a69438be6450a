"""Dates: planned, moved, cancelled, closed. Members are told; nobody is told what a session was about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction

from setspace.lib import dates
from setspace.people.models import Person
from setspace.programmes.changes.standing import let_go_of_date
from setspace.programmes.changes.telling import Refused, as_told, tell_of_session
from setspace.programmes.models import OWN, LearningSet, Meeting, kind_of_plan
from setspace.programmes.queries import everyone_of
from setspace.programmes.queries.formats import plan_to_keep


@dataclass(frozen=True, slots=True)
class PlannedDate:
    on: date
    at: time
    plan: str


def plan_meeting(learning_set: LearningSet, planned: PlannedDate, now: datetime) -> Meeting:
    """One more session. Members are told the date."""
    with transaction.atomic():
        refuse_a_clash(learning_set, planned, None)
        meeting = _new_meeting(learning_set, planned)
        renamed = _renumber(learning_set)
        meeting.refresh_from_db(fields=["number"])
        tell_of_session(_told(learning_set), "session_added", meeting, now)
        _tell_renamed(renamed, now)
        return meeting


def move_meeting(meeting: Meeting, planned: PlannedDate, now: datetime) -> None:
    with transaction.atomic():
        _refuse_what_has_begun(meeting, now)
        refuse_a_clash(meeting.learning_set, planned, meeting)
        was = as_told(meeting)
        if (meeting.on, meeting.at) != (planned.on, planned.at):
            let_go_of_date(meeting, now)
        meeting.plan_kept = _kept(meeting.learning_set, planned, meeting)
        meeting.on, meeting.at, meeting.plan = planned.on, planned.at, planned.plan
        meeting.kind, meeting.number = kind_of_plan(planned.plan), None
        meeting.n_changes += 1
        meeting.save(update_fields=["on", "at", "plan", "plan_kept", "kind", "number", "n_changes"])
        renamed = _renumber(meeting.learning_set)
        meeting.refresh_from_db(fields=["number"])
        tell_of_session(_told(meeting.learning_set), "session_moved", meeting, now, was)
        _tell_renamed(renamed, now)


def cancel_meeting(meeting: Meeting, now: datetime) -> None:
    with transaction.atomic():
        _refuse_what_has_begun(meeting, now)
        let_go_of_date(meeting, now)
        meeting.cancelled_at, meeting.number = now, None
        meeting.n_changes += 1
        meeting.save(update_fields=["cancelled_at", "number", "n_changes"])
        renamed = _renumber(meeting.learning_set)
        tell_of_session(_told(meeting.learning_set), "session_cancelled", meeting, now)
        _tell_renamed(renamed, now)


def close_meeting(meeting: Meeting, now: datetime, led_by: UUID | None = None) -> None:
    """The session is over, whatever its planned end was: the next one is the next one now.

    ``led_by`` is the member who led it, where no facilitator did.
    """
    meeting.closed_at = now
    meeting.led_by = Person.objects.filter(pk=led_by).first() if led_by else None
    meeting.save(update_fields=["closed_at", "led_by"])


def plan_first_meetings(learning_set: LearningSet, planned: Sequence[PlannedDate]) -> None:
    """The dates a set starts with. They stand in the invitation, so nobody is told of them apart."""
    for one in planned:
        _new_meeting(learning_set, one)
    _renumber(learning_set)


def refuse_a_clash(learning_set: LearningSet, planned: PlannedDate, moved: Meeting | None) -> None:
    LearningSet.objects.select_for_update().get(pk=learning_set.pk)
    kept = _kept(learning_set, planned, moved)
    wanted = Meeting(
        learning_set=learning_set, plan=planned.plan, plan_kept=kept, on=planned.on, at=planned.at
    )
    others = learning_set.meetings.filter(cancelled_at=None, closed_at=None).select_related("learning_set")
    for other in others.exclude(pk=moved.pk) if moved else others:
        if other.starts_at < wanted.ends_at and wanted.starts_at < other.ends_at:
            day = f"{other.title_in_a_sentence}, {dates.short_day(other.on)}"
            times = f"{dates.clock_time(other.at)} to {dates.clock_time(other.local_end)}"
            raise Refused(f"The set already meets then: {day}, {times}")


def _new_meeting(learning_set: LearningSet, planned: PlannedDate) -> Meeting:
    return Meeting.objects.create(
        learning_set=learning_set,
        kind=kind_of_plan(planned.plan),
        plan=planned.plan,
        plan_kept=_kept(learning_set, planned),
        on=planned.on,
        at=planned.at,
    )


def _told(learning_set: LearningSet) -> list[Person]:
    """Everybody who needs to know when a set meets, those who look on too."""
    return [membership.person for membership in everyone_of(learning_set)]


def _kept(learning_set: LearningSet, planned: PlannedDate, moved: Meeting | None = None) -> str:
    """What a session keeps of somebody's own plan: as it or its set has it, or else as it is now."""
    if not planned.plan.startswith(OWN):
        return ""
    for one in (moved, learning_set):
        if one is not None and one.plan == planned.plan:
            return one.plan_kept
    kept = plan_to_keep(planned.plan)
    if not kept:
        raise Refused("This session plan does not add up any more. Choose another")
    return kept


def _tell_renamed(renamed: dict[Meeting, str], now: datetime) -> None:
    """In people's calendars a session has the name that it has now, though its date stays."""
    for meeting, title in renamed.items():
        was = as_told(meeting) | {"title": title}
        tell_of_session(_told(meeting.learning_set), "session_moved", meeting, now, was)


def _renumber(learning_set: LearningSet) -> dict[Meeting, str]:
    """Sessions of a kind count from one, by date. Gives those that had another name, each with that name.

    Two steps, so that no two share a number on the way.
    """
    planned = list(learning_set.meetings.filter(cancelled_at=None).order_by("on", "at", "id"))
    counts: dict[str, int] = {}
    changed: list[Meeting] = []
    renamed: dict[Meeting, str] = {}
    for meeting in planned:
        counts[meeting.kind] = counts.get(meeting.kind, 0) + 1
        if meeting.number != counts[meeting.kind]:
            if meeting.number is not None:
                renamed[meeting] = meeting.title
                meeting.n_changes += 1
            meeting.number = counts[meeting.kind]
            changed.append(meeting)
    learning_set.meetings.filter(id__in=[meeting.id for meeting in changed]).update(number=None)
    for meeting in changed:
        meeting.save(update_fields=["number", "n_changes"])
    return renamed


def _refuse_what_has_begun(meeting: Meeting, now: datetime) -> None:
    if meeting.has_begun(now):
        raise Refused("This session has begun, so its date stays as it is")
