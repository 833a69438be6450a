"""Writing down: one effect of a command, decided on the newest state, kept before it is answered."""

import sqlite3
from concurrent.futures import Future
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, OperationalError, connection, transaction
from django.test import Client

from setspace.core.process import commands as c
from setspace.lib import clock
from setspace.room import batch, log
from setspace.room.answers import NO_ROOM, NOT_IN_SET, SIGNED_OUT, Ack, Answer, Ask, NotKept, Refusal
from setspace.room.asking import ask
from setspace.room.changes import open_room
from setspace.room.models import Room, RoomEvent
from setspace.room.shelf import newest, shelf
from setspace.room.writer import Writer, writer
from tests.room.world import Tuesday, new_meeting, session_of, signed_in


def events_of(tuesday: Tuesday) -> list[str]:
    return list(RoomEvent.objects.filter(room=tuesday.room).order_by("number").values_list("kind", flat=True))


def test_what_was_answered_is_in_the_log(tuesday: Tuesday) -> None:
    tuesday.opened()

    answer = tuesday.ask(tuesday.ade, c.Start())

    assert answer == Ack(3)
    assert events_of(tuesday) == ["room_opened", "session_started", "stage_began"]
    assert Room.objects.get(pk=tuesday.room).number == 3


def test_a_refusal_says_why_and_leaves_no_trace(tuesday: Tuesday) -> None:
    tuesday.opened()

    answer = tuesday.ask(tuesday.mei, c.Start())

    assert isinstance(answer, Refusal)
    assert answer.reason == "facilitator_only"
    assert "leads the session" in answer.words
    assert events_of(tuesday) == ["room_opened"]


def test_the_same_command_id_has_one_effect_and_the_same_answer(tuesday: Tuesday) -> None:
    tuesday.started()
    once = uuid4()

    first = tuesday.ask(tuesday.ade, c.NextStage(1), once)
    again = tuesday.ask(tuesday.ade, c.NextStage(1), once)

    assert isinstance(first, Ack)
    assert again == first
    assert len(tuesday.known.state.visits) == 2


def test_the_same_command_id_has_one_effect_after_a_restart_too(tuesday: Tuesday) -> None:
    tuesday.started()
    once = uuid4()
    first = tuesday.ask(tuesday.ade, c.NextStage(1), once)

    writer.stop()
    shelf.clear()

    assert tuesday.ask(tuesday.ade, c.NextStage(1), once) == first


def test_the_same_command_id_twice_in_one_batch_has_one_effect(tuesday: Tuesday) -> None:
    tuesday.started()
    once = uuid4()
    call = c.Call(str(tuesday.ade.pk), str(once), c.NextStage(1))

    futures = [writer.submit(tuesday.room, call) for _ in range(20)]

    assert len({future.result(10) for future in futures}) == 1
    assert len(tuesday.known.state.visits) == 2


def test_whoever_knows_an_old_state_reads_on_and_decides_again(tuesday: Tuesday) -> None:
    tuesday.started()
    old = tuesday.known
    assert isinstance(tuesday.ask(tuesday.ade, c.NextStage(1)), Ack)
    shelf.clear()
    shelf.put(old)  # as a process that did not hear of it

    late = tuesday.ask(tuesday.ade, c.NextStage(1))
    fresh = tuesday.ask(tuesday.ade, c.NextStage(2))

    assert isinstance(late, Refusal)
    assert late.reason == "moved_on"
    assert isinstance(fresh, Ack)


def test_the_head_moves_for_one_of_two_alone(tuesday: Tuesday) -> None:
    tuesday.started()
    known = tuesday.known
    head = batch.Head(known.room, known.number, known.learning_set)
    rights = batch.Rights({(known.learning_set, str(tuesday.ade.pk))}, {})
    assert isinstance(tuesday.ask(tuesday.ade, c.NextStage(1)), Ack)
    shelf.clear()
    shelf.put(known)  # and the head was read before the other's commit

    press = c.Call(str(tuesday.ade.pk), str(uuid4()), c.NextStage(1))
    drafted = batch._settled(head, [Ask(tuesday.room, press, UUID(press.id))], rights)

    assert [answer for _, answer in drafted.answers] != [Ack(known.number + 1)]
    assert Room.objects.get(pk=tuesday.room).number == known.number + 1


def test_somebody_who_left_the_set_is_refused_at_once(tuesday: Tuesday) -> None:
    tuesday.started()
    tuesday.remove(tuesday.tom)

    assert tuesday.ask(tuesday.tom, c.CheckIn("Hello")) == NOT_IN_SET


def test_a_stranger_and_somebody_without_a_set_are_refused(tuesday: Tuesday) -> None:
    tuesday.started()

    assert tuesday.ask(tuesday.charlie, c.CheckIn("Hello")) == NOT_IN_SET
    assert tuesday.ask(tuesday.ruth, c.CheckIn("Hello")) == NOT_IN_SET


def test_a_room_that_is_not_there_is_refused(tuesday: Tuesday) -> None:
    assert ask(uuid4(), str(tuesday.ade.pk), c.Start()) == NO_ROOM


def test_a_command_from_a_session_that_has_ended_is_refused(tuesday: Tuesday) -> None:
    tuesday.opened()
    browser = signed_in(tuesday.ade)
    key = session_of(browser)

    before = ask(tuesday.room, str(tuesday.ade.pk), c.Start(), session=key)
    browser.logout()
    after = ask(tuesday.room, str(tuesday.ade.pk), c.NextStage(1), session=key)

    assert isinstance(before, Ack)
    assert after == SIGNED_OUT


