"""Feedback: asking for it, writing it for whoever asked, and opening it in a quiet moment."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setspace.core.reflecting.feedback import PRACTICE, SORTS, hints_for
from setspace.lib import clock
from setspace.people.models import Person
from setspace.programmes.access import meeting_for
from setspace.programmes.changes import Refused
from setspace.records import access
from setspace.records.changes import drop_draft, keep_draft
from setspace.records.changes import feedback as changes
from setspace.records.forms import LINE
from setspace.records.forms_reflecting import AskingForm, FeedbackForm
from setspace.records.models import FeedbackAsked
from setspace.records.queries import feedback as queries
from setspace.records.queries.own import draft_of, own_reader
from setspace.records.views.asking import asker
from setspace.records.views.keeping import is_typing, kept, not_kept


@require_safe
@login_required
def feedback(request: HttpRequest) -> HttpResponse:
    """What I am asked, and what I asked for."""
    person = asker(request)
    context = {
        "current": "feedback",
        "to_write": queries.to_write(person),
        "sent": queries.sent_and_not_read(person),
        "requests": queries.own_requests(person),
        "sessions": queries.sessions_to_ask_about(person, clock.now()),
    }
    return render(request, "records/feedback.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def asking(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Ask some of the set, after a session or in its round of feedback."""
    person = asker(request)
    meeting = meeting_for(person, meeting_id)
    people = queries.people_to_ask(person, meeting.learning_set)
    draft = f"asking {meeting.pk}"
    if is_typing(request):
        keep_draft(person, draft, request.POST.get("about", "")[:LINE])
        return kept(person, request.path)
    initial = {"about": draft_of(person, draft)}
    form = AskingForm(request.POST if request.method == "POST" else None, people=people, initial=initial)
    if request.method == "POST" and form.is_valid():
        changes.ask_for_feedback(person, form.chosen(), meeting, form.cleaned_data["about"], clock.now())
        drop_draft(person, draft)
        messages.success(request, "Asked. Nobody has to answer, and what they write is for you alone.")
        return redirect("records:feedback")
    context = {"form": form, "meeting": meeting, "to_write": queries.to_write(person)}
    return render(request, "records/feedback_asking.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def giving(request: HttpRequest, asked_id: UUID) -> HttpResponse:
    person = asker(request)
    asked = queries.asked_of(person).filter(pk=asked_id).first()
    if asked is None:
        raise Http404
    draft = asked.open_draft(own_reader(person))
    form = FeedbackForm(request.POST or None, initial=draft)
    if request.method == "POST":
        try:
            answer = _posted(request, asked, form)
        except Refused as refusal:
            messages.error(request, str(refusal))
            answer = not_kept() if is_typing(request) else redirect("records:feedback")
        if answer is not None:
            return answer
    return render(request, "records/feedback_giving.html", _giving(person, asked, form, draft))


def _posted(request: HttpRequest, asked: FeedbackAsked, form: FeedbackForm) -> HttpResponse | None:
    """Keep what was typed; send it only where that was pressed. None where something is to put right."""
    person, now = asker(request), clock.now()
    if is_typing(request):
        if not form.is_valid():
            return not_kept()
        changes.draft_feedback(asked, form.words)
        return kept(person, request.path, hints=hints_for(form.words))
    name = asked.request.person.first_name
    if "send" in request.POST:
        if not form.is_ready():
            return None
        changes.send_feedback(asked, form.words, now)
        messages.success(request, f"Sent to {name} alone. You can take it back until it is read.")
    elif form.is_valid():
        changes.draft_feedback(asked, form.words)
        messages.success(request, f"Kept as a draft, for you alone. {name} sees it when you send it.")
    return redirect("records:feedback") if form.is_valid() else None


def _giving(
    person: Person, asked: FeedbackAsked, form: FeedbackForm, draft: dict[str, str]
) -> dict[str, object]:
    typed = {sort.key: form[sort.key].value() or "" for sort in SORTS}
    hints = hints_for(typed)
    return {
        "form": form,
        "fields": [(form[sort.key], hints[sort.key]) for sort in SORTS],
        "asked": asked,
        "is_sent": asked.sent_at is not None,
        "draft": draft,
        "about": queries.about_of(person, asked),
        "practice": PRACTICE,
    }


@require_POST
@login_required
def setting_aside(request: HttpRequest, asked_id: UUID) -> HttpResponse:
    asked = queries.asked_of(asker(request)).filter(pk=asked_id).first()
    if asked is None:
        raise Http404
    try:
        changes.set_aside(asked, clock.now())
        messages.success(request, "Set aside. Nobody is told.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("records:feedback")


@require_POST
@login_required
def taking_back(request: HttpRequest, asked_id: UUID) -> HttpResponse:
    asked = access.sent_feedback_of(asker(request), asked_id)
    try:
        changes.take_feedback_back(asked)
        messages.success(request, "Taken back. It is a draft again, for you alone.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("records:feedback")


@require_POST
@login_required
def opening(request: HttpRequest, feedback_id: UUID) -> HttpResponse:
    """Opening it is a press, so that it comes when the one who asked is ready for it."""
    found = access.feedback_of(asker(request), feedback_id)
    changes.read_feedback(found, clock.now())
    return redirect("records:feedback")


@require_POST
@login_required
def removal(request: HttpRequest, request_id: UUID) -> HttpResponse:
    changes.remove_request(access.request_of(asker(request), request_id))
    messages.success(request, "What you asked is gone, and what was written for it.")
    return redirect("records:feedback")
