"""The organiser's page of one programme."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from setspace.hosts.access import programme_for
from setspace.hosts.queries.addresses import public_address
from setspace.hosts.queries.programme import page_of
from setspace.lib import clock


@login_required
@require_safe
def programme(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    found = programme_for(request.user, programme_id)
    context = {
        "programme": found,
        "page": page_of(found, clock.now()),
        "address": public_address(found),
    }
    return render(request, "hosts/programme.html", context)
