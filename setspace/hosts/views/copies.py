"""The next cohort of a programme, from the same words and sets."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from setspace.hosts.access import programme_for
from setspace.hosts.changes.copies import take_copy
from setspace.hosts.forms.dates import CopyForm
from setspace.hosts.forms.planning import with_start
from setspace.hosts.models import Programme
from setspace.hosts.queries.tables import Table
from setspace.hosts.views.dates import preview_of
from setspace.lib import clock


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def copies(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    programme, now = programme_for(request.user, programme_id), clock.now()
    today = now.astimezone(programme.tz).date()
    if request.method != "POST":
        return _page(request, programme, CopyForm(today))
    press = request.POST.get("press", "look")
    form = CopyForm(today, with_start(request.POST, press) if press.startswith("start-") else request.POST)
    table = preview_of(programme, form) if form.is_valid() else None
    if table is None or press != "make" or request.POST.get("seen") != form.mark:
        return _page(request, programme, form, table)
    copy = take_copy(programme, form.cleaned_data["name"], form.cleaned_data["first_on"], now)
    messages.success(request, f"{copy.name} is planned. Name its facilitators, then publish it.")
    return redirect("hosts:programme", copy.id)


def _page(
    request: HttpRequest, programme: Programme, form: CopyForm, table: Table | None = None
) -> HttpResponse:
    seen = form.mark if table else ""
    context = {"programme": programme, "form": form, "table": table, "seen": seen}
    return render(request, "hosts/copies.html", context)
