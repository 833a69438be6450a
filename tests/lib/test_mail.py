"""Messages: plain text first, one recipient, no way to slip in a header. And where they go."""

from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail.backends.smtp import EmailBackend
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from setspace.lib import mail
from setspace.lib.mail import BadHeader, Draft, MailboxBackend

NOW = datetime(2027, 4, 27, 9, 30, tzinfo=UTC)
ID = "<1@example.org>"


def test_plain_text_comes_first_and_html_beside_it() -> None:
    message = mail.build(Draft("Hello", "Plain", "<p>Rich</p>"), "mei@example.org", ID, NOW)
    parts = [part.get_content_type() for part in message.message().walk()]
    assert parts == ["multipart/alternative", "text/plain", "text/html"]


def test_a_message_says_when_it_was_made_and_that_a_machine_made_it() -> None:
    made = mail.build(
        Draft("Hello", "Plain", headers={"List-Id": "sets"}), "mei@example.org", ID, NOW
    ).message()
    assert made["Date"] == "Tue, 27 Apr 2027 09:30:00 +0000"
    assert made["Auto-Submitted"] == "auto-generated"
    assert made["Message-ID"] == ID
    assert made["List-Id"] == "sets"
    assert made["Reply-To"] is None
    assert made["From"] == "Setspace <setspace@localhost>"


def test_a_message_id_is_new_each_time_and_names_the_sender_s_domain(settings: Settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "Setspace <sets@example.org>"
    first, second = mail.new_message_id(), mail.new_message_id()
    assert first != second
    assert first.endswith("@example.org>")
    settings.DEFAULT_FROM_EMAIL = "nobody"
    assert mail.new_message_id().endswith("@localhost>")


BREAK = st.sampled_from(["\r", "\n", "\r\n", "\x00", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u2029"])


@given(before=st.text(max_size=10), found=BREAK, after=st.text(max_size=10))
def test_no_header_takes_a_line_break(before: str, found: str, after: str) -> None:
    bad = f"{before}{found}{after}"
    for draft, to in (
        (Draft(bad, "text"), "mei@example.org"),
        (Draft("subject", "text", from_name=bad), "mei@example.org"),
        (Draft("subject", "text", reply_to=bad), "mei@example.org"),
        (Draft("subject", "text", headers={"X-One": bad}), "mei@example.org"),
        (Draft("subject", "text", headers={bad: "one"}), "mei@example.org"),
        (Draft("subject", "text"), bad),
    ):
        with pytest.raises(BadHeader) as refused:
            mail.build(draft, to, ID, NOW)
        assert bad not in str(refused.value)


@given(name=st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=30))
def test_any_name_makes_one_sender(name: str) -> None:
    message = mail.build(Draft("Hello", "text", from_name=name), "mei@example.org", ID, NOW)
    made = message_from_bytes(message.message().as_bytes())
    assert made.get_all("To") == ["mei@example.org"]
    assert len(made.get_all("From", [])) == 1
    assert made.get("Bcc") is None
    assert message.recipients() == ["mei@example.org"]


def test_the_demo_s_mail_goes_to_files(settings: Settings, tmp_path: Path) -> None:
    settings.MAIL_URL, settings.MAILBOX_DIR = "mailbox:", tmp_path / "mailbox"
    carrier = mail.connection()
    assert isinstance(carrier, MailboxBackend)
    for number in range(2):
        message = mail.build(Draft(f"Hello {number}", "text"), "mei@example.org", ID, NOW)
        assert mail.open_connection(carrier) == ""
        assert mail.deliver(carrier, message) == (mail.Outcome.SENT, "")
    mail.close(carrier)
    files = sorted((tmp_path / "mailbox").iterdir())
    assert [file.suffix for file in files] == [".eml", ".eml"]
    assert [message_from_bytes(file.read_bytes())["Subject"] for file in files] == ["Hello 0", "Hello 1"]


@pytest.mark.parametrize(
    ("address", "host", "port", "user", "password", "tls", "ssl"),
    [
        ("smtp://mail.example.org", "mail.example.org", 25, "", "", False, False),
        ("smtp://127.0.0.1:2525", "127.0.0.1", 2525, "", "", False, False),
        ("smtp+tls://sets:p%40ss@mail.example.org", "mail.example.org", 587, "sets", "p@ss", True, False),
        ("smtps://sets:word@mail.example.org", "mail.example.org", 465, "sets", "word", False, True),
    ],
)
def test_a_mail_server_is_named_by_one_address(
    settings: Settings, address: str, host: str, port: int, user: str, password: str, tls: bool, ssl: bool
) -> None:
    settings.MAIL_URL = address
    carrier = mail.connection()
    assert isinstance(carrier, EmailBackend)
    assert (carrier.host, carrier.port) == (host, port)
    assert (carrier.username, carrier.password) == (user, password)
    assert (carrier.use_tls, carrier.use_ssl) == (tls, ssl)
    assert carrier.timeout == 20


@pytest.mark.parametrize("address", ["mail.example.org", "smtp://", "http://mail.example.org"])
def test_an_address_that_names_no_mail_server_is_refused(settings: Settings, address: str) -> None:
    settings.MAIL_URL = address
    with pytest.raises(ImproperlyConfigured, match="SETSPACE_MAIL_URL"):
        mail.connection()
