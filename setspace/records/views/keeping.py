"""What is kept while somebody types: the answer to the script that sends it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse

from setspace.lib import clock, dates
from setspace.people.models import Person


def is_typing(request: HttpRequest) -> bool:
    return request.method == "POST" and request.headers.get("X-Requested-With") == "fetch"


def kept(person: Person, address: str, **more: object) -> HttpResponse:
    """It is kept, and this is where it is kept from now on."""
    at = dates.clock_time(clock.now().astimezone(person.tz))
    return JsonResponse({"saved": f"Kept at {at}, for you alone", "address": address, **more})


def nothing_yet(address: str) -> HttpResponse:
    return JsonResponse({"saved": "", "address": address})


def not_kept() -> HttpResponse:
    return HttpResponse(status=422)
