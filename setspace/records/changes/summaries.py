"""The summary on its way: read by its holders, read through by the facilitator, sent once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from setspace.people import changes as people
from setspace.people import mails
from setspace.people.models import Letter, Person
from setspace.programmes.changes import Refused
from setspace.programmes.models import Meeting
from setspace.programmes.queries import summary_mode_of
from setspace.records.access import may_send
from setspace.records.models import Action, PartAction, PartWords, Summary, SummaryPart
from setspace.records.queries.summaries import readers, waiting_parts
from setspace.records.summaries import preview

FORGOTTEN_AFTER = timedelta(days=1)

ALREADY_SENT = "This summary went out already, so this part stays as it was sent"
SENT_BEFORE = "This summary has been sent already. Nobody was sent it twice"
CHANGED_MEANWHILE = "Someone changed or read their part in the meantime. Read it once more, then send it"
NOT_YOURS_TO_SEND = "Only the facilitator of this set sends its summary"


@transaction.atomic
def approve_part(part: SummaryPart, now: datetime) -> None:
    """The holder has read their part and it may be sent."""
    _still_open(part)
    part.approved_at = part.approved_at or now
    part.save(update_fields=["approved_at"])


@transaction.atomic
def edit_part(part: SummaryPart, words: PartWords, now: datetime) -> None:
    """Keep the holder's own wording. Whoever words their part has read it, so this approves it too."""
    _still_open(part)
    part.seal_words(_with_actions_kept(part, words, now))
    part.changed_at = part.approved_at = now
    part.save()


def _still_open(part: SummaryPart) -> None:
    """A part that went out stays as it went out; one that its holder had not yet read can still be read."""
    summary = _locked(part.meeting_id)
    part.refresh_from_db(fields=["approved_at"])
    if summary.sent_at and part.approved_at:
        raise Refused(ALREADY_SENT)


def _locked(meeting_id: UUID) -> Summary:
    locked = Summary.objects.select_for_update(of=("self",)).select_related("meeting__learning_set")
    return locked.get(meeting=meeting_id)


def _with_actions_kept(part: SummaryPart, words: PartWords, now: datetime) -> PartWords:
    """Carry the holder's wording into their list of actions; what they struck out leaves the list."""
    actions = Action.objects.filter(meeting=part.meeting, person=part.person_id, removed_at=None)
    standing = {str(action.pk): action for action in actions.select_related("meeting")}
    told = tuple(
        _keep_action(part, standing.pop(row.key, None), row, order, now)
        for order, row in enumerate(words.actions)
    )
    for action in standing.values():
        action.removed_at = now
        action.save(update_fields=["removed_at"])
    return PartWords(words.issue, words.question, told)


def _keep_action(
    part: SummaryPart, action: Action | None, row: PartAction, order: int, now: datetime
) -> PartAction:
    if action is None:
        action = Action(meeting=part.meeting, person_id=part.person_id, status_at=now, noted_at=now)
    action.order = order
    action.seal_words(row.what, row.by_when, row.first_step)
    action.save()
    return replace(row, key=str(action.pk))


@transaction.atomic
def write_greeting(meeting: Meeting, greeting: str, by: Person) -> None:
    """Keep the facilitator's own opening words for the summary."""
    summary = _locked(meeting.pk)
    if not may_send(summary, by):
        raise Refused(NOT_YOURS_TO_SEND)
    if summary.sent_at:
        raise Refused(SENT_BEFORE)
    summary.seal_greeting(greeting)
    summary.save(update_fields=["greeting_sealed"])


@transaction.atomic
def send_summary(meeting: Meeting, by: Person, now: datetime, seen: str | None = None) -> int:
    """Send the summary to everybody in the set who was in it, and say to how many.

    The letters are put into the outbox in this transaction, so no summary counts as sent without them. `seen`
    is the digest of what the facilitator read through; when the words have changed since, nothing goes out.
    """
    summary = _locked(meeting.pk)
    if not may_send(summary, by):
        raise Refused(NOT_YOURS_TO_SEND)
    if summary.sent_at:
        raise Refused(SENT_BEFORE)
    if seen is not None and seen != preview(summary, by).digest:
        raise Refused(CHANGED_MEANWHILE)
    summary.sent_at, summary.sent_by = now, by
    summary.sent_as = summary_mode_of(meeting.learning_set)
    summary.save(update_fields=["sent_at", "sent_by", "sent_as"])
    rows = readers(summary, now)
    for row in rows:
        key = f"summary:{meeting.pk}:{row.person_id}"
        mails.put(key, "summary", row.person, about=meeting.pk)
    return len(rows)


def send_copy_again(letter: Letter, now: datetime) -> None:
    """Try once more to deliver one person's copy that was refused, or that may not have arrived."""
    people.send_again(letter, now)


@transaction.atomic
def remind_holders(meeting: Meeting, by: Person, now: datetime) -> int:
    """Ask those who have not yet read their part to do so, once a day at most; say how many are asked."""
    summary = _locked(meeting.pk)
    if not may_send(summary, by):
        raise Refused(NOT_YOURS_TO_SEND)
    return _remind_parts(summary, now)


def remind_unsent(now: datetime) -> int:
    """Remind everyone concerned, once, of each summary that has waited a day. Safe to call at any time."""
    waiting = Summary.objects.filter(sent_at=None, reminded_at=None)
    forgotten = waiting.filter(drafted_at__lte=now - FORGOTTEN_AFTER).values_list("meeting_id", flat=True)
    return sum(_remind_summary(meeting_id, now) for meeting_id in forgotten)


@transaction.atomic
def _remind_summary(meeting_id: UUID, now: datetime) -> int:
    summary = _locked(meeting_id)
    if summary.sent_at or summary.reminded_at:
        return 0
    summary.reminded_at = now
    summary.save(update_fields=["reminded_at"])
    facilitators = [row.person for row in readers(summary, None) if row.leads_set]
    for person in facilitators:
        mails.put(f"summary_waiting:{meeting_id}:{person.pk}", "summary_waiting", person, about=meeting_id)
    return len(facilitators) + _remind_parts(summary, now)


def _remind_parts(summary: Summary, now: datetime) -> int:
    return sum(
        mails.put(
            f"part_waiting:{summary.meeting_id}:{part.person_id}:{now:%Y-%m-%d}",
            "part_waiting",
            part.person,
            about=summary.meeting_id,
        )
        for part in waiting_parts(summary)
    )
