"""Browsers a person has signed in from. A new one is told to them by mail."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from setspace.lib.tokens import digest, new_token
from setspace.people import mails
from setspace.people.models import KnownBrowser, Person

COOKIE = "__Host-setspace-browser" if settings.HTTPS else "setspace-browser"
COOKIE_SECONDS = 400 * 24 * 3600
NEW = "new_browser"


def greet(request: HttpRequest, person: Person, now: datetime) -> None:
    """Know this browser from now on. Tell the person about it, unless it is the first they ever used."""
    token = request.COOKIES.get(COOKIE, "")
    known = person.known_browsers.filter(token_hash=digest(token)).exists() if token else False
    if known:
        return
    is_first = not person.known_browsers.exists()
    token = token or new_token()
    KnownBrowser.objects.create(person=person, token_hash=digest(token), since=now)
    request.session[NEW] = token
    if not is_first:
        mails.put_new_browser(person)


def remember(request: HttpRequest, response: HttpResponse) -> None:
    """Leave the browser its cookie, where `greet` found it new."""
    token = request.session.pop(NEW, "")
    if token:
        response.set_cookie(
            COOKIE, token, max_age=COOKIE_SECONDS, secure=settings.HTTPS, httponly=True, samesite="Lax"
        )
