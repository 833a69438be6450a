"""A place is free in a set that has begun: who could come, and what its facilitator says."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setspace.hosts import access
from setspace.hosts.changes import proposing as changes
from setspace.hosts.forms.board import NewcomerForm
from setspace.hosts.forms.changing import LONGEST_WORDS, ConfirmingForm
from setspace.hosts.models import Proposal
from setspace.hosts.queries.free_place import free_place_of
from setspace.hosts.queries.placed import reader_of
from setspace.hosts.queries.proposed import proposed
from setspace.lib import clock
from setspace.programmes.access import person_of
from setspace.programmes.changes import Refused


@login_required
@require_safe
def free_place(request: HttpRequest, programme_id: UUID, begun_set_id: UUID) -> HttpResponse:
    programme = access.programme_for(request.user, programme_id)
    planned = access.set_planned_for(request.user, begun_set_id, programme)
    if planned.learning_set is None:
        return redirect("hosts:board", programme_id)
    place = free_place_of(planned, planned.learning_set, person_of(request), clock.now())
    context = {"programme": programme, "planned": planned, "place": place}
    return render(request, "hosts/free_place.html", context)


@login_required
@require_POST
def newcomers(request: HttpRequest, programme_id: UUID, programme_set_id: UUID) -> HttpResponse:
    programme = access.programme_for(request.user, programme_id)
    planned = access.set_planned_for(request.user, programme_set_id, programme)
    form = NewcomerForm(request.POST)
    if not form.is_valid():
        messages.warning(request, "Choose a person.")
        return redirect("hosts:free_place", programme_id, programme_set_id)
    application = access.application_for(request.user, form.cleaned_data["application"])
    if application.programme_id != programme_id:
        raise Http404
    try:
        changes.propose_newcomer(planned, application, person_of(request), clock.now())
        messages.success(
            request, f"{application.person.name} is proposed. The facilitator of the {planned.label} decides."
        )
    except Refused as refusal:
        messages.warning(request, f"{refusal}.")
    return redirect("hosts:free_place", programme_id, programme_set_id)


@never_cache
@sensitive_post_parameters("words")
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def proposal(request: HttpRequest, proposal_id: UUID) -> HttpResponse:
    """Whoever leads the set says yes or no."""
    person = person_of(request)
    found = access.proposal_to(person, proposal_id)
    if "later" in request.POST:
        return _kept(request, found)
    shown = proposed(found, reader_of(person), clock.now())
    data = request.POST if request.method == "POST" else None
    label = f"Should {shown.application.person.first_name} join your set?"
    form = ConfirmingForm(label, "Yes, invite them and tell the set", data, {"words": shown.words})
    if data is not None and form.is_valid() and _answered(request, found, form):
        return redirect("programmes:people", found.programme_set.learning_set_id)
    context = {"proposal": found, "shown": shown, "form": form, "planned": found.programme_set}
    return render(request, "hosts/proposal.html", context)


def _answered(request: HttpRequest, found: Proposal, form: ConfirmingForm) -> bool:
    name, words = found.application.person.name, form.cleaned_data["words"]
    try:
        changes.answer_proposal(
            found, agrees=form.agrees, words=words, by=person_of(request), now=clock.now()
        )
    except Refused as refusal:
        form.add_error("answer", str(refusal))
        return False
    said = f"{name} is invited, and your set has been told." if form.agrees else f"{name} is not asked."
    messages.success(request, said)
    return True


def _kept(request: HttpRequest, found: Proposal) -> HttpResponse:
    """For the script that keeps what is typed."""
    words = request.POST.get("words", "")
    if not found.is_open or len(words) > LONGEST_WORDS:
        return HttpResponse(status=409)
    changes.keep_words(found, words)
    return JsonResponse({"saved": "Kept, and not sent yet", "address": request.path})
