"""When a session is, for templates."""

from datetime import date

from django import template

from setspace.programmes.models import Meeting, PollDate

register = template.Library()


@register.filter
def when(meeting: Meeting | PollDate, today: date) -> str:
    """Tuesday 1 June, 9:30am to 1pm. With the year, where it is not today’s."""
    return meeting.when(today)
