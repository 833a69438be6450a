"""What arrives in somebody's calendar: letters through a real mail server, read back with icalendar."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message

from icalendar import Calendar, Event

from setspace.lib import clock
from setspace.people.mails import send_due
from setspace.people.models import Letter
from tests.people.mail_server import Answers, mail_server, plain_text


@dataclass(frozen=True)
class Arrived:
    """One message with an entry in it."""

    to: str
    text: str
    method: str
    event: Event
    file: str
    message: Message

    @property
    def uid(self) -> str:
        return str(self.event["UID"])

    @property
    def sequence(self) -> int:
        return int(str(self.event["SEQUENCE"]))

    @property
    def starts(self) -> datetime:
        return utc(self.event.start)

    @property
    def is_white_space(self) -> bool:
        return bool(self.event["TRANSP"] == "TRANSPARENT")


def arrived(*purposes: str) -> list[Arrived]:
    """Send what is due of those kinds, and give what came with an entry, by recipient and time."""
    Letter.objects.exclude(purpose__in=purposes).delete()
    with mail_server() as (answers, carrier):
        send_due(clock.wall(), carrier)
        return sorted(_entries(answers), key=lambda one: (one.to, one.starts))


def events_of(file: bytes) -> list[Event]:
    return [event for event in Calendar.from_ical(file).walk("VEVENT") if isinstance(event, Event)]


def utc(moment: object) -> datetime:
    assert isinstance(moment, datetime)
    assert moment.tzinfo is not None
    return moment.astimezone(UTC)


def _entries(answers: Answers) -> list[Arrived]:
    found = []
    for message, recipients in zip(answers.messages, answers.recipients, strict=True):
        parts = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
        if not parts:
            continue
        (part,), (to,) = parts, recipients
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        (event,) = events_of(content)
        method = str(part.get_param("method"))
        found.append(Arrived(to, plain_text(message), method, event, content.decode(), message))
    return found
