"""The outbox against a real mail server that takes, postpones, refuses and hangs up."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend

from setspace.people import mails, outbox
from setspace.people.models import Letter, LetterState, Person
from tests.people.letters import MINUTE, NOW, put_note, state_of
from tests.people.mail_server import Answers, mail_server

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds")]


def test_a_letter_is_sent_once_to_one_person(server: tuple[Answers, EmailBackend], mei: Person) -> None:
    answers, carrier = server
    letter = put_note(mei)
    assert outbox.send_due(NOW, carrier) == 1
    assert outbox.send_due(NOW + MINUTE, carrier) == 0
    assert state_of(letter) == LetterState.SENT
    assert letter.sent_at is not None
    (message,) = answers.messages
    assert answers.recipients == [["mei@example.org"]]
    assert message["To"] == "mei@example.org"
    assert message["Message-ID"] == letter.message_id
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Reply-To"] == "ade@example.org"
    assert message["From"] == "Ade <setspace@localhost>"
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_the_same_key_is_put_once(mei: Person) -> None:
    put_note(mei)
    assert not mails.put("summary:1:mei", "note", mei)
    assert Letter.objects.count() == 1


def test_a_letter_of_no_known_purpose_is_not_put(mei: Person) -> None:
    with pytest.raises(ValueError, match="gossip"):
        mails.put("gossip:1", "gossip", mei)


def test_nothing_is_sent_before_it_is_due(server: tuple[Answers, EmailBackend], mei: Person) -> None:
    put_note(mei)
    assert outbox.send_due(NOW - MINUTE, server[1]) == 0


def test_no_more_than_the_limit_goes_at_once(server: tuple[Answers, EmailBackend], mei: Person) -> None:
    for number in range(3):
        put_note(mei, key=f"summary:{number}:mei")
    assert outbox.send_due(NOW, server[1], limit=2) == 2
    assert outbox.send_due(NOW, server[1], limit=2) == 1


def test_a_greylisted_letter_waits_1_5_15_minutes_and_1_4_12_hours(
    server: tuple[Answers, EmailBackend], mei: Person
) -> None:
    answers, carrier = server
    letter = put_note(mei)
    at, waits = NOW, []
    for _try in range(6):
        answers.at_recipient = ["450 come back later"]
        assert outbox.send_due(at, carrier) == 0
        assert state_of(letter) == LetterState.WAITING
        waits.append(round((letter.due_at - at).total_seconds() / 60))
        assert outbox.send_due(letter.due_at - MINUTE / 2, carrier) == 0
        at = letter.due_at
    assert waits == [1, 5, 15, 60, 240, 720]
    answers.at_recipient = ["450 come back later"]
    outbox.send_due(at, carrier)
    assert (state_of(letter), letter.error) == (LetterState.REFUSED, "450")
    assert answers.messages == []


def test_a_letter_that_waited_arrives_with_its_message_id(
    server: tuple[Answers, EmailBackend], mei: Person
) -> None:
    answers, carrier = server
    letter = put_note(mei)
    answers.at_data = ["451 busy"]
    outbox.send_due(NOW, carrier)
    assert outbox.send_due(NOW + 2 * MINUTE, carrier) == 1
    assert answers.messages[0]["Message-ID"] == letter.message_id


@pytest.mark.parametrize("where", ["at_recipient", "at_data"])
def test_a_refused_letter_stops_and_says_so(
    server: tuple[Answers, EmailBackend], mei: Person, where: str
) -> None:
    answers, carrier = server
    letter = put_note(mei)
    setattr(answers, where, ["550 no such person as mei@example.org here"])
    assert outbox.send_due(NOW, carrier) == 0
    assert (state_of(letter), letter.error) == (LetterState.REFUSED, "550")
    assert outbox.send_due(NOW + timedelta(days=2), carrier) == 0


def test_one_refusal_does_not_hold_up_the_others(server: tuple[Answers, EmailBackend], mei: Person) -> None:
    answers, carrier = server
    put_note(mei, key="summary:1:mei")
    put_note(mei, key="summary:2:mei")
    answers.at_recipient = ["550 no"]
    assert outbox.send_due(NOW, carrier) == 1


def test_a_server_that_wants_a_pause_gets_a_new_connection(
    server: tuple[Answers, EmailBackend], mei: Person
) -> None:
    answers, carrier = server
    put_note(mei, key="summary:1:mei")
    put_note(mei, key="summary:2:mei")
    answers.at_data = ["421 too much for one connection"]
    assert outbox.send_due(NOW, carrier) == 1
    assert outbox.send_due(NOW + 2 * MINUTE, carrier) == 1


def test_a_line_that_goes_dead_is_tried_once_more_and_then_shown(
    server: tuple[Answers, EmailBackend], mei: Person
) -> None:
    answers, carrier = server
    letter = put_note(mei)
    answers.after_data = ["hang up", "hang up"]
    outbox.send_due(NOW, carrier, limit=1)
    assert state_of(letter) == LetterState.WAITING
    outbox.send_due(NOW + MINUTE, carrier)
    assert state_of(letter) == LetterState.UNKNOWN
    outbox.send_due(NOW + timedelta(days=2), carrier)
    assert [message["Message-ID"] for message in answers.messages] == [letter.message_id] * 2


def test_a_server_that_is_down_costs_a_wait_and_no_letter(mei: Person) -> None:
    with mail_server() as (_answers, carrier):
        gone = carrier
    letter = put_note(mei)
    put_note(mei, key="summary:2:mei")
    assert outbox.send_due(NOW, gone) == 0
    assert state_of(letter) == LetterState.WAITING
    assert letter.error.startswith("connection")
    assert Letter.objects.filter(attempts=0).count() == 1


def test_a_connection_lost_between_two_letters_is_opened_again(
    server: tuple[Answers, EmailBackend], mei: Person
) -> None:
    _answers, carrier = server
    letter = put_note(mei)
    carrier.open()
    assert carrier.connection is not None
    carrier.connection.close()
    assert outbox.send_due(NOW, carrier) == 1
    assert state_of(letter) == LetterState.SENT


def test_a_server_that_hangs_up_at_the_end_does_no_harm(
    server: tuple[Answers, EmailBackend], mei: Person
) -> None:
    """The farewell meets a dead line: the letters are sent all the same."""
    letter = put_note(mei)
    carrier = server[1]
    assert outbox.send_due(NOW, Deaf(carrier)) == 1
    assert state_of(letter) == LetterState.SENT


class Deaf(BaseEmailBackend):
    """A carrier whose line is dead by the time it says goodbye."""

    def __init__(self, carrier: EmailBackend) -> None:
        super().__init__()
        self.carrier = carrier

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        return self.carrier.send_messages(email_messages) or 0

    def close(self) -> None:
        self.carrier.close()
        raise OSError("the line is dead")
