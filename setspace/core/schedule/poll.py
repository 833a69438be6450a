"""A poll for another date: who can come when, how many have to, and which date it becomes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from setspace.core.schedule.days import in_words


class Answer(StrEnum):
    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Poll:
    """``options`` are when the meeting might begin, in the set's local time; ``answers`` by person.

    ``quorum`` is how many have to be sure to come: a maybe does not count towards it, and no answer is a no.
    Nobody of ``needed`` may be missing: the facilitator, say, or whose turn it is.
    """

    options: tuple[datetime, ...]
    answers: Mapping[str, Mapping[datetime, Answer]]
    quorum: int
    needed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Count:
    option: datetime
    yes: int
    maybe: int
    missing: tuple[str, ...]

    def rank(self, quorum: int) -> tuple[bool, bool, int, int, float]:
        """Possible at all, then most yes, then most maybe, then the soonest."""
        is_possible = not self.missing and self.yes >= quorum
        return (is_possible, not self.missing, self.yes, self.maybe, -self.option.timestamp())


@dataclass(frozen=True, slots=True)
class Outcome:
    """``winner`` is None while no option has the quorum. ``counts`` stand in order, the best first."""

    winner: datetime | None
    counts: tuple[Count, ...]
    why: str


def outcome(poll: Poll) -> Outcome:
    """Which option wins, and why; where none can, what the nearest lacks.

    Raises ValueError for a poll without options.
    """
    if not poll.options:
        raise ValueError("A poll offers at least one date.")
    counts = [_count(poll, option) for option in poll.options]
    counts.sort(key=lambda count: count.rank(poll.quorum), reverse=True)
    best = counts[0]
    has_won = best.rank(poll.quorum)[0]
    why = _won(counts) if has_won else _lacks(best, poll.quorum)
    return Outcome(best.option if has_won else None, tuple(counts), why)


def _count(poll: Poll, option: datetime) -> Count:
    given = {person: answers.get(option, Answer.NO) for person, answers in poll.answers.items()}
    said = list(given.values())
    missing = [person for person in poll.needed if given.get(person, Answer.NO) is not Answer.YES]
    return Count(option, said.count(Answer.YES), said.count(Answer.MAYBE), tuple(sorted(missing)))


def _won(counts: Sequence[Count]) -> str:
    best, words = counts[0], _told(counts[0])
    possible = [count for count in counts[1:] if not count.missing]
    if any((count.yes, count.maybe) == (best.yes, best.maybe) for count in possible):
        return f"{words}, as another date has; it is the soonest of them."
    if any(count.yes == best.yes for count in possible):
        return f"{words}; no other date has more who are sure, and this has more who may come."
    return f"{words}, more than any other date on which everybody who is needed can come."


def _lacks(best: Count, quorum: int) -> str:
    lacks = []
    if best.yes < quorum:
        lacks.append(f"{quorum - best.yes} more would have to be sure")
    if best.missing:
        lacks.append(f"{' and '.join(best.missing)} would have to be sure to come")
    return f"No date is possible yet. The nearest: {_told(best)}; {', and '.join(lacks)}."


def _told(count: Count) -> str:
    maybe = f" and {count.maybe} maybe" if count.maybe else ""
    return f"{in_words(count.option.date())} at {count.option:%H:%M} has {count.yes} yes{maybe}"
