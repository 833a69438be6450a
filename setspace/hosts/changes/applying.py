"""An application, from the first word that is saved to the sending, and back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from setspace.core.applying import n_done
from setspace.hosts.changes.asking_manager import ask_manager, forget_manager
from setspace.hosts.changes.leaving import leave_set
from setspace.hosts.models import Application, Conflict, Programme, SetAnswer
from setspace.hosts.models.applications import SEALED
from setspace.hosts.queries.applying import (
    CLOSED,
    PLAIN,
    answers_of,
    asked_of,
    gaps_of,
    languages_asked,
    why_fixed,
)
from setspace.people import mails as letters
from setspace.people.models import Person
from setspace.programmes.changes import Refused

SENT = "This was sent already. Open it again to change it"


def begin(programme: Programme, person: Person, now: datetime) -> Application:
    """The application that somebody goes on with. One that was taken back begins anew."""
    if not programme.takes_applications(now):
        raise Refused(CLOSED)
    with transaction.atomic():
        application, _is_new = Application.objects.select_for_update().get_or_create(
            programme=programme, person=person, defaults={"begun_at": now, "saved_at": now}
        )
        if application.withdrawn_at:
            application.withdrawn_at = application.sent_at = None
            application.accepted_at = application.waiting_at = application.declined_at = None
            application.begun_at = application.saved_at = now
        asked = languages_asked(programme)
        application.languages = application.languages or (asked[0] if len(asked) == 1 else "")
        application.save()
        return application


def save(application: Application, typed: Mapping[str, Any], now: datetime, *, is_draft: bool) -> Application:
    """Keep what was typed at one step. An unfinished step is kept only while nothing was sent."""
    with transaction.atomic():
        kept = _locked(application)
        if why := why_fixed(kept, now) or (SENT if is_draft and kept.sent_at else ""):
            raise Refused(why)
        _write(kept, typed)
        kept.saved_at = now
        if kept.sent_at:
            kept.save()
            ask_manager(kept)
        else:
            kept.steps_done = n_done(answers_of(kept, kept.person), asked_of(kept.programme))
            kept.save()
        return kept


def send(application: Application, now: datetime) -> Application:
    """Everything is answered: the organisers see it from now on."""
    with transaction.atomic():
        kept = _locked(application)
        if kept.sent_at:
            return kept
        if why := why_fixed(kept, now):
            raise Refused(why)
        if gaps_of(kept):
            raise Refused("Something is missing still")
        kept.sent_at, kept.steps_done = now, 4
        kept.save()
        key = f"application_received:{kept.pk}:{int(now.timestamp())}"
        letters.put(key, "application_received", kept.person, about=kept.pk)
        ask_manager(kept)
        return kept


def withdraw(application: Application, now: datetime) -> None:
    """Taken back at any time. A draft is gone; of what was sent, all answers are."""
    with transaction.atomic():
        kept = _locked(application)
        if kept.sent_at is None:
            kept.delete()
            return
        if kept.withdrawn_at:
            return
        for placement in kept.placements.select_related("programme_set__learning_set").filter(ended_at=None):
            leave_set(placement.programme_set.learning_set_id, kept.person, now)
            placement.ended_at, placement.note_sealed = now, None
            placement.save(update_fields=["ended_at", "note_sealed"])
        Conflict.objects.filter(place__application=kept).delete()
        _empty(kept)
        kept.withdrawn_at = now
        kept.save()


def _write(application: Application, typed: Mapping[str, Any]) -> None:
    """What was typed, each where it belongs: in the open, or sealed."""
    asked_before = application.manager_email
    for name in PLAIN:
        if name in typed:
            setattr(application, name, typed[name])
    for name in SEALED:
        if name in typed:
            application.seal_words(name, typed[name])
    if "sets" in typed:
        _answer_sets(application, typed["sets"], typed.get("less", []))
    if application.manager_email != asked_before:
        forget_manager(application)


def _empty(application: Application) -> None:
    for name in SEALED:
        setattr(application, f"{name}_sealed", None)
    for name in PLAIN:
        field = Application._meta.get_field(name)
        setattr(application, name, None if field.null else "")
    application.set_answers.all().delete()
    application.date_answers.all().delete()
    application.decisions.update(words_sealed=None)
    forget_manager(application)


def _answer_sets(application: Application, chosen: list[str], less: list[str]) -> None:
    """Where all are possible and none better, all are preferred alike."""
    known = {str(pk): pk for pk in application.programme.sets.values_list("pk", flat=True)}
    wanted = [one for one in chosen if one in known]
    preferred = [one for one in wanted if one not in less] or wanted
    application.set_answers.all().delete()
    SetAnswer.objects.bulk_create(
        SetAnswer(application=application, programme_set_id=known[one], is_preferred=one in preferred)
        for one in wanted
    )


def _locked(application: Application) -> Application:
    """As it stands, held until the transaction ends."""
    found = Application.objects.select_for_update(of=("self",)).select_related("programme__host", "person")
    return found.get(pk=application.pk)
