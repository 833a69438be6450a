"""What every answer carries, and what no cache may keep."""

from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.http import HttpRequest, HttpResponse
from django.test import AsyncClient, Client, RequestFactory

from setspace.people.changes import person_for
from setspace.web.middleware import SecurityHeaders, with_headers

PAGES = ["/sign-in/", "/sign-up/", "/signed-out/", "/account/", "/no/such/page/"]


@pytest.mark.django_db
@pytest.mark.parametrize("page", PAGES)
def test_every_answer_is_strict_and_leaves_no_copy(client: Client, page: str) -> None:
    check(client.get(page))


@pytest.mark.django_db(transaction=True)
def test_an_answer_over_the_asynchronous_way_is_as_strict() -> None:
    check(async_to_sync(AsyncClient().get)("/sign-in/"))


def check(answer: Any) -> None:
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "base-uri 'none'; frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Permissions-Policy"].startswith("camera=(), microphone=(), display-capture=()")
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.django_db
def test_one_page_alone_may_look_at_the_camera_and_only_for_itself(client: Client) -> None:
    answer = client.get("/ready/")
    allowed = "camera=(self), microphone=(self), display-capture=()"
    assert answer.headers["Permissions-Policy"].startswith(allowed)
    assert "self" not in client.get("/help/").headers["Permissions-Policy"]
    assert "unsafe" not in answer.headers["Content-Security-Policy"]


def kept_for_a_day(request: HttpRequest) -> HttpResponse:
    return HttpResponse("a file", headers={"Cache-Control": "max-age=86400, public"})


def test_a_static_file_may_be_kept() -> None:
    answer = SecurityHeaders(kept_for_a_day)(RequestFactory().get("/static/web/page.js"))
    assert isinstance(answer, HttpResponse)
    assert answer.headers["Cache-Control"] == "max-age=86400, public"
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.django_db
def test_nothing_that_a_signed_in_person_gets_may_be_kept() -> None:
    request = RequestFactory().get("/account/")
    request.user = person_for("mei@example.org", "Mei Tanaka")
    answer = with_headers(request, kept_for_a_day(request))
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.django_db
def test_cookies_are_for_this_site_and_not_for_scripts(client: Client) -> None:
    client.post("/sign-in/", {"email": "mei@example.org"})
    client.get("/sign-in/")
    assert set(client.cookies) == {"setspace", "setspace-csrf"}
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["path"] == "/"
        assert not cookie["domain"]
