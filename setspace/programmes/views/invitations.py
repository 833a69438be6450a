"""The door into a set. Looking at it changes nothing; answering needs the invited person, signed in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from setspace.lib import clock
from setspace.people.models import Person
from setspace.programmes import changes, queries
from setspace.programmes.access import invitation_by
from setspace.programmes.models import Invitation, Role


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    found, now = invitation_by(token), clock.now()
    if found is None or found.withdrawn_at:
        why = "withdrawn" if found else "unknown"
        return render(request, "programmes/invitation_closed.html", {"why": why}, status=404)
    if not found.is_open or found.has_expired(now):
        return render(request, "programmes/invitation_closed.html", _closed(request, found), status=410)
    if request.method == "POST" and isinstance(request.user, Person) and request.user.id == found.person_id:
        return _answer(request, found, request.user)
    return _page(request, found)


def _answer(request: HttpRequest, found: Invitation, person: Person) -> HttpResponse:
    now = clock.now()
    try:
        if request.POST.get("answer") == "no":
            changes.decline_invitation(found, person, now)
            messages.success(request, "Thank you for telling us. You need not say why.")
            return redirect("programmes:sets")
        if request.POST.get("accept") != "yes":
            return _page(request, found, problem="Tick the box if you accept the ground rules")
        version = queries.current_rules(found.learning_set)
        if version is None or str(version.version) != request.POST.get("version"):
            return _page(request, found, problem="The ground rules have changed. Please read them again")
        changes.accept_invitation(found, person, version, now)
    except changes.Refused as refusal:
        return _page(request, found, problem=str(refusal))
    messages.success(request, f"Welcome to {found.learning_set.name}.")
    if found.role == Role.OBSERVER:
        return redirect("programmes:sets")
    return redirect("records:set", found.learning_set_id)


def _page(request: HttpRequest, found: Invitation, problem: str = "") -> HttpResponse:
    learning_set, now = found.learning_set, clock.now()
    everyone = queries.seats_of(learning_set, now)
    seats = [seat for seat in everyone if seat.person != found.person and seat.state != "declined"]
    context = {
        "invitation": found,
        "learning_set": learning_set,
        "seats": seats,
        "names": [seat.person.first_name for seat in seats if not (seat.is_facilitator or seat.is_observer)],
        "facilitator": next((seat.person for seat in seats if seat.is_facilitator), None),
        "open_until": found.expires_at.astimezone(learning_set.tz).date() if found.expires_at else None,
        "meetings": queries.upcoming_meetings(learning_set, now),
        "rules": queries.rules_for_invitee(found),
        "version": queries.current_rules(learning_set),
        "may_answer": request.user == found.person,
        "address": _hidden(found.person.email),
        "problem": problem,
    }
    return render(request, "programmes/invitation.html", context)


def _closed(request: HttpRequest, found: Invitation) -> dict[str, object]:
    mine = request.user == found.person
    why = "accepted" if found.accepted_at else "declined" if found.declined_at else "expired"
    return {"why": why, "mine": mine, "learning_set": found.learning_set}


def _hidden(email: str) -> str:
    """m…@example.org.uk: enough for its owner to know it by."""
    name, _at, domain = email.partition("@")
    return f"{name[:1]}…@{domain}"
