"""A host's own days off: school breaks, conferences, its own calendar."""

from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from setspace.hosts.access import host_for
from setspace.hosts.changes.days import add_days, remove_days
from setspace.hosts.forms.days import DaysForm
from setspace.hosts.models import Host
from setspace.lib import clock, words
from setspace.programmes.changes import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def days(request: HttpRequest, host: str) -> HttpResponse:
    """A POST adds days, or with ``press=remove`` takes out those that are ticked."""
    found = host_for(request.user, host)
    today = clock.now().astimezone(found.tz).date()
    if request.method != "POST":
        return _page(request, found, DaysForm(found.tz, today))
    if request.POST.get("press") == "remove":
        n_removed = remove_days(found, _ids(request.POST.getlist("days")))
        messages.success(request, f"{_entries(n_removed)} removed.")
        return redirect("hosts:days", found.slug)
    form = DaysForm(found.tz, today, request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, found, form)
    try:
        n_added = add_days(found, form.new_days)
    except Refused as refusal:
        form.add_error("listed", str(refusal))
        return _page(request, found, form)
    messages.success(request, f"{_entries(n_added)} added.")
    return redirect("hosts:days", found.slug)


def _entries(number: int) -> str:
    return words.counted(number, "entry", "entries").capitalize() if number else "No entry"


def _ids(ticked: list[str]) -> list[UUID]:
    found = []
    for one in ticked:
        with suppress(ValueError):
            found.append(UUID(one))
    return found


def _page(request: HttpRequest, host: Host, form: DaysForm) -> HttpResponse:
    return render(request, "hosts/days.html", {"host": host, "days": host.days.all(), "form": form})
