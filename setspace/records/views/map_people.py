"""Drawing a map: adding somebody, changing, moving and taking off, each a form that works without script."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from setspace.core.mapping import editing, geometry
from setspace.core.mapping.model import MOST_TIES, Map
from setspace.core.mapping.moving import Way, move
from setspace.core.mapping.telling import place_words, tie_words
from setspace.core.mapping.tying import next_how
from setspace.lib import clock
from setspace.records import access, changes
from setspace.records.forms_maps import NodeForm, PlaceForm, TieForm
from setspace.records.models import RelationshipMap
from setspace.records.queries import maps as queries
from setspace.records.views.asking import asker

NO_MORE_TIES = f"There is no more room: a map holds {MOST_TIES} ties."
AS_FAR_AS_IT_GOES = "That is as far as it goes."
WAYS = (
    (Way.NEARER, "Nearer to me"),
    (Way.FURTHER, "Further away"),
    (Way.CLOCKWISE, "Round clockwise"),
    (Way.ANTICLOCKWISE, "Round the other way"),
)


@require_safe
@login_required
def own_map(request: HttpRequest, map_id: UUID) -> HttpResponse:
    return _page(request, access.map_of(asker(request), map_id))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def people(request: HttpRequest, map_id: UUID) -> HttpResponse:
    """Everybody on a map: somebody is added here."""
    found = access.map_of(asker(request), map_id)
    if request.method != "POST":
        return _page(request, found)
    return _written(request, found, str(uuid4()), is_new=True)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def someone(request: HttpRequest, map_id: UUID, node_id: UUID) -> HttpResponse:
    found = access.map_of(asker(request), map_id)
    _there(request, found, str(node_id))
    if request.method != "POST":
        return _page(request, found, str(node_id))
    return _written(request, found, str(node_id), is_new=False)


@require_POST
@login_required
def place(request: HttpRequest, map_id: UUID, node_id: UUID) -> HttpResponse:
    """Somebody is moved: dragged to a point, or one step in a way."""
    found, key = access.map_of(asker(request), map_id), str(node_id)
    before = _there(request, found, key)
    form = PlaceForm(request.POST)
    if form.is_valid():
        after = changes.edit_map(found, _moving(form, key), clock.now())
        messages.success(request, place_words(after, key) if after != before else AS_FAR_AS_IT_GOES)
    return redirect("records:map_someone", map_id=map_id, node_id=node_id)


@require_POST
@login_required
def ties(request: HttpRequest, map_id: UUID, node_id: UUID) -> HttpResponse:
    """A tie to one other, of the kind that is asked for or else of the next."""
    found, key = access.map_of(asker(request), map_id), str(node_id)
    before = _there(request, found, key)
    form = TieForm(request.POST)
    if form.is_valid():
        other, asked = form.cleaned_data["other"], form.cleaned_data["how"]
        how = next_how(before.between(key, other), asked)
        try:
            after = changes.edit_map(found, lambda on: editing.draw_tie(on, key, other, how), clock.now())
        except editing.Full:
            messages.warning(request, NO_MORE_TIES)
        else:
            messages.success(request, tie_words(after, key, other))
    return redirect("records:map_someone", map_id=map_id, node_id=node_id)


@require_POST
@login_required
def taken_off(request: HttpRequest, map_id: UUID, node_id: UUID) -> HttpResponse:
    found, key = access.map_of(asker(request), map_id), str(node_id)
    name = _there(request, found, key).name(key)
    changes.edit_map(found, lambda drawn: editing.take_off(drawn, key), clock.now())
    messages.success(request, f"{name} is off the map. Undo brings them back.")
    return redirect("records:map", map_id=map_id)


def _there(request: HttpRequest, found: RelationshipMap, key: str) -> Map:
    drawn = queries.drawn_now(asker(request), found)
    if drawn.node(key) is None:
        raise Http404
    return drawn


def _moving(form: PlaceForm, key: str) -> Callable[[Map], Map]:
    way, point = form.way_asked, form.point
    if way:
        return lambda drawn: move(drawn, key, way)
    if point:
        return lambda drawn: editing.place(drawn, key, geometry.spot(point))
    return lambda drawn: drawn


def _written(request: HttpRequest, found: RelationshipMap, key: str, *, is_new: bool) -> HttpResponse:
    """What was filled in is kept; what is saved while it is typed says nothing and makes one step."""
    is_later = "later" in request.POST
    form = NodeForm(request.POST, drawn=queries.drawn_now(asker(request), found), key=key)
    if not form.is_valid():
        return _page(request, found, "" if is_new else key, form)
    way = request.POST.get("way", "")

    def edit(drawn: Map) -> Map:
        written = form.applied(drawn, key)
        return move(written, key, Way(way)) if way in list(Way) else written

    try:
        after = changes.edit_map(found, edit, clock.now(), about=key if is_later else "")
    except editing.Full:
        form.refuse()
        return _page(request, found, "" if is_new else key, form)
    if not is_later:
        messages.success(request, place_words(after, key) if way else f"{after.name(key)} is on your map.")
    return redirect("records:map_someone", map_id=found.pk, node_id=key)


def _page(
    request: HttpRequest, found: RelationshipMap, key: str = "", form: NodeForm | None = None
) -> HttpResponse:
    own = queries.own_map(asker(request), found, clock.now())
    context = {
        "row": found,
        "map": own,
        "snapshots": own.snapshots,
        "picked": own.drawn.node(key),
        "form": form or NodeForm(drawn=own.drawn, key=key),
        "ways": WAYS,
    }
    return render(request, "records/map.html", context)
