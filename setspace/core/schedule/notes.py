"""Why a date is where it is, in words: what moved it, what it falls on, what is near, what is better."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from setspace.core.schedule.days import MONTHS, in_words, monday_of, weeks_in_words
from setspace.core.schedule.obstacles import DAY, Found, Hindrance, Obstacle
from setspace.core.schedule.shapes import WEEK, Kind, Monthly, Months, Outline, Weeks
from setspace.core.schedule.weeks import Clash, Course, Search

MOST_SOONER_OR_LATER = 4  # weeks, in which a better date is looked for


class NoteKind(StrEnum):
    MOVED = "moved"  # not where the gap would have it
    CLASH = "clash"  # on a day that is not to be used, or better avoided
    NEAR = "near"  # beside a public holiday, or in its week
    MONTH = "month"  # not in the month that the source gives
    OFFER = "offer"  # what would be better, and what it costs


@dataclass(frozen=True, slots=True)
class Note:
    """``words`` is a sentence for whoever plans the series; ``day`` is what an offer offers."""

    kind: NoteKind
    words: str
    day: date | None = field(default=None, compare=False)


def notes(search: Search, course: Course, place: int, index: int) -> tuple[Note, ...]:
    """All that is to be said of one date: of the set at that place, and the meeting at that index."""
    monday = course.mondays[index]
    clashes = search.clashes(index, monday)
    own = [clash for clash in clashes if clash.place == place]
    return (
        *_moved(search, course, place, index),
        *(Note(NoteKind.CLASH, _falls(clash, index)) for clash in own),
        *near(search.found, search.day(monday, place), own),
        *_month(search, search.day(monday, place), index),
        *(_other_weeks(search, course, place, index) if own and index else ()),
    )


def other_starts(search: Search, course: Course) -> tuple[Note, ...]:
    """First dates that cost less: the nearest and the best, each with what it costs in words."""
    better: list[tuple[int, Course, Search]] = []
    for weeks in range(1, MOST_SOONER_OR_LATER + 1):
        for shift in (-weeks, weeks):
            other = search.beginning(search.wanted.first + shift * WEEK)
            best = other.best()
            if best.cost < min((found.cost for _, found, _ in better), default=course.cost):
                better.append((shift, best, other))
    return tuple(_start(*one) for one in (better if len(better) < 2 else (better[0], better[-1])))


def _start(shift: int, course: Course, search: Search) -> Note:
    words = (
        f"Beginning {sooner_or_later(shift)}, on {in_words(search.wanted.first)}, {_left(search, course)}."
    )
    return Note(NoteKind.OFFER, words, search.wanted.first)


def _left(search: Search, course: Course) -> str:
    """What a course costs, in words."""
    n_moved = sum(1 for index in range(1, len(course.mondays)) if _shift(search, course, index))
    clashes = [
        clash for index, monday in enumerate(course.mondays) for clash in search.clashes(index, monday)
    ]
    n_clashes = len({(clash.place, clash.day) for clash in clashes})
    moved = "one meeting is moved" if n_moved == 1 else f"{n_moved} meetings are moved"
    clashed = "one date clashes" if n_clashes == 1 else f"{n_clashes} dates clash"
    said = [words for number, words in ((n_moved, moved), (n_clashes, clashed)) if number]
    return " and ".join(said) or "no date clashes and none is moved"


def _moved(search: Search, course: Course, place: int, index: int) -> Iterator[Note]:
    if shift := _shift(search, course, index):
        gap = gap_in_words(search.wanted.shape.meetings, index)
        why = _reason(search, course, place, index)
        yield Note(NoteKind.MOVED, f"{capital(sooner_or_later(shift))} than {gap}{why}.")


def _shift(search: Search, course: Course, index: int) -> int:
    """By how many weeks a meeting is later than its gap would have it."""
    if not index:
        return 0
    return (course.mondays[index] - search.meant(index, course.mondays[index - 1])) // WEEK


def _reason(search: Search, course: Course, place: int, index: int) -> str:
    """The first clash from here on that there would be if nothing were moved, and that now is not there."""
    monday = course.mondays[index - 1]
    for later in range(index, len(course.mondays)):
        monday = search.meant(later, monday)
        clashes = search.clashes(later, monday)
        if _price(clashes) > _price(search.clashes(later, course.mondays[later])):
            said = "; ".join(dict.fromkeys(f"{in_words(one.day)} {what(one.obstacle)}" for one in clashes))
            if place not in (one.place for one in clashes):
                said += ", and the sets meet in the same week"
            title = in_a_sentence(search.wanted.shape.meetings[later])
            return f": {said}" if later == index else f", or {title} would clash: {said}"
    return ""


def _price(clashes: Sequence[Clash]) -> int:
    return sum(clash.cost for clash in clashes)


def _falls(clash: Clash, index: int) -> str:
    words = f"{in_words(clash.day)} {what(clash.obstacle)}."
    if clash.obstacle.hindrance is Hindrance.AVOIDED or not index:
        return words
    return f"{words} No week within reach is free."


def what(obstacle: Obstacle) -> str:
    """Is a public holiday, Good Friday."""
    match obstacle.hindrance:
        case Hindrance.HOLIDAY:
            return f"is a public holiday, {obstacle.name}"
        case Hindrance.BLOCKED:
            return f"is taken ({obstacle.name})"
        case Hindrance.AVOIDED:
            return f"is better avoided ({obstacle.name})"


def near(found: Found, day: date, own: Sequence[Clash] = ()) -> Iterator[Note]:
    """A public holiday the day before or after, or else in the same week: people travel, or are away."""
    if any(clash.obstacle.hindrance is Hindrance.HOLIDAY for clash in own):
        return
    week = [(monday_of(day) + number * DAY, "In the week of") for number in range(7)]
    beside = [(day - DAY, "The day after"), (day + DAY, "The day before")]
    for other, where in beside + [one for one in week if abs(one[0] - day) > DAY]:
        for obstacle in found.get(other, ()):
            if obstacle.hindrance is Hindrance.HOLIDAY:
                yield Note(NoteKind.NEAR, f"{where} {obstacle.name}, {in_words(other)}.")
                return


def _month(search: Search, day: date, index: int) -> Iterator[Note]:
    """Said where the series begins in the month that the source gives, so that its other months count too."""
    meetings = search.wanted.shape.meetings
    month = meetings[index].month
    if month not in (None, day.month) and meetings[0].month == search.wanted.first.month:
        assert month is not None
        words = f"In {MONTHS[day.month - 1]}; the source of this shape has it in {MONTHS[month - 1]}."
        yield Note(NoteKind.MONTH, words)


def _other_weeks(search: Search, course: Course, place: int, index: int) -> Iterator[Note]:
    """The nearest free weeks for this meeting alone, between its neighbours, one sooner and one later."""
    before, monday = course.mondays[index - 1], course.mondays[index]
    is_last = index + 1 == len(course.mondays)
    after = monday + (MOST_SOONER_OR_LATER + 1) * WEEK if is_last else course.mondays[index + 1]
    for step in (-WEEK, WEEK):
        other = monday + step
        while before < other < after and search.clashes(index, other):
            other += step
        if before < other < after:
            meetings = search.wanted.shape.meetings
            away = [f"{_weeks(other - before)} after {in_a_sentence(meetings[index - 1])}"]
            if not is_last:
                away.append(f"{_weeks(after - other)} before {in_a_sentence(meetings[index + 1])}")
            day = search.day(other, place)
            yield Note(NoteKind.OFFER, f"{in_words(day)} is free, {' and '.join(away)}.", day)


def gap_in_words(meetings: Sequence[Outline], index: int) -> str:
    """5 weeks after session 2."""
    before = in_a_sentence(meetings[index - 1])
    match meetings[index].gap:
        case Weeks(number):
            return f"{weeks_in_words(number)} after {before}"
        case Months(number) | Monthly(number):
            return f"{'a month' if number == 1 else f'{number} months'} after {before}"
    raise ValueError("Only the first meeting of a shape has no gap before it.")


def in_a_sentence(outline: Outline) -> str:
    """Session 3, the introduction, as they stand within a sentence."""
    title = outline.title[:1].lower() + outline.title[1:]
    return title if outline.kind is Kind.SESSION else f"the {title}"


def _weeks(apart: timedelta) -> str:
    return weeks_in_words(apart // WEEK)


def sooner_or_later(shift: int) -> str:
    return f"{weeks_in_words(abs(shift))} {'later' if shift > 0 else 'sooner'}"


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
