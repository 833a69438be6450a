"""Asking a set for another date, answering, and what becomes of it."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from setspace.lib import clock, dates
from setspace.programmes import changes
from setspace.programmes.access import leads, meeting_led_by, person_of, poll_for, poll_led_by
from setspace.programmes.forms import AnswerForm, OfferForms
from setspace.programmes.models import Meeting
from setspace.programmes.queries.moving import free_days, notes_of_days
from setspace.programmes.queries.people import members_of
from setspace.programmes.queries.polls import PollView, open_polls, poll_view


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def polls(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Whoever looks after the set offers dates; what they fall on can be looked at first."""
    person, now = person_of(request), clock.now()
    meeting = meeting_led_by(person, meeting_id)
    if standing := open_polls([meeting]).get(meeting.pk):
        return redirect("programmes:poll", standing.pk)
    n_members = sum(1 for one in members_of(meeting.learning_set) if not one.is_facilitator)
    if request.method != "POST":
        suggested = free_days(meeting, now)
        return _offer_page(request, meeting, OfferForms(meeting, n_members, now, suggested=suggested))
    forms = OfferForms(meeting, n_members, now, request.POST)
    if not forms.is_valid():
        return _offer_page(request, meeting, forms)
    if "look" in request.POST:
        return _offer_page(request, meeting, forms, is_looked_at=True)
    try:
        poll = changes.open_poll(meeting, forms.offer, person, now)
    except changes.Refused as refusal:
        forms.dates[0].add_error("on", str(refusal))
        return _offer_page(request, meeting, forms)
    messages.success(request, "Your set is asked by mail. You get one when the answers are there.")
    return redirect("programmes:poll", poll.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def poll(request: HttpRequest, poll_id: UUID) -> HttpResponse:
    """Everybody in the set answers for themselves; the link in the letter opens this page."""
    person, now = person_of(request), clock.now()
    found = poll_for(person, poll_id)
    shown = poll_view(found, person)
    if request.method != "POST":
        mine = {str(one.date.pk): one.mine for one in shown.offered}
        return _poll_page(request, shown, AnswerForm([one.date for one in shown.offered], initial=mine))
    if not shown.is_asked:
        raise Http404
    form = AnswerForm([one.date for one in shown.offered], request.POST)
    if not form.is_valid():
        return _poll_page(request, shown, form)
    try:
        changes.answer_poll(found, person, form.answers, now)
    except changes.Refused as refusal:
        form.add_error(None, str(refusal))
        return _poll_page(request, shown, form)
    messages.success(request, "Thank you. Your answers are saved.")
    return redirect("programmes:poll", poll_id)


@require_POST
@login_required
def taking(request: HttpRequest, poll_id: UUID) -> HttpResponse:
    """The session moves to one of the dates."""
    found = poll_led_by(request.user, poll_id)
    chosen = next((one for one in found.dates.all() if str(one.pk) == request.POST.get("date")), None)
    if chosen is None:
        messages.error(request, "Choose one of the dates.")
        return redirect("programmes:poll", poll_id)
    try:
        changes.take_date(found, chosen, clock.now())
    except changes.Refused as refusal:
        messages.error(request, f"{refusal}.")
        return redirect("programmes:poll", poll_id)
    when = chosen.when(clock.now().date())
    messages.success(request, f"{found.meeting.title} is now on {when}. Your set has been told.")
    return redirect("programmes:sessions", found.meeting.learning_set_id)


@require_POST
@login_required
def date_kept(request: HttpRequest, poll_id: UUID) -> HttpResponse:
    """The session stays on its date."""
    found = poll_led_by(request.user, poll_id)
    try:
        changes.keep_date(found, clock.now())
    except changes.Refused as refusal:
        messages.error(request, f"{refusal}.")
        return redirect("programmes:poll", poll_id)
    when = found.meeting.when(clock.now().date())
    messages.success(request, f"{found.meeting.title} stays on {when}. Your set has been told.")
    return redirect("programmes:sessions", found.meeting.learning_set_id)


def _offer_page(
    request: HttpRequest, meeting: Meeting, forms: OfferForms, *, is_looked_at: bool = False
) -> HttpResponse:
    offered = forms.offered if is_looked_at else []
    notes = notes_of_days(meeting.learning_set, {on for on, _at in offered})
    looked_at = [
        (f"{dates.day(on, clock.now().date())}, {dates.clock_time(at)}", notes[on]) for on, at in offered
    ]
    context = {
        "meeting": meeting,
        "learning_set": meeting.learning_set,
        "form": forms.about,
        "forms": forms.dates,
        "has_errors": forms.has_errors,
        "looked_at": looked_at,
    }
    return render(request, "programmes/polls.html", context)


def _poll_page(request: HttpRequest, shown: PollView, form: AnswerForm) -> HttpResponse:
    meeting, now = shown.poll.meeting, clock.now()
    context = {
        "poll": shown.poll,
        "shown": shown,
        "meeting": meeting,
        "learning_set": meeting.learning_set,
        "form": form,
        "is_led": leads(request.user, meeting.learning_set),
        "is_open": shown.poll.takes_answers(now),
        "can_be_taken": shown.poll.ended_at is None and not meeting.has_begun(now),
    }
    return render(request, "programmes/poll.html", context)
