"""What somebody does with their actions between sessions: telling how one goes, wording it, a reminder."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from django.db import transaction

from setspace.core.acting.due import due_on, halfway
from setspace.people import mails
from setspace.programmes.queries import next_meeting
from setspace.records.models import (
    Action,
    ActionUpdate,
    ActionWords,
    ReportDraft,
    Status,
)
from setspace.records.queries.own import own_reader

MORNING = time(9)
A_WHILE = timedelta(days=28)  # where neither a day nor a session is ahead


@transaction.atomic
def report_action(action: Action, status: Status, did: str, learned: str, now: datetime) -> ActionUpdate:
    """Keep how an action goes. Earlier tellings stay; the newest one is what the set sees."""
    update = ActionUpdate(action=action, status=status, at=now)
    update.seal_words(did, learned)
    update.save(force_insert=True)
    action.status = status
    action.status_at = now
    action.save(update_fields=["status", "status_at"])
    ReportDraft.objects.filter(action=action).delete()
    return update


@transaction.atomic
def keep_report_draft(action: Action, fields: Mapping[str, str], now: datetime) -> None:
    """What its holder has typed so far, for them alone."""
    draft = ReportDraft.objects.select_for_update().filter(action=action, person=action.person_id).first()
    draft = draft or ReportDraft(action=action, person_id=action.person_id)
    draft.changed_at = now
    draft.seal_fields(fields)
    draft.save()


@transaction.atomic
def word_action(action: Action, words: ActionWords, confidence: int | None) -> None:
    """The holder's own wording. What went out in a summary stays as it went out."""
    action.seal_words(words.what, words.by_when, words.first_step)
    action.seal_more(words.why, words.support)
    action.confidence = confidence
    action.save()


@transaction.atomic
def wish_nudge(action: Action, now: datetime, *, is_wanted: bool) -> None:
    """A mail half-way, to the holder alone, or none. It waits in the outbox until then."""
    action.nudge_at = halfway(action.noted_at, _until(action, now), now) if is_wanted else None
    action.save(update_fields=["nudge_at"])
    if action.nudge_at:
        key = action.nudge_key
        mails.put(key, "action_nudge", action.person, about=action.pk, due_at=action.nudge_at)


def _until(action: Action, now: datetime) -> datetime:
    """The day that the action is due, or the next session, whichever its words and the dates know."""
    zone = action.meeting.learning_set.tz
    words = action.open_words(own_reader(action.person))
    due = due_on(words.by_when, action.noted_at.astimezone(zone).date())
    if due is not None:
        return datetime.combine(due, MORNING, zone)
    coming = next_meeting(action.meeting.learning_set, now)
    return coming.starts_at if coming else now + A_WHILE
