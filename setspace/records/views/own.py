"""Pages for one person alone: reflections, and private notes of a session."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from setspace.lib import clock
from setspace.people.models import Person
from setspace.programmes.access import meeting_for
from setspace.programmes.models import Meeting
from setspace.records import access, changes, queries
from setspace.records.forms import NoteForm, ReflectionForm
from setspace.records.views.asking import asker


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def reflections(request: HttpRequest) -> HttpResponse:
    person = asker(request)
    form = ReflectionForm(request.POST or None, initial={"session": request.GET.get("session", "")})
    if request.method == "POST" and form.is_valid():
        meeting = _session(person, form.cleaned_data["session"])
        changes.write_reflection(person, form.cleaned_data["text"], clock.now(), meeting)
        messages.success(request, "Kept, for you alone.")
        return redirect("records:reflections")
    context = {
        "form": form,
        "reflections": queries.reflections_of(person),
        "has_log": queries.has_use_of_log(person),
    }
    return render(request, "records/reflections.html", context)


def _session(person: Person, meeting_id: UUID | None) -> Meeting | None:
    """The session a reflection is about, if it is one of the person's own; otherwise it is about none."""
    if meeting_id is None:
        return None
    try:
        return meeting_for(person, meeting_id)
    except Http404:
        return None


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def reflection(request: HttpRequest, reflection_id: UUID) -> HttpResponse:
    person = asker(request)
    found = access.reflection_of(person, reflection_id)
    text = queries.reflection_text(person, found)
    form = ReflectionForm(request.POST or None, initial={"text": text})
    if request.method == "POST" and form.is_valid():
        changes.rewrite_reflection(found, form.cleaned_data["text"], clock.now())
        messages.success(request, "Kept, for you alone.")
        return redirect("records:reflections")
    return render(request, "records/reflection.html", {"form": form, "reflection": found})


@require_POST
@login_required
def removal(request: HttpRequest, reflection_id: UUID) -> HttpResponse:
    changes.delete_reflection(access.reflection_of(asker(request), reflection_id))
    messages.success(request, "Your reflection is gone.")
    return redirect("records:reflections")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def notes(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    person = asker(request)
    meeting = meeting_for(person, meeting_id)
    form = NoteForm(request.POST or None, initial={"text": queries.note_of(person, meeting)})
    if request.method == "POST" and form.is_valid():
        changes.write_note(person, meeting, form.cleaned_data["text"], clock.now())
        messages.success(request, "Kept, for you alone.")
        return redirect("records:notes", meeting_id=meeting.pk)
    return render(request, "records/notes.html", {"form": form, "meeting": meeting})