def test_nobody_speaks_with_somebody_elses_session(tuesday: Tuesday) -> None:
    tuesday.opened()
    key = session_of(signed_in(tuesday.mei))

    assert ask(tuesday.room, str(tuesday.ade.pk), c.Start(), session=key) == SIGNED_OUT


def test_one_room_that_cannot_be_written_fails_no_other(tuesday: Tuesday) -> None:
    tuesday.started()
    other = new_meeting(tuesday.learning_set, clock.now() + timedelta(days=35), 2)
    open_room(other, clock.now())
    # A body that cannot be opened: whatever this room is asked fails.
    RoomEvent.objects.filter(room=other.pk).update(body_sealed=b"broken")
    shelf.clear()

    bad = c.Call(str(tuesday.ade.pk), str(uuid4()), c.Start())
    good = c.Call(str(tuesday.ade.pk), str(uuid4()), c.NextStage(1))
    futures = [writer.submit(other.pk, bad), writer.submit(tuesday.room, good)]

    assert isinstance(futures[1].result(10), Ack)
    with pytest.raises(NotKept):
        futures[0].result(10)
    assert writer.figures().is_up


def test_a_command_id_that_the_database_knows_and_we_do_not_is_answered_in_the_end(tuesday: Tuesday) -> None:
    """The index is the last guard: whatever this process believes, a command has one effect."""
    tuesday.started()
    once = uuid4()
    first = tuesday.ask(tuesday.ade, c.NextStage(1), once)
    wrong = log.Known(**{**{f: getattr(tuesday.known, f) for f in log.Known.__slots__}, "answered": {}})
    shelf.clear()
    shelf.put(wrong)

    assert tuesday.ask(tuesday.ade, c.NextStage(2), once) == first
    assert len(tuesday.known.state.visits) == 2


def test_a_database_that_is_away_for_a_moment_is_waited_for(tuesday: Tuesday) -> None:
    tuesday.opened()
    tries = []

    def away_twice(asks: object) -> batch.Settled:
        tries.append(asks)
        if len(tries) < 3:
            raise OperationalError("away")
        return batch.commit(asks)  # type: ignore[arg-type]  # handed on as it came

    patient = Writer(away_twice)
    answer = patient.submit(tuesday.room, c.Call(str(tuesday.ade.pk), str(uuid4()), c.Start())).result(10)
    patient.stop()

    assert isinstance(answer, Ack)
    assert len(tries) == 3


def test_a_writer_that_falls_starts_again_and_says_so(tuesday: Tuesday) -> None:
    tuesday.opened()
    fragile = Writer()
    falls: list[int] = []

    def fall(_known: object) -> None:
        if not falls:
            falls.append(1)
            raise DatabaseError("a listener fell")

    fragile.listeners.append(fall)
    person = str(tuesday.ade.pk)

    assert isinstance(fragile.submit(tuesday.room, c.Call(person, str(uuid4()), c.Start())).result(10), Ack)
    again: Future[Answer] = fragile.submit(tuesday.room, c.Call(person, str(uuid4()), c.NextStage(1)))
    assert not fragile.figures().is_up
    assert isinstance(again.result(10), Ack)
    assert fragile.figures().is_up
    assert fragile.figures().n_falls == 1
    fragile.stop()


def test_the_watcher_of_the_server_hears_that_the_writer_is_down_and_up_again(
    tuesday: Tuesday, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("setspace.room.writer.REST", 2.0)
    tuesday.opened()

    def fall(_known: object) -> None:
        writer.listeners.remove(fall)
        raise DatabaseError("a listener fell")

    writer.listeners.append(fall)
    tuesday.ask(tuesday.ade, c.Start())
    watcher = Client()

    answers = {watcher.get("/healthz").status_code for _ in range(5)}
    again = tuesday.ask(tuesday.ade, c.NextStage(1))

    assert 503 in answers
    assert isinstance(again, Ack)
    assert watcher.get("/healthz").status_code == 200


def test_asking_inside_a_transaction_is_a_mistake_that_says_so(tuesday: Tuesday) -> None:
    with transaction.atomic(), pytest.raises(RuntimeError, match="outside of a transaction"):
        tuesday.ask(tuesday.ade, c.Start())


def test_time_in_a_room_never_runs_backwards(tuesday: Tuesday) -> None:
    tuesday.started()
    later = tuesday.known.at + 60_000
    tuesday.next_stage(now=later)
    tuesday.next_stage(now=later - 30_000)

    begun = [visit.began for visit in tuesday.known.state.visits]

    assert begun == sorted(begun)


def test_the_figures_tell_how_long_commits_take(tuesday: Tuesday) -> None:
    tuesday.started()
    figures = writer.figures()

    assert figures.is_up
    assert figures.n_commits >= 1
    assert figures.percentile(0.5) > 0


def test_the_newest_state_is_read_on_and_not_anew(tuesday: Tuesday) -> None:
    tuesday.started()
    known = newest(tuesday.room)

    assert newest(tuesday.room) is known
    assert newest(uuid4()) is None


def test_sqlite_commits_are_on_the_disk_when_they_are_answered(tuesday: Tuesday) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL commits to its log")
    tuesday.started()
    name = str(connection.settings_dict["NAME"])

    other = sqlite3.connect(name)
    (number,) = other.execute("SELECT MAX(number) FROM room_roomevent").fetchone()
    other.close()

    assert number == tuesday.known.number
