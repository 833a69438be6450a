"""Preparing an issue: a sheet for oneself, kept while it is written."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from setspace.core.preparing import Sheet
from setspace.lib import clock
from setspace.programmes.queries import set_view
from setspace.records import access, changes, queries
from setspace.records.forms_preparing import SheetForm
from setspace.records.views.asking import asker

KEPT = "Kept. Only you see it."


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def preparation(request: HttpRequest, set_id: UUID) -> HttpResponse:
    person, now = asker(request), clock.now()
    learning_set = access.set_to_bring_to(person, set_id)
    is_sent = request.method == "POST"
    form = SheetForm(queries.sheet_of(person.pk, set_id), request.POST if is_sent else None)
    if is_sent and form.is_valid():
        changes.write_sheet(person, learning_set, form.sheet, now)
        if request.headers.get("X-Requested-With") == "fetch":
            return JsonResponse({"saved": KEPT, "address": request.path})
        messages.success(request, "Kept, for you alone.")
        return redirect("records:preparation", set_id)
    shown = set_view(learning_set, person, now)
    context = {
        "form": form,
        "learning_set": learning_set,
        "meeting": shown.next_meeting,
        "told": queries.told_sheets(person, learning_set),
    }
    return render(request, "records/preparation.html", context)


@require_POST
@login_required
def emptied(request: HttpRequest, set_id: UUID) -> HttpResponse:
    """A sheet with nothing on it, to begin with something else."""
    person = asker(request)
    changes.write_sheet(person, access.set_to_bring_to(person, set_id), Sheet(), clock.now())
    messages.success(request, "Your sheet is empty. Nothing of it is kept.")
    return redirect(reverse("records:preparation", args=[set_id]))


@require_POST
@login_required
def removal(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    sheet = access.sheet_told_by(asker(request), sheet_id)
    changes.delete_told(sheet)
    messages.success(request, "What you prepared then is gone.")
    return redirect("records:home")
