"""A manager’s agreement, by a link from a letter. Looking changes nothing, and nobody signs in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from setspace.hosts import access
from setspace.hosts.changes.asking_manager import agree
from setspace.hosts.queries.time_asked import time_asked
from setspace.lib import clock


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def agreement(request: HttpRequest, agreement_token: str) -> HttpResponse:
    application = access.agreement_by(agreement_token)
    if request.method == "POST":
        agree(application, clock.now())
        return redirect("hosts:agreement", agreement_token)
    programme = application.programme
    context = {"application": application, "programme": programme, "time": time_asked(programme)}
    return render(request, "hosts/agreement.html", context)
