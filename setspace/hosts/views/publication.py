"""When a programme's page is there for everybody, and when people may apply."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from setspace.hosts.access import programme_for
from setspace.hosts.changes import publication as changes
from setspace.hosts.forms.publication import PublicationForm
from setspace.hosts.models import Programme
from setspace.hosts.queries.addresses import public_address
from setspace.lib import clock
from setspace.programmes.changes import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def publication(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """A POST keeps the days and publishes; ``press`` says take-back or end."""
    programme, now = programme_for(request.user, programme_id), clock.now()
    today = now.astimezone(programme.tz).date()
    if request.method != "POST":
        return _page(request, programme, PublicationForm(programme, today))
    press = request.POST.get("press", "publish")
    form = PublicationForm(programme, today, None if press in ("take-back", "end") else request.POST)
    if form.is_bound and not form.is_valid():
        return _page(request, programme, form)
    try:
        said = _do(programme, press, form)
    except Refused as refusal:
        return _page(request, programme, form, str(refusal))
    messages.success(request, said)
    return redirect("hosts:programme", programme.id)


def _do(programme: Programme, press: str, form: PublicationForm) -> str:
    """What was asked for, and that in words."""
    now = clock.now()
    if press == "take-back":
        changes.take_back(programme)
        return "It is a draft again. Only organisers see it."
    if press == "end":
        changes.end(programme, now)
        return f"{programme.name} is off the list. Its sets go on."
    days = changes.Days(**form.cleaned_data)
    if programme.is_published and programme.ended_at is None:
        changes.change_days(programme, days)
        return "The days are changed."
    changes.publish(programme, days, now)
    return f"{programme.name} is published."


def _page(
    request: HttpRequest, programme: Programme, form: PublicationForm, refusal: str = ""
) -> HttpResponse:
    n_applied = programme.applications.filter(sent_at__isnull=False).count()
    context = {
        "programme": programme,
        "form": form,
        "refusal": refusal,
        "n_applied": n_applied,
        "address": public_address(programme),
        "failed": bool(refusal),
    }
    return render(request, "hosts/publication.html", context)
