"""Home, and telling from there how an action goes."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from setspace.lib import clock
from setspace.people.models import Person
from setspace.records import access, changes, queries
from setspace.records.forms import ReportForm
from setspace.records.models import Status
from setspace.records.views.asking import asker


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if not isinstance(request.user, Person):
        return render(request, "records/welcome.html")
    return _home(request, None, None)


@require_POST
@login_required
def report(request: HttpRequest, action_id: UUID) -> HttpResponse:
    action = access.action_of(asker(request), action_id)
    form = ReportForm(request.POST, auto_id=f"action-{action.pk}-%s")
    if not form.is_valid():
        return _home(request, action.pk, form)
    told = form.cleaned_data
    changes.report_action(action, Status(told["status"]), told["did"], told["learned"], clock.now())
    messages.success(request, "Saved. Your set can see it.")
    return redirect(f"{reverse('records:home')}#action-{action.pk}")


def _home(request: HttpRequest, reported: UUID | None, form: ReportForm | None) -> HttpResponse:
    found = queries.home_of(asker(request), clock.now())
    actions = [
        (standing, form if form and standing.action.pk == reported else _report_form(standing))
        for standing in found.actions
    ]
    return render(request, "records/home.html", {"home": found, "actions": actions, "form": form})


def _report_form(standing: queries.StandingAction) -> ReportForm:
    told = {"status": standing.action.status, "did": standing.did, "learned": standing.learned}
    return ReportForm(initial=told, auto_id=f"action-{standing.action.pk}-%s")
