"""Who asked to be told when applications open: written down, told once, taken back, erased."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from setspace.hosts.models import Interest, Programme
from setspace.people import mails as letters
from setspace.people.models import Letter, Person

KEPT_AFTER_TELLING = timedelta(days=90)
KEPT_UNTOLD = timedelta(days=365)
LETTERS = ("interest_noted", "applications_open")


def note_interest(programme: Programme, email: str, now: datetime) -> None:
    """Somebody wants to be told. Whoever is on the list already gets no second letter about it."""
    address = Person.objects.normalize_email(email)
    with transaction.atomic():
        interest, is_new = Interest.objects.get_or_create(
            programme=programme, email=address, defaults={"at": now}
        )
        if is_new:
            letters.put(f"interest_noted:{interest.id}", "interest_noted", address, about=interest.id)


def take_back(interest: Interest) -> None:
    """The address goes, and with it the letters that were written to it."""
    with transaction.atomic():
        Letter.objects.filter(about=interest.id, purpose__in=LETTERS).delete()
        interest.delete()


def tell_interested(now: datetime) -> int:
    """A letter to everybody who waits for what is open now, once. Says how many. Safe at any time."""
    shown = Programme.objects.filter(published_at__isnull=False, ended_at=None).select_related("cloned_from")
    asked = {one.id for now_open in shown if now_open.takes_applications(now) for one in _asked(now_open)}
    waiting = Interest.objects.filter(told_at=None, programme__in=asked)
    return sum(_tell(interest, now) for interest in waiting)


def forget_interested(now: datetime) -> int:
    """Addresses that have done what they were for, and those that waited for a year in vain."""
    is_done = Q(told_at__lt=now - KEPT_AFTER_TELLING) | Q(told_at=None, at__lt=now - KEPT_UNTOLD)
    found = list(Interest.objects.filter(is_done))
    for interest in found:
        take_back(interest)
    return len(found)


def _asked(programme: Programme) -> list[Programme]:
    """On whose pages people asked to hear of this one: its own, and that of the one it was copied from."""
    before = programme.cloned_from
    return [programme, before] if before and before.host_id == programme.host_id else [programme]


def _tell(interest: Interest, now: datetime) -> int:
    with transaction.atomic():
        is_first = Interest.objects.filter(id=interest.id, told_at=None).update(told_at=now)
        if is_first:
            key = f"applications_open:{interest.id}"
            letters.put(key, "applications_open", interest.email, about=interest.id)
    return is_first
