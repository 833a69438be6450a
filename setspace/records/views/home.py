"""Home."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from setspace.lib import clock
from setspace.people.models import Person
from setspace.records import queries
from setspace.records.models import Status


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if not isinstance(request.user, Person):
        return render(request, "records/welcome.html")
    return _home(request, request.user)


def _home(request: HttpRequest, person: Person) -> HttpResponse:
    found = queries.home_of(person, clock.now())
    return render(request, "records/home.html", {"home": found, "statuses": Status.choices})
