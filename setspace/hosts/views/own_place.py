"""Confirming each date, and answering the set that is proposed."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from setspace.hosts import access
from setspace.hosts.changes.answering import answer_dates, answer_place
from setspace.hosts.forms.answering import DatesForm, PlaceForm
from setspace.hosts.forms.applying import YES
from setspace.hosts.models import Application, Placement
from setspace.hosts.queries.answers import as_told
from setspace.hosts.queries.applying import place_of
from setspace.hosts.queries.own_place import company_of, dates_answered, dates_to_answer, has_joined
from setspace.lib import clock
from setspace.lib.vault import Purpose, Reader
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


@sensitive_post_parameters("note")
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def place(request: HttpRequest, application_id: UUID) -> HttpResponse:
    application = _standing(request, application_id)
    shown = place_of(application)
    if shown is None:
        raise Http404
    form = PlaceForm(request.POST if request.method == "POST" else None, initial=_answered(shown))
    if request.method == "POST" and form.is_valid():
        return _answer(request, application, shown, form)
    context = {
        "application": application,
        "programme": application.programme,
        "place": shown,
        "others": company_of(shown),
        "has_joined": has_joined(shown),
        "groups": dates_to_answer(application),
        "form": form,
    }
    return render(request, "hosts/application_place.html", context)


def _answer(
    request: HttpRequest, application: Application, shown: Placement, form: PlaceForm
) -> HttpResponse:
    try:
        answer_place(shown, agrees=form.agrees, note=form.cleaned_data["note"], now=clock.now())
    except Refused as refusal:
        messages.warning(request, f"{refusal}.")
        return redirect("hosts:application", application.pk)
    said = (
        "Thank you. The place is yours." if form.agrees else "Thank you for telling us. You need not say why."
    )
    messages.success(request, said)
    return redirect("hosts:application", application.pk)


def _answered(shown: Placement) -> dict[str, str]:
    """The answer that was given before, for whoever gave it."""
    reader = Reader(actor=str(shown.application.person_id), purpose=Purpose.APPLICATION)
    return {"answer": YES if shown.agreed_at else "", "note": shown.open_note(reader)}


def _standing(request: HttpRequest, application_id: UUID) -> Application:
    """Somebody's own application that was sent and is neither taken back nor declined."""
    application = access.application_of(person_of(request), application_id)
    (told,) = as_told([application])
    if told.sent_at is None or told.withdrawn_at or told.declined_at:
        raise Http404
    return application
