"""A conflict of interest, for the facilitator who was told."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from setspace.hosts import access
from setspace.hosts.changes.conflicts import answer_conflict
from setspace.hosts.forms.conflicts import ConflictForm
from setspace.hosts.models import Verdict
from setspace.hosts.queries.conflicts import told
from setspace.hosts.queries.placed import reader_of
from setspace.lib import clock
from setspace.programmes.access import person_of
from setspace.programmes.changes import Refused

SAID = {
    Verdict.FINE: "Kept. The organiser hears nothing of it.",
    Verdict.AGAIN: "The organiser is asked to form the set again, and is not told why.",
}


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def conflict(request: HttpRequest, conflict_id: UUID) -> HttpResponse:
    person = person_of(request)
    found = access.conflict_told_to(person, conflict_id)
    shown = told(found, reader_of(person))
    data = request.POST if request.method == "POST" else None
    form = ConflictForm(shown.company, data, {"verdict": found.verdict})
    planned = found.place.programme_set
    if request.method == "POST" and form.is_valid():
        verdict = Verdict(form.cleaned_data["verdict"])
        try:
            answer_conflict(found, verdict, form.chosen, clock.now())
            messages.success(request, SAID[verdict])
            return redirect("hosts:placed_people", planned.pk)
        except Refused as refusal:
            form.add_error("verdict", str(refusal))
    context = {"told": shown, "form": form, "planned": planned, "programme": planned.programme}
    return render(request, "hosts/conflict.html", context)
