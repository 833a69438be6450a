"""The dates of a programme as `setspace schedule` tells them to people."""

from setspace.core.schedule.days import MONTHS, WEEKDAYS
from setspace.core.schedule.series import Dated, Series, SetDates

NARROW = 12


def told(series: Series) -> str:
    """The lines to print: each set's dates, with what is to be said of them underneath."""
    shape = series.wanted.shape
    lines = [f"{shape.title}, times of {series.wanted.zone.key}", f"Shape: {shape.source}"]
    for one in series.sets:
        lines += ["", *_set(one)]
    hours = f"{shape.minutes / 60:g} hours for each person"
    if shape.white_space:
        hours += f", and {shape.white_space / 60:g} of white space"
    return "\n".join([*lines, "", f"{hours}."])


def _set(one: SetDates) -> list[str]:
    lines = [f"{WEEKDAYS[one.weekday]}s"]
    for meeting in one.meetings:
        lines.append(_line(meeting))
        lines += [f"    {note.words}" for note in meeting.notes]
    return lines


def _line(meeting: Dated) -> str:
    on = meeting.starts.date()
    day = f"{WEEKDAYS[on.weekday()][:3]} {on.day:>2} {MONTHS[on.month - 1][:3]} {on.year}"
    times = f"{meeting.starts:%H:%M} to {meeting.ends:%H:%M}"
    return f"  {meeting.outline.title:<{NARROW}}  {day}  {times}  {meeting.utc:%H:%M} UTC"
