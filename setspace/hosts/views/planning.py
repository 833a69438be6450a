"""A new programme: which shape it has, then every date of every set before it is made."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from setspace.hosts import changes
from setspace.hosts.access import host_for
from setspace.hosts.dates import series_for
from setspace.hosts.forms.planning import PlanningForm, with_start
from setspace.hosts.models import Host
from setspace.hosts.queries.shapes import Choice, choice_of, kept_by, shipped
from setspace.hosts.queries.tables import Table, preview
from setspace.lib import clock
from setspace.lib.zones import offered_zones

MEANWHILE = "You changed something that the dates depend on. These are the dates now."


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_programme(request: HttpRequest, host: str) -> HttpResponse:
    found = host_for(request.user, host)
    named = request.POST.get("shape") or request.GET.get("shape")
    if not named:
        context = {"host": found, "shipped": shipped(), "kept": kept_by(found)}
        return render(request, "hosts/shapes_to_choose.html", context)
    choice, now = choice_of(found, named), clock.now()
    today = now.astimezone(found.tz).date()
    if request.method != "POST":
        return _page(request, found, choice, PlanningForm(today, initial=_initial(found, choice)))
    press = request.POST.get("press", "look")
    data = with_start(request.POST, press) if press.startswith("start-") else request.POST
    form = PlanningForm(today, data)
    table = _preview(found, choice, form) if form.is_valid() else None
    if table is None:
        return _page(request, found, choice, form)
    has_seen = request.POST.get("seen") == form.mark(choice.key)
    if press != "make" or not has_seen:
        said = MEANWHILE if press == "make" else ""
        return _page(request, found, choice, form, table, said)
    programme = changes.set_up_once(found, form.new_programme(choice.shape), now)
    messages.success(request, f"{programme.name} is planned. Only organisers see it until it is published.")
    return redirect("hosts:programme", programme.id)


def _preview(host: Host, choice: Choice, form: PlanningForm) -> Table | None:
    """The dates as they would be; none where none can be found, which the form then says."""
    said = form.cleaned_data
    days = tuple(dict.fromkeys(form.weekdays))
    try:
        series = series_for(host, choice.shape, said["first_on"], days, form.zone_info, said["at"])
    except ValueError as wrong:
        form.refuse(wrong)
        return None
    return preview(series, form.weekdays, form.today)


def _page(
    request: HttpRequest,
    host: Host,
    choice: Choice,
    form: PlanningForm,
    table: Table | None = None,
    said: str = "",
) -> HttpResponse:
    context = {
        "host": host,
        "choice": choice,
        "form": form,
        "table": table,
        "seen": form.mark(choice.key) if table else "",
        "said": said,
        "zones": offered_zones(),
    }
    return render(request, "hosts/new_programme.html", context)


def _initial(host: Host, choice: Choice) -> dict[str, object]:
    return {
        "at": choice.shape.at,
        "zone": host.zone,
        "language": host.language,
        "least_people": 4,
        "most_people": 4,
    }
