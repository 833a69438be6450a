"""A programme's page: put up, taken back while nobody has applied, taken off the list."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from setspace.hosts.models import Programme
from setspace.programmes.changes import Refused


@dataclass(frozen=True, slots=True)
class Days:
    """When people may apply, and by when they have an answer; None leaves it open."""

    opens_on: date | None
    closes_on: date | None
    replies_on: date | None


def change_days(programme: Programme, days: Days) -> None:
    programme.opens_on, programme.closes_on = days.opens_on, days.closes_on
    programme.replies_on = days.replies_on
    programme.save(update_fields=["opens_on", "closes_on", "replies_on"])


def publish(programme: Programme, days: Days, now: datetime) -> None:
    """From now on everybody who knows the address can read it. Once published it stays as published."""
    with transaction.atomic():
        locked = Programme.objects.select_for_update().get(id=programme.id)
        if locked.first_on <= now.astimezone(locked.tz).date():
            raise Refused("Its first date has passed. Lay the dates anew first, under Dates")
        change_days(programme, days)
        programme.published_at, programme.ended_at = locked.published_at or now, None
        programme.save(update_fields=["published_at", "ended_at"])


def take_back(programme: Programme) -> None:
    """A draft again, while nobody has applied."""
    with transaction.atomic():
        Programme.objects.select_for_update().get(id=programme.id)
        if programme.applications.filter(sent_at__isnull=False).exists():
            raise Refused("People have applied, so the page stays. You can take it off the list instead")
        programme.published_at = None
        programme.save(update_fields=["published_at"])


def end(programme: Programme, now: datetime) -> None:
    """Its page is closed. Sets that were founded go on, and what was applied stays."""
    programme.ended_at = now
    programme.save(update_fields=["ended_at"])
