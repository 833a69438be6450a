"""A poll for another date, as those in the set see it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from setspace.core.schedule import poll as core
from setspace.core.schedule.poll import Answer
from setspace.people.models import Person
from setspace.programmes.models import Meeting, Membership, Poll, PollAnswer, PollDate
from setspace.programmes.queries.moving import notes_of_days
from setspace.programmes.queries.people import members_of

Answers = defaultdict[UUID, dict[UUID, Answer]]  # person -> date -> answer


@dataclass(frozen=True, slots=True)
class Offered:
    """One date of a poll. ``yes``, ``maybe`` and ``no`` are the first names of those who said so."""

    date: PollDate
    notes: Sequence[str]
    yes: Sequence[str]
    maybe: Sequence[str]
    no: Sequence[str]
    is_best: bool
    mine: str


@dataclass(frozen=True, slots=True)
class PollView:
    poll: Poll
    offered: Sequence[Offered]
    waiting: Sequence[str]  # first names of who has not answered
    is_asked: bool  # whether the reader is
    is_possible: bool
    why: str


def asked_in(poll: Poll) -> list[Membership]:
    """Who is asked: everybody in the set now, but a facilitator who asked."""
    members = members_of(poll.meeting.learning_set)
    return [one for one in members if not (one.is_facilitator and one.person_id == poll.asked_by_id)]


def have_all_answered(poll: Poll) -> bool:
    return not _waiting(poll, asked_in(poll), _answers(poll))


def open_polls(meetings: Sequence[Meeting]) -> dict[UUID, Poll]:
    """The poll of each session that has one which has not ended."""
    found = Poll.objects.filter(meeting__in=[one.pk for one in meetings], ended_at=None)
    return {poll.meeting_id: poll for poll in found}


def poll_view(poll: Poll, person: Person) -> PollView:
    """Callers have shown that the person is in the set."""
    asked, answers = asked_in(poll), _answers(poll)
    zone = poll.meeting.learning_set.tz
    dates = list(poll.dates.select_related("poll__meeting__learning_set"))
    starts = {one.starts_at.astimezone(zone): one for one in dates}
    # Whoever facilitates does not make a session of too few worth while, and so is not counted.
    given = {
        str(one.person_id): _by_start(starts, answers[one.person_id])
        for one in asked
        if not one.is_facilitator
    }
    outcome = core.outcome(core.Poll(tuple(starts), given, poll.quorum))
    notes = notes_of_days(poll.meeting.learning_set, {one.on for one in dates})
    best = starts[outcome.winner] if outcome.winner else None
    return PollView(
        poll,
        [_offered(one, notes[one.on], asked, answers, person, is_best=one == best) for one in dates],
        [one.person.first_name for one in _waiting(poll, asked, answers)],
        any(one.person_id == person.pk for one in asked),
        best is not None,
        outcome.why,
    )


def _by_start(starts: Mapping[datetime, PollDate], said: Mapping[UUID, Answer]) -> dict[datetime, Answer]:
    return {start: said[one.pk] for start, one in starts.items() if one.pk in said}


def _answers(poll: Poll) -> Answers:
    found: Answers = defaultdict(dict)
    for row in PollAnswer.objects.filter(date__poll=poll):
        found[row.person_id][row.date_id] = Answer(row.answer)
    return found


def _waiting(poll: Poll, asked: Sequence[Membership], answers: Answers) -> list[Membership]:
    n_dates = poll.dates.count()
    return [one for one in asked if len(answers[one.person_id]) < n_dates]


def _offered(
    date: PollDate,
    notes: Sequence[str],
    asked: Sequence[Membership],
    answers: Answers,
    reader: Person,
    *,
    is_best: bool,
) -> Offered:
    def who(answer: Answer) -> list[str]:
        return [one.person.first_name for one in asked if answers[one.person_id].get(date.pk) is answer]

    return Offered(
        date,
        notes,
        who(Answer.YES),
        who(Answer.MAYBE),
        who(Answer.NO),
        is_best,
        answers[reader.pk].get(date.pk, ""),
    )
