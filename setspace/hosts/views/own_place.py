"""Confirming each date, and answering the set that is proposed."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from setspace.hosts import access
from setspace.hosts.changes.answering import answer_dates, answer_place
from setspace.hosts.changes.conflicts import keep_note, tell_facilitator
from setspace.hosts.forms.answering import LONGEST_NOTE, DatesForm, PlaceForm
from setspace.hosts.forms.applying import YES
from setspace.hosts.models import Application, Placement
from setspace.hosts.queries.answers import as_told
from setspace.hosts.queries.applying import place_of
from setspace.hosts.queries.conflicts import conflict_of, holder_of
from setspace.hosts.queries.own_place import (
    company_of,
    dates_answered,
    dates_to_answer,
    has_joined,
    note_of,
)
from setspace.lib import clock
from setspace.programmes.access import person_of
from setspace.programmes.changes import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def dates(request: HttpRequest, application_id: UUID) -> HttpResponse:
    application = _standing(request, application_id)
    asked = dates_to_answer(application)
    every = [one for group in asked for one in group.dates]
    form = DatesForm(every, dates_answered(application), request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        answer_dates(application, form.can_come, clock.now())
        messages.success(request, "Saved. The organiser sees which dates you can come to.")
        return redirect("hosts:application", application.pk)
    groups = [(group.title, [form[str(one.id)] for one in group.dates]) for group in asked]
    context = {"application": application, "programme": application.programme, "form": form, "groups": groups}
    return render(request, "hosts/application_dates.html", context)


@never_cache
@sensitive_post_parameters("note")
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, application_id: UUID) -> HttpResponse:
    application = _standing(request, application_id)
    shown = place_of(application)
    if shown is None:
        raise Http404
    if "later" in request.POST:
        return _kept(request, shown)
    facilitator = holder_of(shown.programme_set)
    data = request.POST if request.method == "POST" else None
    form = PlaceForm(may_tell=facilitator is not None, data=data, initial=_answered(shown))
    if data is not None and form.is_valid():
        return _tell(request, shown, form) if form.tells else _answer(request, shown, form)
    context = {
        "application": application,
        "programme": application.programme,
        "place": shown,
        "others": company_of(shown),
        "has_joined": has_joined(shown),
        "groups": dates_to_answer(application),
        "facilitator": facilitator,
        "also_organises": access.organises(facilitator, application.programme),
        "conflict": conflict_of(shown),
        "form": form,
    }
    return render(request, "hosts/application_place.html", context)


def _kept(request: HttpRequest, shown: Placement) -> HttpResponse:
    """For the script that keeps what is typed."""
    note = request.POST.get("note", "")
    if has_joined(shown) or len(note) > LONGEST_NOTE:
        return HttpResponse(status=409)
    keep_note(shown, note)
    return JsonResponse({"saved": "Kept, and not sent yet", "address": request.path})


def _tell(request: HttpRequest, shown: Placement, form: PlaceForm) -> HttpResponse:
    try:
        tell_facilitator(shown, form.told, clock.now())
        messages.success(request, "Sent, to the facilitator alone. You can answer whenever you like.")
    except Refused as refusal:
        messages.warning(request, f"{refusal}.")
    return redirect("hosts:application_place", shown.application_id)


def _answer(request: HttpRequest, shown: Placement, form: PlaceForm) -> HttpResponse:
    try:
        answer_place(shown, agrees=form.agrees, note=form.told, now=clock.now())
    except Refused as refusal:
        messages.warning(request, f"{refusal}.")
        return redirect("hosts:application", shown.application_id)
    said = (
        "Thank you. The place is yours." if form.agrees else "Thank you for telling us. You need not say why."
    )
    messages.success(request, said)
    return redirect("hosts:application", shown.application_id)


def _answered(shown: Placement) -> dict[str, str]:
    """What was answered and written before, for whoever did."""
    return {"answer": YES if shown.agreed_at else "", "note": note_of(shown)}


def _standing(request: HttpRequest, application_id: UUID) -> Application:
    """Somebody's own application that was sent and is neither taken back nor declined."""
    application = access.application_of(person_of(request), application_id)
    (told,) = as_told([application])
    if told.sent_at is None or told.withdrawn_at or told.declined_at:
        raise Http404
    return application
