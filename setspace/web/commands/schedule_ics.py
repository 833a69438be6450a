"""The dates of a programme as one calendar file."""

from setspace.core.schedule.days import WEEKDAYS
from setspace.core.schedule.entries import Entry, feed, white_space_after
from setspace.core.schedule.series import Dated, Series
from setspace.lib import clock


def calendar_of(series: Series) -> tuple[int, bytes]:
    """How many entries there are, and the file. Made again, it has the same entries under the same UIDs."""
    entries = []
    for one in series.sets:
        day = WEEKDAYS[one.weekday]
        for meeting in one.meetings:
            entry = _entry(series, meeting, day)
            entries.append(entry)
            if meeting.outline.white_space:
                entries.append(white_space_after(entry, meeting.white_space_ends))
    return len(entries), feed(entries, series.wanted.shape.title, clock.wall())


def _entry(series: Series, meeting: Dated, day: str) -> Entry:
    shape, outline = series.wanted.shape, meeting.outline
    name = f"{shape.key}.{series.wanted.first:%Y%m%d}.{day.lower()}.{outline.kind.value}-{outline.number}"
    words = "\n".join(note.words for note in meeting.notes)
    title = f"{outline.title}: {shape.title}, {day}s"
    return Entry(f"{name}@setspace", title, meeting.starts, meeting.ends, series.wanted.zone, words)
