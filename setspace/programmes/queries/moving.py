"""What another date would bring: for one session, or for it and all that follow."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils.module_loading import import_string

from setspace.core.schedule.moving import Move, brings, moved
from setspace.core.schedule.notes import near, what
from setspace.core.schedule.obstacles import Found, Obstacle, by_day
from setspace.core.schedule.series import Dated
from setspace.core.schedule.shapes import WEEK, Kind, Outline, Weeks
from setspace.lib import dates
from setspace.programmes.models import LearningSet, Meeting
from setspace.programmes.queries.meetings import upcoming_meetings


@dataclass(frozen=True, slots=True)
class Moved:
    """A session, the date that it would have, and what that date falls on."""

    meeting: Meeting
    on: date
    at: time
    notes: Sequence[str]

    @property
    def when(self) -> str:
        return f"{dates.day(self.on, self.meeting.on)}, {dates.clock_time(self.at)}"


def moves_of(meeting: Meeting, on: date, at: time, *, and_following: bool, now: datetime) -> list[Moved]:
    """Every session that such a move would move, in order.

    Raises ValueError, in words, where sessions that follow would get into another order, and where a clock
    change takes the time or shows it twice.
    """
    if not and_following:
        return [Moved(meeting, on, at, notes_of(meeting.learning_set, on))]
    ahead = [one for one in upcoming_meetings(meeting.learning_set, now) if not one.has_begun(now)]
    before = [_dated(one, ahead[place - 1] if place else None) for place, one in enumerate(ahead)]
    index = ahead.index(meeting)
    after = moved(before, Move(index, on, at, and_following=True), meeting.learning_set.tz)
    obstacles = obstacles_near(meeting.learning_set, [one.starts.date() for one in after])
    said = brings(before, after, obstacles)
    return [
        Moved(one, new.starts.date(), new.starts.time(), [note.words for note in notes])
        for one, old, new, notes in zip(ahead, before, after, said, strict=True)
        if old.starts != new.starts
    ]


def notes_of(learning_set: LearningSet, on: date) -> list[str]:
    """What one day falls on, or is next to."""
    return notes_of_days(learning_set, [on])[on]


def notes_of_days(learning_set: LearningSet, days: Collection[date]) -> dict[date, list[str]]:
    """The same for several days, with one look at what is in the way."""
    if not days:
        return {}
    obstacles = obstacles_near(learning_set, days)
    return {on: _said_of(on, by_day(obstacles, on - WEEK, on + WEEK)) for on in days}


def free_days(meeting: Meeting, now: datetime, most: int = 3) -> list[date]:
    """The same weekday of the weeks after a session, where nothing is in the way and the set is free."""
    taken = {one.on for one in upcoming_meetings(meeting.learning_set, now)}
    days = [meeting.on + number * WEEK for number in range(1, 2 * most + 1)]
    found = by_day(obstacles_near(meeting.learning_set, days), days[0], days[-1])
    return [day for day in days if day not in taken and day not in found][:most]


def obstacles_near(learning_set: LearningSet, days: Iterable[date]) -> tuple[Obstacle, ...]:
    """Public holidays where the set is, in the years of those days, and what its programme keeps free."""
    years = {(day + shift).year for day in days for shift in (-WEEK, timedelta(), WEEK)}
    found: tuple[Obstacle, ...] = import_string(settings.OBSTACLES_OF_SET)(learning_set, years)
    return found


def _said_of(on: date, found: Found) -> list[str]:
    own = [f"{dates.day(on)} {what(obstacle)}." for obstacle in found.get(on, ())]
    return own or [note.words for note in near(found, on)]


def _dated(meeting: Meeting, before: Meeting | None) -> Dated:
    zone = meeting.learning_set.tz
    gap = Weeks(max(1, round((meeting.on - before.on) / WEEK))) if before else None
    outline = Outline(
        Kind(meeting.kind),
        meeting.number or 1,
        meeting.plan,
        meeting.minutes,
        gap,
        white_space=meeting.course.plan.white_space,
    )
    return Dated(outline, meeting.starts_at.astimezone(zone), meeting.ends_at.astimezone(zone))
