"""An applicant’s answers: to each date, and to the set they are shown."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from setspace.hosts.changes.conflicts import tell_facilitator
from setspace.hosts.changes.leaving import leave_set
from setspace.hosts.models import Application, DateAnswer, Placement
from setspace.hosts.queries.own_place import has_joined
from setspace.programmes.changes import Refused


def answer_dates(application: Application, can_come: Mapping[UUID, bool], now: datetime) -> None:
    """Each date by itself; those that are not in it stay as they were."""
    with transaction.atomic():
        for date_id, can in can_come.items():
            DateAnswer.objects.update_or_create(
                application=application,
                programme_date_id=date_id,
                defaults={"can_come": can, "at": now},
            )


def answer_place(place: Placement, *, agrees: bool, note: str, now: datetime) -> None:
    """Yes or no, without a reason. A no frees the place. A note is told to the facilitator alone."""
    with transaction.atomic():
        if note.strip():
            tell_facilitator(place, note, now)
        kept = Placement.objects.select_for_update(of=("self",)).get(pk=place.pk)
        if kept.ended_at or kept.shown_at is None:
            raise Refused("This place has changed. Please look again")
        if has_joined(kept):
            raise Refused("You are in this set now. To leave it, take your application back")
        kept.agreed_at = (kept.agreed_at or now) if agrees else None
        if not agrees:
            kept.declined_at = kept.ended_at = now
            leave_set(kept.programme_set.learning_set_id, kept.application.person, now)
        kept.save()
