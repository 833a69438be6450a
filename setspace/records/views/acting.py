"""Actions between sessions: one's own, one at a time and all of them; and being beside somebody else's."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setspace.lib import clock
from setspace.people.models import Person
from setspace.programmes.queries import sets_of
from setspace.records import access, changes
from setspace.records.forms import ReportForm
from setspace.records.forms_acting import ActionForm, StuckForm
from setspace.records.models import Action, Status
from setspace.records.queries import acting
from setspace.records.views.asking import asker
from setspace.records.views.keeping import is_typing, kept, not_kept

TOLD = "{name} will get a mail that says you would welcome a word, and nothing more."


@require_safe
@login_required
def actions(request: HttpRequest) -> HttpResponse:
    """All that the person set out to do, also to be printed."""
    found = _own(asker(request))
    context = {
        "standing": [one for one in found if one.action.is_open],
        "finished": [one for one in found if not one.action.is_open],
    }
    return render(request, "records/actions.html", context)


@require_safe
@login_required
def task_file(request: HttpRequest) -> HttpResponse:
    standing = [one for one in _own(asker(request)) if one.action.is_open]
    headers = {"Content-Disposition": 'attachment; filename="my-actions.ics"', "Cache-Control": "no-store"}
    written = acting.tasks_file(standing, clock.now())
    return HttpResponse(written, content_type="text/calendar; charset=utf-8", headers=headers)


def _own(person: Person) -> tuple[acting.StandingAction, ...]:
    return acting.all_own_actions(person, [card.learning_set.pk for card in sets_of(person, clock.now())])


@require_safe
@login_required
def action(request: HttpRequest, action_id: UUID) -> HttpResponse:
    person = asker(request)
    return _page(request, person, access.action_of(person, action_id), None)


@require_POST
@login_required
def report(request: HttpRequest, action_id: UUID) -> HttpResponse:
    """How it is going: kept for the holder alone while they type, for the set when they send it."""
    person = asker(request)
    found = access.action_of(person, action_id)
    form = ReportForm(request.POST)
    if is_typing(request):
        typed = {name: request.POST.get(name, "")[:20_000] for name in ("status", "did", "learned")}
        changes.keep_report_draft(found, typed, clock.now())
        return kept(person, request.path)
    if not form.is_valid():
        return _page(request, person, found, form)
    told = form.cleaned_data
    changes.report_action(found, Status(told["status"]), told["did"], told["learned"], clock.now())
    messages.success(request, "Saved. Your set can see it.")
    return redirect(f"{reverse('records:home')}#action-{found.pk}")


def _page(request: HttpRequest, person: Person, found: Action, form: ReportForm | None) -> HttpResponse:
    own = acting.own_action(person, found)
    told = {"status": found.status, "did": own.standing.did, "learned": own.standing.learned}
    typed = acting.report_typed(person, found)
    context = {
        "own": own,
        "standing": own.standing,
        "form": form or ReportForm(initial=typed or told),
        "has_typed": bool(typed),
    }
    return render(request, "records/action.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def words(request: HttpRequest, action_id: UUID) -> HttpResponse:
    person = asker(request)
    found = access.action_of(person, action_id)
    own = acting.own_action(person, found)
    now_said = own.standing.words
    names = ("what", "why", "by_when", "first_step", "support")
    initial = {name: getattr(now_said, name) for name in names} | {"confidence": found.confidence}
    form = ActionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        changes.word_action(found, form.words, form.confidence_said)
        if is_typing(request):
            return kept(person, request.path)
        messages.success(request, "Kept.")
        return redirect("records:action", found.pk)
    if is_typing(request):
        return not_kept()
    return render(request, "records/action_words.html", {"form": form, "standing": own.standing})


@require_POST
@login_required
def nudge(request: HttpRequest, action_id: UUID) -> HttpResponse:
    found = access.action_of(asker(request), action_id)
    changes.wish_nudge(found, clock.now(), is_wanted=request.POST.get("wanted") == "yes")
    return redirect(f"{reverse('records:action', args=[found.pk])}#beside")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def stuck(request: HttpRequest, action_id: UUID) -> HttpResponse:
    person = asker(request)
    found = access.action_of(person, action_id)
    form = StuckForm(request.POST or None, initial={"text": acting.stuck_note_of(person, found)})
    if request.method == "POST" and form.is_valid():
        changes.write_stuck_note(found, form.cleaned_data["text"], clock.now())
        if is_typing(request):
            return kept(person, request.path)
        messages.success(request, "Kept, for you alone.")
        return redirect("records:stuck", found.pk)
    if is_typing(request):
        return not_kept()
    context = {"form": form, "own": acting.own_action(person, found), "prompts": acting.PROMPTS}
    return render(request, "records/stuck.html", context)


@require_POST
@login_required
def stuck_telling(request: HttpRequest, action_id: UUID) -> HttpResponse:
    """Only a press of the holder's tells anybody, and only this one person."""
    person = asker(request)
    own = acting.own_action(person, access.action_of(person, action_id))
    hearers = {"facilitator": own.facilitator, "buddy": own.agreed_buddy}
    hears = hearers.get(request.POST.get("to", ""))
    if hears is not None:
        changes.tell_stuck(own.standing.action, hears, clock.now())
        messages.success(request, TOLD.format(name=hears.first_name))
    return redirect("records:stuck", action_id)


@require_POST
@login_required
def asked_buddy(request: HttpRequest, action_id: UUID) -> HttpResponse:
    person = asker(request)
    own = acting.own_action(person, access.action_of(person, action_id))
    chosen = next((one for one in own.could_ask if str(one.pk) == request.POST.get("person")), None)
    if chosen is None:
        messages.info(request, "Select whom you would like to ask.")
    elif changes.ask_buddy(own.standing.action, chosen, clock.now()):
        messages.success(request, f"{chosen.first_name} is asked. Nobody else is told.")
    return redirect(f"{reverse('records:action', args=[action_id])}#beside")


@require_safe
@login_required
def buddy(request: HttpRequest, buddy_id: UUID) -> HttpResponse:
    person = asker(request)
    found = acting.beside_of(person, access.buddy_of(person, buddy_id))
    return render(request, "records/buddy.html", {"beside": found, "standing": found.standing})


@require_POST
@login_required
def buddy_agreement(request: HttpRequest, buddy_id: UUID) -> HttpResponse:
    found = access.buddy_of(asker(request), buddy_id)
    changes.agree_buddy(found, clock.now())
    return redirect("records:buddy", found.pk)


@require_POST
@login_required
def buddy_ending(request: HttpRequest, buddy_id: UUID) -> HttpResponse:
    person = asker(request)
    found = access.buddy_between(person, buddy_id)
    changes.end_buddy(found, clock.now())
    if found.action.person == person:
        return redirect(f"{reverse('records:action', args=[found.action_id])}#beside")
    return redirect("records:home")
