"""Keeping what a session noted, and drafting its summary."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from setspace.core.process.outcome import HolderPart, Outcome, Report
from setspace.lib import vault
from setspace.programmes.changes import close_meeting, keep_presence
from setspace.programmes.models import Meeting
from setspace.records.changes.airtime import keep_airtime
from setspace.records.changes.preparing import keep_told
from setspace.records.models import (
    Action,
    ActionUpdate,
    Issue,
    KeyQuestion,
    MovedQuestions,
    PartAction,
    PartWords,
    SealedWording,
    Summary,
    SummaryPart,
)


@transaction.atomic
def keep_session(meeting: Meeting, outcome: Outcome, now: datetime) -> Summary:
    """Keep what a closed session noted and draft its summary.

    The room calls this inside the transaction that closes it, and may call it again after a fall: the summary
    row is made once, and whoever finds it there changes nothing.
    """
    summary, is_new = Summary.objects.get_or_create(meeting=meeting, defaults={"drafted_at": now})
    if is_new:
        close_meeting(meeting, now, UUID(outcome.led_by) if outcome.led_by else None)
        keep_airtime(meeting, outcome.airtime, now)
        if outcome.airtime:  # the session was led, and not just a room that nobody used
            keep_presence(meeting, {UUID(person) for person in outcome.present}, now)
        for order, part in enumerate(outcome.parts):
            _keep_part(meeting, part, order, now)
        keep_told(meeting, [part.person for part in outcome.parts], now)
        for report in outcome.reports:
            _keep_report(meeting, report, now)
    return summary


def _keep_part(meeting: Meeting, part: HolderPart, order: int, now: datetime) -> None:
    holder = UUID(part.person)
    if part.issue:
        issue = Issue(meeting=meeting, person_id=holder, brought_at=now)
        issue.seal_text(part.issue)
        issue.save(force_insert=True)
    if part.wordings or part.key_question:
        question = KeyQuestion(meeting=meeting, person_id=holder)
        wordings = [SealedWording(wording.text, wording.at, wording.by) for wording in part.wordings]
        question.seal_wordings(wordings, part.key_question)
        question.save(force_insert=True)
    _keep_moved(meeting, part, now)
    _keep_actions(meeting, part, now)
    _draft_part(meeting, part, order, now)


def _keep_moved(meeting: Meeting, part: HolderPart, now: datetime) -> None:
    """Under the holder's own key. Whose key is gone keeps nothing: a session must close all the same."""
    row = MovedQuestions(meeting=meeting, person_id=UUID(part.person), kept_at=now)
    if part.moved and vault.has_key(row.owner):
        row.seal_texts(part.moved)
        row.save(force_insert=True)


def _keep_actions(meeting: Meeting, part: HolderPart, now: datetime) -> None:
    for place, noted in enumerate(part.actions):
        action = Action(
            pk=UUID(noted.key),
            meeting=meeting,
            person_id=UUID(part.person),
            confidence=noted.confidence or None,
            order=place,
            status_at=now,
            noted_at=now,
        )
        action.seal_words(noted.what, noted.by_when, noted.first_step)
        action.save(force_insert=True)


def _draft_part(meeting: Meeting, part: HolderPart, order: int, now: datetime) -> None:
    draft = SummaryPart(
        meeting=meeting,
        person_id=UUID(part.person),
        order=order,
        approved_at=now if part.approved else None,
        changed_at=now,
    )
    actions = tuple(
        PartAction(noted.what, noted.by_when, noted.key, first_step=noted.first_step)
        for noted in part.actions
    )
    draft.seal_words(PartWords(part.issue, part.key_question, actions))
    draft.save(force_insert=True)


def _keep_report(meeting: Meeting, report: Report, now: datetime) -> None:
    action = (
        Action.objects.select_related("meeting")
        .filter(
            pk=UUID(report.action),
            person_id=UUID(report.person),
            meeting__learning_set_id=meeting.learning_set_id,
        )
        .first()
    )
    if action is None:
        return
    update = ActionUpdate(action=action, meeting=meeting, status=report.status, at=now)
    update.seal_words(report.did, report.learned)
    update.save(force_insert=True)
    action.status = report.status
    action.status_at = now
    action.save(update_fields=["status", "status_at"])
