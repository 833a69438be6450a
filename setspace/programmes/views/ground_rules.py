"""What a set agrees to: reading and accepting it, and a new version."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from setspace.core.emailing import WORDS
from setspace.lib import clock
from setspace.programmes import changes, queries
from setspace.programmes.access import person_of, set_agreed_by, set_led_by
from setspace.programmes.forms import GroundRulesForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ground_rules(request: HttpRequest, set_id: UUID) -> HttpResponse:
    """Reading is for every member; a POST is this member's yes to the version on the page."""
    person, now = person_of(request), clock.now()
    shown = queries.set_view(set_agreed_by(person, set_id), person, now)
    if request.method != "POST":
        return render(request, "programmes/ground_rules.html", {"set": shown, "held_to": _held_to(shown)})
    version = shown.agreement.version if shown.agreement else None
    if version is None or str(version.version) != request.POST.get("version"):
        messages.warning(request, "The ground rules changed while you were reading. Please read them again.")
        return redirect("programmes:ground_rules", set_id)
    changes.accept_ground_rules(version, person, now)
    messages.success(request, "Thank you. Your set can see that you accept the ground rules.")
    return redirect("programmes:ground_rules", set_id)


def _held_to(shown: queries.SetView) -> str:
    """How summaries are still emailed while somebody has not accepted a wider way."""
    holds = queries.summary_mode_of(shown.learning_set)
    return "" if shown.agreement and shown.agreement.version.mode == holds else WORDS[holds]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_ground_rules(request: HttpRequest, set_id: UUID) -> HttpResponse:
    person, now = person_of(request), clock.now()
    learning_set = set_led_by(person, set_id)
    agreement = queries.agreement_of(learning_set, person)
    if agreement is None:
        raise Http404
    initial = GroundRulesForm.initial_from(list(agreement.rules), agreement.version.mode)
    form = GroundRulesForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method != "POST" or not form.is_valid():
        return render(
            request, "programmes/new_ground_rules.html", {"learning_set": learning_set, "form": form}
        )
    mode = form.summary_mode
    if (sorted(form.rules), mode) == (sorted(agreement.rules), agreement.version.mode):
        messages.info(request, "The ground rules are as they were.")
    else:
        changes.change_ground_rules(learning_set, form.rules, person, now, mode)
        messages.success(
            request, "The new ground rules are saved. We have asked your set to read and accept them."
        )
    return redirect("programmes:ground_rules", set_id)
