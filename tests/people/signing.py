"""How a test signs in: it asks, reads the code in the outbox, and gives it."""

from django.http import HttpResponse
from django.test import Client

from setspace.people.models import Letter, Person


def ask(browser: Client, email: str) -> HttpResponse:
    answer = browser.post("/sign-in/", {"email": email})
    assert isinstance(answer, HttpResponse)
    return answer


def newest_code() -> str:
    return Letter.objects.filter(purpose="sign_in_code").latest("put_at").payload["code"]


def give(browser: Client, code: str) -> HttpResponse:
    answer = browser.post("/sign-in/code/", {"code": code})
    assert isinstance(answer, HttpResponse)
    return answer


def sign_in(browser: Client, person: Person) -> None:
    assert ask(browser, person.email).headers["Location"] == "/sign-in/code/"
    assert give(browser, newest_code()).headers["Location"] == "/"


def is_signed_in(browser: Client) -> bool:
    return browser.get("/account/").status_code == 200
