"""Other dates for a programme that has not begun: all of them anew, or one meeting of one set."""

from collections.abc import Sequence
from datetime import date, time

from django.db import transaction

from setspace.core.schedule.series import Dated
from setspace.hosts.changes.programmes import lay_dates_anew
from setspace.hosts.models import DateAnswer, Programme, ProgrammeDate, ProgrammeSet
from setspace.programmes.changes import Refused

FOUNDED = "A set is founded already, so its dates are changed on its own pages"
APPLIED = "People have applied for these dates. You can still change single dates"


def may_lay_anew(programme: Programme) -> str:
    """Why the dates cannot be laid anew; nothing where they can."""
    if programme.sets.filter(learning_set__isnull=False).exists():
        return FOUNDED
    if programme.applications.filter(sent_at__isnull=False, withdrawn_at=None).exists():
        return APPLIED
    return ""


def lay_anew(programme: Programme, first_on: date, at: time) -> None:
    """Raises ValueError where no dates can be found."""
    with transaction.atomic():
        Programme.objects.select_for_update().get(id=programme.id)
        if refusal := may_lay_anew(programme):
            raise Refused(refusal)
        programme.first_on, programme.at = first_on, at
        programme.save(update_fields=["first_on", "at"])
        lay_dates_anew(programme)


def move_dates(planned: ProgrammeSet, moved: Sequence[tuple[ProgrammeDate, Dated]]) -> None:
    """Some dates of a set that is not founded. Who said they can come to one of them is asked again."""
    with transaction.atomic():
        if ProgrammeSet.objects.select_for_update().get(id=planned.id).learning_set_id:
            raise Refused(FOUNDED)
        for one, dated in moved:
            one.on, one.at = dated.starts.date(), dated.starts.time()
            one.save(update_fields=["on", "at"])
        DateAnswer.objects.filter(programme_date__in=[one for one, _ in moved]).delete()
        _keep_first(planned.programme)


def _keep_first(programme: Programme) -> None:
    """The programme's first date is the first of all its sets."""
    opening = ProgrammeDate.objects.filter(programme_set__programme=programme).order_by("on").first()
    if opening is not None and opening.on != programme.first_on:
        programme.first_on = opening.on
        programme.save(update_fields=["first_on"])
