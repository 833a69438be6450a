"""A list of things to do, as a file that calendar and task programs read: one VTODO for each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from icalendar import Calendar, Component

from setspace.core.schedule.entries import MADE_BY, clean, one_line


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do. ``uid`` stays the same, so that a later file brings it up to date."""

    uid: str
    what: str
    made_at: datetime
    changed_at: datetime
    due: date | None = None
    words: str = ""
    is_begun: bool = False


class _Item(Component):
    name = "VTODO"


def task_file(tasks: Iterable[Task], name: str, stamp: datetime) -> bytes:
    """A file to bring in, with nobody's address in it. ``stamp`` is now, in UTC."""
    calendar = Calendar()
    calendar.add("PRODID", MADE_BY)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", one_line(name))
    for task in tasks:
        calendar.add_component(_component(task, stamp))
    written: bytes = calendar.to_ical()
    return written


def _component(task: Task, stamp: datetime) -> _Item:
    made = _Item()
    made.add("UID", task.uid)
    made.add("DTSTAMP", stamp)
    made.add("CREATED", task.made_at)
    made.add("LAST-MODIFIED", task.changed_at)
    made.add("SUMMARY", one_line(task.what))
    if task.words:
        made.add("DESCRIPTION", clean(task.words))
    if task.due:
        made.add("DUE", task.due)
    made.add("STATUS", "IN-PROCESS" if task.is_begun else "NEEDS-ACTION")
    made.add("CLASS", "PRIVATE")
    return made
