"""What the mail of a summary says around the parts: whom it greets, how it begins, where it leads."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from setspace.core.emailing import Mode
from setspace.lib import dates
from setspace.lib.words import listed, number
from setspace.programmes.models import Meeting
from setspace.records.queries.summaries import SummaryContent, white_space_of


def opening(content: SummaryContent) -> tuple[str, str, str]:
    """Whom the summary greets, what it says first, and whom it is for."""
    members = content.members
    if content.mode == Mode.FULL:
        dear = f"Dear {listed(members)}," if members else "Hello,"
    else:
        dear = f"Dear {content.to},"
    thanks = f"Thank you for {dates.DAYS[content.meeting.on.weekday()]}. {_what_is_here(content)}"
    return dear, content.greeting or thanks, _whom_it_is_for(content)


def _what_is_here(content: SummaryContent) -> str:
    if content.mode == Mode.FULL:
        return "Here is what each of you asked, and what you chose to do."
    if any(part.words for part in content.parts):
        return "Here is your own part. What the others asked and chose to do is on the page of the summary."
    return "What was asked, and what you chose to do, is on the page of the summary."


def _whom_it_is_for(content: SummaryContent) -> str:
    if content.mode == Mode.LINK:
        return "Your set has agreed to email nothing of it but this link."
    if content.mode == Mode.OWN:
        return "Your set has agreed to email each part to its owner alone."
    n_members = len(content.members)
    circle = f"the {number(n_members)} of you and me" if n_members > 1 else "you and me"
    return f"This is for {circle}. Please don’t forward it."


def door(content: SummaryContent) -> tuple[str, str]:
    """What the mail leads to: one's actions, or the page on which the rest of the summary waits."""
    if content.mode == Mode.FULL:
        return "See your actions", f"{settings.ORIGIN}/"
    return "Read the summary", f"{settings.ORIGIN}{reverse('records:summary', args=[content.meeting.pk])}"


def next_words(content: SummaryContent) -> str:
    """Session 4, Tuesday 1 June, 9:30am to 1pm. White space until 1:30pm. Nothing, if none is planned."""
    meeting = content.next_meeting
    if meeting is None:
        return ""
    zone = meeting.learning_set.tz
    times = f"{dates.clock_time(meeting.at)} to {dates.clock_time(meeting.ends_at.astimezone(zone))}"
    white_space = white_space_of(meeting)
    until = dates.clock_time((meeting.ends_at + white_space).astimezone(zone))
    stay = f" White space until {until}." if white_space else ""
    return (
        f"{meeting.title}, {dates.day(meeting.on, content.meeting.on)}, {times}.{stay} "
        "We’ll start with how your actions went. Not having done one is fine, and often interesting."
    )


def signature(content: SummaryContent) -> str:
    return f"{one_line(content.facilitator.name or content.facilitator.first_name)}, your facilitator"


def why_words(content: SummaryContent) -> str:
    name = one_line(content.meeting.learning_set.name)
    return (
        f"You get this because you are in the set “{name}”. "
        f"Reply to write to {content.facilitator.first_name} alone. "
        "Notes and private reflections are never emailed."
    )


def subject_of(meeting: Meeting) -> str:
    """The set and the session, and nothing of what was said."""
    return f"{one_line(meeting.learning_set.name)}, {in_a_sentence(meeting)}: your questions and actions"


def in_a_sentence(meeting: Meeting) -> str:
    return meeting.title_in_a_sentence


def one_line(words: str) -> str:
    return " ".join(words.split())
