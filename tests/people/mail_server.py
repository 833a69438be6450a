"""A real mail server on this machine, which answers as a test tells it to."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.core.mail.backends.smtp import EmailBackend


class Answers:
    """Keeps what arrives, and gives the answers it was told to give, one for each message."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.recipients: list[list[str]] = []
        self.at_recipient: list[str] = []
        self.at_data: list[str] = []
        self.after_data: list[str] = []
        self.slowness = 0.0

    async def handle_RCPT(  # noqa: N802  the mail library's name for it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.at_recipient:
            return self.at_recipient.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802  the mail library's name for it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.at_data:
            return self.at_data.pop(0)
        assert isinstance(envelope.content, bytes)
        self.messages.append(message_from_bytes(envelope.content))
        self.recipients.append(list(envelope.rcpt_tos))
        await asyncio.sleep(self.slowness)
        if self.after_data and self.after_data.pop(0) == "hang up":
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        return "250 taken"


def plain_text(message: Message) -> str:
    """What the first part says."""
    first = next(part for part in message.walk() if part.get_content_type() == "text/plain")
    words = first.get_payload(decode=True)
    assert isinstance(words, bytes)
    return words.decode()


@contextmanager
def mail_server() -> Iterator[tuple[Answers, EmailBackend]]:
    answers = Answers()
    port = free_port()
    controller = Controller(answers, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield (
            answers,
            EmailBackend(host="127.0.0.1", port=port, timeout=5, username="", password="", use_tls=False),
        )
    finally:
        controller.stop()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
