"""Whoever was there, and for how long: for the organisers of a programme."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from setspace.hosts.access import programme_for
from setspace.hosts.queries.under_way import under_way
from setspace.lib import clock


@login_required
@require_safe
def hours(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    programme = programme_for(request.user, programme_id)
    sets = under_way(list(programme.sets.select_related("learning_set")), clock.now())
    return render(request, "hosts/hours.html", {"programme": programme, "sets": sets})
