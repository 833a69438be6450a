"""Pages for everybody: help, confidence, and what is said when something goes wrong."""

import gzip
import re
from pathlib import Path

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory

from setspace.people.changes import person_for
from setspace.web import views
from tests.cast import client_of
from tests.programmes.world import words_of

CSS = Path(views.__file__).parent / "static" / "web" / "css"
MOST_CSS_BYTES = 14_000
LAYERS = "@layer reset, tokens, base, layout, components, pages, utilities, print;"

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/privacy/", "/help/", "/accessibility/"])
def test_everybody_can_read_it_signed_in_or_not(address: str) -> None:
    mei = client_of(person_for("mei@example.org", "Mei Chen"))
    for client in (Client(), mei):
        page = words_of(client.get(address))
        assert page.count("<h1") == 1
        assert page.count('<main class="wrap page" id="main"') == 1
        assert "What is said in the set stays in the set." in page


def test_the_privacy_page_says_what_can_be_kept() -> None:
    page = " ".join(words_of(Client().get("/privacy/")).split())
    for words in (
        "Only the members and facilitator of your set can open what you write.",
        "The people who run this server could technically read it, private notes and reflections too.",
        "We cannot rule out that someone with full control makes one.",
        "There are three cookies.",
        "Somebody who joins the set sees nothing of the sessions before.",
        "Please do not name patients, residents or children.",
        "If someone is at risk of harm, your facilitator may have to act",
    ):
        assert words in page


def test_a_page_that_is_not_there_says_what_may_have_happened() -> None:
    response = Client().get("/nowhere/")
    assert response.status_code == 404
    assert "We couldn’t find that page" in words_of(response)


def test_a_form_from_elsewhere_changes_nothing_and_says_so() -> None:
    mei = person_for("mei@example.org", "Mei Chen")
    client = Client(enforce_csrf_checks=True)
    client.force_login(mei)
    response = client.post("/sets/new/", {"name": "Tuesday set"})
    assert response.status_code == 403
    assert "nothing was changed" in words_of(response)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (400, "We couldn’t read that"),
        (403, "This is not open to you"),
        (500, "Something went wrong at our end"),
    ],
)
def test_each_fault_has_its_own_words(status: int, words: str) -> None:
    request: HttpRequest = RequestFactory().get("/")
    answers = {
        400: lambda: views.bad_request(request, Exception()),
        403: lambda: views.not_allowed(request, Exception()),
        500: lambda: views.our_fault(request),
    }
    response = answers[status]()
    assert response.status_code == status
    assert words in words_of(response)


def test_our_own_fault_promises_that_the_words_are_safe_and_asks_no_database() -> None:
    page = words_of(views.our_fault(RequestFactory().get("/")))
    assert "What you wrote is safe on this page" in page
    assert "Sign in" not in page


def test_the_watcher_of_the_server_hears_that_it_is_well() -> None:
    assert Client().get("/healthz").content == b"ok\n"


def test_a_person_chooses_light_or_dark_and_otherwise_the_device_does() -> None:
    mei = person_for("mei@example.org", "Mei Chen")
    assert "data-theme" not in words_of(client_of(mei).get("/help/"))
    mei.theme = "dark"
    mei.save()
    assert '<html lang="en-GB" data-theme="dark">' in words_of(client_of(mei).get("/help/"))


def test_all_stylesheets_together_stay_within_their_budget() -> None:
    sheets = sorted(CSS.glob("*.css"))
    assert len(sheets) > 5
    assert len(gzip.compress(b"".join(sheet.read_bytes() for sheet in sheets))) < MOST_CSS_BYTES


def test_the_order_of_layers_is_declared_once_and_first() -> None:
    declared = [sheet.name for sheet in sorted(CSS.glob("*.css")) if LAYERS in sheet.read_text()]
    assert declared == ["tokens.css"]
    page = words_of(Client().get("/help/"))
    assert re.findall(r"web/css/(\w+)[\w.]*\.css", page)[0] == "tokens"


def test_a_page_asks_for_nothing_from_elsewhere() -> None:
    page = words_of(Client().get("/help/"))
    fetched = re.findall(r'(?:src|href)="([^"#]+)', page)
    assert fetched
    assert [address for address in fetched if not address.startswith("/")] == []
