"""What becomes of letters that are not due any more, cannot be written, or hold a code."""

from uuid import uuid4

import pytest
from django.core.mail.backends.smtp import EmailBackend
from pytest_django import Settings

from setspace.people import mails, outbox
from setspace.people.models import Letter, LetterState, Person, letter_states
from tests.people.letters import MINUTE, NOW, put_note, state_of
from tests.people.mail_server import Answers, plain_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds")]


def test_what_is_no_longer_due_is_dropped(server: tuple[Answers, EmailBackend], mei: Person) -> None:
    letter = put_note(mei, purpose="over")
    assert outbox.send_due(NOW, server[1]) == 0
    assert state_of(letter) == LetterState.DROPPED


def test_nothing_is_sent_to_somebody_who_has_left(server: tuple[Answers, EmailBackend], mei: Person) -> None:
    letter = put_note(mei)
    mei.is_active = False
    mei.save()
    assert outbox.send_due(NOW, server[1]) == 0
    assert state_of(letter) == LetterState.DROPPED


def test_a_letter_that_cannot_be_written_waits_and_leaks_nothing(
    server: tuple[Answers, EmailBackend], mei: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    put_note(mei, key="summary:2:mei", purpose="broken")
    put_note(mei)
    assert outbox.send_due(NOW, server[1]) == 1
    letter = Letter.objects.get(key="summary:2:mei")
    assert (letter.state, letter.error) == (LetterState.WAITING, "not written")


def test_a_payload_is_sealed_and_gone_once_it_is_sent(
    server: tuple[Answers, EmailBackend], mei: Person
) -> None:
    mails.put("sign_in_code:1", "sign_in_code", mei, about=uuid4(), payload={"code": "BCDF-GHJK"})
    letter = Letter.objects.get()
    assert letter.payload_sealed is not None
    assert b"BCDF" not in bytes(letter.payload_sealed)
    assert letter.payload == {"code": "BCDF-GHJK"}
    assert outbox.send_due(letter.due_at, server[1]) == 1
    letter = Letter.objects.get()
    assert (letter.state, letter.payload_sealed, letter.payload) == (LetterState.SENT, None, {})
    assert "BCDF-GHJK" in plain_text(server[0].messages[0])
    assert "BCDF" not in server[0].messages[0]["Subject"]


def test_a_code_that_has_run_out_is_not_sent(server: tuple[Answers, EmailBackend], mei: Person) -> None:
    mails.put_sign_in_code(mei.email, "BCDF-GHJK")
    Letter.objects.update(put_at=Letter.objects.get().put_at - 11 * MINUTE)
    assert outbox.send_due(Letter.objects.get().due_at, server[1]) == 0
    assert Letter.objects.get().state == LetterState.DROPPED


@pytest.mark.parametrize("way", ["open", "closed"])
def test_an_unknown_address_hears_how_to_begin_where_that_is_possible(
    server: tuple[Answers, EmailBackend], settings: Settings, way: str
) -> None:
    settings.SIGN_UP = way
    mails.put_no_account("somebody@example.org")
    assert outbox.send_due(Letter.objects.get().due_at, server[1]) == 1
    text = plain_text(server[0].messages[0])
    assert ("/sign-up/" in text) == (way == "open")


def test_a_new_browser_letter_shows_the_way_to_the_account_page(
    server: tuple[Answers, EmailBackend], mei: Person
) -> None:
    mails.put_new_browser(mei)
    assert outbox.send_due(Letter.objects.get().due_at, server[1]) == 1
    assert "/account/" in plain_text(server[0].messages[0])


def test_a_state_has_words_that_a_person_can_read() -> None:
    assert dict(letter_states())["unknown"] == "Perhaps sent"
