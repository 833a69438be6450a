"""Can you come, who came, and the hours that were delivered."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from setspace.lib import clock
from setspace.programmes import changes, queries
from setspace.programmes.access import leads, meeting_for, meeting_led_by, person_of, role_in, set_for
from setspace.programmes.forms import AttendanceForm, PresenceForm
from setspace.programmes.models import Meeting, Said


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def attendance(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Each says for themselves whether they can come; the link in a reminder opens this page."""
    person, now = person_of(request), clock.now()
    meeting = meeting_for(person, meeting_id)
    is_member = role_in(person, meeting.learning_set) == "member"
    others = changes.who_could_hold(meeting, person) if is_member else []
    if request.method != "POST":
        return _attendance_page(request, meeting, AttendanceForm(others, initial=_as_said(request, meeting)))
    form = AttendanceForm(others, request.POST)
    if not form.is_valid():
        return _attendance_page(request, meeting, form)
    try:
        if form.is_apology:
            changes.apologise(meeting, person, now, form.in_their_place)
        else:
            changes.come(meeting, person, now)
    except changes.Refused as refusal:
        form.add_error("said", str(refusal))
        return _attendance_page(request, meeting, form)
    messages.success(request, _answer_to(meeting, is_apology=form.is_apology))
    return redirect("programmes:sessions", meeting.learning_set_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def presence(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Who came. The room marks it by itself; the facilitator puts it right."""
    meeting, now = meeting_led_by(request.user, meeting_id), clock.now()
    comes = queries.who_comes(meeting)
    if request.method != "POST":
        came = [
            str(one.person.pk) for one in comes.places if one.came or not (one.is_away or comes.is_marked)
        ]
        return _presence_page(request, meeting, PresenceForm(comes.places, initial={"came": came}))
    form = PresenceForm(comes.places, request.POST)
    if not form.is_valid():
        return _presence_page(request, meeting, form)
    try:
        changes.mark_attendance(meeting, form.people, person_of(request), now)
    except changes.Refused as refusal:
        form.add_error("came", str(refusal))
        return _presence_page(request, meeting, form)
    messages.success(request, f"Saved who was there on {meeting.when(clock.now().date())}.")
    return redirect("programmes:hours", meeting.learning_set_id)


@require_safe
@login_required
def hours(request: HttpRequest, set_id: UUID) -> HttpResponse:
    """Each sees their own hours; who looks after the set sees everybody’s."""
    person, now = person_of(request), clock.now()
    learning_set = set_for(person, set_id)
    found = queries.hours_of([learning_set])[learning_set.pk]
    is_led = leads(person, learning_set)
    context = {
        "learning_set": learning_set,
        "hours": found,
        "mine": next((one for one in found.people if one.person == person), None),
        "is_led": is_led,
        "past": queries.past_meetings(learning_set, now) if is_led else [],
        "current": "sessions",
    }
    return render(request, "programmes/hours.html", context)


def _as_said(request: HttpRequest, meeting: Meeting) -> dict[str, object]:
    """What they said before. Whoever follows “I can’t make it” finds that chosen, and not yet said."""
    said = meeting.attendances.filter(person=person_of(request)).first()
    if said is not None and said.is_apology:
        return {"said": said.said, "instead": str(said.instead_id or "")}
    if request.GET.get("said") == Said.APOLOGY:
        return {"said": Said.APOLOGY.value}
    return {"said": said.said if said else ""}


def _answer_to(meeting: Meeting, *, is_apology: bool) -> str:
    when = meeting.when(clock.now().date())
    if not is_apology:
        return f"You are expected on {when}."
    return (
        f"Saved: you can’t make it on {when}. Your set can see it, and who looks after it is told. "
        "You can take it back here until the session begins."
    )


def _attendance_page(request: HttpRequest, meeting: Meeting, form: AttendanceForm) -> HttpResponse:
    person, now = person_of(request), clock.now()
    comes = queries.who_comes(meeting)
    context = {
        "meeting": meeting,
        "learning_set": meeting.learning_set,
        "form": form,
        "comes": comes,
        "mine": comes.place_of(person),
        "is_led": leads(person, meeting.learning_set),
        "is_open": meeting.cancelled_at is None and not meeting.has_begun(now),
        "asked_by": [one.person for one in comes.places if one.instead == person],
    }
    return render(request, "programmes/attendance.html", context)


def _presence_page(request: HttpRequest, meeting: Meeting, form: PresenceForm) -> HttpResponse:
    context = {"meeting": meeting, "learning_set": meeting.learning_set, "form": form}
    return render(request, "programmes/presence.html", context)
