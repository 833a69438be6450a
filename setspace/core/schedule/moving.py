"""Move one meeting of a set, or it and all that follow, and say what is then in the way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from setspace.core.schedule.days import in_words, monday_of
from setspace.core.schedule.notes import (
    Note,
    NoteKind,
    capital,
    gap_in_words,
    in_a_sentence,
    near,
    sooner_or_later,
    what,
)
from setspace.core.schedule.obstacles import Found, Obstacle, by_day
from setspace.core.schedule.series import Dated
from setspace.core.schedule.shapes import WEEK, next_day
from setspace.core.schedule.zones import end_of, moment


@dataclass(frozen=True, slots=True)
class Move:
    """``index`` counts the set's meetings from 0. ``and_following`` moves the later ones by as many days;
    they keep their time of day. ``second`` says which is meant where the clocks show ``at`` twice."""

    index: int
    day: date
    at: time
    and_following: bool = False
    second: bool | None = None


def moved(meetings: Sequence[Dated], move: Move, zone: ZoneInfo) -> tuple[Dated, ...]:
    """The meetings after a move, those that moved without notes.

    Raises ValueError where the meetings would get into another order, and as `moment` does where a clock
    change takes a local time or doubles it.
    """
    days = move.day - meetings[move.index].starts.date()
    found = list(meetings)
    found[move.index] = _on(meetings[move.index], moment(move.day, move.at, zone, second=move.second))
    if move.and_following:
        for index in range(move.index + 1, len(meetings)):
            local = meetings[index].starts
            found[index] = _on(meetings[index], moment(local.date() + days, local.time(), zone))
    _refuse_another_order(found)
    return tuple(found)


def brings(
    before: Sequence[Dated],
    after: Sequence[Dated],
    obstacles: Sequence[Obstacle],
    place: int = 0,
    parallel: Sequence[Dated] = (),
) -> tuple[tuple[Note, ...], ...]:
    """What a move brings, for each meeting of the set at that place: nothing where nothing moved.

    ``parallel`` are the meetings of another set that meets in the same weeks, if there is one.
    """
    found = by_day(obstacles, after[0].starts.date() - WEEK, after[-1].starts.date() + WEEK)
    return tuple(
        ()
        if old.starts == new.starts
        else (
            *_clashes(new, found, place),
            *near(found, new.starts.date()),
            *_gaps(before, after, index),
            *_another_week(new, parallel[index : index + 1]),
        )
        for index, (old, new) in enumerate(zip(before, after, strict=True))
    )


def in_the_way(
    meetings: Sequence[Dated], obstacles: Sequence[Obstacle], place: int = 0
) -> tuple[tuple[Note, ...], ...]:
    """What each meeting of the set at that place falls on, and what is near, as its dates stand."""
    found = by_day(obstacles, meetings[0].starts.date() - WEEK, meetings[-1].starts.date() + WEEK)
    return tuple(_stands_in(meeting, found, place) for meeting in meetings)


def _stands_in(meeting: Dated, found: Found, place: int) -> tuple[Note, ...]:
    clashes = tuple(_clashes(meeting, found, place))
    return clashes or tuple(near(found, meeting.starts.date()))


def _on(meeting: Dated, starts: datetime) -> Dated:
    return replace(meeting, starts=starts, ends=end_of(starts, meeting.outline.minutes), notes=())


def _refuse_another_order(meetings: Sequence[Dated]) -> None:
    for earlier, later in pairwise(meetings):
        if later.utc < earlier.white_space_ends.astimezone(UTC):
            one, other = in_a_sentence(earlier.outline), in_a_sentence(later.outline)
            raise ValueError(
                f"Then {other} would begin before {one} is over, on {in_words(earlier.starts.date())}. "
                "Choose another date, or move all that follow as well."
            )


def _clashes(meeting: Dated, found: Found, place: int) -> Iterator[Note]:
    begins, ends = meeting.starts.replace(tzinfo=None), meeting.ends.replace(tzinfo=None)
    for obstacle in dict.fromkeys((*found.get(begins.date(), ()), *found.get(ends.date(), ()))):
        if obstacle.concerns(place) and obstacle.overlaps(begins, ends):
            yield Note(NoteKind.CLASH, f"{in_words(begins.date())} {what(obstacle)}.")


def _gaps(before: Sequence[Dated], after: Sequence[Dated], index: int) -> Iterator[Note]:
    """What became of the gap before a meeting, and of the one after it, where the next stayed."""
    outlines = [meeting.outline for meeting in after]
    days = [meeting.starts.date() for meeting in after]
    for later in (index, index + 1):
        if not 0 < later < len(after) or (later > index and before[later].starts != after[later].starts):
            continue
        meant = next_day(outlines[later].gap, days[later - 1], days[later - 1], days[0])
        if shift := round((days[later] - meant) / WEEK):
            title = "" if later == index else f"{capital(in_a_sentence(outlines[later]))} is then "
            words = f"{title}{sooner_or_later(shift)} than {gap_in_words(outlines, later)}."
            yield Note(NoteKind.MOVED, capital(words))


def _another_week(meeting: Dated, parallel: Sequence[Dated]) -> Iterator[Note]:
    for other in parallel:
        if monday_of(other.starts.date()) != monday_of(meeting.starts.date()):
            day = in_words(other.starts.date())
            yield Note(NoteKind.MOVED, f"The sets are then not in the same week: the other meets on {day}.")
