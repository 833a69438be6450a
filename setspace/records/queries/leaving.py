"""What somebody takes along from a set: their own words, and nobody else's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from setspace.core.mapping import drawing
from setspace.core.reflecting.feedback import SORTS
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.models import LearningSet, Meeting
from setspace.records.models import (
    Action,
    ActionUpdate,
    ActionWords,
    Feedback,
    KeyQuestion,
    Kind,
    Loop,
    PrivateNote,
    Reflection,
    RelationshipMap,
    ReviewSheet,
    SummaryPart,
)
from setspace.records.queries.journal import Told, parts_of_own
from setspace.records.queries.maps import MapView

# What is for one person alone, and in their record only where they say so.
REFLECTIONS, LOOPS, NOTES, MAPS, FEEDBACK = "reflections", "loops", "notes", "maps", "feedback"


@dataclass(frozen=True, slots=True)
class Brought:
    """The issue and the key question of a turn, as the issue holder left them."""

    issue: str = ""
    question_at_first: str = ""  # nothing where it stayed as it was
    question: str = ""


@dataclass(frozen=True, slots=True)
class Doing:
    """Something that was to be done, and all that was told of it since."""

    words: ActionWords
    status: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class OwnSession:
    """One session, or what was written between them: brought, to be done, and for oneself alone."""

    meeting: Meeting | None
    brought: Brought | None
    doings: tuple[Doing, ...]
    own: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class OwnRecord:
    learning_set: LearningSet
    person: Person
    sessions: tuple[OwnSession, ...]
    maps: tuple[MapView, ...]
    feedback: tuple[Told, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.sessions or self.maps or self.feedback)


def own_record(person: Person, learning_set: LearningSet, also: Collection[str]) -> OwnRecord:
    """One person's record of a set, for that person; of what is theirs alone, only what `also` names."""
    reader = Reader(actor=str(person.pk), purpose=Purpose.OWN_EXPORT)
    return OwnRecord(
        learning_set,
        person,
        _sessions(person, learning_set, also, reader),
        _maps(person, learning_set, reader) if MAPS in also else (),
        _feedback(person, learning_set, reader) if FEEDBACK in also else (),
    )


def _sessions(
    person: Person, learning_set: LearningSet, also: Collection[str], reader: Reader
) -> tuple[OwnSession, ...]:
    brought = _brought(person, learning_set, reader)
    doings = _doings(person, learning_set, reader)
    own = _own(person, learning_set, also, reader)
    about = brought.keys() | doings.keys() | own.keys()
    meetings: list[Meeting | None] = [*learning_set.meetings.filter(pk__in=[pk for pk in about if pk])]
    if None in own:
        meetings.append(None)
    return tuple(
        OwnSession(one, brought.get(key), tuple(doings[key]), tuple(own[key]))
        for one in meetings
        for key in [one.pk if one else None]
    )


def _brought(person: Person, learning_set: LearningSet, reader: Reader) -> dict[UUID | None, Brought]:
    rows = KeyQuestion.objects.filter(person=person, meeting__learning_set=learning_set)
    firsts = {row.meeting_id: _first_wording(row, reader) for row in rows.select_related("meeting")}
    parts = SummaryPart.objects.filter(person=person, meeting__learning_set=learning_set)
    found: dict[UUID | None, Brought] = {}
    for part in parts.select_related("meeting"):
        words = part.open_words(reader)
        first = firsts.get(part.meeting_id, "")
        brought = Brought(words.issue, first if first != words.question else "", words.question)
        if brought != Brought():
            found[part.meeting_id] = brought
    return found


def _first_wording(row: KeyQuestion, reader: Reader) -> str:
    """The first that was the holder's own: somebody else may have worded one with them."""
    own = (one.text for one in row.open_wordings(reader) if one.by == str(row.person_id))
    return next(own, "")


def _doings(
    person: Person, learning_set: LearningSet, reader: Reader
) -> defaultdict[UUID | None, list[Doing]]:
    actions = Action.objects.filter(person=person, meeting__learning_set=learning_set, removed_at=None)
    found: defaultdict[UUID | None, list[Doing]] = defaultdict(list)
    for action in actions.select_related("meeting").prefetch_related("updates"):
        told = tuple(told for update in action.updates.all() for told in _told(update, reader))
        doing = Doing(action.open_words(reader), action.status_label, told)
        found[action.meeting_id].append(doing)
    return found


def _told(update: ActionUpdate, reader: Reader) -> Sequence[Told]:
    both = (("What happened", update.open_did(reader)), ("What I learned", update.open_learned(reader)))
    return [Told(title, text) for title, text in both if text]


def _own(
    person: Person, learning_set: LearningSet, also: Collection[str], reader: Reader
) -> defaultdict[UUID | None, list[Told]]:
    """What somebody wrote for themselves about sessions of this set, or about no session."""
    of_set = Q(person=person) & (Q(meeting__learning_set=learning_set) | Q(meeting=None))
    rows: list[Reflection | ReviewSheet | Loop] = []
    if REFLECTIONS in also:
        rows += Reflection.objects.filter(of_set, kind=Kind.REFLECTION)
        rows += ReviewSheet.objects.filter(of_set)
    if LOOPS in also:
        rows += Loop.objects.filter(of_set)
    found: defaultdict[UUID | None, list[Told]] = defaultdict(list)
    if NOTES in also:
        for note in PrivateNote.objects.filter(of_set):
            found[note.meeting_id].append(Told("My notes", note.open_text(reader)))
    for row in sorted(rows, key=lambda row: row.written_at):
        found[row.meeting_id] += parts_of_own(row, reader)
    return found


def _maps(person: Person, learning_set: LearningSet, reader: Reader) -> tuple[MapView, ...]:
    of_set = Q(learning_set=learning_set) | Q(learning_set=None)
    rows = RelationshipMap.objects.filter(of_set, person=person).order_by("made_at")
    drawn = (row.open_drawn(reader)[0] for row in rows)
    return tuple(MapView(one, drawing.picture(one)) for one in drawn)


def _feedback(person: Person, learning_set: LearningSet, reader: Reader) -> tuple[Told, ...]:
    """What others wrote when asked, and it was read. Who wrote it stays on its own page."""
    rows = Feedback.objects.filter(
        person=person, asked__request__learning_set=learning_set, asked__read_at__isnull=False
    )
    opened = [row.open_words(reader) for row in rows.order_by("asked__read_at", "pk")]
    return tuple(
        Told(sort.title, text) for words in opened for sort in SORTS if (text := words[sort.key].strip())
    )
