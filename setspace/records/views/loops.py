"""Double loops: begun alone or from a turn, written a little at a time, and come back to."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from setspace.lib import clock
from setspace.programmes.access import meeting_for
from setspace.programmes.models import Meeting
from setspace.records import access
from setspace.records.changes import loops as changes
from setspace.records.forms_reflecting import AssumptionForm, LoopForm
from setspace.records.models import Loop
from setspace.records.queries import journal
from setspace.records.queries import loops as queries
from setspace.records.queries.own import own_reader
from setspace.records.views.asking import asker
from setspace.records.views.keeping import is_typing, kept, not_kept


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def loops(request: HttpRequest) -> HttpResponse:
    """All of one's own. What is posted begins a new one, from a turn or from nothing."""
    person = asker(request)
    if request.method == "POST":
        turn = _turn(request)
        return redirect("records:loop", changes.begin_loop(person, {}, clock.now(), turn).pk)
    context = {
        "current": "loops",
        "loops": queries.loops_of(person, clock.now()),
        "assumptions": queries.assumptions_of(person),
        "turns": queries.own_turns(person),
    }
    return render(request, "records/loops.html", context)


def _turn(request: HttpRequest) -> Meeting | None:
    """The session of one's own turn that was chosen, or none."""
    turns = {str(turn.meeting.pk): turn.meeting for turn in queries.own_turns(asker(request))}
    return turns.get(request.POST.get("session", ""))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def loop(request: HttpRequest, loop_id: UUID) -> HttpResponse:
    person = asker(request)
    found = access.loop_of(person, loop_id)
    own = queries.own_loop(person, found, clock.now())
    form = LoopForm(request.POST or None, initial=own.words)
    if request.method == "POST" and form.is_valid():
        changes.write_loop(found, form.words, clock.now())
        if is_typing(request):
            return kept(person, request.path)
        messages.success(request, "Kept, for you alone.")
        return redirect("records:loop", found.pk)
    if is_typing(request):
        return not_kept()
    context = {
        "form": form,
        "own": own,
        "question": queries.question_of_turn(person, found.meeting),
        "next": Loop.objects.filter(after=found).first(),
        "shared": journal.entry_of(person, found).shared,
    }
    return render(request, "records/loop.html", context)


@require_POST
@login_required
def next_loop(request: HttpRequest, loop_id: UUID) -> HttpResponse:
    """Once more round, with the belief that was tried."""
    person = asker(request)
    own = queries.own_loop(person, access.loop_of(person, loop_id), clock.now())
    if not own.may_go_round_again:
        messages.info(request, "Write a different belief to try first. The next loop begins with it.")
        return redirect("records:loop", own.loop.pk)
    following = changes.go_round_again(own.loop, own_reader(person), clock.now())
    return redirect("records:loop", following.pk)


@require_POST
@login_required
def removal(request: HttpRequest, loop_id: UUID) -> HttpResponse:
    changes.delete_loop(access.loop_of(asker(request), loop_id))
    messages.success(request, "The loop is gone.")
    return redirect("records:loops")


@require_POST
@login_required
def assumptions(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Keep a line for later. Whoever writes it in the room stays in the room."""
    person = asker(request)
    meeting = meeting_for(person, meeting_id)
    form = AssumptionForm(request.POST)
    if form.is_valid():
        changes.keep_assumption(person, form.cleaned_data["text"], clock.now(), meeting)
        if is_typing(request):
            return HttpResponse(status=204)
        messages.success(request, "Kept, for you alone. It waits under Reflections, Double loop.")
    else:
        messages.error(request, str(next(iter(form.errors["text"]))))
    if request.POST.get("from") == "room":
        return redirect("room:room", meeting.pk)
    return redirect("records:loops")


@require_POST
@login_required
def loop_of_assumption(request: HttpRequest, assumption_id: UUID) -> HttpResponse:
    person = asker(request)
    kept_line = access.assumption_of(person, assumption_id)
    begun = changes.begin_from_assumption(kept_line, own_reader(person), clock.now())
    return redirect("records:loop", begun.pk)


@require_POST
@login_required
def assumption_removal(request: HttpRequest, assumption_id: UUID) -> HttpResponse:
    changes.delete_assumption(access.assumption_of(asker(request), assumption_id))
    messages.success(request, "The assumption is gone.")
    return redirect("records:loops")
