"""Every date of every set of a programme, as one table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from setspace.core.schedule.shapes import Kind, Outline
from setspace.hosts.models import Programme, ProgrammeDate, ProgrammeSet
from setspace.lib import dates, words


@dataclass(frozen=True, slots=True)
class Cell:
    label: str  # of the set
    day: str
    hours: str
    is_cancelled: bool

    @property
    def date(self) -> str:
        return f"{self.day}, cancelled" if self.is_cancelled else self.day

    @property
    def date_and_hours(self) -> str:
        return f"{self.day}, {self.hours}" + (", cancelled" if self.is_cancelled else "")


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    hours: str  # the same for every set, or empty
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class DatesTable:
    caption: str
    labels: list[str]
    rows: list[Row]
    has_one_time: bool  # each meeting begins at the same time in every set
    place: str  # whose clocks the times are of
    length: str  # of a session
    white_space: int


def dates_table(programme: Programme, sets: Sequence[ProgrammeSet]) -> DatesTable:
    columns = {one.id: {each.position: each for each in one.dates.all()} for one in sets}
    years = sorted({_on(one).year for dated in columns.values() for one in dated.values()})
    rows = []
    for position in sorted({position for dated in columns.values() for position in dated}):
        met = [(one, columns[one.id].get(position)) for one in sets]
        rows.append(_row([(one, each) for one, each in met if each is not None], years[0]))
    session = next(
        (one for dated in columns.values() for one in dated.values() if one.kind == "session"), None
    )
    return DatesTable(
        f"{_whose(len(sets))}, {words.listed(years)}" if years else _whose(len(sets)),
        [one.label for one in sets],
        rows,
        all(row.hours for row in rows),
        programme.zone.rpartition("/")[2].replace("_", " "),
        dates.length(session.minutes) if session else "",
        session.white_space if session else 0,
    )


def begins(planned: ProgrammeDate) -> datetime:
    """When it begins, in local time: where a set meets already, its own date counts."""
    return datetime.combine(_on(planned), _at(planned))


def ends(planned: ProgrammeDate) -> datetime:
    """With the white space that follows."""
    return begins(planned) + timedelta(minutes=planned.minutes + planned.white_space)


def title_of(planned: ProgrammeDate) -> str:
    return Outline(Kind(planned.kind), planned.number, None, planned.minutes).title


def _row(met: list[tuple[ProgrammeSet, ProgrammeDate]], year: int) -> Row:
    cells = [_cell(one, planned, year) for one, planned in met]
    hours = {cell.hours for cell in cells}
    return Row(title_of(met[0][1]), hours.pop() if len(hours) == 1 else "", cells)


def _cell(one: ProgrammeSet, planned: ProgrammeDate, year: int) -> Cell:
    on = _on(planned)
    day = f"{dates.DAYS[on.weekday()][:3]} {dates.short_day(on)}" + (f" {on.year}" if on.year != year else "")
    hours = f"{dates.clock_time(begins(planned))} to {dates.clock_time(ends(planned))}"
    return Cell(
        one.label, day, hours, planned.meeting is not None and planned.meeting.cancelled_at is not None
    )


def _on(planned: ProgrammeDate) -> date:
    return planned.meeting.on if planned.meeting else planned.on


def _at(planned: ProgrammeDate) -> time:
    return planned.meeting.at if planned.meeting else planned.at


def _whose(n_sets: int) -> str:
    if n_sets == 1:
        return "Dates"
    return "Dates for both sets" if n_sets == 2 else f"Dates for all {words.number(n_sets)} sets"
