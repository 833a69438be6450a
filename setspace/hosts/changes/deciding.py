"""Answers to applications, and who is kept apart from whom."""

from datetime import datetime, timedelta

from django.db import transaction

from setspace.hosts.changes.board import take_off
from setspace.hosts.models import Answer, Application, Decision, KeptApart
from setspace.hosts.queries.answers import MOMENTS, letter_key, stand
from setspace.hosts.queries.places import place_of
from setspace.people import mails as letters
from setspace.people.models import Letter, LetterState, Person
from setspace.programmes.changes import Refused

TIME_TO_UNDO = timedelta(minutes=10)


def decide(
    application: Application, answer: Answer, words: str, by: Person, now: datetime, due_at: datetime
) -> Decision:
    """An answer, and its letter, which waits until ``due_at``: so long the answer can be taken back."""
    with transaction.atomic():
        application = _locked(application)
        if application.withdrawn_at:
            raise Refused("This application was withdrawn, so there is nothing to answer")
        _refuse_the_founded(application)
        was = application.standing
        if was == answer:
            raise Refused("That is the answer already")
        decision = Decision(
            application=application,
            answer=answer,
            was=was,
            was_at=getattr(application, f"{was}_at", None),
            by=by,
            at=now,
        )
        decision.seal_words(words)
        decision.save()
        _let_stand(application, answer, now)
        if answer != Answer.ACCEPTED:
            take_off(application, by, now)
        _cancel_letters(application)
        letters.put(
            letter_key(decision),
            f"application_{answer}",
            application.person,
            about=application.id,
            due_at=due_at,
        )
        return decision


def undo_decision(decision: Decision, by: Person, now: datetime) -> None:
    """Takes an answer back while its letter waits. A place on the board that it ended stays ended."""
    with transaction.atomic():
        application = _locked(decision.application)
        newest = application.decisions.filter(undone_at=None).first()
        gone = Letter.objects.filter(key=letter_key(decision), state=LetterState.WAITING).delete()[0]
        if newest != decision or not gone:
            raise Refused("The letter has gone, so this answer can’t be taken back. You can give another")
        decision.undone_at, decision.words_sealed = now, None
        decision.save(update_fields=["undone_at", "words_sealed"])
        _let_stand(application, decision.was, decision.was_at or now)
        if decision.was not in (Answer.ACCEPTED, Answer.WAITING):
            take_off(application, by, now)


def keep_apart(one: Application, other: Application) -> None:
    """Two people who are not to share a set. No reason is kept."""
    if one.pk == other.pk or one.programme_id != other.programme_id:
        raise Refused("Choose another applicant of this programme")
    first, second = sorted((one, other), key=lambda each: each.pk)
    KeptApart.objects.get_or_create(programme_id=one.programme_id, one=first, other=second)


def no_longer_apart(one: Application, other: Application) -> None:
    KeptApart.objects.filter(one__in=(one, other), other__in=(one, other)).delete()


def waiting_letter(decision: Decision) -> Letter | None:
    return Letter.objects.filter(key=letter_key(decision), state=LetterState.WAITING).first()


def _let_stand(application: Application, standing: str, at: datetime) -> None:
    stand(application, standing, at)
    application.save(update_fields=list(MOMENTS))


def _cancel_letters(application: Application) -> None:
    """An answer that was changed before its letter went is not told."""
    waiting = Letter.objects.filter(about=application.id, state=LetterState.WAITING)
    waiting.filter(purpose__in=[f"application_{one}" for one in Answer.values]).delete()


def _refuse_the_founded(application: Application) -> None:
    place = place_of(application)
    if place is not None and place.programme_set.learning_set_id:
        raise Refused("Their set has begun. Whoever wants to leave it does so there, or asks the facilitator")


def _locked(application: Application) -> Application:
    found = Application.objects.select_for_update(of=("self",)).select_related("programme__host", "person")
    return found.get(pk=application.pk)
