"""The summary as a mail: plain text first, HTML beside it, the same words in both and nothing else."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from django.template.loader import render_to_string

from setspace.core.emailing import Mode
from setspace.lib.mail import Draft
from setspace.lib.vault import Purpose, Reader
from setspace.lib.words import counted
from setspace.people.models import Letter, Person
from setspace.programmes.queries import summary_mode_of
from setspace.records.access import may_see
from setspace.records.models import PartAction, Summary
from setspace.records.queries.summaries import (
    PartContent,
    SummaryContent,
    as_emailed,
    readers,
    summary_content,
)
from setspace.records.summary_words import (
    door,
    in_a_sentence,
    next_words,
    one_line,
    opening,
    signature,
    subject_of,
    why_words,
)

WIDTH = 64


@dataclass(frozen=True, slots=True)
class Copy:
    """One person's mail as it would go out now, and what it is made of."""

    person: Person
    draft: Draft
    content: SummaryContent


@dataclass(frozen=True, slots=True)
class Preview:
    """What each person would get now, and a digest that changes with any of its words."""

    mode: Mode
    copies: tuple[Copy, ...]

    @property
    def digest(self) -> str:
        rows = [f"{copy.person.pk}\n{copy.draft.subject}\n{copy.draft.text}" for copy in self.copies]
        return hashlib.sha256("\n".join(rows).encode()).hexdigest()

    def copy_of(self, person_id: str) -> Copy:
        """That person's copy, or the first where nobody here is meant."""
        return next((copy for copy in self.copies if str(copy.person.pk) == person_id), self.copies[0])


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
    return _draft(as_emailed(content, letter.person, Mode(summary.sent_as)))


def preview(summary: Summary, facilitator: Person) -> Preview:
    """Exactly what each person would get if the facilitator sent the summary now."""
    reader = Reader(actor=str(facilitator.pk), purpose=Purpose.MEMBER_VIEW)
    content = summary_content(summary, facilitator, reader, approved_by=None, at=None)
    mode = summary_mode_of(summary.meeting.learning_set)
    people = [row.person for row in readers(summary, None)]
    return Preview(mode, tuple(_copy(content, person, mode) for person in people))


def _copy(content: SummaryContent, person: Person, mode: Mode) -> Copy:
    emailed = as_emailed(content, person, mode)
    return Copy(person, _draft(emailed), emailed)


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


def _text(content: SummaryContent) -> str:
    sections = [[_wrapped(words) for words in opening(content)]]
    sections += [list(_part_blocks(part)) for part in content.parts]
    sections.append(list(_closing_blocks(content)))
    body = "\n\n\n".join("\n\n".join(blocks) for blocks in sections)
    return f"{body}\n\n--\n{_wrapped(why_words(content))}\n"


def _part_blocks(part: PartContent) -> Iterator[str]:
    yield one_line(part.name).upper()
    if part.words is None:
        yield _wrapped(part.waiting_words)
        return
    if part.words.issue:
        yield _wrapped(part.words.issue)
    if part.words.question:
        yield _wrapped(f'"{part.words.question}"')
    if part.words.actions:
        yield "\n".join(_action_line(action) for action in part.words.actions)


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
    label, url = door(content)
    yield f"{label}: {url}"
    yield f"Warm wishes,\n{signature(content)}"


def _html_context(content: SummaryContent) -> dict[str, object]:
    dear, greeting, circle = opening(content)
    label, url = door(content)
    questions = counted(content.n_questions, "question", "questions")
    actions = counted(content.n_actions, "action", "actions")
    return {
        "content": content,
        "subject": subject_of(content.meeting),
        "heading": f"Your questions and actions from {in_a_sentence(content.meeting)}",
        "teaser": f"{questions}, {actions}, and when you next meet.".capitalize()
        if content.parts
        else circle,
        "dear": dear,
        "greeting": greeting,
        "circle": circle,
        "next": next_words(content),
        "door": {"label": label, "url": url},
        "signature": signature(content),
        "why": why_words(content),
        "language": content.meeting.learning_set.language,
    }


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
