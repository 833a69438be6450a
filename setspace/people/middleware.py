"""What holds for every request of somebody who is signed in."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from setspace.lib import clock
from setspace.lib.zones import known_zones
from setspace.people.access import BEGAN, is_over
from setspace.people.changes import SEEN, SEEN_EVERY_SECONDS

Next = Callable[[HttpRequest], HttpResponse]


class SignInLimits:
    """A session ends after five hours without a sign of life, and a day after it began."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self.check(request)
        return self.get_response(request)

    def check(self, request: HttpRequest) -> None:
        now = clock.wall()
        if is_over(request.session.get(BEGAN), now):
            logout(request)
            messages.info(request, _("It has been a day since you signed in. Please sign in again."))
        elif now.timestamp() - request.session.get(SEEN, 0) >= SEEN_EVERY_SECONDS:
            # Saving the session moves its idle limit.
            request.session[SEEN] = now.timestamp()


class PersonalSettings:
    """Times in the person's own zone, words in their own language."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person = request.user
        if not person.is_authenticated:
            return self.get_response(request)
        zone = ZoneInfo(person.zone) if person.zone in known_zones() else None
        with timezone.override(zone), translation.override(person.language):
            return self.get_response(request)
