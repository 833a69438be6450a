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
from setspace.programmes.queries import coached_in, has_agreed, video_link_for
from setspace.records.changes import write_note
from setspace.records.queries import note_of
from setspace.room import regions, showing
from setspace.room.access import Entry, door_for, entry_for, is_open, opens_at
from setspace.room.answers import NOT_KEPT, NOT_UNDERSTOOD, Answer, NotKept, Refusal
from setspace.room.asking import ask
from setspace.room.changes import enter
from setspace.room.coach.seen import seen
from setspace.room.forms import command_from_form, typed_in
from setspace.room.hub import hub
from setspace.room.pack import pack_of
from setspace.room.queries import scene_of, to_ms
from setspace.room.screens import CLOCK, COMPANION, shown_on

MOST_NOTES = 20_000


@require_safe
@login_required
def room(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """The room, as whoever comes in may see it: leading it, taking part, or looking on."""
    entry = door_for(request.user, meeting_id)
    if entry.is_observer and not has_agreed(entry.meeting.learning_set, entry.person):
        messages.info(request, "Please read what the set agrees to, and accept it, before you look on.")
        return redirect("programmes:ground_rules", entry.meeting.learning_set_id)
    return _page(request, entry)


@require_safe
@login_required
def companion(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    return _page(request, entry_for(request.user, meeting_id), COMPANION)


@require_safe
@login_required
def big_clock(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """The stage, the time and who may speak, for a second screen. Nothing that was said or written."""
    return _page(request, entry_for(request.user, meeting_id), CLOCK)


@require_safe
@login_required
def pack(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """The session on paper, for a set that meets in a room."""
    entry = entry_for(request.user, meeting_id)
    shown = pack_of(entry.meeting, entry.person)
    return render(request, "room/pack.html", {"meeting": entry.meeting, "role": entry.role, "pack": shown})


@require_POST
@login_required
def commands(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """One command. A refusal is said on the page it came from, with what was typed still there."""
    entry = entry_for(request.user, meeting_id)
    page = COMPANION if request.GET.get("page") == COMPANION else ""
    if is_open(entry.meeting, clock.now()):
        answer = _asked(request, entry)
        if isinstance(answer, Refusal):
            refused = {"words": answer.words, "fields": typed_in(request.POST)}
            return _page(request, entry, page, refused)
    return redirect("room:companion" if page else "room:room", meeting_id)


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
        brought = UUID(str(request.POST.get("id", "")))
    except ValueError:
        return uuid4()
    return brought if brought.version == 4 else uuid4()


def _page(
    request: HttpRequest, entry: Entry, page: str = "", refused: Mapping[str, Any] | None = None
) -> HttpResponse:
    now = clock.now()
    if not is_open(entry.meeting, now):
        return _shut(request, entry)
    scene = scene_of(entry.meeting, now)
    me, learning_set = str(entry.person.pk), entry.meeting.learning_set_id
    # Whoever looks is here. Who else is may be heard in another process: the stream tells.
    view = sight(scene.state, me, to_ms(now), hub.present(entry.meeting.pk) | {me})
    view = seen(view, scene.state, me, coached_in([learning_set])[learning_set])
    view = showing.seen(view, me, scene.beside)
    if not view:
        raise Http404
    context = _context(request, entry, view, page, refused)
    context |= {"number": scene.number, "now": to_ms(now), "rate": clock.rate()}
    template = page or ("facilitator" if view["bar"]["leads"] else entry.role)
    return render(request, f"room/{template}.html", context, status=422 if refused else 200)


def _context(
    request: HttpRequest,
    entry: Entry,
    view: View,
    page: str,
    refused: Mapping[str, Any] | None,
) -> dict[str, Any]:
    meeting = entry.meeting
    commands_url = reverse("room:commands", args=[meeting.pk])
    if page == COMPANION:
        commands_url += f"?page={COMPANION}"
    extra = {"commands_url": commands_url, "csrf_token": get_token(request), "refused": refused}
    return {
        "meeting": meeting,
        "person": entry.person,
        "role": entry.role,
        "leads": view["bar"]["leads"],
        "seat": "" if page else view["bar"]["seat"],
        "regions": regions.render_all(shown_on(page, view), extra),
        "refused": refused,
        "commands_url": commands_url,
        "stream_url": f"{reverse('room:room', args=[meeting.pk])}stream" + _listens_as(page),
        "notes_url": reverse("room:notes", args=[meeting.pk]),
        "companion_url": reverse("room:companion", args=[meeting.pk]),
        "room_url": reverse("room:room", args=[meeting.pk]),
        "clock_url": reverse("room:clock", args=[meeting.pk]),
        "pack_url": reverse("room:pack", args=[meeting.pk]),
        "leave_url": _way_out(entry),
        "video_link": video_link_for(meeting.learning_set, entry.person),
        "notes": note_of(entry.person, meeting),
    }


def _listens_as(page: str) -> str:
    return f"?page={CLOCK}" if page == CLOCK else ""


def _shut(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Before the room opens, when it does; afterwards nothing is here to see."""
    meeting = entry.meeting
    opens = opens_at(meeting)
    if clock.now() >= opens or meeting.cancelled_at is not None:
        messages.info(request, "This session was not held here, so there is no room to see.")
        return redirect(_way_out(entry))
    local = opens.astimezone(meeting.learning_set.tz)
    context = {"meeting": meeting, "opens_at": local, "role": entry.role, "leave_url": _way_out(entry)}
    return render(request, "room/waiting.html", context)


def _way_out(entry: Entry) -> str:
    """The page of the set; whoever looks on has none."""
    if entry.is_observer:
        return reverse("programmes:sets")
    return reverse("records:set", args=[entry.meeting.learning_set_id])
