"""Pages for one person alone: their maps of relationships, what they kept of them, and paper."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setspace.core.mapping.model import Map
from setspace.lib import clock
from setspace.people.models import Person
from setspace.records import access, changes
from setspace.records.forms_maps import AboutMapForm
from setspace.records.models import MapSnapshot, RelationshipMap
from setspace.records.queries import maps as queries
from setspace.records.views.asking import asker
from setspace.records.views.keeping import is_typing, kept, not_kept, nothing_yet

NOW = "now"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def maps(request: HttpRequest) -> HttpResponse:
    person = asker(request)
    sets = queries.own_sets(person)
    chosen = {"learning_set": str(sets[0].pk)} if sets else {}
    form = AboutMapForm(request.POST or None, sets=sets, initial=chosen)
    if request.method == "POST" and form.is_valid():
        title = form.cleaned_data["title"]
        if is_typing(request) and not title:
            return nothing_yet(request.path)
        begun = changes.begin_map(person, title, form.chosen_set, clock.now())
        if is_typing(request):
            return kept(person, reverse("records:map_about", args=[begun.pk]))
        return redirect("records:map", map_id=begun.pk)
    if is_typing(request):
        return not_kept()
    return render(request, "records/maps.html", {"form": form, "cards": queries.maps_of(person)})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def about(request: HttpRequest, map_id: UUID) -> HttpResponse:
    person = asker(request)
    found = access.map_of(person, map_id)
    drawn = queries.drawn_now(person, found)
    known = {"title": drawn.title, "learning_set": str(found.learning_set_id or "")}
    form = AboutMapForm(request.POST or None, sets=queries.own_sets(person), initial=known)
    if request.method == "POST" and form.is_valid():
        changes.set_about(found, form.cleaned_data["title"], form.chosen_set, clock.now())
        if is_typing(request):
            return kept(person, request.path)
        messages.success(request, "Kept, for you alone.")
        return redirect("records:map", map_id=found.pk)
    if is_typing(request):
        return not_kept()
    return render(request, "records/map_about.html", {"form": form, "row": found})


@require_POST
@login_required
def removal(request: HttpRequest, map_id: UUID) -> HttpResponse:
    changes.delete_map(access.map_of(asker(request), map_id))
    messages.success(request, "Your map is gone, and all that you kept of it.")
    return redirect("records:maps")


@require_POST
@login_required
def undo(request: HttpRequest, map_id: UUID) -> HttpResponse:
    found = access.map_of(asker(request), map_id)
    if changes.undo_edit(found, clock.now()):
        messages.success(request, "Your latest change is undone.")
    else:
        messages.info(request, "There is nothing to undo.")
    return redirect("records:map", map_id=found.pk)


@require_POST
@login_required
def choice(request: HttpRequest, map_id: UUID) -> HttpResponse:
    """This map is the one for its owner's turn. It is shown by a press in the room, and not before."""
    changes.choose_map(access.map_of(asker(request), map_id), clock.now())
    messages.success(
        request, "In your turn, press “Show my map” in the room. Until then nobody sees it but you."
    )
    return redirect("records:map", map_id=map_id)


@require_safe
@login_required
def paper(request: HttpRequest, map_id: UUID) -> HttpResponse:
    person = asker(request)
    own = queries.own_map(person, access.map_of(person, map_id), clock.now())
    return render(request, "records/map_paper.html", {"map": own})


@require_POST
@login_required
def snapshots(request: HttpRequest, map_id: UUID) -> HttpResponse:
    found = access.map_of(asker(request), map_id)
    if changes.keep_snapshot(found, clock.now()):
        messages.success(request, "Kept as it is now. You can draw on, and look back later.")
    else:
        messages.info(request, "Nothing has changed since you last kept it.")
    return redirect("records:map", map_id=found.pk)


@require_safe
@login_required
def snapshot(request: HttpRequest, map_id: UUID, snapshot_id: UUID) -> HttpResponse:
    person = asker(request)
    kept = access.snapshot_of(person, map_id, snapshot_id)
    states = queries.kept_states(person, kept.relationship_map, clock.now())
    context = {
        "row": kept.relationship_map,
        "snapshots": states,
        "map": queries.snapshot_view(person, kept),
        "shown": next(one for one in states if one.snapshot.pk == kept.pk),
    }
    return render(request, "records/map_snapshot.html", context)


@require_POST
@login_required
def snapshot_removal(request: HttpRequest, map_id: UUID, snapshot_id: UUID) -> HttpResponse:
    changes.delete_snapshot(access.snapshot_of(asker(request), map_id, snapshot_id))
    messages.success(request, "That state of your map is gone.")
    return redirect("records:map", map_id=map_id)


@require_safe
@login_required
def what_changed(request: HttpRequest, map_id: UUID) -> HttpResponse:
    """Between two states: the newest that was kept and now, or those that are asked for."""
    person = asker(request)
    found = access.map_of(person, map_id)
    states = queries.kept_states(person, found, clock.now())
    newest = str(states[0].snapshot.pk) if states else NOW
    before, after = request.GET.get("before", newest), request.GET.get("after", NOW)
    kept = {str(one.snapshot.pk): one.snapshot for one in states}
    context = {
        "row": found,
        "snapshots": states,
        "before": before,
        "after": after,
        "map": queries.comparison(*(_state(person, found, kept.get(key)) for key in (before, after))),
    }
    return render(request, "records/map_changes.html", context)


def _state(person: Person, found: RelationshipMap, kept: MapSnapshot | None) -> Map:
    return queries.drawn_then(person, kept) if kept else queries.drawn_now(person, found)
