"""Asking a set for another date: opened, answered, closed by itself, and taken or left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction

from setspace.core.schedule.poll import Answer
from setspace.people.models import Person
from setspace.programmes.changes.meetings import PlannedDate, move_meeting, refuse_a_clash
from setspace.programmes.changes.telling import Refused, tell
from setspace.programmes.models import Attendance, Became, Meeting, Poll, PollAnswer, PollDate, Role, Said
from setspace.programmes.queries import members_of, people_of
from setspace.programmes.queries.polls import asked_in, have_all_answered

FEWEST_DATES, MOST_DATES = 2, 5


@dataclass(frozen=True, slots=True)
class Offer:
    """``closes_at`` is the latest moment: a poll closes before any of its dates, and before the session."""

    dates: Sequence[tuple[date, time]]
    quorum: int
    closes_at: datetime


def open_poll(meeting: Meeting, offer: Offer, by: Person, now: datetime) -> Poll:
    """Everybody in the set is asked by letter. A member who asks can come to what they offer."""
    with transaction.atomic():
        Meeting.objects.select_for_update().get(pk=meeting.pk)
        _refuse(meeting, offer, now)
        poll = Poll.objects.create(
            meeting=meeting, asked_by=by, asked_at=now, quorum=offer.quorum, closes_at=offer.closes_at
        )
        dates = [PollDate.objects.create(poll=poll, on=on, at=at) for on, at in offer.dates]
        poll.closes_at = min(offer.closes_at, meeting.starts_at, *(one.starts_at for one in dates))
        if poll.closes_at <= now:
            raise Refused("There is no time left to answer. Offer dates that are further ahead")
        poll.save(update_fields=["closes_at"])
        if meeting.learning_set.memberships.filter(person=by, until_at=None, role=Role.MEMBER).exists():
            _write(by, dict.fromkeys(dates, Answer.YES), now)
        tell(people_of(meeting.learning_set), "poll_opened", poll.id, now, but=by)
        return poll


def answer_poll(poll: Poll, person: Person, answers: Mapping[UUID, Answer], now: datetime) -> None:
    """One person's answers, which they can change until the poll closes, in time or when all have."""
    with transaction.atomic():
        locked = _locked(poll)
        if not locked.takes_answers(now):
            raise Refused("This poll is closed. Write to who asked if your answer has changed")
        dates = {one.pk: one for one in poll.dates.all()}
        _write(person, {dates[key]: answer for key, answer in answers.items() if key in dates}, now)
        if have_all_answered(poll):
            _close(locked, now)


def close_polls(now: datetime) -> int:
    """Close the polls whose time is over, each once, and say how many. Safe to call at any time."""
    due = Poll.objects.filter(ended_at=None, closed_at=None, closes_at__lte=now)
    closed = 0
    for poll in due:
        with transaction.atomic():
            locked = _locked(poll)
            if locked.closed_at is None and locked.ended_at is None:
                _close(locked, now)
                closed += 1
    return closed


def take_date(poll: Poll, chosen: PollDate, now: datetime) -> None:
    """The session moves to one of the dates, and everybody’s calendar with it."""
    with transaction.atomic():
        _end(poll, Became.TAKEN, now)
        meeting = poll.meeting
        move_meeting(meeting, PlannedDate(chosen.on, chosen.at, meeting.plan), now)
        _carry_over(meeting, chosen, now)


def keep_date(poll: Poll, now: datetime) -> None:
    """The session stays where it is. Whoever was asked is told."""
    with transaction.atomic():
        _end(poll, Became.KEPT, now)
        tell(people_of(poll.meeting.learning_set), "poll_kept", poll.id, now, but=poll.asked_by)


def _refuse(meeting: Meeting, offer: Offer, now: datetime) -> None:
    if meeting.cancelled_at is not None or meeting.has_begun(now):
        raise Refused("This session has begun or is cancelled, so its date stays as it is")
    if meeting.polls.filter(ended_at=None).exists():
        raise Refused("Your set is asked already. Choose one of those dates or keep the date first")
    if not FEWEST_DATES <= len(set(offer.dates)) <= MOST_DATES:
        raise Refused(f"Offer from {FEWEST_DATES} to {MOST_DATES} different dates")
    for on, at in offer.dates:
        if (on, at) == (meeting.on, meeting.at):
            raise Refused("One of these is the date that stands. Offer others")
        refuse_a_clash(meeting.learning_set, PlannedDate(on, at, meeting.plan), meeting)


def _locked(poll: Poll) -> Poll:
    found = Poll.objects.select_for_update(of=("self",)).select_related("meeting__learning_set")
    return found.get(pk=poll.pk)


def _write(person: Person, answers: Mapping[PollDate, Answer], now: datetime) -> None:
    for one, answer in answers.items():
        said = {"answer": answer.value, "at": now}
        PollAnswer.objects.update_or_create(date=one, person=person, defaults=said)


def _close(poll: Poll, now: datetime) -> None:
    poll.closed_at = now
    poll.save(update_fields=["closed_at"])
    leaders = [one.person for one in members_of(poll.meeting.learning_set) if one.leads_set]
    tell(leaders, "poll_closed", poll.id, now)


def _end(poll: Poll, became: Became, now: datetime) -> None:
    if _locked(poll).ended_at is not None:
        raise Refused("This poll is over already")
    Poll.objects.filter(pk=poll.pk).update(ended_at=now, became=became)


def _carry_over(meeting: Meeting, chosen: PollDate, now: datetime) -> None:
    """Who said that they can come is expected, and who said that they can’t has said so."""
    said = {Answer.YES: Said.COMING, Answer.NO: Said.APOLOGY}
    asked = {one.person_id for one in asked_in(chosen.poll)}
    for row in chosen.answers.filter(answer__in=list(said), person__in=asked):
        Attendance.objects.create(
            meeting=meeting, person_id=row.person_id, said=said[Answer(row.answer)], said_at=now
        )
