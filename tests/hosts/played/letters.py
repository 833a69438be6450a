"""What arrived: each letter as a person's mail program reads it."""

import email
import email.policy
import re
from dataclasses import dataclass
from email.message import EmailMessage
from functools import cached_property
from pathlib import Path
from uuid import UUID

from icalendar import Calendar, Event

from setspace.people.models import Letter

LINK = re.compile(r"https?://[^\s\"'<>]+")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class Arrived:
    """One letter in somebody's letter box."""

    message: EmailMessage
    purpose: str
    about: UUID | None

    @classmethod
    def read(cls, file: Path) -> "Arrived":
        message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        letter = Letter.objects.get(message_id=str(message["Message-ID"]))
        return cls(message, letter.purpose, letter.about)

    @property
    def to(self) -> str:
        return str(self.message["To"])

    @property
    def who(self) -> str:
        """The first name, which in this play is what stands before the @."""
        return self.to.partition("@")[0]

    @property
    def subject(self) -> str:
        return str(self.message["Subject"])

    @cached_property
    def parts(self) -> dict[str, str]:
        """The text of each part by its type."""
        found = {}
        for part in self.message.walk():
            content = None if part.is_multipart() else part.get_content()
            if content is not None:
                found[part.get_content_type()] = content if isinstance(content, str) else content.decode()
        return found

    @property
    def text(self) -> str:
        return self.parts["text/plain"]

    @cached_property
    def everything(self) -> str:
        """All that a curious reader could find in it; the folded lines of calendars are made whole."""
        headers = "\n".join(f"{name}: {value}" for name, value in self.message.items())
        return "\n".join([headers, *self.parts.values()]).replace("\r\n ", "").replace("\n ", "")

    @property
    def links(self) -> set[str]:
        """The ways into the product, without its own host."""
        found = (one.rstrip(".,;)") for one in LINK.findall(self.everything))
        ours = (one.replace("&amp;", "&") for one in found if "//localhost:8000" in one)
        return {one.partition("//localhost:8000")[2] or "/" for one in ours}

    @property
    def addresses(self) -> set[str]:
        return {one.lower() for one in ADDRESS.findall(self.everything)}

    @cached_property
    def entry(self) -> Event | None:
        if "text/calendar" not in self.parts:
            return None
        (event,) = Calendar.from_ical(self.parts["text/calendar"]).walk("VEVENT")
        assert isinstance(event, Event)
        return event

    @property
    def method(self) -> str:
        (part,) = (one for one in self.message.walk() if one.get_content_type() == "text/calendar")
        return str(part.get_param("method"))

    def link(self, pattern: str) -> str:
        """The one link of this kind."""
        (found,) = {one for one in self.links if re.fullmatch(pattern, one)}
        return found
