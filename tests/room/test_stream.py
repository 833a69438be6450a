"""The live room over its socket: each sees their own view, and only while it is theirs to see."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from setspace.lib import clock
from setspace.room.hub import hub
from setspace.room.models import RoomEvent
from setspace.room.writer import writer
from tests.room.serving import Browser, Server, opened
from tests.room.world import Tuesday, session_of, signed_in


def test_the_first_view_is_whole_and_later_ones_hold_what_changed(tuesday: Tuesday, server: Server) -> None:
    with opened(server.port, tuesday, tuesday.ade) as ade:
        first = ade.hear()
        ade.hear_until(lambda: "Ade" in ade.regions["people"])
        answer = ade.asked("start")
        ade.hear_until(lambda: ade.number >= answer["number"])

        assert first["t"] == "view"
        assert {"bar", "clock", "now", "people", "agenda"} <= first["regions"].keys()
        assert answer["t"] == "ack"
        assert "clock" in ade.views[-1]["regions"]
        assert "voices" not in ade.views[-1]["regions"]
        assert abs(first["now"] - clock.now_ms()) < 10_000
        assert first["rate"] == 1.0


def test_what_one_does_the_others_see(tuesday: Tuesday, server: Server) -> None:
    tuesday.started()
    with (
        opened(server.port, tuesday, tuesday.mei) as mei,
        opened(server.port, tuesday, tuesday.tom) as tom,
    ):
        mei.asked("check_in", words="Glad to be here")

        tom.hear_until(lambda: "Glad to be here" in tom.regions.get("round", ""))


def test_a_refusal_comes_back_with_its_words(tuesday: Tuesday, server: Server) -> None:
    with opened(server.port, tuesday, tuesday.mei) as mei:
        answer = mei.asked("start")

        assert answer["t"] == "refused"
        assert answer["reason"] == "facilitator_only"
        assert "leads the session" in answer["words"]


def pressed(browser: Browser, command: dict[str, object], **more: object) -> dict[str, Any]:
    """What is answered to a message with more in it than the command."""
    named = str(more.get("id", uuid4()))
    browser.say({"id": named, "command": command, **more})
    browser.hear_until(lambda: named in browser.answers)
    return browser.answers.pop(named)


@pytest.mark.parametrize(
    ("waited", "answer"), [(10_500, "refused"), (9_000, "ack"), (0, "ack"), (-60_000, "ack")]
)
def test_a_press_that_lay_too_long_on_the_line_does_nothing(
    tuesday: Tuesday, server: Server, waited: int, answer: str
) -> None:
    with opened(server.port, tuesday, tuesday.ade) as ade:
        answered = pressed(ade, {"kind": "start"}, pressed=clock.now_ms() - waited)

    began = RoomEvent.objects.filter(room=tuesday.room, kind="session_started").count()
    words = "That press came too late, so nothing was done."
    assert (answered["t"], answered.get("words", "")) == (answer, words if answer == "refused" else "")
    assert began == (answer == "ack")


def test_a_press_that_was_done_and_comes_again_late_has_its_answer(tuesday: Tuesday, server: Server) -> None:
    once = {"id": str(uuid4()), "pressed": clock.now_ms() - 9_000}
    with opened(server.port, tuesday, tuesday.ade) as ade:
        first = pressed(ade, {"kind": "start"}, **once)
        again = pressed(ade, {"kind": "start"}, **(once | {"pressed": clock.now_ms() - 12_000}))

    assert first["t"] == "ack"
    assert again == first


@pytest.mark.parametrize("more", [{}, {"pressed": None}, {"pressed": "soon"}], ids=str)
def test_a_command_without_the_moment_of_its_press_is_taken(
    tuesday: Tuesday, server: Server, more: dict[str, object]
) -> None:
    with opened(server.port, tuesday, tuesday.ade) as ade:
        assert pressed(ade, {"kind": "start"}, **more)["t"] == "ack"


def test_the_same_id_over_a_new_line_has_the_same_answer(tuesday: Tuesday, server: Server) -> None:
    once = str(uuid4())
    with opened(server.port, tuesday, tuesday.ade) as ade:
        first = ade.asked("start", once)
    with opened(server.port, tuesday, tuesday.ade) as again:
        assert again.asked("start", once) == first

    assert RoomEvent.objects.filter(room=tuesday.room, kind="session_started").count() == 1


def test_what_somebody_keeps_for_themselves_reaches_nobody_else(tuesday: Tuesday, server: Server) -> None:
    tuesday.started()
    tuesday.move_to("Open questions")
    asker, other = (
        p for p in (tuesday.mei, tuesday.tom, tuesday.ines) if str(p.pk) != tuesday.known.state.holder
    )
    with (
        opened(server.port, tuesday, asker) as mine,
        opened(server.port, tuesday, other) as theirs,
        opened(server.port, tuesday, tuesday.ade) as ades,
    ):
        kept = mine.asked("keep_question", text="Only for me")
        mine.hear_until(lambda: "Only for me" in mine.regions.get("held", ""))
        for browser in (theirs, ades):
            browser.hear_until(lambda browser=browser: browser.number >= kept["number"])

            assert not any("Only for me" in str(view) for view in browser.views)


@pytest.mark.parametrize("words", ["no json", "[]", "17", '{"t": "dance"}', "{}", "[" * 30_000])
def test_what_is_not_a_message_ends_the_line(tuesday: Tuesday, server: Server, words: str) -> None:
    with opened(server.port, tuesday, tuesday.mei) as mei:
        mei.hear()
        mei.socket.send(words)

        assert mei.hear_the_end() == 4400


@pytest.mark.parametrize("named", [None, 7, "", "abc", "0" * 32, "AE47AE13-6957-44DA-9611-69CF16C0642E"])
def test_a_command_without_a_proper_id_ends_the_line(tuesday: Tuesday, server: Server, named: object) -> None:
    with opened(server.port, tuesday, tuesday.mei) as mei:
        mei.hear()
        mei.say({"id": named, "command": {"kind": "start"}})

        assert mei.hear_the_end() == 4400


@pytest.mark.parametrize(
    "command",
    [
        None,
        7,
        {"kind": "dance"},
        {"kind": "next_stage"},
        {"kind": "next_stage", "seen": "1"},
        {"kind": "next_stage", "seen": 1, "by": "somebody"},
        {"kind": "check_in", "words": "\ud800"},
        {"kind": "check_in", "words": "x" * 20_000},
    ],
)
def test_a_command_of_no_form_is_refused_and_the_line_stays(
    tuesday: Tuesday, server: Server, command: object
) -> None:
    with opened(server.port, tuesday, tuesday.mei) as mei:
        named = str(uuid4())
        mei.say({"id": named, "command": command})
        mei.hear_until(lambda: named in mei.answers)

        assert mei.answers[named]["reason"] == "not_understood"
        assert mei.asked("start")["reason"] == "facilitator_only"


def test_nobody_takes_the_rooms_own_part(tuesday: Tuesday, server: Server) -> None:
    with opened(server.port, tuesday, tuesday.ade) as ade:
        assert ade.asked("leave_seat", person=str(tuesday.mei.pk))["reason"] == "room_asks"


def test_a_message_that_is_too_big_ends_the_line(tuesday: Tuesday, server: Server) -> None:
    with opened(server.port, tuesday, tuesday.mei) as mei:
        mei.hear()
        mei.socket.send("x" * 70_000)

        assert mei.hear_the_end() == 1009


def test_twenty_commands_a_second_are_enough(tuesday: Tuesday, server: Server) -> None:
    with opened(server.port, tuesday, tuesday.mei) as mei:
        named = [mei.ask("start") for _ in range(40)]
        mei.hear_until(lambda: set(named) <= mei.answers.keys())
        reasons = [mei.answers[one]["reason"] for one in named]

        assert reasons[0] == "facilitator_only"
        assert reasons.count("too_fast") >= 15
        assert mei.asked("start")["t"] == "refused"


def test_the_servers_clock_comes_back_with_the_clients_own(tuesday: Tuesday, server: Server) -> None:
    with opened(server.port, tuesday, tuesday.mei) as mei:
        mei.say({"t": "ping", "c": 12.5})
        while (pong := mei.hear())["t"] != "pong":
            pass

        assert pong["c"] == 12.5
        assert abs(pong["s"] - clock.now_ms()) < 5_000


def test_after_a_sleep_the_present_is_one_message_away(tuesday: Tuesday, server: Server) -> None:
    tuesday.started()
    session = session_of(signed_in(tuesday.mei))
    with opened(server.port, tuesday, tuesday.mei, session=session) as before:
        before.hear()
    for _ in range(3):
        tuesday.next_stage()

    with opened(server.port, tuesday, tuesday.mei, session=session) as mei:
        began = clock.ticks()
        mei.hear()

        assert mei.number == tuesday.known.number
        step = tuesday.known.state.step
        assert step is not None
        assert step.title in mei.regions["clock"]
        assert clock.ticks() - began < 2.0


def test_two_tabs_show_the_same(tuesday: Tuesday, server: Server) -> None:
    tuesday.started()
    session = session_of(signed_in(tuesday.mei))
    with (
        opened(server.port, tuesday, tuesday.mei, session=session) as one,
        opened(server.port, tuesday, tuesday.mei, session=session) as two,
    ):
        number = one.asked("check_in", words="From one tab")["number"]
        for tab in (one, two):
            tab.hear_until(lambda tab=tab: tab.number >= number)

        assert one.regions == two.regions


def test_somebody_who_says_goodbye_is_absent_at_once_but_not_in_the_log(
    tuesday: Tuesday, server: Server
) -> None:
    tuesday.opened()
    with (
        opened(server.port, tuesday, tuesday.ade) as ade,
        opened(server.port, tuesday, tuesday.mei) as mei,
    ):
        ade.hear_until(lambda: _n_here(ade) == 2)
        events = RoomEvent.objects.filter(room=tuesday.room).count()

        mei.say({"t": "bye"})
        ade.hear_until(lambda: _n_here(ade) == 1)
        mei.say({"t": "here", "number": mei.number})
        ade.hear_until(lambda: _n_here(ade) == 2)

        assert RoomEvent.objects.filter(room=tuesday.room).count() == events


def test_what_another_process_wrote_is_seen_within_two_seconds_or_so(
    tuesday: Tuesday, server: Server
) -> None:
    """Even where nobody tells: the log is looked at."""
    tuesday.started()
    with opened(server.port, tuesday, tuesday.mei) as mei:
        mei.hear()
        writer.listeners.remove(hub._moved_here)  # as if another process had written
        tuesday.next_stage()
        began = clock.ticks()
        mei.hear_until(lambda: mei.number >= tuesday.known.number)
        writer.listeners.append(hub._moved_here)

        assert clock.ticks() - began < 3.5


def test_the_watcher_hears_how_long_commits_take(tuesday: Tuesday) -> None:
    tuesday.started()
    answer = Client().get("/healthz")

    assert answer.status_code == 200
    assert "commit-p50;dur=" in answer.headers["Server-Timing"]


def _n_here(browser: Browser) -> int:
    return browser.regions.get("people", "").count("data-present")
