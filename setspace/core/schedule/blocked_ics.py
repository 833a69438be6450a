"""The entries of somebody's iCalendar file that stand in the way, each time that they repeat."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vRecur

from setspace.core.schedule.obstacles import DAY, Hindrance, Obstacle, whole_days
from setspace.core.schedule.repeats import repeats

MOST_ENTRIES = 2_000
EARLIEST = 1900
MOST_NAME = 80
UNNAMED = "no name given"

Begins = date | datetime
Moved = dict[str, set[Begins]]


def obstacles_of(text: str, zone: ZoneInfo, first: date, last: date) -> Iterator[tuple[int, Obstacle | str]]:
    """What stands in the way from ``first`` to ``last``, or what is wrong, each with its entry's line."""
    try:
        entries = [one for one in Calendar.from_ical(text).walk("VEVENT") if isinstance(one, Event)]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        yield (
            1,
            "This is no whole iCalendar file. It begins with BEGIN:VCALENDAR and ends with END:VCALENDAR.",
        )
        return
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip().upper() == "BEGIN:VEVENT"]
    if len(entries) > MOST_ENTRIES:
        yield 1, f"Only the first {MOST_ENTRIES} entries are read. Export fewer, or a shorter time."
    moved = _moved(entries)
    for line, entry in zip(lines, entries[:MOST_ENTRIES], strict=False):
        try:
            for one in _of_entry(entry, zone, moved, first, last):
                yield line, one
        except (ValueError, TypeError, OverflowError, AttributeError):
            yield (
                line,
                f"This entry cannot be read: {_name(entry)}. Its dates or its repeats are not well formed.",
            )


def _moved(entries: list[Event]) -> Moved:
    """By UID, the times of a repeating entry that another entry stands for."""
    found: Moved = defaultdict(set)
    for entry in entries:
        if (instead := entry.get("RECURRENCE-ID")) is not None and hasattr(instead, "dt"):
            found[str(entry.get("UID"))].add(instead.dt)
    return found


def _of_entry(entry: Event, zone: ZoneInfo, moved: Moved, first: date, last: date) -> Iterator[Obstacle]:
    if str(entry.get("STATUS", "")).upper() == "CANCELLED":
        return
    is_free = str(entry.get("TRANSP", "")).upper() == "TRANSPARENT"
    hindrance = Hindrance.AVOIDED if is_free else Hindrance.BLOCKED
    length = entry.end - entry.start
    for begins in _times(entry, moved, first - length - DAY, last + DAY):
        one = _obstacle(begins, length, zone, _name(entry), hindrance)
        if one.first <= last and one.last >= first:
            yield one


def _times(entry: Event, moved: Moved, first: date, last: date) -> Iterator[Begins]:
    """Each time that an entry begins; repeats only from ``first`` to ``last``, in the entry's own zone."""
    begins: Begins = entry.start
    if begins.year < EARLIEST:
        raise ValueError(begins)
    left_out = set(entry.exdates)
    if "RECURRENCE-ID" not in entry:
        left_out |= moved.get(str(entry.get("UID")), set())
    times: list[Begins] = [begins, *(added for added, _ in entry.rdates)]
    for rule in entry.rrules:
        times += _repeats(rule, begins, first, last)
    yield from (one for one in dict.fromkeys(times) if one not in left_out)


def _repeats(rule: vRecur, begins: Begins, first: date, last: date) -> Iterator[Begins]:
    """The times of a rule, in the local time of its entry."""
    zone = begins.tzinfo if isinstance(begins, datetime) else None
    start = _local(begins, zone)
    until = min(_local(one, zone, time.max) for one in (last, *rule.get("UNTIL", ())))
    for day in repeats(rule, start.date(), first, until.date()):
        local = datetime.combine(day, start.time())
        if local <= until:
            yield local.replace(tzinfo=zone) if isinstance(begins, datetime) else day


def _local(when: Begins, zone: tzinfo | None, at: time = time.min) -> datetime:
    """A time in a zone, then without it; a whole day at the time given."""
    if not isinstance(when, datetime):
        return datetime.combine(when, at)
    return (when.astimezone(zone) if when.tzinfo and zone else when).replace(tzinfo=None)


def _obstacle(begins: Begins, length: timedelta, zone: ZoneInfo, name: str, hindrance: Hindrance) -> Obstacle:
    if not isinstance(begins, datetime):
        return whole_days(begins, max(begins, begins + length - DAY), name, hindrance)
    local = _local(begins, zone)
    ends = _local(begins.astimezone(UTC) + length, zone) if begins.tzinfo else local + length
    return Obstacle(local, ends, name, hindrance)


def _name(entry: Event) -> str:
    return " ".join(str(entry.get("SUMMARY", "")).split())[:MOST_NAME] or UNNAMED
