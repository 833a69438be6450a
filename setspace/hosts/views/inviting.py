"""Check and invite: each set is shown to its people, founded, and filled again after somebody left."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from setspace.hosts import access
from setspace.hosts.changes import inviting as changes
from setspace.hosts.forms.board import OrganisationForm
from setspace.hosts.models import ProgrammeSet
from setspace.hosts.queries.board import board_of
from setspace.hosts.queries.inviting import checked
from setspace.hosts.queries.regrouping import unsettled
from setspace.lib import clock, words
from setspace.programmes.access import person_of
from setspace.programmes.changes import Refused
from setspace.programmes.forms.fields import GROUND_RULES


@login_required
@require_safe
def check(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    programme = access.programme_for(request.user, programme_id)
    board = board_of(programme)
    context = {
        "programme": programme,
        "board": board,
        "sets": checked(board),
        "unsettled": unsettled(board),
    }
    return render(request, "hosts/check.html", context)


@login_required
@require_POST
def showing(request: HttpRequest, programme_id: UUID, programme_set_id: UUID) -> HttpResponse:
    planned = _planned(request, programme_id, programme_set_id)
    try:
        n_people = changes.show_set(planned, clock.now())
        asked = words.counted(n_people, "person has", "people have")
        messages.success(request, f"The {planned.label} is shown: {asked} a letter and can say yes or no.")
    except Refused as refusal:
        messages.warning(request, f"{refusal}.")
    return redirect("hosts:check", programme_id)


@login_required
@require_POST
def founding(request: HttpRequest, programme_id: UUID, programme_set_id: UUID) -> HttpResponse:
    planned = _planned(request, programme_id, programme_set_id)
    try:
        changes.found_set(planned, GROUND_RULES, person_of(request), clock.now())
        messages.success(
            request, f"The {planned.label} has begun. Its facilitator is asked first, then its members."
        )
    except Refused as refusal:
        messages.warning(request, f"{refusal}.")
    return redirect("hosts:check", programme_id)


@login_required
@require_POST
def organisation(request: HttpRequest, programme_id: UUID, programme_set_id: UUID) -> HttpResponse:
    """Where the facilitator works."""
    planned = _planned(request, programme_id, programme_set_id)
    form = OrganisationForm(request.POST)
    if form.is_valid():
        changes.name_organisation(planned, form.cleaned_data["organisation"])
        messages.success(request, "Kept. Nobody from there fits into this set.")
    return redirect("hosts:check", programme_id)


def _planned(request: HttpRequest, programme_id: UUID, programme_set_id: UUID) -> ProgrammeSet:
    programme = access.programme_for(request.user, programme_id)
    return access.set_planned_for(request.user, programme_set_id, programme)
