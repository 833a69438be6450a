"""Telling how an action goes, between sessions."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from setspace.records.models import Action, ActionUpdate, Status


@transaction.atomic
def report_action(action: Action, status: Status, did: str, learned: str, now: datetime) -> ActionUpdate:
    """Keep how an action goes. Earlier tellings stay; the newest one is what the set sees."""
    update = ActionUpdate(action=action, status=status, at=now)
    update.seal_words(did, learned)
    update.save(force_insert=True)
    action.status = status
    action.status_at = now
    action.save(update_fields=["status", "status_at"])
    return update
