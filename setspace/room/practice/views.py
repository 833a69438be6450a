"""Rehearsing: choose, hold, and look back on it. A rehearsal is its facilitator's alone."""

from __future__ import annotations

import secrets
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from setspace.core.process.review import timing_review
from setspace.core.process.sight import sight
from setspace.people.models import Person
from setspace.programmes.access import person_of
from setspace.records.queries.timing import part_of
from setspace.room import regions
from setspace.room.practice import shelf
from setspace.room.practice.casting import Wanted
from setspace.room.practice.forms import RehearsalForm
from setspace.room.practice.looking_back import looked_back, not_seen
from setspace.room.practice.practice import Practice
from setspace.room.rehearsal.difficult import Difficulty

FULL = "There are as many rehearsals going on as this server carries. Try again in an hour."


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def rehearsals(request: HttpRequest) -> HttpResponse:
    """Choose what to rehearse, or go back to the rehearsal that is going on."""
    person = person_of(request)
    initial = {"what": request.GET.get("what", "tpas-session"), "people": 4, "speed": "5"}
    form = RehearsalForm(request.POST or None, person=person, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            practice = shelf.begin(str(person.pk), person.name or person.first_name, _wanted(form))
        except shelf.Full:
            form.add_error(None, FULL)
        else:
            return redirect("room:rehearsal", practice.id)
    going_on = shelf.newest_of(str(person.pk))
    return render(request, "room/rehearsals.html", {"form": form, "going_on": going_on, "current": "formats"})


@require_safe
@login_required
def rehearsal(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    """The facilitator's console, in a room where everybody else is invented."""
    person = person_of(request)
    practice = shelf.find(rehearsal_id, str(person.pk))
    if practice is None:
        return render(request, "room/rehearsal_gone.html", {"current": "formats"}, status=404)
    return render(request, "room/rehearsal.html", _console(practice, person))


@require_safe
@login_required
def review(request: HttpRequest, rehearsal_id: UUID) -> HttpResponse:
    """What was difficult and what came next, and planned against actual time."""
    practice = shelf.find(rehearsal_id, str(person_of(request).pk))
    if practice is None:
        raise Http404
    names = {actor.seat.person: actor.seat.first_name for actor in practice.actors}
    state = practice.state
    rows = timing_review(state, practice.room.pace.now_ms())
    context = {
        "practice": practice,
        "parts": [part_of(row, names) for row in rows if row.spent.visits or state.step is None],
        "on_now": state.step.title if state.step else "",
        "has_ended": state.ended_at is not None,
        "moments": looked_back(practice),
        "not_seen": not_seen(practice),
        "current": "formats",
    }
    return render(request, "room/rehearsal_review.html", context)


def _wanted(form: RehearsalForm) -> Wanted:
    course = form.course
    return Wanted(
        plan=course.plan,
        formats=course.rounds,
        people=form.cleaned_data["people"],
        speed=int(form.cleaned_data["speed"]),
        difficulties=tuple(Difficulty(one) for one in form.cleaned_data["hard"]),
        seed=secrets.randbits(32),
        zone="Europe/London",
    )


def _console(practice: Practice, person: Person) -> dict[str, Any]:
    now = practice.room.pace.now_ms()
    view = sight(practice.state, practice.owner, now, practice.present(now))
    home = reverse("room:rehearsal", args=[practice.id])
    named = {"pk": practice.id, "title": practice.wanted.plan.title, "learning_set": {"name": "Rehearsal"}}
    return {
        "meeting": named,
        "person": person,
        "role": "facilitator",
        "leads": True,
        "seat": view["bar"].get("seat", ""),
        "regions": regions.render_all(view, {"commands_url": home}),
        "commands_url": home,
        "stream_url": f"{home}stream",
        "leave_url": reverse("room:rehearsals"),
        "review_url": reverse("room:rehearsal_review", args=[practice.id]),
        "number": practice.room.known.number,
        "now": now,
        "rate": practice.room.pace.rate,
        "practice": practice,
    }
