"""The summary as a mail: plain text first, HTML beside it, the same words in both and nothing else."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string

from setspace.lib import dates
from setspace.lib.mail import Draft
from setspace.lib.vault import Purpose, Reader
from setspace.lib.words import counted, listed, number
from setspace.people.models import Letter, Person
from setspace.programmes.models import Meeting
from setspace.records.access import may_see
from setspace.records.models import PartAction, Summary
from setspace.records.queries.summaries import PartContent, SummaryContent, summary_content, white_space_of

WIDTH = 64


@dataclass(frozen=True, slots=True)
class Preview:
    """The mail as it would go out now, and a digest that changes with any of its words."""

    draft: Draft
    content: SummaryContent

    @property
    def digest(self) -> str:
        return hashlib.sha256(f"{self.draft.subject}\n{self.draft.text}".encode()).hexdigest()


def summary_letter(letter: Letter) -> Draft | None:
    """The summary for one person at the moment of sending; None once they have left the set."""
    if letter.about is None:
        return None
    sent = Summary.objects.select_related("meeting__learning_set", "sent_by").exclude(sent_at=None)
    summary = sent.filter(meeting_id=letter.about).first()
    if summary is None or letter.person is None or not may_see(summary, letter.person):
        return None
    reader = Reader(actor=str(letter.person_id), purpose=Purpose.SUMMARY_SEND)
    facilitator = summary.sent_by or _any_facilitator(summary)
    if facilitator is None:
        return None
    content = summary_content(summary, facilitator, reader, approved_by=summary.sent_at, at=summary.sent_at)
    return _draft(content)


def preview(summary: Summary, facilitator: Person) -> Preview:
    """Exactly what everybody would get if the facilitator sent the summary now."""
    reader = Reader(actor=str(facilitator.pk), purpose=Purpose.MEMBER_VIEW)
    content = summary_content(summary, facilitator, reader, approved_by=None, at=None)
    return Preview(_draft(content), content)


def _any_facilitator(summary: Summary) -> Person | None:
    memberships = summary.meeting.learning_set.memberships.select_related("person").filter(until_at=None)
    return next((row.person for row in memberships if row.leads_set), None)


def _draft(content: SummaryContent) -> Draft:
    return Draft(
        subject=subject_of(content.meeting),
        text=_text(content),
        html=render_to_string("records/mail/summary.html", _html_context(content)),
        from_name=f"{one_line(content.facilitator.name or content.facilitator.first_name)} (via Setspace)",
        reply_to=content.facilitator.email,
    )


def subject_of(meeting: Meeting) -> str:
    """The set and the session, and nothing of what was said."""
    return f"{one_line(meeting.learning_set.name)}, {in_a_sentence(meeting)}: your questions and actions"


def _text(content: SummaryContent) -> str:
    sections = [[_wrapped(words) for words in opening(content)]]
    sections += [list(_part_blocks(part)) for part in content.parts]
    sections.append(list(_closing_blocks(content)))
    body = "\n\n\n".join("\n\n".join(blocks) for blocks in sections)
    return f"{body}\n\n--\n{_wrapped(why_words(content))}\n"


def opening(content: SummaryContent) -> tuple[str, str, str]:
    """Whom the summary greets, what it says first, and whom it is for."""
    greeting = content.greeting or (
        f"Thank you for {dates.DAYS[content.meeting.on.weekday()]}. "
        "Here is what each of you asked, and what you chose to do."
    )
    members = content.members
    circle = f"the {number(len(members))} of you and me" if len(members) > 1 else "you and me"
    dear = f"Dear {listed(members)}," if members else "Hello,"
    return dear, greeting, f"This is for {circle}. Please don’t forward it."


def _part_blocks(part: PartContent) -> Iterator[str]:
    yield one_line(part.name).upper()
    if part.words is None:
        yield _wrapped(part.waiting_words)
        return
    if part.words.issue:
        yield _wrapped(part.words.issue)
    if part.words.question:
        yield _wrapped(f'"{part.words.question}"')
    if part.words.told:
        yield "\n".join(_action_line(action) for action in part.words.told)


def _action_line(action: PartAction) -> str:
    words = f"{action.what} ({action.by_when})" if action.by_when else action.what
    told = _filled(one_line(words), first="  * ", rest="    ")
    if not action.first_step:
        return told
    step = _filled(one_line(f"First step: {action.first_step}"), first="    ", rest="    ")
    return f"{told}\n{step}"


def _closing_blocks(content: SummaryContent) -> Iterator[str]:
    if content.next_meeting:
        yield "WHEN WE NEXT MEET"
        yield _wrapped(next_words(content))
    yield f"See your actions: {settings.ORIGIN}/"
    yield f"Warm wishes,\n{signature(content)}"


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


def _html_context(content: SummaryContent) -> dict[str, object]:
    dear, greeting, circle = opening(content)
    questions = counted(content.n_questions, "question", "questions")
    actions = counted(content.n_actions, "action", "actions")
    return {
        "content": content,
        "subject": subject_of(content.meeting),
        "heading": f"Your questions and actions from {in_a_sentence(content.meeting)}",
        "teaser": f"{questions}, {actions}, and when you next meet.".capitalize(),
        "dear": dear,
        "greeting": greeting,
        "circle": circle,
        "next": next_words(content),
        "home": f"{settings.ORIGIN}/",
        "signature": signature(content),
        "why": why_words(content),
        "language": content.meeting.learning_set.language,
    }


def in_a_sentence(meeting: Meeting) -> str:
    return meeting.title_in_a_sentence


def _wrapped(words: str) -> str:
    return "\n".join(_filled(line) for line in words.strip().splitlines())


def _filled(words: str, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        words,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def one_line(words: str) -> str:
    return " ".join(words.split())
