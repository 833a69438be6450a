"""What somebody takes along from their sets: for them alone, to print or to keep."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from setspace.programmes.access import set_been_in, sets_been_in
from setspace.records.forms_leaving import RecordForm
from setspace.records.queries.certificate import certificate_of
from setspace.records.queries.leaving import own_record
from setspace.records.queries.leaving_text import record_as_text
from setspace.records.views.asking import asker


@require_safe
@login_required
def my_records(request: HttpRequest) -> HttpResponse:
    return render(request, "records/my_records.html", {"sets": sets_been_in(asker(request))})


@require_safe
@login_required
def my_record(request: HttpRequest, set_id: UUID) -> HttpResponse:
    person = asker(request)
    form = RecordForm(request.GET)
    record = own_record(person, set_been_in(person, set_id), form.chosen)
    context = {"form": form, "record": record, "asked": request.GET.urlencode()}
    return render(request, "records/my_record.html", context)


@require_safe
@login_required
def text(request: HttpRequest, set_id: UUID) -> HttpResponse:
    """The same record as a file of plain text."""
    person = asker(request)
    record = own_record(person, set_been_in(person, set_id), RecordForm(request.GET).chosen)
    headers = {"Content-Disposition": 'attachment; filename="my-record.txt"', "Cache-Control": "no-store"}
    return HttpResponse(record_as_text(record), content_type="text/plain; charset=utf-8", headers=headers)


@require_safe
@login_required
def certificate(request: HttpRequest, set_id: UUID) -> HttpResponse:
    person = asker(request)
    found = certificate_of(person, set_been_in(person, set_id))
    return render(request, "records/certificate.html", {"certificate": found})
