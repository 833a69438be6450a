"""Other dates for a programme that has not begun: all of them anew, or one meeting of one set."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from django.db import transaction

from setspace.core.schedule.series import Dated
from setspace.hosts.changes.programmes import lay_dates_anew
from setspace.hosts.models import DateAnswer, Placement, Programme, ProgrammeDate, ProgrammeSet
from setspace.hosts.queries.places import places_that_hold
from setspace.people import mails as letters
from setspace.people.models import Letter, LetterState
from setspace.programmes.changes import Refused

FOUNDED = "A set is founded already, so its dates are changed on its own pages"
GATHERED = timedelta(minutes=10)  # what is moved in this time is told in one letter
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


def move_dates(planned: ProgrammeSet, moved: Sequence[tuple[ProgrammeDate, Dated]], now: datetime) -> None:
    """Some dates of a set that is not founded. Who said they can come to one of them is asked again.

    Those who were shown the set, and have a place in it, are told; nobody else counts on these dates.
    """
    with transaction.atomic():
        if ProgrammeSet.objects.select_for_update().get(id=planned.id).learning_set_id:
            raise Refused(FOUNDED)
        was = {str(one.pk): f"{one.on.isoformat()} {one.at.isoformat()}" for one, _ in moved}
        for one, dated in moved:
            one.on, one.at = dated.starts.date(), dated.starts.time()
            one.save(update_fields=["on", "at"])
        DateAnswer.objects.filter(programme_date__in=[one for one, _ in moved]).delete()
        _keep_first(planned.programme)
        for place in places_that_hold(planned.programme):
            if place.programme_set_id == planned.pk and place.shown_at is not None:
                _tell(place, was, now)


def _tell(place: Placement, was: Mapping[str, str], now: datetime) -> None:
    """In one letter with what was moved a moment before: it remembers where each date was at first."""
    waiting = Letter.objects.select_for_update().filter(
        about=place.pk, purpose="dates_moved", state=LetterState.WAITING
    )
    letter = waiting.first()
    if letter is not None:
        letter.seal_payload({**was, **letter.payload})
        letter.save(update_fields=["payload_sealed"])
        return
    key = f"dates_moved:{place.pk}:{now.isoformat()}"
    person = place.application.person
    letters.put(key, "dates_moved", person, about=place.pk, payload=was, due_at=now + GATHERED)


def _keep_first(programme: Programme) -> None:
    """The programme's first date is the first of all its sets."""
    opening = ProgrammeDate.objects.filter(programme_set__programme=programme).order_by("on").first()
    if opening is not None and opening.on != programme.first_on:
        programme.first_on = opening.on
        programme.save(update_fields=["first_on"])
