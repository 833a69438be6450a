"""How long a session took, shaped for the page of somebody who led it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from setspace.core.process.review import BlockRow, Spent
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.records.models import TimingReview

MINUTE = 60_000
SECOND = 1_000


@dataclass(frozen=True, slots=True)
class Part:
    """A part or a stage of the session in words. ``more`` says what was done to its time."""

    title: str
    planned: str
    took: str
    difference: str
    more: tuple[str, ...]
    is_held: bool
    stages: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnTiming:
    review: TimingReview
    parts: tuple[Part, ...]
    planned: str
    took: str
    difference: str
    held: str


def own_timing(person: Person, review: TimingReview) -> OwnTiming:
    """The review of a person for that person."""
    rows = review.open_rows(Reader(actor=str(person.pk), purpose=Purpose.MEMBER_VIEW))
    names = _names(row.holder for row in rows)
    planned, took = (
        sum(getattr(row.spent, name) for row in rows if row.spent.visits) for name in ("planned", "took")
    )
    held = sum(row.spent.held for row in rows)
    return OwnTiming(
        review,
        tuple(part_of(row, names) for row in rows),
        minutes(planned),
        minutes(took),
        difference(took - planned),
        minutes(held) if held else "",
    )


def timed_sessions(person: Person, set_id: UUID) -> frozenset[UUID]:
    """The sessions of a set of which somebody has a timing of their own."""
    found = TimingReview.objects.filter(person=person, meeting__learning_set_id=set_id)
    return frozenset(found.values_list("meeting_id", flat=True))


def minutes(length: int) -> str:
    """40 min, 41 min 10 s, 50 s."""
    whole, seconds = divmod(round(length / SECOND), 60)
    words = [f"{whole} min"] if whole else []
    return " ".join([*words, f"{seconds} s"] if seconds or not whole else words)


def difference(length: int) -> str:
    """1 min 10 s over, 30 s under, or as planned."""
    if round(length / SECOND) == 0:
        return "as planned"
    return f"{minutes(abs(length))} {'over' if length > 0 else 'under'}"


def part_of(row: BlockRow, names: dict[str, str]) -> Part:
    title = f"{names.get(row.holder, 'Somebody who has left')}’s turn" if row.holder else row.title
    stages = tuple(_stage(stage.title, stage.spent) for stage in row.stages if stage.spent.visits)
    gave = (
        [f"Gave {minutes(row.gave)}"] if row.gave > 0 else [f"Got {minutes(-row.gave)}"] if row.gave else []
    )
    return _stage(title, row.spent, gave, stages if row.spent.visits else ())


def _stage(title: str, spent: Spent, gave: Iterable[str] = (), stages: tuple[Part, ...] = ()) -> Part:
    more = [f"Added {minutes(spent.added)}"] if spent.added else []
    more += [f"Clock held for {minutes(spent.held)}"] if spent.held else []
    more += [f"Came {spent.visits} times"] if spent.visits > 1 and not stages else []
    off = difference(spent.took - spent.planned)
    return Part(
        title, minutes(spent.planned), minutes(spent.took), off, (*more, *gave), bool(spent.visits), stages
    )


def _names(people: Iterable[str]) -> dict[str, str]:
    wanted = [UUID(person) for person in people if person]
    return {str(person.pk): person.first_name for person in Person.objects.filter(pk__in=wanted)}
