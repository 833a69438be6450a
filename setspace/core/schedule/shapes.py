"""The shape of a programme: its meetings in order, and how long after one another they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from setspace.core.schedule.days import months_later, nearest, nth_weekday

WEEK = timedelta(weeks=1)
SHORTEST, LONGEST = 15, 12 * 60


class Kind(StrEnum):
    INTRODUCTION = "introduction"
    SESSION = "session"
    EVALUATION = "evaluation"
    FOLLOW_UP = "follow-up"


@dataclass(frozen=True, slots=True)
class Weeks:
    """So many weeks after the meeting before; by ``sooner`` and ``later`` weeks it may differ."""

    number: int
    sooner: int = 1
    later: int = 1


@dataclass(frozen=True, slots=True)
class Months:
    """So many calendar months after the meeting before, then the nearest of the same weekday."""

    number: int
    sooner: int = 1
    later: int = 1


@dataclass(frozen=True, slots=True)
class Monthly:
    """The same weekday of the month as the first meeting, such as the second Tuesday.

    Not every month has a fifth: where the first meeting is on one, the others are on the last.
    """

    number: int = 1
    sooner: int = 1
    later: int = 1


Gap = Weeks | Months | Monthly


@dataclass(frozen=True, slots=True)
class Outline:
    """A meeting as a shape has it, without its date.

    ``number`` counts within the kind, from 1. ``plan`` is the key of a session plan that lasts as long, or
    None where the host chooses one. ``minutes`` leaves out the optional ``white_space`` that follows.
    ``month`` is the month of the year that the source gives, where it gives one.
    """

    kind: Kind
    number: int
    plan: str | None
    minutes: int
    gap: Gap | None = None
    white_space: int = 0
    month: int | None = None

    @property
    def title(self) -> str:
        """Session 3; the introduction; with a number only where there may be several."""
        if self.kind is Kind.SESSION:
            return f"Session {self.number}"
        name = self.kind.value.capitalize()
        return name if self.number == 1 else f"{name} {self.number}"


@dataclass(frozen=True, slots=True)
class Shape:
    """A programme's meetings in order. ``at`` is when they usually begin, in local time."""

    key: str
    title: str
    source: str
    meetings: tuple[Outline, ...]
    at: time = time(9, 30)

    @property
    def minutes(self) -> int:
        """What each person gives, without white space."""
        return sum(meeting.minutes for meeting in self.meetings)

    @property
    def white_space(self) -> int:
        return sum(meeting.white_space for meeting in self.meetings)


def ideal_days(shape: Shape, first: date) -> tuple[date, ...]:
    """Where each meeting would be if nothing stood in the way. ``first`` is the day of the first."""
    days = [first]
    for meeting in shape.meetings[1:]:
        days.append(next_day(meeting.gap, days[-1], days[-1], first))
    return tuple(days)


def next_day(gap: Gap | None, before: date, ideal_before: date, first: date) -> date:
    """The day that a gap leads to from the day ``before``.

    By weeks and months a series goes on from where it is; by the weekday of the month it comes back to
    where it would be, so ``ideal_before`` counts there.
    """
    match gap:
        case Weeks(number):
            return before + number * WEEK
        case Months(number):
            return nearest(months_later(before, number), before.weekday())
        case Monthly(number):
            return nth_weekday(months_later(ideal_before.replace(day=1), number), first)
    raise ValueError("Only the first meeting of a shape has no gap before it.")


def unsound(shape: Shape) -> Iterator[str]:
    """What does not add up in a shape, in sentences."""
    if not shape.meetings:
        yield "A programme has at least one meeting."
    counted: dict[Kind, int] = {}
    for place, meeting in enumerate(shape.meetings):
        counted[meeting.kind] = counted.get(meeting.kind, 0) + 1
        if meeting.number != counted[meeting.kind]:
            yield f"{meeting.title} is number {counted[meeting.kind]} of its kind."
        if not SHORTEST <= meeting.minutes <= LONGEST or not 0 <= meeting.white_space <= LONGEST:
            yield f"{meeting.title} must last from {SHORTEST} minutes to {LONGEST // 60} hours."
        if (place == 0) != (meeting.gap is None):
            yield f"{meeting.title}: every meeting after the first says how long after the one before it is."
        elif meeting.gap and not _leaves_a_week(meeting.gap):
            yield f"{meeting.title} must be at least a week after the meeting before, also when it is moved."


def _leaves_a_week(gap: Gap) -> bool:
    weeks = gap.number if isinstance(gap, Weeks) else gap.number * 4
    return gap.sooner >= 0 and gap.later >= 0 and weeks - gap.sooner >= 1
