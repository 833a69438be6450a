"""One person's journal, for that person alone: reflections and reviews, and what is found in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from setspace.core.reflecting.loops import STATIONS, TRIED
from setspace.core.reflecting.prompts import REVIEW, prompt_of
from setspace.core.reflecting.search import Piece, excerpt, is_found, terms
from setspace.lib import dates
from setspace.lib.vault import Reader
from setspace.people.models import Person
from setspace.programmes.models import Meeting, Role
from setspace.records.models import Kind, Loop, Reflection, ReviewSheet, SharedPiece
from setspace.records.queries.own import own_reader

MOST_FOUND = 50
Own = Reflection | ReviewSheet | Loop


@dataclass(frozen=True, slots=True)
class Told:
    """Some words, and the question or heading that they stand under, if there is one."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    row: Own
    parts: tuple[Told, ...]
    shared: tuple[SharedPiece, ...] = ()

    @property
    def is_review(self) -> bool:
        return isinstance(self.row, ReviewSheet)

    @property
    def address(self) -> str:
        """Where its writer goes on with it. A review whose session is gone has no page of its own."""
        if isinstance(self.row, ReviewSheet):
            return reverse("records:review", args=[self.row.meeting_id]) if self.row.meeting_id else ""
        return reverse(
            "records:loop" if isinstance(self.row, Loop) else "records:reflection", args=[self.row.pk]
        )

    @property
    def meeting(self) -> Meeting | None:
        return self.row.meeting

    @property
    def at(self) -> datetime:
        return self.row.written_at

    @property
    def text(self) -> str:
        return "\n\n".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Found:
    entry: Entry
    pieces: tuple[Piece, ...]


def journal_of(person: Person, limit: int | None = None) -> tuple[Entry, ...]:
    """A person's journal for that person, newest first."""
    reader = own_reader(person)
    reflections = Reflection.objects.filter(person=person, kind=Kind.REFLECTION).select_related("meeting")
    sheets = ReviewSheet.objects.filter(person=person).select_related("meeting")
    rows: list[Own] = [*reflections[:limit], *sheets[:limit]]
    rows.sort(key=lambda row: row.written_at, reverse=True)
    shared = _shared(rows)
    return tuple(Entry(row, parts_of_own(row, reader), shared.get(row.pk, ())) for row in rows[:limit])


def all_of(person: Person) -> tuple[Entry, ...]:
    """The journal, and the double loops after it."""
    loops = Loop.objects.filter(person=person).select_related("meeting")
    reader = own_reader(person)
    return (*journal_of(person), *(Entry(loop, parts_of_own(loop, reader)) for loop in loops))


def entry_of(person: Person, row: Own) -> Entry:
    return Entry(row, parts_of_own(row, own_reader(person)), _shared([row]).get(row.pk, ()))


def review_parts(person: Person, sheet: ReviewSheet | None) -> dict[str, str]:
    return sheet.open_parts(own_reader(person)) if sheet else {}


def parts_of_own(row: Own, reader: Reader) -> tuple[Told, ...]:
    if isinstance(row, ReviewSheet):
        parts = row.open_parts(reader)
        return tuple(Told(part.title, text) for part in REVIEW if (text := parts[part.key].strip()))
    if isinstance(row, Loop):
        words = row.open_words(reader)
        return tuple(Told(one.title, text) for one in (*STATIONS, TRIED) if (text := words[one.key].strip()))
    prompt = prompt_of(row.open_prompt(reader))
    return (Told(prompt.words if prompt else "", row.open_text(reader)),)


def found_in_journal(person: Person, query: str) -> tuple[Found, ...]:
    """Where every word that is looked for stands in one entry. The words are forgotten at once."""
    wanted = terms(query)
    hits = []
    for entry in all_of(person):
        if is_found(entry.text, wanted):
            best = max(entry.parts, key=lambda part: sum(is_found(part.text, (term,)) for term in wanted))
            hits.append(Found(entry, excerpt(best.text, wanted)))
    return tuple(hits[:MOST_FOUND])


def session_to_look_back_on(person: Person, now: datetime) -> Meeting | None:
    """The newest session of the person's sets that is over."""
    mine = Q(learning_set__memberships__person=person, learning_set__memberships__until_at=None)
    looking_on = Q(learning_set__memberships__role=Role.OBSERVER)
    found = Meeting.objects.filter(mine & ~looking_on, cancelled_at=None).select_related("learning_set")
    held = found.filter(Q(on__lte=now.date()) | Q(closed_at__isnull=False)).order_by("-on", "-at")
    return next((meeting for meeting in held[:3] if meeting.is_over(now)), None)


def journal_as_text(entries: Sequence[Entry]) -> str:
    """The whole journal in plain text, to take along."""
    return "\n".join(chain.from_iterable(_lines(entry) for entry in entries))


def _lines(entry: Entry) -> list[str]:
    title = dates.day_and_year(entry.at.date())
    if entry.meeting is not None:
        title = f"{dates.day_and_year(entry.meeting.on)}, after {entry.meeting.title_in_a_sentence}"
    lines = [title, "=" * len(title), ""]
    for part in entry.parts:
        lines += [*([part.title, ""] if part.title else []), part.text, ""]
    return [*lines, ""]


def _shared(rows: Sequence[Own]) -> dict[UUID, tuple[SharedPiece, ...]]:
    found: defaultdict[UUID, tuple[SharedPiece, ...]] = defaultdict(tuple)
    pieces = SharedPiece.objects.filter(came_from__in=[row.pk for row in rows])
    for piece in pieces.select_related("learning_set"):
        found[piece.came_from] += (piece,)
    return found
