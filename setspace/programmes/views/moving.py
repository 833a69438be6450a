"""Another day or time for a session, and what the new dates fall on."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from setspace.lib import clock
from setspace.programmes import changes
from setspace.programmes.access import meeting_led_by, person_of
from setspace.programmes.forms import MoveForm
from setspace.programmes.models import Meeting
from setspace.programmes.queries.formats import plan_choices
from setspace.programmes.queries.meetings import upcoming_meetings
from setspace.programmes.queries.moving import Moved, moves_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def date(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Looked at first, or saved at once."""
    meeting, now = meeting_led_by(request.user, meeting_id), clock.now()
    learning_set = meeting.learning_set
    own = plan_choices(person_of(request), learning_set, meeting)
    if request.method != "POST":
        return _page(request, meeting, MoveForm(learning_set, now, initial=_as_planned(meeting), own=own))
    form = MoveForm(learning_set, now, request.POST, own=own)
    if not form.is_valid():
        return _page(request, meeting, form)
    if "look" in request.POST:
        return _page(request, meeting, form, _looked_at(meeting, form))
    was = meeting.title
    try:
        said = _moved(meeting, form, was)
    except changes.Refused as refusal:
        form.add_error("on", str(refusal))
        return _page(request, meeting, form)
    messages.success(request, said)
    return redirect("programmes:sessions", learning_set.id)


def _moved(meeting: Meeting, form: MoveForm, was: str) -> str:
    if form.and_following:
        n_moved = changes.move_with_following(meeting, form.meeting, clock.now())
        return (
            f"{n_moved} sessions have another date. Your set has been told."
            if n_moved > 1
            else (f"{was} has another date. Your set has been told.")
        )
    changes.move_meeting(meeting, form.meeting, clock.now())
    renamed = "" if meeting.title == was else f" and is called {meeting.title}"
    return f"{was} is now on {meeting.when(clock.now().date())}{renamed}. Your set has been told."


def _looked_at(meeting: Meeting, form: MoveForm) -> list[Moved]:
    planned = form.meeting
    try:
        return moves_of(meeting, planned.on, planned.at, and_following=form.and_following, now=clock.now())
    except ValueError as refusal:
        form.add_error("on", str(refusal).removesuffix("."))
        return []


def _as_planned(meeting: Meeting) -> dict[str, object]:
    plan = "" if meeting.plan == meeting.learning_set.plan else meeting.plan
    return {"on": meeting.on, "at": meeting.at, "plan": plan, "following": "one"}


def _page(
    request: HttpRequest, meeting: Meeting, form: MoveForm, looked_at: list[Moved] | None = None
) -> HttpResponse:
    later = [one for one in upcoming_meetings(meeting.learning_set, clock.now()) if one.on > meeting.on]
    context = {
        "meeting": meeting,
        "learning_set": meeting.learning_set,
        "form": form,
        "looked_at": looked_at,
        "has_following": bool(later),
    }
    return render(request, "programmes/date.html", context)
