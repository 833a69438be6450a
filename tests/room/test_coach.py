"""The coach in a live room: it answers the author alone, at once, and never costs anybody their line."""

import logging
from typing import Any

import pytest
from django.db import connection
from hypothesis import example, given, settings
from hypothesis import strategies as st

from setspace.core.process.commands import OrderHolders
from setspace.people.changes import change_coach as change_own_coach
from setspace.programmes.changes import change_coach
from setspace.room.coach import reply as replies
from setspace.room.coach.reply import MOST_LETTERS, reply
from setspace.room.connection import COMMANDS_A_SECOND
from setspace.room.models import RoomEvent
from tests.room.serving import Browser, Server, opened
from tests.room.world import Tuesday, signed_in

ADVICE = "Have you tried a rota?"
CLOSED = "Are they ready?"
WORD = "xylophonic"


@pytest.fixture
def asking(tuesday: Tuesday) -> Tuesday:
    """The open questions of Mei's turn."""
    tuesday.opened()
    tuesday.ask(tuesday.ade, OrderHolders((str(tuesday.mei.pk),)))
    tuesday.started()
    tuesday.move_to("Open questions")
    return tuesday


def read(browser: Browser, text: object, n: object = 7) -> dict[str, Any]:
    """What is answered to a text that is being typed."""
    browser.say({"t": "read", "n": n, "text": text})
    return answer(browser)


def answer(browser: Browser) -> dict[str, Any]:
    while (message := browser.hear())["t"] != "reading":
        pass
    return message


def compose(browser: Browser) -> str:
    browser.hear_until(lambda: "compose" in browser.regions)
    return browser.regions["compose"]


def test_what_is_typed_is_answered_with_the_one_cue_and_two_ways(asking: Tuesday, server: Server) -> None:
    with opened(server.port, asking, asking.tom) as tom:
        found = read(tom, f"So, 🙂 {ADVICE}")

    assert found["n"] == 7
    assert found["cue"] == {
        "kind": "advice",
        "start": 6,
        "end": 20,
        "words": "This carries an idea of yours.",
        "is_early": False,
    }
    assert [stem["words"] for stem in found["stems"]] == [stem["start"] for stem in found["stems"]]
    assert len(found["stems"]) == 2
    assert not found["is_open"]


def test_an_open_question_is_said_to_be_open_once_it_is_whole(asking: Tuesday, server: Server) -> None:
    with opened(server.port, asking, asking.tom) as tom:
        assert read(tom, "What would help?") == {
            "t": "reading",
            "n": 7,
            "cue": None,
            "stems": [],
            "is_open": True,
        }
        assert not read(tom, "What would")["is_open"]


def test_half_a_sentence_only_seems_closed(asking: Tuesday, server: Server) -> None:
    with opened(server.port, asking, asking.tom) as tom:
        assert read(tom, "Are they")["cue"]["is_early"]
        assert not read(tom, CLOSED)["cue"]["is_early"]


def test_it_reads_as_in_the_stage_that_is_on(tuesday: Tuesday, server: Server) -> None:
    tuesday.opened()
    tuesday.ask(tuesday.ade, OrderHolders((str(tuesday.mei.pk),)))
    tuesday.started()
    tuesday.move_to("Facts only")
    with opened(server.port, tuesday, tuesday.tom) as tom:
        assert read(tom, CLOSED)["cue"] is None
        assert not read(tom, "What would help?")["is_open"]
        assert read(tom, ADVICE)["cue"] is None
        tuesday.move_to("Open questions")
        tom.hear_until(lambda: 'data-coach="open"' in tom.regions.get("compose", ""))
        assert read(tom, CLOSED)["cue"]["kind"] == "closed"
        assert read(tom, ADVICE)["cue"]["kind"] == "advice"


def test_nobody_else_hears_and_nothing_is_kept_or_logged(
    asking: Tuesday, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        caplog.at_level(logging.DEBUG, logger="setspace"),
        opened(server.port, asking, asking.tom) as tom,
        opened(server.port, asking, asking.ines) as ines,
    ):
        compose(ines), compose(tom)
        n_events = RoomEvent.objects.count()
        assert read(tom, f"Have you tried {WORD}?")["cue"]
        tom.say({"t": "read", "n": 8, "text": f"Have you tried talking to {WORD.title()}?"})
        assert WORD.title() in answer(tom)["stems"][0]["start"]  # the answer itself has it, to its author
        ines.say({"t": "ping", "c": 1})
        while (message := ines.hear())["t"] != "pong":
            assert WORD not in str(message).lower()
    assert RoomEvent.objects.count() == n_events
    assert WORD not in caplog.text.lower()


