"""An exception anywhere leaves its kind and its place behind, and no value, in no log, mail or page."""

import io
import logging
import sys
from collections.abc import Iterator

import pytest
from django.conf import settings as place
from django.core import mail
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings

from setspace.lib.logs import PlaceFormatter

MARKER = "quizzaciously"


def fails(request: HttpRequest, token: str = "") -> HttpResponse:
    note = request.POST["note"]
    raise RuntimeError(f"cannot keep {note}")


def fails_behind_another(request: HttpRequest) -> HttpResponse:
    try:
        return fails(request)
    except RuntimeError as first:
        raise LookupError(str(first)) from first


urlpatterns = [
    path("notes/<str:token>/", fails),
    path("chain/", fails_behind_another),
]
handler404 = handler500 = "tests.lib.test_logs.plain_answer"


def plain_answer(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return HttpResponse("Something went wrong at our end.", status=500 if exception is None else 404)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that the product's own handler would write."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(PlaceFormatter())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def browser(settings: Settings) -> Client:
    settings.ROOT_URLCONF = "tests.lib.test_logs"
    return Client(raise_request_exception=False)


@pytest.mark.django_db
def test_a_failing_page_tells_nobody_what_was_typed(browser: Client, log: io.StringIO) -> None:
    answer = browser.post(f"/notes/{MARKER}/?q={MARKER}", {"note": MARKER})
    assert answer.status_code == 500
    assert MARKER not in answer.content.decode()
    assert "POST notes/<str:token>/ 500 builtins.RuntimeError at lib/test_logs.py" in log.getvalue()
    assert MARKER not in log.getvalue()
    assert mail.outbox == []


@pytest.mark.django_db
def test_the_cause_of_an_exception_is_named_and_not_quoted(browser: Client, log: io.StringIO) -> None:
    browser.post("/chain/", {"note": MARKER})
    assert "builtins.LookupError (after RuntimeError)" in log.getvalue()
    assert MARKER not in log.getvalue()


@pytest.mark.django_db
def test_an_address_that_does_not_exist_is_not_written_down(browser: Client, log: io.StringIO) -> None:
    browser.get(f"/invitations/{MARKER}")
    assert "GET (no such page) 404" in log.getvalue()
    assert MARKER not in log.getvalue()


def test_other_people_s_loggers_show_their_words_and_not_their_values(log: io.StringIO) -> None:
    logging.getLogger("asyncio").error("future: %s", MARKER)
    logging.getLogger("asyncio").error(f"exception={MARKER}")  # noqa: G004  as asyncio itself does it
    assert "ERROR asyncio future: %s" in log.getvalue()
    assert MARKER not in log.getvalue()


def test_our_own_loggers_speak_on_one_line(log: io.StringIO) -> None:
    logging.getLogger("setspace.outbox").info("sent %s\nERROR forged", 3)
    assert log.getvalue().endswith("INFO setspace.outbox sent 3 ERROR forged\n")


def test_an_exception_outside_a_request_is_placed_too(log: io.StringIO) -> None:
    try:
        raise ValueError(MARKER)
    except ValueError:
        logging.getLogger("setspace.outbox").exception("A letter could not be written")
    assert "A letter could not be written builtins.ValueError at lib/test_logs.py" in log.getvalue()
    assert MARKER not in log.getvalue()


def test_a_record_that_says_exception_where_there_is_none_is_written(log: io.StringIO) -> None:
    logging.getLogger("setspace.outbox").error("odd", exc_info=sys.exc_info())
    assert log.getvalue().endswith("ERROR setspace.outbox odd\n")


def test_nothing_is_mailed_to_administrators() -> None:
    assert place.ADMINS == []
    assert place.DEBUG is False
    assert place.LOGGING["handlers"] == {"console": {"class": "logging.StreamHandler", "formatter": "place"}}
    handlers = [
        handler for name in ("", "django", "django.request") for handler in logging.getLogger(name).handlers
    ]
    assert not any("AdminEmail" in type(handler).__name__ for handler in handlers)
