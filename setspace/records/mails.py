"""Two reminders: to a holder whose part waits to be read, and to a facilitator whose summary waits to go."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from setspace.lib import clock, dates
from setspace.lib.mail import Draft
from setspace.people.models import Letter
from setspace.records.access import may_see, may_send
from setspace.records.models import Summary, SummaryPart
from setspace.records.summary_words import in_a_sentence, one_line


def part_waiting_letter(letter: Letter) -> Draft | None:
    """Ask a holder to read their part; None once they have read it, or left."""
    summary = _summary(letter)
    if summary is None or letter.person is None or not may_see(summary, letter.person):
        return None
    parts = SummaryPart.objects.filter(meeting=summary.meeting, person=letter.person)
    if not parts.filter(approved_at=None).exists():
        return None
    name, session = _names(summary)
    text = (
        f"Hello {letter.person.first_name},\n\n"
        f"Your part of the summary of {session} is written down.\n"
        "Nobody else in your set is sent it until you have read it.\n"
        "Change anything you like, or leave it as it is:\n\n"
        f"{_link(summary)}\n"
        f"{_read_by(summary)}"
    )
    return Draft(subject=f"{name}, {session}: your part of the summary", text=text)


def summary_waiting_letter(letter: Letter) -> Draft | None:
    """Tell a facilitator that a summary waits; None once it is sent."""
    summary = _summary(letter)
    if summary is None or summary.sent_at or letter.person is None or not may_send(summary, letter.person):
        return None
    name, session = _names(summary)
    text = (
        f"Hello {letter.person.first_name},\n\n"
        f"The summary of {session} is ready for you to read through.\n"
        "Your set gets it when you send it:\n\n"
        f"{_link(summary)}\n"
    )
    return Draft(subject=f"{name}, {session}: the summary is ready to send", text=text)


def _read_by(summary: Summary) -> str:
    """By when, while there is time; and what becomes of a part that is not read by the day it is sent."""
    if summary.sent_at:
        return ""
    left_out = (
        "A part that is not read when the summary goes is left out of\nthe email, and waits on that page.\n"
    )
    today = clock.now().astimezone(summary.meeting.learning_set.tz).date()
    asked = f"Please read it by {dates.day(summary.to_read_by, today)}.\n"
    return f"\n{asked if today <= summary.to_read_by else ''}{left_out}"


def _summary(letter: Letter) -> Summary | None:
    if letter.about is None:
        return None
    return Summary.objects.select_related("meeting__learning_set").filter(meeting_id=letter.about).first()


def _names(summary: Summary) -> tuple[str, str]:
    return one_line(summary.meeting.learning_set.name), in_a_sentence(summary.meeting)


def _link(summary: Summary) -> str:
    return f"{settings.ORIGIN}{reverse('records:summary', args=[summary.meeting_id])}"
