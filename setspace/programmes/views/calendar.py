"""Files for calendar programs: all sessions of one person, and one session."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from setspace.core.schedule import entries
from setspace.lib import clock
from setspace.people.access import person_of_calendar
from setspace.programmes.access import attendance_of, person_of
from setspace.programmes.queries.calendar import all_entries_of, sequences_of, session_entry

CONTENT = "text/calendar; charset=utf-8"


@require_safe
def feed(request: HttpRequest, calendar_token: str) -> HttpResponse:
    """Every session of whoever the private address belongs to. Calendar programs ask without signing in."""
    person = person_of_calendar(calendar_token)
    if person is None:
        raise Http404
    written = entries.feed(all_entries_of(person), "Action learning sets", clock.now())
    headers = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex"}
    return HttpResponse(written, content_type=CONTENT, headers=headers)


@login_required
@require_safe
def session_file(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """One session to put into a calendar, for everybody who may come into its room."""
    person = person_of(request)
    meeting, _membership = attendance_of(person, meeting_id)
    if meeting.cancelled_at is not None:
        raise Http404
    shown = session_entry(meeting, person, sequences_of(meeting, [person])[person.pk])
    written = entries.feed([shown], meeting.learning_set.name, clock.now())
    headers = {"Content-Disposition": 'attachment; filename="session.ics"'}
    return HttpResponse(written, content_type=CONTENT, headers=headers)
