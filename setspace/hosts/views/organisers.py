"""Who acts for a host."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from setspace.hosts.access import host_for, organiser_for
from setspace.hosts.changes.organisers import add_organiser, end_organiser
from setspace.hosts.forms.organisers import OrganiserForm
from setspace.hosts.models import Host
from setspace.lib import clock
from setspace.programmes.access import person_of
from setspace.programmes.changes import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def organisers(request: HttpRequest, host: str) -> HttpResponse:
    found = host_for(request.user, host)
    if request.method != "POST":
        return _page(request, found, OrganiserForm())
    form = OrganiserForm(request.POST)
    if not form.is_valid() or form.invitee is None:
        return _page(request, found, form)
    try:
        organiser = add_organiser(found, form.invitee, clock.now())
    except Refused as refusal:
        form.add_error("email", str(refusal))
        return _page(request, found, form)
    messages.success(request, f"{organiser.person.name} is an organiser now. We have written to them.")
    return redirect("hosts:organisers", found.slug)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ending(request: HttpRequest, organiser_id: UUID) -> HttpResponse:
    """A page that asks once more, and the end of acting for a host."""
    organiser = organiser_for(request.user, organiser_id)
    host, mine = organiser.host, organiser.person_id == person_of(request).id
    context = {"organiser": organiser, "host": host, "mine": mine}
    if request.method != "POST":
        return render(request, "hosts/ending.html", context)
    try:
        end_organiser(organiser, clock.now())
    except Refused as refusal:
        return render(request, "hosts/ending.html", {**context, "refusal": str(refusal)})
    if mine:
        messages.success(request, f"You no longer organise for {host.name}.")
        return redirect("hosts:hosts")
    messages.success(request, f"{organiser.person.name} is no longer an organiser.")
    return redirect("hosts:organisers", host.slug)


def _page(request: HttpRequest, host: Host, form: OrganiserForm) -> HttpResponse:
    current = host.organisers.filter(until_at=None).select_related("person").order_by("from_at")
    return render(request, "hosts/organisers.html", {"host": host, "organisers": current, "form": form})
