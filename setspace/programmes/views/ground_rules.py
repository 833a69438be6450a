"""What a set agrees to: reading and accepting it, and a new version."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

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
        return render(request, "programmes/ground_rules.html", {"set": shown})
    version = shown.agreement.version if shown.agreement else None
    if version is None or str(version.version) != request.POST.get("version"):
        messages.warning(request, "The ground rules changed while you were reading. Please read them again.")
        return redirect("programmes:ground_rules", set_id)
    changes.accept_ground_rules(version, person, now)
    messages.success(request, "Thank you. Your set can see that you accept the ground rules.")
    return redirect("programmes:ground_rules", set_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_ground_rules(request: HttpRequest, set_id: UUID) -> HttpResponse:
    person, now = person_of(request), clock.now()
    learning_set = set_led_by(person, set_id)
    agreement = queries.agreement_of(learning_set, person)
    if agreement is None:
        raise Http404
    if request.method != "POST":
        form = GroundRulesForm(initial=GroundRulesForm.initial_from(list(agreement.rules)))
        return render(
            request, "programmes/new_ground_rules.html", {"learning_set": learning_set, "form": form}
        )
    form = GroundRulesForm(request.POST)
    if not form.is_valid():
        return render(
            request, "programmes/new_ground_rules.html", {"learning_set": learning_set, "form": form}
        )
    if sorted(form.rules) == sorted(agreement.rules):
        messages.info(request, "The ground rules are as they were.")
    else:
        changes.change_ground_rules(learning_set, form.rules, person, now)
        messages.success(
            request, "The new ground rules are saved. We have asked your set to read and accept them."
        )
    return redirect("programmes:ground_rules", set_id)
