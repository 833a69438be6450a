"""Pages for somebody who leads, for them alone: their log, and the timing of a session they led."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setspace.lib import clock
from setspace.people.models import Person
from setspace.programmes.models import Meeting
from setspace.records import access, changes, queries
from setspace.records.forms_log import LogEntryForm, LogForm
from setspace.records.views.asking import asker


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def log(request: HttpRequest) -> HttpResponse:
    person = asker(request)
    led = queries.sessions_led(person, clock.now().date())
    form = _form(request, led)
    if request.method == "POST" and form.is_valid():
        meeting = next((one for one in led if str(one.pk) == form.cleaned_data["session"]), None)
        changes.write_log_entry(person, form.cleaned_data["text"], clock.now(), meeting)
        messages.success(request, "Kept, for you alone.")
        return redirect("records:log")
    return render(request, "records/log.html", {"form": form, "sessions": queries.own_log(person)})


def _form(request: HttpRequest, led: Sequence[Meeting]) -> LogForm:
    choices = [(str(meeting.pk), queries.session_title(meeting)) for meeting in led]
    return LogForm(
        request.POST or None, sessions=choices, initial={"session": request.GET.get("session", "")}
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def entry(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    person = asker(request)
    found = access.log_entry_of(person, entry_id)
    form = LogEntryForm(request.POST or None, initial={"text": queries.reflection_text(person, found)})
    if request.method == "POST" and form.is_valid():
        changes.rewrite_reflection(found, form.cleaned_data["text"], clock.now())
        messages.success(request, "Kept, for you alone.")
        return redirect("records:log")
    return render(request, "records/log_entry.html", {"form": form, "entry": found})


@require_POST
@login_required
def removal(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    changes.delete_reflection(access.log_entry_of(asker(request), entry_id))
    messages.success(request, "The entry is gone from your log.")
    return redirect("records:log")


@require_safe
@login_required
def text(request: HttpRequest) -> HttpResponse:
    """The whole log as a file of plain text."""
    words = queries.log_as_text(queries.own_log(asker(request)))
    headers = {"Content-Disposition": 'attachment; filename="my-log.txt"', "Cache-Control": "no-store"}
    return HttpResponse(words, content_type="text/plain; charset=utf-8", headers=headers)


@require_safe
@login_required
def timing(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    person: Person = asker(request)
    review = access.timing_of(person, meeting_id)
    context = {"timing": queries.own_timing(person, review), "meeting": review.meeting}
    return render(request, "records/timing.html", context)
