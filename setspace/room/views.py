"""The room's pages, and the forms on them for whoever has no script. Opening a page changes nothing."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from setspace.core.process.codec import Malformed
from setspace.core.process.sight import View, sight
from setspace.lib import clock
from setspace.programmes.queries import video_link_for
from setspace.records.changes import write_note
from setspace.records.queries import note_of
from setspace.room import regions
from setspace.room.access import Entry, entry_for, is_open, opens_at
from setspace.room.answers import NOT_KEPT, NOT_UNDERSTOOD, Answer, NotKept, Refusal
from setspace.room.asking import ask
from setspace.room.changes import enter
from setspace.room.forms import command_from_form, typed_in
from setspace.room.hub import hub
from setspace.room.queries import scene_of, to_ms

MOST_NOTES = 20_000
COMPANION = "companion"  # in the address of a form: the page that it stands on


@require_safe
@login_required
def room(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    return _page(request, entry_for(request.user, meeting_id), is_companion=False)


@require_safe
@login_required
def companion(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    return _page(request, entry_for(request.user, meeting_id), is_companion=True)


@require_POST
@login_required
def commands(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """One command. A refusal is said on the page it came from, with what was typed still there."""
    entry = entry_for(request.user, meeting_id)
    is_companion = request.GET.get("page") == COMPANION
    if is_open(entry.meeting, clock.now()):
        answer = _asked(request, entry)
        if isinstance(answer, Refusal):
            refused = {"words": answer.words, "fields": typed_in(request.POST)}
            return _page(request, entry, is_companion=is_companion, refused=refused)
    return redirect("room:companion" if is_companion else "room:room", meeting_id)


@require_POST
@login_required
def notes(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """A person's own notes, kept as they write."""
    entry = entry_for(request.user, meeting_id)
    text = str(request.POST.get("text", ""))[:MOST_NOTES].replace("\r\n", "\n").replace("\x00", "")
    write_note(entry.person, entry.meeting, text, clock.now())
    if request.headers.get("X-Requested-With") == "fetch":
        return HttpResponse(status=204)
    return redirect("room:room", meeting_id)


def _asked(request: HttpRequest, entry: Entry) -> Answer:
    try:
        enter(entry.meeting, entry.person, clock.now())
        hub.looked_in(entry.meeting.pk, str(entry.person.pk))
        command = command_from_form(request.POST)
        session = request.session.session_key or ""
        return ask(entry.meeting.pk, str(entry.person.pk), command, _command_id(request), session=session)
    except Malformed:
        return NOT_UNDERSTOOD
    except NotKept:
        return NOT_KEPT


def _command_id(request: HttpRequest) -> UUID:
    """A form may bring the id of its command, so that sending it twice is sending it once."""
    try:
        return UUID(str(request.POST.get("id", "")))
    except ValueError:
        return uuid4()


def _page(
    request: HttpRequest, entry: Entry, *, is_companion: bool, refused: Mapping[str, Any] | None = None
) -> HttpResponse:
    now = clock.now()
    if not is_open(entry.meeting, now):
        return _shut(request, entry)
    scene = scene_of(entry.meeting, now)
    me = str(entry.person.pk)
    # Whoever looks is here. Who else is may be heard in another process: the stream tells.
    view = sight(scene.state, me, to_ms(now), hub.present(entry.meeting.pk) | {me})
    if not view:
        raise Http404
    context = _context(request, entry, view, is_companion=is_companion, refused=refused)
    context |= {"number": scene.number, "now": to_ms(now), "rate": clock.rate()}
    template = "companion" if is_companion else entry.role
    return render(request, f"room/{template}.html", context, status=422 if refused else 200)


def _context(
    request: HttpRequest,
    entry: Entry,
    view: View,
    *,
    is_companion: bool,
    refused: Mapping[str, Any] | None,
) -> dict[str, Any]:
    meeting = entry.meeting
    commands_url = reverse("room:commands", args=[meeting.pk])
    if is_companion:
        commands_url += f"?page={COMPANION}"
    extra = {"commands_url": commands_url, "csrf_token": get_token(request), "refused": refused}
    return {
        "meeting": meeting,
        "person": entry.person,
        "role": entry.role,
        "leads": entry.leads,
        "regions": regions.render_all(view, extra),
        "refused": refused,
        "commands_url": commands_url,
        "stream_url": f"{reverse('room:room', args=[meeting.pk])}stream",
        "notes_url": reverse("room:notes", args=[meeting.pk]),
        "companion_url": reverse("room:companion", args=[meeting.pk]),
        "leave_url": reverse("records:set", args=[meeting.learning_set_id]),
        "video_link": video_link_for(meeting.learning_set, entry.person),
        "notes": note_of(entry.person, meeting),
    }


def _shut(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Before the room opens, when it does; afterwards nothing is here to see."""
    meeting = entry.meeting
    opens = opens_at(meeting)
    if clock.now() >= opens or meeting.cancelled_at is not None:
        messages.info(request, "This session was not held here, so there is no room to see.")
        return redirect("records:set", meeting.learning_set_id)
    local = opens.astimezone(meeting.learning_set.tz)
    return render(request, "room/waiting.html", {"meeting": meeting, "opens_at": local, "role": entry.role})
