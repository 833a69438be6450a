"""Dates of several sets side by side, with what is to be said of each: planned, or not made yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from setspace.core.schedule.days import WEEKDAYS
from setspace.core.schedule.notes import Note, NoteKind
from setspace.core.schedule.series import Dated, Series
from setspace.core.schedule.shapes import Shape, ideal_days
from setspace.lib import dates, words

A_YEAR = date(2027, 1, 5)  # any year shows how long a shape is
DAYS_OF_A_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Cell:
    """One date of one column. ``time`` is said only where it is not that of the row."""

    column: str
    day: date
    time: str
    notes: Sequence[Note]

    @property
    def words(self) -> str:
        return f"{dates.DAYS[self.day.weekday()][:3]} {dates.short_day(self.day)} {self.day.year}"


@dataclass(frozen=True, slots=True)
class Row:
    """One meeting; a column that does not have it has no cell."""

    title: str
    time: str
    white_space: str
    cells: Sequence[Cell | None]


@dataclass(frozen=True, slots=True)
class Start:
    """A first date that costs less, and what it costs."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """The columns are sets; those with the same dates share one."""

    columns: Sequence[str]
    rows: Sequence[Row]
    starts: Sequence[Start] = ()

    @property
    def n_clashes(self) -> int:
        cells = [cell for row in self.rows for cell in row.cells if cell]
        kinds = [note.kind for cell in cells for note in cell.notes]
        return kinds.count(NoteKind.CLASH)

    @property
    def clashing(self) -> str:
        falls = words.counted(self.n_clashes, "date falls", "dates fall").capitalize()
        return f"{falls} on days that are better not used"

    @property
    def standing(self) -> str:
        """One line about all of it."""
        if not self.n_clashes:
            return "No date clashes."
        return f"{self.clashing}. Read the notes."


Columns = Sequence[tuple[str, Sequence[Dated]]]


def preview(series: Series, weekdays: Sequence[int], today: date) -> Table:
    """A series that is not made yet. ``weekdays`` has one for each set. No start is offered that is past."""
    columns = [(_meets(one.weekday, weekdays.count(one.weekday)), one.meetings) for one in series.sets]
    opening = series.sets[0].meetings[0].notes
    offers = [note for note in opening if note.kind is NoteKind.OFFER]
    starts = [Start(note.day, note.words) for note in offers if note.day and note.day > today]
    return Table([title for title, _ in columns], _rows(columns), starts)


def table_of(columns: Columns) -> Table:
    """Sets with a name each; what has the same dates is told once."""
    shared: dict[tuple[tuple[str, datetime], ...], tuple[list[str], Sequence[Dated]]] = {}
    for title, meetings in columns:
        when = tuple((one.outline.title, one.starts) for one in meetings)
        shared.setdefault(when, ([], meetings))[0].append(title)
    together = [(words.listed(titles), meetings) for titles, meetings in shared.values()]
    return Table([title for title, _ in together], _rows(together))


def totals(shape: Shape) -> str:
    """8 meetings over 10 months, 23 and a half hours for each person."""
    if len(shape.meetings) == 1:
        return f"1 meeting, {dates.length(shape.minutes)} for each person"
    first, *_, last = ideal_days(shape, A_YEAR)
    months = round((last - first).days / DAYS_OF_A_MONTH)
    over = f"over {words.counted(months, 'month', 'months')}" if months else "within a month"
    return f"{len(shape.meetings)} meetings {over}, {dates.length(shape.minutes)} for each person"


def _meets(weekday: int, n_sets: int) -> str:
    return f"{WEEKDAYS[weekday]}s" if n_sets == 1 else f"{WEEKDAYS[weekday]}s, {words.number(n_sets)} sets"


def _rows(columns: Columns) -> list[Row]:
    """A row for each meeting of any column, in their order."""
    meetings = [{one.outline.title: one for one in meetings} for _, meetings in columns]
    order = dict.fromkeys(title for found in sorted(meetings, key=len, reverse=True) for title in found)
    return [_row([found.get(title) for found in meetings], [name for name, _ in columns]) for title in order]


def _row(meetings: Sequence[Dated | None], names: Sequence[str]) -> Row:
    like = next(one for one in meetings if one)
    usual = _time(like)
    white_space = f"then {dates.length(like.outline.white_space)} of white space"
    return Row(
        title=like.outline.title,
        time=usual,
        white_space=white_space if like.outline.white_space else "",
        cells=[_cell(name, one, usual) if one else None for name, one in zip(names, meetings, strict=True)],
    )


def _cell(column: str, dated: Dated, usual: str) -> Cell:
    said = _time(dated)
    notes = [note for note in dated.notes if not _is_start(note, dated)]
    return Cell(column, dated.starts.date(), "" if said == usual else said, notes)


def _is_start(note: Note, dated: Dated) -> bool:
    """Another start is offered beside the table, for it moves all of it."""
    return note.kind is NoteKind.OFFER and dated.outline.gap is None


def _time(dated: Dated) -> str:
    return f"{_clock(dated.starts)} to {_clock(dated.ends)}"


def _clock(at: datetime) -> str:
    return dates.clock_time(time(at.hour, at.minute))
