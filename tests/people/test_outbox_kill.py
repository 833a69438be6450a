"""The mail loop is killed again and again in its work: nobody is left without, nobody gets three copies."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from setspace.lib import clock
from setspace.people.models import Letter, LetterState
from tests.people.mail_server import Answers, mail_server

LETTERS = 240
KILLS = 50
MINUTES_PER_LIFE = 6  # more than a claim lasts


@pytest.fixture
def answers_and_senders() -> Iterator[tuple[Answers, "subprocess.Popen[str]"]]:
    with mail_server() as (answers, carrier):
        answers.slowness = 0.004
        command = [sys.executable, str(Path(__file__).with_name("sender.py"))]
        name = str(connection.settings_dict["NAME"])
        with subprocess.Popen(
            [*command, name, str(carrier.port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as senders:
            yield answers, senders
            assert senders.stdin is not None
            senders.stdin.close()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True, databases="__all__")
def test_a_killed_sender_loses_no_letter_and_sends_none_three_times(
    answers_and_senders: tuple[Answers, "subprocess.Popen[str]"],
) -> None:
    answers, senders = answers_and_senders
    now = clock.wall()
    Letter.objects.bulk_create(
        Letter(key=f"note:{number}", purpose="note", to_address=f"member{number}@example.org", due_at=now)
        for number in range(LETTERS)
    )
    chance, n_killed = random.Random(7), 0
    for life in range(KILLS):
        n_killed += kill_after(start(senders, life), chance.uniform(0.02, 0.06))
    for life in range(KILLS, KILLS + 4):
        wait_for(start(senders, life), senders)

    copies = Counter(message["To"] for message in answers.messages)
    letters = list(Letter.objects.all())
    assert n_killed == KILLS, "the letters ran out before the kills: put in more"
    assert any(letter.unknown_outcomes for letter in letters), "no kill hit a letter on its way"
    assert {letter.state for letter in letters} <= {LetterState.SENT, LetterState.UNKNOWN}
    assert max(copies.values()) <= 2
    assert [
        letter.key for letter in letters if letter.state == LetterState.SENT and not copies[letter.to_address]
    ] == []
    # A letter that was hit twice is left to a person: rare, and never in silence.
    assert sum(letter.state == LetterState.UNKNOWN for letter in letters) <= 2
    ids = {letter.to_address: letter.message_id for letter in letters}
    assert all(message["Message-ID"] == ids[message["To"]] for message in answers.messages)


def start(senders: "subprocess.Popen[str]", life: int) -> int:
    assert senders.stdin is not None
    assert senders.stdout is not None
    senders.stdin.write(f"{life * MINUTES_PER_LIFE}\n")
    senders.stdin.flush()
    return int(senders.stdout.readline())


def kill_after(process: int, seconds: float) -> bool:
    time.sleep(seconds)
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def wait_for(process: int, senders: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + 15
    while Path(f"/proc/{process}").exists():
        assert time.monotonic() < deadline, "the last sender did not finish"
        time.sleep(0.02)
    assert senders.poll() is None
