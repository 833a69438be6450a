"""The hosts for which somebody acts, a new one, and the home of one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from setspace.hosts import changes
from setspace.hosts.access import host_for, hosts_of
from setspace.hosts.forms.hosts import REGIONS, NewHostForm
from setspace.hosts.queries.home import home_of
from setspace.lib import clock
from setspace.lib.zones import offered_zones
from setspace.programmes.access import person_of
from setspace.programmes.changes import Refused


@login_required
@require_safe
def hosts(request: HttpRequest) -> HttpResponse:
    return render(request, "hosts/hosts.html", {"hosts": hosts_of(request.user)})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Whoever is signed in may found one, and is its first organiser."""
    person = person_of(request)
    if request.method != "POST":
        form = NewHostForm(initial={"zone": person.zone or "Europe/London", "contact_email": person.email})
        return _new_page(request, form)
    form = NewHostForm(request.POST)
    if not form.is_valid():
        return _new_page(request, form)
    try:
        host = changes.found_host_once(form.new_host, person, clock.now())
    except Refused as refusal:
        form.add_error("name", str(refusal))
        return _new_page(request, form)
    messages.success(request, f"{host.name} is here. You are its first organiser.")
    return redirect("hosts:home", host.slug)


@login_required
@require_safe
def home(request: HttpRequest, host: str) -> HttpResponse:
    found = host_for(request.user, host)
    return render(request, "hosts/home.html", {"home": home_of(found, clock.now()), "host": found})


def _new_page(request: HttpRequest, form: NewHostForm) -> HttpResponse:
    context = {"form": form, "zones": offered_zones(), "regions": REGIONS}
    return render(request, "hosts/new.html", context)
