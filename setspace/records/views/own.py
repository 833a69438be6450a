"""Pages for one person alone: the journal, and private notes of a session."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setspace.core.reflecting.prompts import prompt_of, prompts_after
from setspace.lib import clock
from setspace.people.models import Person
from setspace.programmes.access import meeting_for
from setspace.programmes.models import Meeting
from setspace.records import access, changes, queries
from setspace.records.forms import NoteForm, ReflectionForm
from setspace.records.models import Reflection
from setspace.records.queries import journal
from setspace.records.views.asking import asker
from setspace.records.views.keeping import is_typing, kept, not_kept, nothing_yet

KEPT = "Kept, for you alone."


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def reflections(request: HttpRequest) -> HttpResponse:
    person = asker(request)
    asked = {name: request.GET.get(name, "") for name in ("session", "prompt")}
    form = ReflectionForm(request.POST or None, initial=asked)
    form.ask(prompt_of(form["prompt"].value() or ""))
    if request.method == "POST" and form.is_valid():
        written = _written(person, form)
        if is_typing(request):
            return kept(person, reverse("records:reflection", args=[written.pk]))
        messages.success(request, KEPT)
        return redirect("records:reflections")
    if is_typing(request):
        return not_kept() if request.POST.get("text", "").strip() else nothing_yet(request.path)
    return render(request, "records/reflections.html", {"form": form, **_journal(person)})


def _written(person: Person, form: ReflectionForm) -> Reflection:
    typed = form.cleaned_data
    meeting = _session(person, typed["session"])
    prompt = prompt_of(typed["prompt"])
    return changes.write_reflection(
        person, typed["text"], clock.now(), meeting, prompt=prompt.key if prompt else ""
    )


def _journal(person: Person) -> dict[str, object]:
    last = journal.session_to_look_back_on(person, clock.now())
    entries = journal.journal_of(person)
    return {
        "current": "journal",
        "entries": entries,
        "last": last,
        "prompts": prompts_after(last.number or 0) if last else (),
        "has_review": any(entry.is_review and entry.meeting == last for entry in entries),
        "has_log": queries.has_use_of_log(person),
    }


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
    own = journal.entry_of(person, found)
    form = ReflectionForm(request.POST or None, initial={"text": own.text})
    if is_typing(request) and not request.POST.get("text", "").strip():
        changes.delete_reflection(found)
        return nothing_yet(reverse("records:reflections"))
    form.ask(prompt_of(found.open_prompt(queries.own_reader(person))))
    if request.method == "POST" and form.is_valid():
        changes.rewrite_reflection(found, form.cleaned_data["text"], clock.now())
        if is_typing(request):
            return kept(person, request.path)
        messages.success(request, KEPT)
        return redirect("records:reflections")
    if is_typing(request):
        return not_kept()
    return render(request, "records/reflection.html", {"form": form, "reflection": found, "own": own})


@require_POST
@login_required
def removal(request: HttpRequest, reflection_id: UUID) -> HttpResponse:
    changes.delete_reflection(access.reflection_of(asker(request), reflection_id))
    messages.success(request, "Your reflection is gone.")
    return redirect("records:reflections")


@require_safe
@login_required
def text(request: HttpRequest) -> HttpResponse:
    """The whole journal as a file of plain text."""
    words = journal.journal_as_text(journal.all_of(asker(request)))
    headers = {
        "Content-Disposition": 'attachment; filename="my-reflections.txt"',
        "Cache-Control": "no-store",
    }
    return HttpResponse(words, content_type="text/plain; charset=utf-8", headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def notes(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    person = asker(request)
    meeting = meeting_for(person, meeting_id)
    form = NoteForm(request.POST or None, initial={"text": queries.note_of(person, meeting)})
    if request.method == "POST" and form.is_valid():
        changes.write_note(person, meeting, form.cleaned_data["text"], clock.now())
        messages.success(request, KEPT)
        return redirect("records:notes", meeting_id=meeting.pk)
    return render(request, "records/notes.html", {"form": form, "meeting": meeting})
