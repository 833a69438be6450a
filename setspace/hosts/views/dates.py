"""The dates of a programme: all of them anew, and one meeting by hand."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from setspace.core.schedule.files import shape_from_text
from setspace.core.schedule.moving import Move
from setspace.hosts.access import date_planned_for, programme_for
from setspace.hosts.changes.dates import lay_anew, may_lay_anew, move_dates
from setspace.hosts.dates import series_for
from setspace.hosts.forms.dates import AnewForm, CopyForm, OneDateForm
from setspace.hosts.forms.planning import with_start
from setspace.hosts.models import Programme, ProgrammeDate
from setspace.hosts.queries.dates import dates_of
from setspace.hosts.queries.moving import Moved, what_moves
from setspace.hosts.queries.tables import Table, preview
from setspace.lib import clock
from setspace.programmes.changes import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def dates(request: HttpRequest, programme_id: UUID) -> HttpResponse:
    """The table, and the form that lays it anew: what would be is shown before it is done."""
    programme, now = programme_for(request.user, programme_id), clock.now()
    today = now.astimezone(programme.tz).date()
    initial = {"first_on": programme.first_on, "at": programme.at}
    if request.method != "POST":
        return _page(request, programme, AnewForm(today, initial=initial))
    press = request.POST.get("press", "look")
    form = AnewForm(today, with_start(request.POST, press) if press.startswith("start-") else request.POST)
    table = preview_of(programme, form) if form.is_valid() else None
    if table is None or press != "make" or request.POST.get("seen") != form.mark:
        return _page(request, programme, form, table)
    try:
        lay_anew(programme, form.cleaned_data["first_on"], form.cleaned_data["at"])
    except Refused as refusal:
        form.add_error("first_on", str(refusal))
        return _page(request, programme, form)
    messages.success(request, "The dates are laid anew.")
    return redirect("hosts:dates", programme.id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def date(request: HttpRequest, programme_id: UUID, date_id: UUID) -> HttpResponse:
    """Another date for one meeting. What it brings is said first, and then done with a second press."""
    one = date_planned_for(request.user, programme_id, date_id)
    programme, now = one.programme_set.programme, clock.now()
    form = OneDateForm(one, programme.tz, now, request.POST if request.method == "POST" else None)
    moves = _moves(one, form) if form.is_bound and form.is_valid() else []
    if not moves:
        return _date_page(request, one, form, moves)
    is_plain = not any(move.notes for move in moves)
    if not is_plain and request.POST.get("seen") != form.mark:
        return _date_page(request, one, form, moves)
    try:
        move_dates(one.programme_set, [(move.date, move.dated) for move in moves], now)
    except Refused as refusal:
        form.add_error("on", str(refusal))
        return _date_page(request, one, form, [])
    messages.success(request, f"{one.title} of the {one.programme_set.label} is on {moves[0].words}.")
    return redirect("hosts:dates", programme.id)


def preview_of(programme: Programme, form: AnewForm | CopyForm) -> Table | None:
    """The dates of the same sets from the form's first date; none where none can be found."""
    said, shape = form.cleaned_data, shape_from_text(programme.shape)
    weekdays = [one.weekday for one in programme.sets.all()]
    days = tuple(dict.fromkeys(weekdays))
    at = said.get("at") or programme.at
    try:
        series = series_for(programme.host, shape, said["first_on"], days, programme.tz, at)
    except ValueError as wrong:
        form.refuse(wrong)
        return None
    return preview(series, weekdays, form.today)


def _moves(one: ProgrammeDate, form: OneDateForm) -> list[Moved]:
    said = form.cleaned_data
    move = Move(one.position, said["on"], said["at"], and_following=said["and_following"])
    try:
        found = what_moves(one, move)
    except ValueError as wrong:
        form.refuse(wrong)
        return []
    if not found:
        form.add_error("on", "Enter another day or time than it has")
    return found


def _page(
    request: HttpRequest, programme: Programme, form: AnewForm, table: Table | None = None
) -> HttpResponse:
    context = {
        "programme": programme,
        "form": form,
        "table": table,
        "seen": form.mark if table else "",
        "now": dates_of(programme),
        "sets": programme.sets.prefetch_related("dates__meeting"),
        "refusal": may_lay_anew(programme),
    }
    return render(request, "hosts/dates.html", context)


def _date_page(
    request: HttpRequest, one: ProgrammeDate, form: OneDateForm, moves: list[Moved]
) -> HttpResponse:
    context = {
        "programme": one.programme_set.programme,
        "date": one,
        "form": form,
        "moves": moves,
        "seen": form.mark if moves else "",
    }
    return render(request, "hosts/date.html", context)
