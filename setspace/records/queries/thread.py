"""The thread of a series: what each held, the question it became, what they did, and what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from setspace.lib.vault import Reader
from setspace.people.models import Person
from setspace.programmes.models import LearningSet, Meeting, Membership, Role
from setspace.records.models import (
    Action,
    Issue,
    KeyQuestion,
    MovedQuestions,
    PartWords,
    Summary,
    SummaryPart,
)
from setspace.records.queries.actions import StandingAction, opened, was_there
from setspace.records.queries.own import own_reader
from setspace.records.queries.sets import readable_summaries

Place = tuple[UUID, UUID]  # of a session and a person


@dataclass(frozen=True, slots=True)
class Knot:
    """One session in which somebody held an issue."""

    meeting: Meeting
    issue: str
    question: str
    before: tuple[str, ...]  # the wordings on the way to the question, the first one first
    moved: tuple[str, ...]  # for its holder alone
    actions: tuple[StandingAction, ...]

    @property
    def first(self) -> str:
        return self.before[0] if self.before else ""

    @property
    def between(self) -> tuple[str, ...]:
        return self.before[1:]


@dataclass(frozen=True, slots=True)
class Thread:
    person: Person
    is_own: bool
    knots: tuple[Knot, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """Everything that is written down of the sessions that somebody may read of."""

    issues: dict[Place, str]
    wordings: dict[Place, tuple[str, ...]]
    parts: dict[Place, PartWords]
    moved: dict[UUID, tuple[str, ...]]
    actions: dict[Place, tuple[StandingAction, ...]]


def threads_of(learning_set: LearningSet, person: Person) -> tuple[Thread, ...]:
    """One for each person of the set who has held an issue: their own first, with what is theirs alone.

    Of others it holds what the set was given: the parts of summaries that went out, and the actions that the
    reader was there for. The number of reads is the same for one session and for many.
    """
    rows = list(learning_set.memberships.select_related("person").order_by("person__name"))
    mine = [row for row in rows if row.person_id == person.pk]
    summaries = sorted(readable_summaries(learning_set, person), key=lambda one: one.drafted_at)
    told = _told(summaries, person, mine)
    here = {row.person_id: row.person for row in rows if row.until_at is None and row.role == Role.MEMBER}
    people = sorted(here.values(), key=lambda one: (one.pk != person.pk, one.name.casefold()))
    threads = (Thread(one, one.pk == person.pk, _knots(one, person, summaries, told)) for one in people)
    return tuple(thread for thread in threads if thread.knots or thread.is_own)


def _told(summaries: Iterable[Summary], person: Person, mine: list[Membership]) -> _Told:
    reader, ids = own_reader(person), [one.meeting_id for one in summaries]
    out = {one.meeting_id for one in summaries if one.sent_at}
    own_issues = Issue.objects.filter(meeting__in=ids, person=person).select_related("meeting")
    moved = MovedQuestions.objects.filter(meeting__in=ids, person=person)
    return _Told(
        {_place(row): row.open_text(reader) for row in own_issues},
        _wordings(ids, reader),
        dict(_parts(ids, out, person, reader)),
        {row.meeting_id: row.open_texts(reader) for row in moved},
        _actions(ids, person, mine),
    )


def _wordings(ids: list[UUID], reader: Reader) -> dict[Place, tuple[str, ...]]:
    found = KeyQuestion.objects.filter(meeting__in=ids).select_related("meeting")
    return {_place(row): _on_the_way(row, reader) for row in found}


def _on_the_way(row: KeyQuestion, reader: Reader) -> tuple[str, ...]:
    """All wordings, and the one that was pinned last."""
    pinned = row.open_pinned(reader)
    texts = [wording.text for wording in row.open_wordings(reader)]
    return tuple(text for text in texts if text != pinned) + ((pinned,) if pinned else ())


def _parts(
    ids: list[UUID], out: set[UUID], person: Person, reader: Reader
) -> Iterable[tuple[Place, PartWords]]:
    """Parts of summaries: one's own, and those of others that went out."""
    for part in SummaryPart.objects.filter(meeting__in=ids).select_related("meeting"):
        is_given = part.approved_at is not None and part.meeting_id in out
        if is_given or part.person_id == person.pk:
            yield _place(part), part.open_words(reader)


def _actions(
    ids: list[UUID], person: Person, mine: list[Membership]
) -> dict[Place, tuple[StandingAction, ...]]:
    found = Action.objects.filter(meeting__in=ids, removed_at=None).order_by("noted_at", "order")
    seen = [
        action
        for action in found.select_related("meeting__learning_set")
        if action.person_id == person.pk or was_there(mine, action.noted_at)
    ]
    by_place: defaultdict[Place, list[StandingAction]] = defaultdict(list)
    for standing in opened(seen, person):
        by_place[_place(standing.action)].append(standing)
    return {place: tuple(standing) for place, standing in by_place.items()}


def _knots(holder: Person, reader: Person, summaries: Iterable[Summary], told: _Told) -> tuple[Knot, ...]:
    knots = (_knot(one.meeting, holder, told, is_own=holder.pk == reader.pk) for one in summaries)
    return tuple(knot for knot in knots if knot.issue or knot.question or knot.actions)


def _knot(meeting: Meeting, holder: Person, told: _Told, *, is_own: bool) -> Knot:
    """Nobody reads wordings on the way to a question that its holder kept out of the summary."""
    place = (meeting.pk, holder.pk)
    part = told.parts.get(place, PartWords("", "", ()))
    wordings = told.wordings.get(place, ()) if is_own or part.question else ()
    question = part.question or (wordings[-1] if wordings else "")
    return Knot(
        meeting,
        part.issue or (told.issues.get(place, "") if is_own else ""),
        question,
        tuple(text for text in wordings if text != question),
        told.moved.get(meeting.pk, ()) if is_own else (),
        told.actions.get(place, ()),
    )


def _place(row: Issue | KeyQuestion | SummaryPart | Action) -> Place:
    return row.meeting_id, row.person_id
