"""The register of interest of one programme."""

from uuid import UUID

from allauth.core import ratelimit
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from setspace.hosts import access
from setspace.hosts.changes import interest as changes
from setspace.hosts.forms.interest import InterestForm
from setspace.hosts.mails.interest import interest_by
from setspace.hosts.queries.interest import n_interested
from setspace.hosts.queries.public import standing_of
from setspace.lib import clock


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("email")
def interest(request: HttpRequest, host: str, programme: str) -> HttpResponse:
    """Answers the same whether or not the address is on the list already."""
    found, now = access.public_programme(host, programme), clock.now()
    form = InterestForm(request.POST or None)
    context = {"programme": found, "form": form, "standing": standing_of(found, now)}
    if request.method == "POST" and _may_ask(request, form):
        changes.note_interest(found, form.cleaned_data["email"], now)
        return render(request, "hosts/interest_noted.html", context)
    return render(request, "hosts/interest.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def interest_link(request: HttpRequest, interest_token: str) -> HttpResponse:
    """Opening it changes nothing: programs that read mail follow links."""
    found = interest_by(interest_token)
    if found is None:
        return render(request, "hosts/interest_gone.html", status=404)
    context = {"programme": found.programme, "interest": found}
    if request.method == "POST":
        changes.take_back(found)
        return render(request, "hosts/interest_gone.html", context)
    return render(request, "hosts/interest_link.html", context)


@require_safe
@login_required
def interests(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """How many, for the organisers. Nobody is shown who."""
    found = access.programme_for(request.user, programme_id)
    waiting, told = n_interested(found)
    context = {"programme": found, "waiting": waiting, "told": told}
    return render(request, "hosts/interests.html", context)


def _may_ask(request: HttpRequest, form: InterestForm) -> bool:
    """As for signing in: so many a minute from one place, and for one address."""
    if not form.is_valid():
        return False
    if ratelimit.consume(request, action="request_login_code", key=f"interest:{form.cleaned_data['email']}"):
        return True
    form.add_error("email", _("Wait a minute, then send it again"))
    return False
