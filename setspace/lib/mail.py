"""Mail: what a letter says, how a message is built, and the connection that carries it.

Plain text comes first, HTML beside it. One recipient a message. No header can hold a line break.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime, formataddr, parseaddr
from enum import StrEnum
from pathlib import Path
from smtplib import SMTP, SMTPException, SMTPRecipientsRefused, SMTPResponseException
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend as SmtpBackend

TIMEOUT_SECONDS = 20
OK, CLOSING = 250, 421
PORTS = {"smtp": 25, "smtps": 465, "smtp+tls": 587}


class Outcome(StrEnum):
    """What became of a letter that was tried."""

    SENT = "sent"
    LATER = "later"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    DROPPED = "dropped"


class BadHeader(ValueError):
    """A line break, or another control character, where a header is wanted."""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """One entry for the recipient's calendar, and what is asked of it: REQUEST or CANCEL."""

    method: str
    body: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What a letter says. The subject never holds what was said in a set."""

    subject: str
    text: str
    html: str = ""
    from_name: str = ""
    reply_to: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    calendar: CalendarFile | None = None


def new_message_id() -> str:
    """A Message-ID. A letter keeps its own through every try."""
    domain = sender()[1].partition("@")[2] or "localhost"
    return f"<{secrets.token_hex(16)}@{domain}>"


def sender() -> tuple[str, str]:
    """The name and the address that all mail comes from."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)


def build(draft: Draft, to: str, message_id: str, at: datetime) -> EmailMessage:
    """The message for one recipient."""
    sender_name, address = sender()
    headers = {
        "Message-ID": message_id,
        "Date": format_datetime(at),
        "Auto-Submitted": "auto-generated",
        **draft.headers,
    }
    for words in (draft.subject, draft.from_name, draft.reply_to, to, *headers, *headers.values()):
        _refuse_control_characters(words)
    message = EmailMultiAlternatives(
        subject=draft.subject,
        body=draft.text,
        from_email=formataddr((draft.from_name or sender_name, address)),
        to=[to],
        reply_to=[draft.reply_to] if draft.reply_to else None,
        headers=headers,
    )
    if draft.html:
        message.attach_alternative(draft.html, "text/html")
    if draft.calendar:
        # Most programs read the alternative, which must come last; some look only at what is attached.
        message.attach_alternative(draft.calendar.body, f"text/calendar; method={draft.calendar.method}")
        message.attach("invite.ics", draft.calendar.body.encode(), "application/ics")
    return message


def connection() -> BaseEmailBackend:
    """What SETSPACE_MAIL_URL names: a mail server, or in the demo a folder of .eml files."""
    address = settings.MAIL_URL
    if address == "mailbox:":
        return MailboxBackend(Path(settings.MAILBOX_DIR))
    return _smtp(address)


def open_connection(carrier: BaseEmailBackend) -> str:
    """Open the connection, or prove that it is still open. Says what is wrong, or nothing."""
    try:
        live = getattr(carrier, "connection", None)
        if isinstance(live, SMTP) and not _answers(live):
            carrier.close()
        carrier.open()
    except (OSError, SMTPException) as trouble:
        carrier.close()
        return f"connection {_code(trouble)}"
    return ""


def deliver(carrier: BaseEmailBackend, message: EmailMessage) -> tuple[Outcome, str]:
    """Hand one message over an open connection. What the server answered is kept as a number alone."""
    try:
        carrier.send_messages([message])
    except SMTPRecipientsRefused as refused:
        codes = [code for code, _words in refused.recipients.values()]
        return _judged(codes[0] if codes else 0)
    except SMTPResponseException as refused:
        if refused.smtp_code == CLOSING:
            carrier.close()
        return _judged(refused.smtp_code)
    except (OSError, SMTPException):
        # The line went dead while the message was on its way: it may or may not have arrived.
        close(carrier)
        return Outcome.UNKNOWN, "no answer"
    return Outcome.SENT, ""


def close(carrier: BaseEmailBackend) -> None:
    try:
        carrier.close()
    except (OSError, SMTPException):
        return


class MailboxBackend(BaseEmailBackend):
    """Writes every message as a file, for the demo's mailbox page."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for message in email_messages:
            self._write(message)
        return len(email_messages)

    def _write(self, message: EmailMessage) -> None:
        name = f"{len(list(self.folder.glob('*.eml'))) + 1:06d}-{secrets.token_hex(4)}"
        draft = self.folder / f".{name}.part"
        draft.write_bytes(message.message().as_bytes())
        draft.rename(self.folder / f"{name}.eml")


def _smtp(address: str) -> SmtpBackend:
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ImproperlyConfigured(
            "SETSPACE_MAIL_URL must be like smtp://user:password@mail.example.org:587."
        )
    return SmtpBackend(
        host=parts.hostname,
        port=parts.port or PORTS[parts.scheme],
        username=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        use_ssl=parts.scheme == "smtps",
        use_tls=parts.scheme == "smtp+tls",
        timeout=TIMEOUT_SECONDS,
    )


def _answers(live: SMTP) -> bool:
    """A mail server may hang up between two messages. Better found before the next than in it."""
    try:
        return live.noop()[0] == OK
    except (OSError, SMTPException):
        return False


def _judged(code: int) -> tuple[Outcome, str]:
    return (Outcome.REFUSED if code >= 500 else Outcome.LATER), str(code)


def _code(trouble: Exception) -> str:
    return str(getattr(trouble, "smtp_code", "")) or type(trouble).__name__


def _refuse_control_characters(words: str) -> None:
    if any(ord(character) < 32 or ord(character) in (127, 0x2028, 0x2029, 0x85) for character in words):
        raise BadHeader("A mail header cannot hold a line break or a control character.")
