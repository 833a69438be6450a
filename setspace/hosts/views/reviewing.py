"""The applications of a programme: the list, one of them, the answer to it, and who is kept apart."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from setspace.hosts import access
from setspace.hosts.changes import deciding
from setspace.hosts.forms.reviewing import ApartForm, DecisionForm
from setspace.hosts.mails.review import offered_words
from setspace.hosts.models import Answer, Application
from setspace.hosts.queries.answers import TITLES
from setspace.hosts.queries.reviewing import listing, reviewed
from setspace.lib import clock
from setspace.programmes.access import person_of
from setspace.programmes.changes import Refused
from setspace.programmes.forms.fields import LANGUAGES


@login_required
@require_safe
def applications(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    programme = access.programme_for(request.user, programme_id)
    asked = request.GET
    shown = listing(programme, asked.get("standing", ""), asked.get("q", "")[:100], asked.get("page", "1"))
    return render(request, "hosts/applications.html", {"programme": programme, "shown": shown})


@login_required
@require_safe
def application(request: HttpRequest, programme_id: UUID, application_id: UUID) -> HttpResponse:
    found = _application(request, programme_id, application_id)
    return _page(request, found, _offered(found, request.GET.get("answer", "")))


@login_required
@require_POST
def decision(request: HttpRequest, programme_id: UUID, application_id: UUID) -> HttpResponse:
    found = _application(request, programme_id, application_id)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    answer, due_at = Answer(form.cleaned_data["answer"]), clock.wall() + deciding.TIME_TO_UNDO
    try:
        deciding.decide(found, answer, form.cleaned_data["words"], person_of(request), clock.now(), due_at)
    except Refused as refusal:
        form.add_error(None, f"{refusal}.")
        return _page(request, found, form)
    messages.success(request, f"{found.person.name}: {answer.label.lower()}. The letter goes in ten minutes.")
    return redirect("hosts:reviewed", programme_id, application_id)


@login_required
@require_POST
def decision_undoing(request: HttpRequest, programme_id: UUID, application_id: UUID) -> HttpResponse:
    found = _application(request, programme_id, application_id)
    last = found.decisions.filter(undone_at=None).first()
    if last is None:
        raise Http404
    try:
        deciding.undo_decision(last, person_of(request), clock.now())
        messages.success(request, "The answer is taken back, and no letter goes.")
    except Refused as refusal:
        messages.warning(request, f"{refusal}.")
    return redirect("hosts:reviewed", programme_id, application_id)


@login_required
@require_POST
def apart(request: HttpRequest, programme_id: UUID, application_id: UUID) -> HttpResponse:
    found = _application(request, programme_id, application_id)
    form = ApartForm(found, request.POST)
    if not form.is_valid() or form.found is None:
        return _page(request, found, None, form)
    deciding.keep_apart(found, form.found)
    messages.success(request, f"{found.person.name} and {form.found.person.name} are kept apart.")
    return redirect("hosts:reviewed", programme_id, application_id)


@login_required
@require_POST
def apart_removal(
    request: HttpRequest, programme_id: UUID, application_id: UUID, other_id: UUID
) -> HttpResponse:
    found = _application(request, programme_id, application_id)
    deciding.no_longer_apart(found, _application(request, programme_id, other_id))
    messages.success(request, "They may share a set again.")
    return redirect("hosts:reviewed", programme_id, application_id)


def _application(request: HttpRequest, programme_id: UUID, application_id: UUID) -> Application:
    found = access.application_for(request.user, application_id)
    if found.programme_id != programme_id:
        raise Http404
    return found


def _offered(found: Application, answer: str) -> DecisionForm | None:
    if answer not in Answer.values:
        return None
    words = offered_words(found, Answer(answer))
    return DecisionForm(initial={"answer": answer, "words": words})


def _page(
    request: HttpRequest, found: Application, form: DecisionForm | None, apart_form: ApartForm | None = None
) -> HttpResponse:
    last = found.decisions.filter(undone_at=None).select_related("by").first()
    letter = deciding.waiting_letter(last) if last else None
    names = dict(LANGUAGES)
    chosen = str(form["answer"].value()) if form else ""
    context = {
        "programme": found.programme,
        "languages": ", ".join(names.get(one, one) for one in found.languages.split(",")),
        "one": reviewed(found, person_of(request)),
        "form": form,
        "chosen": TITLES[Answer(chosen)] if chosen in Answer.values else "",
        "choices": [(key.value, title) for key, title in TITLES.items() if key != found.standing],
        "last": last,
        "may_undo": letter is not None,
        "apart_form": apart_form or ApartForm(found),
    }
    return render(request, "hosts/application_review.html", context)
