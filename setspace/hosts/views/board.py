"""The board on which sets are formed by hand, by forms alone, and its log."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from setspace.hosts import access
from setspace.hosts.changes import board as changes
from setspace.hosts.forms.board import MoveForm, SeenForm, SwapForm
from setspace.hosts.models import Programme
from setspace.hosts.queries import board as queries
from setspace.hosts.queries.board_log import done, log_of, said
from setspace.hosts.queries.board_steps import steps_of
from setspace.hosts.queries.moves import Move
from setspace.hosts.queries.places import place_of
from setspace.hosts.queries.regrouping import unsettled
from setspace.hosts.queries.why import why
from setspace.lib import clock
from setspace.programmes.access import person_of
from setspace.programmes.changes import Refused


@login_required
@require_safe
def board(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    return _page(request, access.programme_for(request.user, programme_id))


@login_required
@require_safe
def log(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """Every change: who, when, what."""
    programme = access.programme_for(request.user, programme_id)
    context = {"programme": programme, "entries": log_of(programme), "today": _today(programme)}
    return render(request, "hosts/board_log.html", context)


@login_required
@require_POST
def moves(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """One person to a set, off the board, or pinned where they are."""
    programme = access.programme_for(request.user, programme_id)
    form = MoveForm(request.POST)
    if not form.is_valid():
        raise Http404
    who, to = form.cleaned_data["application"], form.cleaned_data["to"]
    move = _move(request, programme, who, to, is_pinned=form.cleaned_data["pinned"])
    kind = "moved" if move.was != move.to else "pinned" if move.pinned else "unpinned"
    seen = form.cleaned_data["number"]
    return changed(
        request,
        programme,
        seen,
        lambda: changes.change_board(programme, seen, kind, [move], person_of(request), clock.now()),
        f"#card-{who}",
    )


@login_required
@require_POST
def swaps(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """Several people at once, as a way that was tried says."""
    programme = access.programme_for(request.user, programme_id)
    form = SwapForm(request.POST)
    if not form.is_valid():
        raise Http404
    seen, steps = form.cleaned_data["number"], form.cleaned_data["steps"]
    moves = [_move(request, programme, who, to) for who, to in steps]
    kind = "swapped" if len(moves) > 1 else "moved"
    return changed(
        request,
        programme,
        seen,
        lambda: changes.change_board(programme, seen, kind, moves, person_of(request), clock.now()),
        f"#card-{moves[-1].application}",
    )


@login_required
@require_POST
def undoing(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    programme = access.programme_for(request.user, programme_id)
    form = SeenForm(request.POST)
    if not form.is_valid():
        raise Http404
    seen = form.cleaned_data["number"]
    return changed(
        request,
        programme,
        seen,
        lambda: changes.undo_on_board(programme, seen, person_of(request), clock.now()),
        message="The last change is taken back.",
    )


def changed(
    request: HttpRequest,
    programme: Programme,
    seen: int,
    change: Callable[[], object],
    where: str = "",
    message: str = "",
) -> HttpResponse:
    """The board after a change; whoever was overtaken sees what others did, and nothing of theirs is made."""
    try:
        change()
        messages.success(request, message or f"{done(programme)}.")
    except changes.Overtaken:
        return _page(request, programme, said(programme, seen), status=409)
    except Refused as refusal:
        messages.warning(request, f"{refusal}.")
    return redirect(reverse("hosts:board", args=[programme.pk]) + where)


def _move(
    request: HttpRequest, programme: Programme, who: UUID, to: UUID | None, *, is_pinned: bool = False
) -> Move:
    """What was asked for, from where the person is now."""
    application = access.application_for(request.user, who)
    if application.programme_id != programme.pk:
        raise Http404
    if to:
        access.set_planned_for(request.user, to, programme)
    place = place_of(application)
    was_pinned = place is not None and place.pinned_at is not None
    was = place.programme_set_id if place else None
    return Move(application.pk, was, was_pinned, to, bool(to) and is_pinned)


def _page(
    request: HttpRequest, programme: Programme, overtaken: list[str] | None = None, status: int = 200
) -> HttpResponse:
    shown = queries.board_of(programme)
    who, asked, searched = (request.GET.get(name, "") for name in ("person", "why", "q"))
    free = queries.searched(shown, searched[:100])
    today = _today(programme)
    context = {
        "programme": programme,
        "board": shown,
        "steps": steps_of(programme, shown.forming.sets, today),
        "unplaced": queries.cards_of(shown, free[: queries.SHOWN]),
        "n_more": max(0, len(free) - queries.SHOWN),
        "q": searched[:100],
        "moving": queries.moving(shown, who) if who else None,
        "why": why(shown, asked) if asked else None,
        "overtaken": overtaken,
        "unsettled": unsettled(shown),
        "n_suggestions": programme.suggestions.count(),
        "today": today,
    }
    return render(request, "hosts/board.html", context, status=status)


def _today(programme: Programme) -> date:
    return clock.now().astimezone(programme.tz).date()
