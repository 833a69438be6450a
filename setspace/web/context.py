"""What every page may know about the place it is shown in."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from setspace.hosts.access import hosts_of
from setspace.lib import clock
from setspace.programmes.access import leads_a_set


def place(request: HttpRequest) -> dict[str, Any]:
    user = getattr(request, "user", None)
    return {
        "demo": settings.DEMO,
        "today": timezone.localdate(clock.now()),
        "has_coach": settings.COACH,
        "sign_up_is_open": settings.SIGN_UP == "open",
        "organises": SimpleLazyObject(lambda: user is not None and hosts_of(user).exists()),
        "leads_a_set": SimpleLazyObject(lambda: user is not None and leads_a_set(user)),
    }
