"""Two sets that grew small: an organiser proposes that they join, and both facilitators answer."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from setspace.hosts import access
from setspace.hosts.changes import joining as changes
from setspace.hosts.forms.changing import LONGEST_WORDS, ConfirmingForm, JoiningForm
from setspace.hosts.models import Joining
from setspace.hosts.queries.joining import Way, asked_of, typed, way_of, ways_of
from setspace.lib import clock
from setspace.programmes.access import person_of
from setspace.programmes.changes import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def joinings(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    programme, person = access.programme_for(request.user, programme_id), person_of(request)
    ways = ways_of(programme, clock.now())
    data = request.POST if request.method == "POST" else None
    form = JoiningForm([(one.key, one.title) for one in ways], data)
    if data is not None and form.is_valid() and _proposed(request, form, ways):
        return redirect("hosts:joinings", programme_id)
    context = {
        "programme": programme,
        "ways": list(zip(ways, form["way"], strict=True)),
        "asked": asked_of(programme, person),
        "form": form,
    }
    return render(request, "hosts/joinings.html", context)


@login_required
@require_POST
def withdrawal(request: HttpRequest, joining_id: UUID) -> HttpResponse:
    found = access.joining_for(request.user, joining_id)
    try:
        changes.take_back(found, clock.now())
        messages.success(request, "Taken back. The two sets stay as they are.")
    except Refused as refusal:
        messages.warning(request, f"{refusal}.")
    return redirect("hosts:joinings", found.leaving.programme_id)


@never_cache
@sensitive_post_parameters("words")
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def joining(request: HttpRequest, joining_id: UUID) -> HttpResponse:
    """Whoever leads one of the two sets says yes or no."""
    person = person_of(request)
    found = access.joining_to(person, joining_id)
    if "later" in request.POST:
        return _kept(request, found)
    data = request.POST if request.method == "POST" else None
    form = ConfirmingForm(
        "Should the two sets go on as one?",
        "Yes, if the other agrees too",
        data,
        {"words": typed(found, person)},
    )
    if data is not None and form.is_valid() and _answered(request, found, form):
        return redirect("hosts:joining", found.pk)
    context = {
        "joining": found,
        "way": way_of(found, clock.now()),
        "programme": found.leaving.programme,
        "has_said_yes": access.has_said_yes(person, found),
        "form": form,
    }
    return render(request, "hosts/joining.html", context)


def _proposed(request: HttpRequest, form: JoiningForm, ways: list[Way]) -> bool:
    chosen = next(one for one in ways if one.key == form.cleaned_data["way"])
    try:
        changes.propose_joining(chosen.leaving, chosen.into, person_of(request), clock.now())
    except Refused as refusal:
        form.add_error("way", str(refusal))
        return False
    messages.success(request, "Both facilitators are asked. No member hears of it before both say yes.")
    return True


def _answered(request: HttpRequest, found: Joining, form: ConfirmingForm) -> bool:
    words = form.cleaned_data["words"]
    try:
        kept = changes.answer_joining(
            found, agrees=form.agrees, words=words, by=person_of(request), now=clock.now()
        )
    except Refused as refusal:
        form.add_error("answer", str(refusal))
        return False
    if kept.done_at:
        said = "Both have said yes. Everybody is told, and invited."
    elif form.agrees:
        said = "Thank you. The other facilitator is asked too."
    else:
        said = "The two sets stay as they are. No member has heard of it."
    messages.success(request, said)
    return True


def _kept(request: HttpRequest, found: Joining) -> HttpResponse:
    """For the script that keeps what is typed."""
    words = request.POST.get("words", "")
    if not found.is_open or len(words) > LONGEST_WORDS:
        return HttpResponse(status=409)
    changes.keep_words(found, person_of(request), words)
    return JsonResponse({"saved": "Kept, and not sent yet", "address": request.path})
