"""What somebody asked, as numbers, for that person alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from setspace.core.questions.counting import COUNTED, Counts
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.records.models import QuestionCounts

TOLD: Mapping[str, Callable[[int], str]] = {
    "open": lambda n: f"{n} open",
    "check": lambda n: f"{n} to check a fact",
    "closed": lambda n: f"{n} closed",
    "advice": lambda n: f"{n} with a suggestion in {_it(n)}",
    "leading": lambda n: f"{n} that leaned towards an answer",
    "stacked": lambda n: f"{n} with several questions in {_it(n)}",
    "why_blame": lambda n: f"{n} that may have sounded like blame",
    "statement": lambda n: f"{n} that asked nothing yet",
}


@dataclass(frozen=True, slots=True)
class OwnCounts:
    meeting: Meeting
    line: str


def own_counts(person: Person) -> tuple[OwnCounts, ...]:
    """The sessions in which somebody asked enough to be told, the newest first."""
    reader = Reader(actor=str(person.pk), purpose=Purpose.MEMBER_VIEW)
    rows = QuestionCounts.objects.filter(person=person).select_related("meeting__learning_set")
    return tuple(OwnCounts(row.meeting, line_of(row.open_counts(reader))) for row in rows)


def line_of(counts: Counts) -> str:
    """9 questions: 6 open, 2 closed, 1 with a suggestion in it."""
    told = [TOLD[name](counts[name]) for name in COUNTED if counts.get(name)]
    return f"{sum(counts.values())} questions: {', '.join(told)}"


def _it(n: int) -> str:
    return "it" if n == 1 else "them"
