"""The summary of a session: read by holders, sent by the facilitator, read by the set."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setspace.core.emailing import WORDS
from setspace.lib import clock
from setspace.lib.vault import Purpose, Reader
from setspace.people.models import Person
from setspace.programmes.changes import Refused
from setspace.records import access, changes, queries, summaries, summary_words
from setspace.records.forms import GreetingForm, OwnPart, SendForm
from setspace.records.models import Summary
from setspace.records.views.asking import asker


@require_safe
@login_required
def summary(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    return _summary(request, access.summary_for(asker(request), meeting_id))


def _summary(
    request: HttpRequest, found: Summary, refusal: Refused | None = None, **extra: Any
) -> HttpResponse:
    """The page as it stands for whoever asks; with a refusal, the reason is at its top."""
    person = asker(request)
    context = {
        "summary": found,
        "meeting": found.meeting,
        "set": found.meeting.learning_set,
        "part": queries.own_part(found, person),
        "refusal": refusal,
        "today": clock.now().astimezone(found.meeting.learning_set.tz).date(),
        **(
            _lead_context(found, person, request.GET.get("copy", ""))
            if access.may_send(found, person)
            else {}
        ),
        **extra,
    }
    if found.sent_at:
        context["content"] = queries.sent_content(found, person)
    return render(request, "records/summary.html", context, status=409 if refusal else 200)


def _lead_context(found: Summary, person: Person, copy_for: str) -> dict[str, Any]:
    waiting = queries.waiting_parts(found)
    if found.sent_at:
        return {"is_lead": True, "waiting": waiting, "deliveries": queries.deliveries(found)}
    shown = summaries.preview(found, person)
    copy = shown.copy_of(copy_for)
    return {
        "is_lead": True,
        "waiting": waiting,
        "waiting_names": [part.person.first_name for part in waiting],
        "preview": shown,
        "copy": copy,
        "mode_words": WORDS[shown.mode],
        "opening": summary_words.opening(copy.content),
        "next": summary_words.next_words(copy.content),
        "signature": summary_words.signature(copy.content),
        "door": summary_words.door(copy.content),
        "readers": [row.person.first_name for row in queries.readers(found, None)],
        "parts": queries.parts_of(found),
        "greeting_form": GreetingForm(initial={"greeting": _greeting_of(found, person)}),
        "send_form": SendForm(initial={"seen": shown.digest}),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def my_part(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    person = asker(request)
    part = access.part_of(person, meeting_id)
    own = OwnPart(part.open_words(part.holder), queries.confidence_in(part), request.POST or None)
    if request.method == "POST" and own.is_valid():
        try:
            changes.edit_part(part, own.words, clock.now())
        except Refused as refusal:
            return _summary(request, access.summary_for(person, meeting_id), refusal)
        messages.success(request, "Saved. This is how your part will read.")
        return redirect("records:summary", meeting_id=meeting_id)
    context = {"own": own, "form": own.form, "meeting": part.meeting, "part": part}
    return render(request, "records/my_part.html", context)


@require_POST
@login_required
def approval(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    person = asker(request)
    try:
        changes.approve_part(access.part_of(person, meeting_id), clock.now())
    except Refused as refusal:
        return _summary(request, access.summary_for(person, meeting_id), refusal)
    messages.success(request, "Thank you. Your part is ready as it is.")
    return redirect("records:summary", meeting_id=meeting_id)


@require_POST
@login_required
def greeting(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    return _saved_greeting(request, access.summary_led_by(asker(request), meeting_id))


@require_POST
@login_required
def reminders(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    found = access.summary_led_by(asker(request), meeting_id)
    n_asked = changes.remind_holders(found.meeting, asker(request), clock.now())
    messages.success(request, "We have written to them." if n_asked else "We wrote to them earlier today.")
    return redirect("records:summary", meeting_id=meeting_id)


@require_POST
@login_required
def sending(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    person = asker(request)
    found = access.summary_led_by(person, meeting_id)
    if _new_greeting(request, found):
        return _saved_greeting(request, found, "Read the summary once more, then send it.")
    form = SendForm(request.POST)
    seen = form.cleaned_data["seen"] if form.is_valid() else ""
    try:
        changes.send_summary(found.meeting, person, clock.now(), seen=seen)
    except Refused as refusal:
        found.refresh_from_db()
        return _summary(request, found, refusal)
    messages.success(request, "Your summary is on its way to everyone in the set.")
    return redirect("records:summary", meeting_id=meeting_id)


@require_POST
@login_required
def delivery(request: HttpRequest, meeting_id: UUID, letter_id: UUID) -> HttpResponse:
    found = access.summary_led_by(asker(request), meeting_id)
    changes.send_copy_again(access.letter_of(found, letter_id), clock.now())
    messages.success(request, "We are sending this copy again.")
    return redirect("records:summary", meeting_id=meeting_id)


def _saved_greeting(request: HttpRequest, found: Summary, then: str = "") -> HttpResponse:
    form = GreetingForm(request.POST)
    if not form.is_valid():
        return _summary(request, found, greeting_form=form, form=form)
    try:
        changes.write_greeting(found.meeting, form.cleaned_data["greeting"], asker(request))
    except Refused as refusal:
        return _summary(request, found, refusal)
    messages.success(request, f"Saved. Your words are in the summary. {then}".strip())
    return redirect("records:summary", meeting_id=found.meeting_id)


def _new_greeting(request: HttpRequest, found: Summary) -> bool:
    """Whether the opening words were changed on the page and not saved before the summary was sent."""
    form = GreetingForm(request.POST)
    if "greeting" not in request.POST or found.sent_at:
        return False
    return not form.is_valid() or form.cleaned_data["greeting"] != _greeting_of(found, asker(request))


def _greeting_of(found: Summary, person: Person) -> str:
    return found.open_greeting(Reader(str(person.pk), Purpose.MEMBER_VIEW))
