"""Drafts that were never sent do not stay."""

from datetime import datetime, timedelta

from setspace.hosts.models import Application

DRAFT_DAYS = 90


def erase_old_drafts(now: datetime) -> int:
    """Applications that nobody sent, 90 days after they were last saved. Says how many."""
    long_ago = now - timedelta(days=DRAFT_DAYS)
    _all, by_model = Application.objects.filter(sent_at=None, saved_at__lt=long_ago).delete()
    return by_model.get("hosts.Application", 0)
