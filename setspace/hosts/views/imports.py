"""Applicants in a file: checked, brought in with a progress bar, and taken away."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from setspace.hosts import access
from setspace.hosts.applicants import COLUMNS
from setspace.hosts.changes import importing
from setspace.hosts.forms.imports import ListForm
from setspace.hosts.models import ImportJob
from setspace.hosts.queries.applicants_file import applicants_table
from setspace.lib import clock
from setspace.programmes.access import person_of
from setspace.programmes.changes import Refused

MOST_SHOWN = 200  # lines that cannot be read


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    programme = access.programme_for(request.user, programme_id)
    labels = {one.number: one.label for one in programme.sets.all()}
    form = ListForm(labels, request.POST, request.FILES) if request.method == "POST" else ListForm(labels)
    if request.method == "POST" and form.is_valid():
        job = importing.keep_list(programme, form.found, person_of(request), clock.now())
        if form.found.unused:
            messages.warning(request, f"These columns are not used: {', '.join(form.found.unused)}.")
        return redirect("hosts:import", programme_id, job.pk)
    context = {"programme": programme, "form": form, "columns": list(COLUMNS), "labels": labels}
    return render(request, "hosts/imports.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def one_import(request: HttpRequest, programme_id: UUID, import_id: UUID) -> HttpResponse:
    """What the check found; sent, the list is begun, and the page shows how far it is."""
    job = access.import_for(request.user, programme_id, import_id)
    if request.method == "POST":
        try:
            importing.begin_import(job, clock.now())
        except Refused as refusal:
            messages.warning(request, f"{refusal}.")
        return redirect("hosts:import", programme_id, import_id)
    return render(request, "hosts/import.html", _context(job))


@login_required
@require_safe
def file(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """Everybody in the list, as CSV."""
    programme = access.programme_for(request.user, programme_id)
    response = HttpResponse(applicants_table(programme), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slugify(programme.name)}-applications.csv"'
    return response


def _context(job: ImportJob) -> dict[str, object]:
    good, bad = job.open_rows(importing.READER)
    return {
        "programme": job.programme,
        "job": job,
        "n_new": job.n_done - job.n_there,
        "bad": bad[:MOST_SHOWN],
        "n_more": max(0, len(bad) - MOST_SHOWN),
        "first": good[:3] if job.begun_at is None else [],
    }
