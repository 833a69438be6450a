"""The list of somebody's sets, and the page that starts one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from setspace.lib import clock, words
from setspace.programmes import changes, queries
from setspace.programmes.access import person_of
from setspace.programmes.forms import StartForms, zones


@login_required
@require_safe
def sets(request: HttpRequest) -> HttpResponse:
    person, now = person_of(request), clock.now()
    cards = queries.sets_of(person, now)
    invitations = queries.waiting_invitations(person, now)
    observed = queries.observed_sets_of(person, now)
    context = {"cards": cards, "observed": observed, "invitations": invitations}
    return render(request, "programmes/sets.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    if request.method != "POST":
        return _page(request, StartForms(person))
    asked = StartForms(person, request.POST)
    if "more" in request.POST:
        return _page(request, asked.with_more(request.POST["more"]))
    now = clock.now()
    if not asked.are_valid(now):
        return _page(request, asked)
    new = asked.new_set()
    learning_set = changes.start_set(new, person, now)
    misfits = queries.misfits_of(learning_set, now)
    if new.facilitator:
        messages.success(request, f"We have asked {new.facilitator.name} to facilitate {new.name}.")
        _warn(request, misfits)
        return redirect("programmes:sets")
    invited = words.counted(len(new.people), "person is", "people are")
    messages.success(request, f"Your set has begun, and {invited} invited.")
    _warn(request, misfits)
    return redirect("programmes:people", learning_set.id)


def _warn(request: HttpRequest, misfits: list[str]) -> None:
    for words_of_one in misfits:
        messages.warning(request, words_of_one)


def _page(request: HttpRequest, asked: StartForms) -> HttpResponse:
    return render(
        request, "programmes/start.html", {"asked": asked, "zones": zones(), "failed": asked.errors}
    )
