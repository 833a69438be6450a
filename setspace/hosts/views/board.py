"""The board on which sets are formed by hand, by forms alone."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from setspace.hosts import access
from setspace.hosts.changes import board as changes
from setspace.hosts.forms.board import MoveForm, SeenForm
from setspace.hosts.models import Programme
from setspace.hosts.queries import board as queries
from setspace.hosts.queries.instance import forming_of
from setspace.hosts.queries.moves import Move
from setspace.hosts.queries.places import place_of
from setspace.hosts.queries.regrouping import unsettled
from setspace.hosts.queries.suggesting import suggested_moves
from setspace.hosts.solver import TookTooLong
from setspace.lib import clock
from setspace.programmes.access import person_of
from setspace.programmes.changes import Refused

NOBODY_MOVES = "Nothing better was found: everybody stays where they are."
NO_SET = (
    "No set can be formed from the answers people gave. Look at which dates they can do, and who is apart."
)


@login_required
@require_safe
def board(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    return _page(request, access.programme_for(request.user, programme_id))


@login_required
@require_POST
def moves(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """One person to a set, off the board, or pinned where they are."""
    programme = access.programme_for(request.user, programme_id)
    form = MoveForm(request.POST)
    if not form.is_valid():
        raise Http404
    move = _move(request, programme, form)
    kind = "moved" if move.was != move.to else "pinned" if move.pinned else "unpinned"
    seen = form.cleaned_data["number"]
    try:
        changes.change_board(programme, seen, kind, [move], person_of(request), clock.now())
        messages.success(request, f"{queries.done(programme)}.")
    except changes.Overtaken:
        return _overtaken(request, programme, seen)
    except Refused as refusal:
        messages.warning(request, f"{refusal}.")
    return redirect("hosts:board", programme_id)


@login_required
@require_POST
def undoing(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    programme = access.programme_for(request.user, programme_id)
    form = SeenForm(request.POST)
    if not form.is_valid():
        raise Http404
    seen = form.cleaned_data["number"]
    try:
        changes.undo_on_board(programme, seen, person_of(request), clock.now())
        messages.success(request, "The last change is taken back.")
    except changes.Overtaken:
        return _overtaken(request, programme, seen)
    except Refused as refusal:
        messages.warning(request, f"{refusal}.")
    return redirect("hosts:board", programme_id)


@login_required
@require_POST
def suggestion(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """Everybody who is not pinned is placed as well as can be found in a few seconds."""
    programme = access.programme_for(request.user, programme_id)
    form = SeenForm(request.POST)
    if not form.is_valid():
        raise Http404
    seen = form.cleaned_data["number"]
    try:
        moves = suggested_moves(forming_of(programme))
        if moves:
            changes.change_board(programme, seen, "suggested", moves, person_of(request), clock.now())
            messages.success(request, f"{queries.done(programme)}. Undo takes it back.")
        else:
            messages.warning(request, NOBODY_MOVES if moves == [] else NO_SET)
    except changes.Overtaken:
        return _overtaken(request, programme, seen)
    except TookTooLong:
        messages.warning(request, "No suggestion was found in time. Pin some people, then try again.")
    return redirect("hosts:board", programme_id)


def _move(request: HttpRequest, programme: Programme, form: MoveForm) -> Move:
    """What was asked for, from where the person is now."""
    application = access.application_for(request.user, form.cleaned_data["application"])
    to = form.cleaned_data["to"]
    if application.programme_id != programme.pk:
        raise Http404
    if to:
        access.set_planned_for(request.user, to, programme)
    place = place_of(application)
    was_pinned = place is not None and place.pinned_at is not None
    was = place.programme_set_id if place else None
    return Move(application.pk, was, was_pinned, to, bool(to) and form.cleaned_data["pinned"])


def _overtaken(request: HttpRequest, programme: Programme, seen: int) -> HttpResponse:
    return _page(request, programme, queries.said(programme, seen), status=409)


def _page(
    request: HttpRequest, programme: Programme, overtaken: list[str] | None = None, status: int = 200
) -> HttpResponse:
    shown = queries.board_of(programme)
    who, searched = request.GET.get("person", ""), request.GET.get("q", "")[:100]
    free = queries.searched(shown, searched)
    context = {
        "programme": programme,
        "board": shown,
        "unplaced": queries.cards_of(shown, free[: queries.SHOWN]),
        "n_more": max(0, len(free) - queries.SHOWN),
        "q": searched,
        "moving": queries.moving(shown, who) if who else None,
        "overtaken": overtaken,
        "unsettled": unsettled(shown),
    }
    return render(request, "hosts/board.html", context, status=status)
