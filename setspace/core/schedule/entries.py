"""Calendar entries: one for each person and session, as an invitation, a cancellation or part of a feed.

Times are written with the zone of the series, so that an entry follows its law where that changes, and with
the zone's definition (`timezones`). Nothing repeats: dates differ, people join later, one session is moved.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress, vText

from setspace.core.schedule.timezones import timezone_of

MADE_BY = "-//Setspace//Action learning sets//EN"
FRESH = timedelta(hours=6)
UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Address:
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A session in one person's calendar, or the white space after it, which is optional.

    ``uid`` stays the same for as long as the entry lives; ``sequence`` goes up with each change that is sent
    (`succeeding`). ``starts`` and ``ends`` are aware, in ``zone``. ``attendee`` is whose calendar it is, and
    nobody else's address is ever in an entry.
    """

    uid: str
    title: str
    starts: datetime
    ends: datetime
    zone: ZoneInfo
    words: str = ""
    place: str = ""
    organiser: Address | None = None
    attendee: Address | None = None
    is_optional: bool = False
    sequence: int = 0
    is_cancelled: bool = False


def white_space_after(entry: Entry, ends: datetime) -> Entry:
    """The optional time after a session as an entry of its own, which leaves people free."""
    return replace(
        entry,
        uid=f"white-space.{entry.uid}",
        title=f"White space after: {entry.title}",
        starts=entry.ends,
        ends=ends,
        words="Optional, and nothing is recorded. Leave when you like.",
        is_optional=True,
    )


def succeeding(sent: Entry, wanted: Entry) -> Entry:
    """``wanted`` as it is to be sent after ``sent``: the same entry, numbered on if anything of it changed.

    Raises ValueError for another entry, or for another organiser: programs take no change from anybody else.
    """
    if (sent.uid, sent.organiser) != (wanted.uid, wanted.organiser):
        raise ValueError("An entry is changed by its own organiser, under its own UID.")
    same = replace(wanted, sequence=sent.sequence)
    return same if same == sent else replace(wanted, sequence=sent.sequence + 1)


def invitation(entry: Entry, stamp: datetime) -> bytes:
    """A file that asks a person to an entry, or replaces an earlier one. ``stamp`` is now, in UTC.

    Mail says ``text/calendar; method=REQUEST``. Raises ValueError without an organiser and an attendee.
    """
    _refuse_without_people(entry)
    return _file([entry], "REQUEST", stamp)


def cancellation(entry: Entry, stamp: datetime) -> bytes:
    """A file that takes an entry out again; its ``sequence`` is higher than the one that was sent.

    Mail says ``text/calendar; method=CANCEL``. Raises ValueError without an organiser and an attendee.
    """
    _refuse_without_people(entry)
    return _file([replace(entry, is_cancelled=True)], "CANCEL", stamp)


def feed(entries: Iterable[Entry], name: str, stamp: datetime) -> bytes:
    """A person's private feed, or a file to bring in: no addresses at all. What is cancelled is left out."""
    kept = [replace(one, organiser=None, attendee=None) for one in entries if not one.is_cancelled]
    return _file(kept, "PUBLISH", stamp, name)


def _refuse_without_people(entry: Entry) -> None:
    if entry.organiser is None or entry.attendee is None:
        raise ValueError("An invitation has an organiser and one attendee.")


def _file(entries: list[Entry], method: str, stamp: datetime, name: str = "") -> bytes:
    calendar = Calendar()
    calendar.add("PRODID", MADE_BY)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", method)
    if method == "PUBLISH":
        calendar.add("X-WR-CALNAME", one_line(name))
        calendar.add("REFRESH-INTERVAL", FRESH, parameters={"VALUE": "DURATION"})
        calendar.add("X-PUBLISHED-TTL", "PT6H")
    for zone in sorted({entry.zone for entry in entries}, key=lambda zone: zone.key):
        years = [entry.starts.year for entry in entries if entry.zone == zone]
        calendar.add_component(timezone_of(zone, min(years), max(years)))
    for entry in entries:
        calendar.add_component(_event(entry, stamp))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Entry, stamp: datetime) -> Event:
    event = Event()
    event.add("UID", entry.uid)
    event.add("DTSTAMP", stamp)
    event.add("SEQUENCE", entry.sequence)
    event.add("STATUS", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("DTSTART", _written(entry.starts, entry.zone))
    event.add("DTEND", _written(entry.ends, entry.zone))
    event.add("SUMMARY", clean(entry.title))
    if entry.words:
        event.add("DESCRIPTION", clean(entry.words))
    if entry.place:
        event.add("LOCATION", clean(entry.place))
    event.add("TRANSP", "TRANSPARENT" if entry.is_optional else "OPAQUE")
    if entry.organiser:
        event.add("ORGANIZER", _address(entry.organiser))
    if entry.attendee:
        event.add("ATTENDEE", _asked(entry.attendee, entry.is_optional))
    return event


def _written(moment: datetime, zone: ZoneInfo) -> datetime:
    """Local time with its zone; in UTC when the clocks show it once more: a file cannot say which."""
    local = moment.astimezone(zone)
    return local.astimezone(UTC) if local.fold else local


def _asked(person: Address, is_optional: bool) -> vCalAddress:
    address = _address(person)
    address.params["CUTYPE"] = vText("INDIVIDUAL")
    address.params["ROLE"] = vText("OPT-PARTICIPANT" if is_optional else "REQ-PARTICIPANT")
    address.params["PARTSTAT"] = vText("NEEDS-ACTION")
    address.params["RSVP"] = vText("FALSE")  # nobody reads an answer that a calendar program mails
    return address


def _address(person: Address) -> vCalAddress:
    address = vCalAddress(f"mailto:{one_line(person.email)}")
    address.params["CN"] = vText(one_line(person.name).replace('"', "'"))
    return address


def one_line(words: str) -> str:
    return " ".join(clean(words).split())


def clean(words: str) -> str:
    """Text without what no calendar file may hold; line ends stay."""
    return UNSAFE.sub(" ", words.replace("\r\n", "\n").replace("\r", "\n"))
