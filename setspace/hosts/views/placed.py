"""For the facilitator of a set: what its people wrote for them."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from setspace.hosts import access
from setspace.hosts.queries.conflicts import conflicts_told
from setspace.hosts.queries.placed import placed_people, reader_of
from setspace.programmes.access import person_of


@login_required
@require_safe
def people(request: HttpRequest, programme_set_id: UUID) -> HttpResponse:
    person = person_of(request)
    planned = access.set_facilitated_by(person, programme_set_id)
    context = {
        "planned": planned,
        "programme": planned.programme,
        "people": placed_people(planned, reader_of(person)),
        "conflicts": conflicts_told(planned, person),
        "is_organiser": access.organises(person, planned.programme),
    }
    return render(request, "hosts/placed_people.html", context)
