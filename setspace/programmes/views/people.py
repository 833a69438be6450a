"""Who is in a set: the list, one more person, another letter, a last day."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from setspace.lib import clock
from setspace.programmes import changes, queries
from setspace.programmes.access import (
    membership_for,
    membership_to_keep,
    open_invitation_led_by,
    person_of,
    set_for,
    set_led_by,
)
from setspace.programmes.forms import NewcomerForm
from setspace.programmes.models import LearningSet


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, set_id: UUID) -> HttpResponse:
    person = person_of(request)
    if request.method != "POST":
        return _page(request, set_for(person, set_id), NewcomerForm())
    learning_set = set_led_by(person, set_id)
    form = NewcomerForm(request.POST)
    if not form.is_valid() or form.invitee is None:
        return _page(request, learning_set, form)
    try:
        invitation = changes.invite(learning_set, form.invitee, person, clock.now(), form.role)
    except changes.Refused as refusal:
        form.add_error("email", str(refusal))
        return _page(request, learning_set, form)
    messages.success(request, f"{invitation.person.name} is invited, and your set has been told.")
    return redirect("programmes:people", set_id)


@login_required
@require_POST
def letter(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """The invitation once more, with a new link; of somebody who was only proposed, the first."""
    invitation = open_invitation_led_by(request.user, invitation_id)
    if invitation.sent_at is None:
        changes.confirm(invitation, person_of(request), clock.now())
        messages.success(request, f"{invitation.person.name} is invited, and your set has been told.")
        return redirect("programmes:people", invitation.learning_set_id)
    changes.send_again(invitation, clock.now())
    messages.success(
        request, f"We have sent {invitation.person.name} a new invitation. The old link no longer works."
    )
    return redirect("programmes:people", invitation.learning_set_id)


@login_required
@require_POST
def withdrawal(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    invitation = open_invitation_led_by(request.user, invitation_id)
    changes.withdraw(invitation, clock.now())
    messages.success(
        request, f"The invitation to {invitation.person.name} is withdrawn. Its link no longer works."
    )
    return redirect("programmes:people", invitation.learning_set_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ending(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    """A page that asks once more, and the end of a membership."""
    membership = membership_for(request.user, membership_id)
    mine = membership.person_id == person_of(request).id
    context = {"membership": membership, "mine": mine, "learning_set": membership.learning_set}
    if request.method != "POST":
        return render(request, "programmes/ending.html", context)
    try:
        changes.end_membership(membership, clock.now())
    except changes.Refused as refusal:
        return render(request, "programmes/ending.html", {**context, "refusal": str(refusal)})
    if mine:
        done = "no longer look on at" if membership.is_observer else "have left"
        messages.success(request, f"You {done} {membership.learning_set.name}.")
        return redirect("programmes:sets")
    messages.success(request, f"{membership.person.name} is no longer in the set.")
    return redirect("programmes:people", membership.learning_set_id)


@login_required
@require_POST
def keeping(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    """Another member looks after the dates and people from now on."""
    membership = membership_to_keep(request.user, membership_id)
    changes.pass_keeping(membership, clock.now())
    messages.success(request, f"{membership.person.first_name} looks after the dates and people from now on.")
    return redirect("programmes:people", membership.learning_set_id)


def _page(request: HttpRequest, learning_set: LearningSet, form: NewcomerForm) -> HttpResponse:
    shown = queries.set_view(learning_set, person_of(request), clock.now())
    return render(request, "programmes/people.html", {"set": shown, "form": form})
