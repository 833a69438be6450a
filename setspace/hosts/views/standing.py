"""How an application stands, for whoever sent it, and taking it back."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setspace.core.applying import first_open
from setspace.hosts import access
from setspace.hosts.changes.applying import withdraw
from setspace.hosts.changes.asking_manager import ask_manager_again
from setspace.hosts.changes.sweeping import DRAFT_DAYS
from setspace.hosts.queries import applying as queries
from setspace.hosts.queries.answers import as_told, words_given
from setspace.hosts.queries.checking import checked
from setspace.lib import clock
from setspace.programmes.access import person_of
from setspace.programmes.forms.fields import LANGUAGES


@login_required
@require_safe
def application(request: HttpRequest, application_id: UUID) -> HttpResponse:
    (found,) = as_told([access.application_of(person_of(request), application_id)])
    programme, now = found.programme, clock.now()
    context = {
        "application": found,
        "programme": programme,
        "may_change": queries.may_change(found, now),
        "is_open": programme.takes_applications(now),
        "saved": queries.saved_at(found),
        "place": queries.place_of(found),
        "words_given": words_given(found, person_of(request)),
        "closes": queries.closes(programme),
        "replies": queries.replies(programme),
        "checked": [] if found.withdrawn_at else checked(found, dict(LANGUAGES)),
        "next_step": first_open(queries.answers_of(found, found.person), queries.asked_of(programme)),
        "asks_manager": programme.asks_manager and found.sent_at and not found.withdrawn_at,
        "draft_days": DRAFT_DAYS,
    }
    return render(request, "hosts/application.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdrawal(request: HttpRequest, application_id: UUID) -> HttpResponse:
    found = access.application_of(person_of(request), application_id)
    if request.method != "POST":
        context = {"application": found, "programme": found.programme, "place": queries.place_of(found)}
        return render(request, "hosts/application_withdrawal.html", context)
    withdraw(found, clock.now())
    if found.sent_at is None:
        messages.success(request, f"Your draft for {found.programme.name} is erased.")
        return redirect("/")
    messages.success(request, "You have taken your application back.")
    return redirect("hosts:application", found.pk)


@login_required
@require_POST
def manager(request: HttpRequest, application_id: UUID) -> HttpResponse:
    """The letter to the manager once more."""
    found = access.application_of(person_of(request), application_id)
    ask_manager_again(found)
    messages.success(request, "We write to your manager again. Only the newest letter works.")
    return redirect("hosts:application", found.pk)
