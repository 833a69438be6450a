"""Suggestions for the board: asked for, held against the board or one another, and taken up."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from setspace.hosts import access
from setspace.hosts.changes import suggesting as changes
from setspace.hosts.forms.board import SeenForm, SuggestForm
from setspace.hosts.models import Programme, Suggestion
from setspace.hosts.queries import comparing
from setspace.hosts.queries.instance import Forming, forming_of
from setspace.hosts.queries.moves import number_of
from setspace.hosts.queries.suggesting import Found, moves_to, read_places, suggested
from setspace.hosts.solver import TookTooLong
from setspace.hosts.views.board import changed
from setspace.lib import clock
from setspace.programmes.access import person_of

NOBODY_MOVES = "Nothing better was found: everybody stays where they are."
NO_OTHER_WAY = "No other way was found that differs from these."
TOO_LONG = "No suggestion was found in time. Pin some people, then try again."
ALREADY = "The board is like that already."


@login_required
@require_POST
def suggestion(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """Everybody who is not pinned placed as well as can be found in a few seconds, to be looked at first."""
    programme = access.programme_for(request.user, programme_id)
    form = SuggestForm(request.POST)
    if not form.is_valid():
        raise Http404
    forming, is_other = forming_of(programme), form.cleaned_data["unlike"]
    earlier = [read_places(one) for one in comparing.latest_suggestions(programme)] if is_other else []
    try:
        found = suggested(forming, unlike=earlier)
    except TookTooLong:
        messages.warning(request, TOO_LONG)
        return redirect("hosts:board", programme_id)
    if found.clash:
        messages.warning(request, " ".join(found.clash))
    elif dict(found.places) in earlier:
        messages.warning(request, NO_OTHER_WAY)
    elif not found.is_better:
        messages.success(request, f"{NOBODY_MOVES} {found.told}")
    else:
        return _kept(request, forming, found, form.cleaned_data["number"])
    return redirect("hosts:comparison" if is_other else "hosts:board", programme_id)


@login_required
@require_safe
def comparison(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """The board and a suggestion side by side, or two suggestions."""
    programme = access.programme_for(request.user, programme_id)
    forming = forming_of(programme)
    sides = comparing.sides_of(forming, comparing.latest_suggestions(programme))
    one = sides.get(request.GET.get("one", ""), sides[comparing.NOW])
    rest = [side for side in sides.values() if side != one]
    other = sides.get(request.GET.get("other", ""), rest[0] if rest else one)
    context = {
        "programme": programme,
        "number": number_of(programme),
        "today": clock.now().astimezone(programme.tz).date(),
        "sides": sides.values(),
        "one": one,
        "other": other,
        "comparison": comparing.compared(forming, one, other) if one.key != other.key else None,
    }
    return render(request, "hosts/comparison.html", context)


@login_required
@require_POST
def adoption(request: HttpRequest, programme_id: UUID, suggestion_id: UUID) -> HttpResponse:
    """The board becomes as a suggestion has it."""
    kept = access.suggestion_for(request.user, programme_id, suggestion_id)
    form = SeenForm(request.POST)
    if not form.is_valid():
        raise Http404
    return _taken_up(request, forming_of(kept.programme), kept, form.cleaned_data["number"])


def _kept(request: HttpRequest, forming: Forming, found: Found, seen: int) -> HttpResponse:
    """To be compared with what is there; on an empty board there is nothing to compare it with."""
    programme = forming.programme
    kept = next(
        (one for one in comparing.latest_suggestions(programme) if read_places(one) == found.places), None
    ) or changes.keep_suggestion(programme, found.places, found.told, person_of(request), clock.now())
    if not forming.places:
        return _taken_up(request, forming, kept, seen)
    return redirect(_address(programme, kept))


def _taken_up(request: HttpRequest, forming: Forming, kept: Suggestion, seen: int) -> HttpResponse:
    moves = moves_to(forming, read_places(kept))
    if not moves:
        messages.warning(request, ALREADY)
        return redirect("hosts:board", forming.programme.pk)
    return changed(
        request,
        forming.programme,
        seen,
        lambda: changes.take_up(kept, seen, moves, person_of(request), clock.now()),
    )


def _address(programme: Programme, kept: Suggestion) -> str:
    return f"{reverse('hosts:comparison', args=[programme.pk])}?other={kept.number}"
