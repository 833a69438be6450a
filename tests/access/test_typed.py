"""What is typed and not sent is read in memory: it lies in no database, no log and no report of an error."""

import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest

from setspace.core.process.commands import OrderHolders
from setspace.lib.logs import PlaceFormatter
from setspace.room.exercises import views
from setspace.room.shelf import shelf
from setspace.room.writer import writer
from tests.access.test_canaries import all_bytes
from tests.room.serving import Server, opened
from tests.room.world import Tuesday, new_tuesday, signed_in

pytestmark = [pytest.mark.django_db(databases=["default", "keys"], transaction=True), pytest.mark.once]

CANARY = "canary-of-what-was-typed"
TYPED = f"Have you tried talking to {CANARY.title()}?"


@pytest.fixture
def logged() -> Iterator[StringIO]:
    """All that is logged from any logger, as the product writes it."""
    lines = StringIO()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(PlaceFormatter())
    loggers = [logging.getLogger(), logging.getLogger("uvicorn")]
    for logger in loggers:
        logger.addHandler(handler)
    yield lines
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.fixture
def tuesday() -> Iterator[Tuesday]:
    made = new_tuesday().opened()
    made.ask(made.ade, OrderHolders((str(made.mei.pk),)))
    made.started()
    made.move_to("Open questions")
    yield made
    writer.stop()
    shelf.clear()


def lies_somewhere(logged: StringIO) -> bool:
    lying = b"".join(all_bytes())
    assert b"Tuesday set" in lying  # what is not confidential can be found this way
    return CANARY in lying.decode(errors="replace").lower() or CANARY in logged.getvalue().lower()


def test_what_is_typed_in_a_room(tuesday: Tuesday, logged: StringIO) -> None:
    server = Server().start()
    try:
        with opened(server.port, tuesday, tuesday.tom) as tom:
            tom.say({"t": "read", "n": 1, "text": TYPED})
            while (message := tom.hear())["t"] != "reading":
                pass
    finally:
        server.stop()
    assert CANARY in str(message).lower()  # it was read: its author is offered a question with the name in it
    assert "connection open" in logged.getvalue()  # and what the server logs is heard here
    assert not lies_somewhere(logged)


def test_what_is_answered_in_an_exercise(tuesday: Tuesday, logged: StringIO) -> None:
    page = signed_in(tuesday.tom).post("/practice/questions/letters/", {"answer": TYPED}).content.decode()
    assert CANARY in page.lower()
    assert not lies_somewhere(logged)


def test_what_was_typed_when_something_fell(
    tuesday: Tuesday, logged: StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*given: Any) -> None:
        raise KeyError(*given)

    monkeypatch.setattr(views, "feedback", fall)
    client = signed_in(tuesday.tom)
    client.raise_request_exception = False
    answer = client.post("/practice/questions/letters/", {"answer": TYPED})
    assert answer.status_code == 500
    assert "KeyError" in logged.getvalue()
    assert CANARY not in answer.content.decode().lower()
    assert not lies_somewhere(logged)
