"""The outbox against a real mail server that takes, postpones, refuses and hangs up."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.db import connections
from pytest_django import Settings

from setspace.lib.mail import Draft
from setspace.people import changes, mails, outbox
from setspace.people.models import Letter, LetterState, Person, letter_states
from tests.people.mail_server import Answers, mail_server, plain_text

pytestmark = pytest.mark.django_db

NOW = datetime(2027, 4, 27, 9, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def a_note(letter: Letter) -> Draft | None:
    return Draft(
        subject="Tuesday set, session 3: your questions and actions",
        text="Plain words",
        html="<p>Plain words</p>",
        from_name="Ade",
        reply_to="ade@example.org",
    )


def no_longer_due(letter: Letter) -> Draft | None:
    return None


def broken(letter: Letter) -> Draft | None:
    raise RuntimeError("quizzaciously")


@pytest.fixture(autouse=True)
def _kinds(settings: Settings) -> None:
    here = "tests.people.test_outbox"
    settings.LETTERS = {
        **settings.LETTERS,
        "note": f"{here}.a_note",
        "over": f"{here}.no_longer_due",
        "broken": f"{here}.broken",
    }


@pytest.fixture
def mei() -> Person:
    return changes.person_for("mei@example.org", "Mei Tanaka")


@pytest.fixture
def server() -> Iterator[tuple[Answers, EmailBackend]]:
    with mail_server() as both:
        yield both


def put_note(mei: Person, key: str = "summary:1:mei", purpose: str = "note") -> Letter:
    assert mails.put(key, purpose, mei, due_at=NOW)
    return Letter.objects.get(key=key)


def state_of(letter: Letter) -> str:
    letter.refresh_from_db()
    return letter.state


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


def claimed(mei: Person, handed: bool) -> Letter:
    letter = put_note(mei)
    letter.state, letter.claimed_at, letter.attempts = LetterState.CLAIMED, NOW, 1
    letter.handed_at = NOW if handed else None
    letter.save()
    return letter


def test_a_claim_whose_sender_died_before_sending_costs_nothing(
    server: tuple[Answers, EmailBackend], mei: Person
) -> None:
    letter = claimed(mei, handed=False)
    assert outbox.send_due(NOW + 4 * MINUTE, server[1]) == 0
    outbox.send_due(NOW + 6 * MINUTE, server[1])
    assert outbox.send_due(NOW + 8 * MINUTE, server[1]) == 1
    assert (state_of(letter), letter.unknown_outcomes) == (LetterState.SENT, 0)


def test_a_claim_whose_sender_died_in_sending_is_tried_once_more(
    server: tuple[Answers, EmailBackend], mei: Person
) -> None:
    letter = claimed(mei, handed=True)
    assert outbox.send_due(NOW + 4 * MINUTE, server[1]) == 0
    assert outbox.send_due(NOW + 6 * MINUTE, server[1]) == 1
    assert (state_of(letter), letter.unknown_outcomes) == (LetterState.SENT, 1)


def test_a_second_unknown_outcome_is_left_to_a_person(
    server: tuple[Answers, EmailBackend], mei: Person
) -> None:
    letter = claimed(mei, handed=True)
    letter.unknown_outcomes = 1
    letter.save()
    assert outbox.send_due(NOW + 6 * MINUTE, server[1]) == 0
    assert state_of(letter) == LetterState.UNKNOWN
    changes.send_again(letter, NOW)
    assert outbox.send_due(NOW + 7 * MINUTE, server[1]) == 1


def test_a_sender_that_lost_its_claim_sends_nothing(
    server: tuple[Answers, EmailBackend], mei: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was so slow in writing the letter that another sender took it over."""
    letter = put_note(mei)
    written = outbox._written

    def slowly(one: Letter, at: datetime) -> object:
        Letter.objects.update(claimed_at=NOW + 6 * MINUTE)
        return written(one, at)

    monkeypatch.setattr(outbox, "_written", slowly)
    assert outbox.send_due(NOW, server[1], limit=1) == 0
    assert (state_of(letter), server[0].messages) == (LetterState.CLAIMED, [])


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


def test_a_state_has_words_that_a_person_can_read() -> None:
    assert dict(letter_states())["unknown"] == "Perhaps sent"


@pytest.mark.django_db(transaction=True, databases="__all__")
def test_several_senders_at_once_send_each_letter_once(server: tuple[Answers, EmailBackend]) -> None:
    answers, carrier = server
    Letter.objects.bulk_create(
        Letter(key=f"note:{number}", purpose="note", to_address=f"member{number}@example.org", due_at=NOW)
        for number in range(40)
    )

    def send() -> int:
        mine = EmailBackend(host=carrier.host, port=carrier.port, username="", password="", use_tls=False)
        try:
            return sum(outbox.send_due(NOW, mine, limit=3) for _round in range(15))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        sent = [work.result() for work in [pool.submit(send) for _sender in range(4)]]
    sent.append(outbox.send_due(NOW, carrier))
    assert sum(sent) == 40
    assert sorted(address for (address,) in answers.recipients) == sorted(
        Letter.objects.values_list("to_address", flat=True)
    )
