"""When a set meets, and where its video call is."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from setspace.lib import clock
from setspace.programmes import changes, queries
from setspace.programmes.access import meeting_led_by, person_of, set_for, set_led_by
from setspace.programmes.forms import ClockForm, CoachForm, MeetingForm, VideoLinkForm
from setspace.programmes.models import LearningSet
from setspace.programmes.queries.formats import plan_choices


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest, set_id: UUID) -> HttpResponse:
    """Every member sees the dates; the facilitator adds one."""
    person, now = person_of(request), clock.now()
    if request.method != "POST":
        learning_set = set_for(person, set_id)
        own = plan_choices(person, learning_set)
        return _page(request, learning_set, MeetingForm(learning_set, now, own=own))
    learning_set = set_led_by(person, set_id)
    form = MeetingForm(learning_set, now, request.POST, own=plan_choices(person, learning_set))
    if not form.is_valid():
        return _page(request, learning_set, form)
    try:
        meeting = changes.plan_meeting(learning_set, form.meeting, now)
    except changes.Refused as refusal:
        form.add_error("on", str(refusal))
        return _page(request, learning_set, form)
    messages.success(request, f"{meeting.title} is on {meeting.when(now.date())}. Your set has been told.")
    return redirect("programmes:sessions", set_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def cancellation(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    meeting = meeting_led_by(request.user, meeting_id)
    context = {"meeting": meeting, "learning_set": meeting.learning_set}
    if request.method != "POST":
        return render(request, "programmes/cancellation.html", context)
    now = clock.now()
    try:
        changes.cancel_meeting(meeting, now)
    except changes.Refused as refusal:
        return render(request, "programmes/cancellation.html", {**context, "refusal": str(refusal)})
    when = meeting.when(now.date())
    messages.success(request, f"The session on {when} is cancelled. Your set has been told.")
    return redirect("programmes:sessions", meeting.learning_set_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def video_link(request: HttpRequest, set_id: UUID) -> HttpResponse:
    person = person_of(request)
    learning_set = set_led_by(person, set_id)
    if request.method != "POST":
        form = VideoLinkForm(initial={"video_link": queries.video_link_for(learning_set, person)})
        return render(request, "programmes/video_link.html", {"learning_set": learning_set, "form": form})
    form = VideoLinkForm(request.POST)
    if not form.is_valid():
        return render(request, "programmes/video_link.html", {"learning_set": learning_set, "form": form})
    changes.change_video_link(learning_set, form.cleaned_data["video_link"])
    messages.success(request, "The video link is saved. Only members of the set can see it.")
    return redirect("programmes:sessions", set_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def clock_of_set(request: HttpRequest, set_id: UUID) -> HttpResponse:
    """Whether issue holders see the time of their own turn."""
    learning_set = set_led_by(person_of(request), set_id)
    sees = "others" if learning_set.hides_clock_from_holder else "everybody"
    form = ClockForm(request.POST if request.method == "POST" else None, initial={"sees": sees})
    if request.method != "POST" or not form.is_valid():
        return render(request, "programmes/clock.html", {"learning_set": learning_set, "form": form})
    changes.change_clock(learning_set, hides_from_holder=form.hides_from_holder)
    messages.success(request, "Saved. It holds from the next session that begins.")
    return redirect("records:set", set_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def coach(request: HttpRequest, set_id: UUID) -> HttpResponse:
    """Whether the question coach reads along in a set."""
    learning_set = set_led_by(person_of(request), set_id)
    reads = "yes" if learning_set.has_coach else "no"
    form = CoachForm(request.POST if request.method == "POST" else None, initial={"reads": reads})
    if request.method != "POST" or not form.is_valid():
        return render(request, "programmes/coach.html", {"learning_set": learning_set, "form": form})
    changes.change_coach(learning_set, has_coach=form.has_coach)
    messages.success(request, "Saved. It holds from now on, in an open room too.")
    return redirect("records:set", set_id)


def _page(request: HttpRequest, learning_set: LearningSet, form: MeetingForm) -> HttpResponse:
    now = clock.now()
    person = person_of(request)
    shown = queries.set_view(learning_set, person, now)
    members = [seat.membership for seat in shown.seats if seat.membership and not seat.is_observer]
    context = {
        "set": shown,
        "rows": queries.date_rows(shown.upcoming, members, person, now),
        "past": queries.past_meetings(learning_set, now),
        "form": form,
    }
    if shown.leads:
        context["misfits"] = queries.misfits(learning_set, now)
    return render(request, "programmes/sessions.html", context)
