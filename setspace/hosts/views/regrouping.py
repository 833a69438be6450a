"""Forming sets again after somebody said no, with as few moves as can be."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from setspace.hosts import access
from setspace.hosts.changes.board import Overtaken, change_board
from setspace.hosts.forms.board import SeenForm
from setspace.hosts.models import Programme
from setspace.hosts.queries.instance import forming_of
from setspace.hosts.queries.regrouping import Regrouped, regrouped
from setspace.hosts.solver import TookTooLong
from setspace.lib import clock
from setspace.programmes.access import person_of

NOBODY = "Nobody can be placed better without breaking a rule. Everybody stays where they are."
NO_SET = "No set can be formed from the answers people gave. Look at who is apart, and which dates suit."
OVERTAKEN = "Another organiser changed the board in the meantime, so nothing was moved. Look again."


@login_required
@require_POST
def fewest_moves(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    programme = access.programme_for(request.user, programme_id)
    form = SeenForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        found = regrouped(forming_of(programme))
        _take_up(request, programme, found, form.cleaned_data["number"])
    except Overtaken:
        messages.warning(request, OVERTAKEN)
    except TookTooLong:
        messages.warning(request, "No answer was found in time. Pin some people, then try again.")
    return redirect("hosts:board", programme_id)


def _take_up(request: HttpRequest, programme: Programme, found: Regrouped | None, seen: int) -> None:
    if found is None or not found.moves:
        messages.warning(request, NO_SET if found is None else NOBODY)
        return
    change_board(programme, seen, "regrouped", found.moves, person_of(request), clock.now())
    messages.success(
        request, " ".join(f"{one}." for one in (found.whole, *found.each)) + " Undo takes it back."
    )
