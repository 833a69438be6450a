"""The sets of a programme: what they are called, who facilitates, what they offer."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from setspace.hosts.access import programme_for
from setspace.hosts.changes.sets import change_sets
from setspace.hosts.forms.sets import SetForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sets(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    programme = programme_for(request.user, programme_id)
    data = request.POST if request.method == "POST" else None
    planned = programme.sets.select_related("facilitator", "learning_set")
    forms = [SetForm(one, data) for one in planned]
    failed = [form for form in forms if form.is_bound and not form.is_valid()]
    if data is not None and not failed:
        change_sets((form.planned, form.words) for form in forms)
        messages.success(request, "The sets are saved.")
        return redirect("hosts:programme", programme.id)
    context = {"programme": programme, "forms": forms, "failed": bool(failed)}
    return render(request, "hosts/sets.html", context)
