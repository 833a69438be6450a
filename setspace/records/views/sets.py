"""The page of a set, for its members and its facilitator."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from setspace.lib import clock
from setspace.programmes import queries as programmes
from setspace.programmes.access import set_for
from setspace.records import queries
from setspace.records.queries.thread import threads_of
from setspace.records.views.asking import asker


@require_safe
@login_required
def learning_set(request: HttpRequest, set_id: UUID) -> HttpResponse:
    person, now = asker(request), clock.now()
    found = set_for(person, set_id)
    shown = programmes.set_view(found, person, now)
    context = {
        "set": shown,
        "learning_set": found,
        "comes": programmes.who_comes(shown.next_meeting) if shown.next_meeting else None,
        "current": "set",
        "time": queries.series_time(found, person),
        "extra": queries.extra_minutes(found, person.pk, person),
        "record": queries.set_record(found, person),
    }
    return render(request, "records/set.html", context)


@require_safe
@login_required
def thread(request: HttpRequest, set_id: UUID) -> HttpResponse:
    person = asker(request)
    found = set_for(person, set_id)
    context = {"learning_set": found, "current": "thread", "threads": threads_of(found, person)}
    return render(request, "records/thread.html", context)