def test_a_fall_of_the_coach_is_logged_without_a_word_and_answered(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fall(text: str, stage: str) -> None:
        raise KeyError(text)

    monkeypatch.setattr(replies, "read", fall)
    with caplog.at_level(logging.DEBUG):
        found = reply({"n": 1, "text": WORD}, "open")
    assert found == {"t": "reading", "n": 1, "cue": None, "stems": [], "is_open": False}
    assert "KeyError" in caplog.text
    assert WORD not in caplog.text


def anything() -> st.SearchStrategy[object]:
    return st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text())


@settings(max_examples=60)
@given(st.fixed_dictionaries({"t": st.just("read")}, optional={"n": anything(), "text": anything()}))
@example({"t": "read", "n": 10**400, "text": "What?"})
@example({"t": "read", "n": True, "text": "Have you tried talking to \ud800 Anna?"})
@example({"t": "read", "n": 1, "text": "x" * (MOST_LETTERS + 1)})
def test_whatever_is_sent_has_an_answer_that_a_socket_takes(message: dict[str, Any]) -> None:
    found = reply(message, "open")
    assert set(found) == {"t", "n", "cue", "stems", "is_open"}
    str(found).encode()


@pytest.mark.parametrize(
    "text", ["\ud800 Have you tried talking to \udfff Anna?", None, 5, [], {}, "", "x" * 10_001, "?" * 10_000]
)
def test_no_text_costs_anybody_their_line(asking: Tuesday, server: Server, text: object) -> None:
    with opened(server.port, asking, asking.tom) as tom:
        read(tom, text, n="seven")
        assert read(tom, ADVICE)["cue"]
        assert tom.asked("keep_question", text="What next?")["t"] == "ack"


def test_typing_fast_is_left_unanswered_and_takes_nothing_from_asking(
    asking: Tuesday, server: Server
) -> None:
    many = int(COMMANDS_A_SECOND) * 3
    with opened(server.port, asking, asking.tom) as tom:
        tom.hear()
        for n in range(many):
            tom.say({"t": "read", "n": n, "text": ADVICE})
        kept = tom.ask("keep_question", text="What next?")
        heard = []
        while kept not in tom.answers:
            heard.append(tom.hear()["t"])
        assert tom.answers[kept]["t"] == "ack"
    assert COMMANDS_A_SECOND / 2 <= heard.count("reading") < many


def test_who_has_turned_it_off_is_not_read_and_sees_no_coach(asking: Tuesday, server: Server) -> None:
    with opened(server.port, asking, asking.tom) as tom, opened(server.port, asking, asking.ines) as ines:
        assert 'data-coach="open"' in compose(tom)
        change_own_coach(asking.tom, wants_coach=False, wants_counts=True)
        tom.hear_until(lambda: "data-coach" not in tom.regions["compose"])
        assert read(tom, ADVICE)["cue"] is None
        assert read(ines, ADVICE)["cue"]
        change_own_coach(asking.tom, wants_coach=True, wants_counts=True)
        tom.hear_until(lambda: "data-coach" in tom.regions["compose"])
        assert read(tom, ADVICE)["cue"]


def test_where_the_set_has_none_nobody_is_read(asking: Tuesday, server: Server) -> None:
    with opened(server.port, asking, asking.tom) as tom:
        compose(tom)
        change_coach(asking.learning_set, has_coach=False)
        tom.hear_until(lambda: "data-coach" not in tom.regions["compose"])
        assert read(tom, ADVICE)["cue"] is None


def test_where_the_server_has_none_nobody_is_read(asking: Tuesday, server: Server, settings: Any) -> None:
    settings.COACH = False
    with opened(server.port, asking, asking.tom) as tom:
        assert "data-coach" not in compose(tom)
        assert read(tom, ADVICE)["cue"] is None


@pytest.mark.parametrize("page", ["room", "companion"])
def test_the_first_page_says_the_same_as_the_stream(asking: Tuesday, page: str) -> None:
    path = f"/sessions/{asking.room}/{page}/"
    assert 'data-coach="open"' in signed_in(asking.tom).get(path).content.decode()
    change_own_coach(asking.tom, wants_coach=False, wants_counts=True)
    assert "data-coach" not in signed_in(asking.tom).get(path).content.decode()
    assert 'data-coach="open"' in signed_in(asking.ines).get(path).content.decode()
    connection.close()
