"""The next session on one page, for whoever leads the set."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from setspace.lib import clock
from setspace.programmes.access import meeting_led_by
from setspace.records import queries
from setspace.records.views.asking import asker


@require_safe
@login_required
def brief(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    person = asker(request)
    meeting = meeting_led_by(person, meeting_id)
    shown = queries.brief_of(meeting, person, clock.now())
    context = {"brief": shown, "meeting": meeting, "learning_set": meeting.learning_set}
    return render(request, "records/brief.html", context)
