"""Who sends which letter: claims that hold, grow stale, are lost, and side by side."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from django.core.mail.backends.smtp import EmailBackend
from django.db import connections

from setspace.people import changes, outbox
from setspace.people.models import Letter, LetterState, Person
from tests.people.letters import MINUTE, NOW, put_note, state_of
from tests.people.mail_server import Answers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds")]


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
