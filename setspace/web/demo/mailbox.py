"""The mail that the demo has sent, from the folder in which it lies."""

import email
import email.policy
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings

from setspace.people.models import Person

NAME = re.compile(r"[0-9]{6}-[0-9a-f]{8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Received:
    """One message in somebody's mailbox."""

    name: str
    subject: str
    sender: str
    to: str
    at: datetime
    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Box:
    owner: str
    address: str
    letters: Sequence[Received]


def boxes() -> list[Box]:
    """Everybody's letters, the newest first."""
    by_address: defaultdict[str, list[Received]] = defaultdict(list)
    for path in sorted(Path(settings.MAILBOX_DIR).glob("*.eml"), reverse=True):
        received = _parsed(path)
        by_address[received.to].append(received)
    owners = dict(Person.objects.filter(email__in=by_address).values_list("email", "name"))
    found = [Box(owners.get(to) or to, to, _newest_first(letters)) for to, letters in by_address.items()]
    return sorted(found, key=lambda box: box.owner)


def _newest_first(letters: list[Received]) -> list[Received]:
    """By the day that they bear: the demo writes of weeks that are past in an order of its own."""
    return sorted(letters, key=lambda letter: letter.at, reverse=True)


def read(name: str) -> Received | None:
    path = Path(settings.MAILBOX_DIR) / f"{name}.eml"
    return _parsed(path) if NAME.fullmatch(name) and path.exists() else None


def _parsed(path: Path) -> Received:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return Received(
        name=path.stem,
        subject=str(message["Subject"]),
        sender=str(message["From"]),
        to=str(message["To"]),
        at=message["Date"].datetime,
        text=_body(message, "plain"),
        html=_body(message, "html"),
    )


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return str(part.get_content()) if part is not None else ""
