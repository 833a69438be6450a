"""Two sets that grew small become one: proposed, confirmed by both facilitators, and only then done.

Nobody is put into the other set: each is invited. What either set wrote stays with those who were in it.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction

from setspace.hosts.models import Application, Joining, JoiningWord, Placement, ProgrammeSet
from setspace.hosts.queries.joining import expected_in, members_of
from setspace.people import mails as letters
from setspace.people.models import Person
from setspace.programmes.access import leads
from setspace.programmes.changes import Refused, cancel_meeting
from setspace.programmes.changes.people import new_invitation, send
from setspace.programmes.models import Invitation, LearningSet, Membership, Role
from setspace.programmes.queries import people_of
from setspace.programmes.queries.meetings import upcoming_meetings

TAKEN = "One of these sets is to join another already"


def propose_joining(leaving: ProgrammeSet, into: ProgrammeSet, by: Person, now: datetime) -> Joining:
    """Both facilitators are asked. Until both say yes nothing happens, and no member hears of it."""
    try:
        with transaction.atomic():
            _refuse_what_does_not_fit(leaving, into)
            joining = Joining.objects.create(leaving=leaving, into=into, by=by, made_at=now)
            for person in {one for planned in (leaving, into) for one in _leaders(planned)}:
                key = f"joining_asked:{joining.pk}:{person.pk}"
                letters.put(key, "joining_asked", person, about=joining.pk)
            return joining
    except IntegrityError:
        raise Refused(TAKEN) from None


def keep_words(joining: Joining, by: Person, words: str, said_at: datetime | None = None) -> None:
    """What a facilitator is typing, or has said. Before it is said nobody else reads it."""
    kept = JoiningWord.objects.filter(joining=joining, person=by).first()
    kept = kept or JoiningWord(joining=joining, person=by)
    kept.said_at = said_at
    kept.seal_words(words)
    kept.save()


def answer_joining(joining: Joining, *, agrees: bool, words: str, by: Person, now: datetime) -> Joining:
    """A yes is for every set of the two that this person leads. A no from either ends it."""
    with transaction.atomic():
        kept = _locked(joining)
        if not kept.is_open:
            raise Refused("This has been answered already")
        if agrees:
            _say_yes(kept, by, now)
        else:
            kept.ended_at, kept.refused_by = now, by
        keep_words(kept, by, words, now)
        kept.save()
        if kept.leaving_yes_at and kept.into_yes_at:
            _carry_out(kept, by, now)
        if kept.by and (kept.ended_at or kept.done_at):
            letters.put(f"joining_answered:{kept.pk}", "joining_answered", kept.by, about=kept.pk)
        return kept


def take_back(joining: Joining, now: datetime) -> None:
    with transaction.atomic():
        kept = _locked(joining)
        if not kept.is_open:
            raise Refused("This has been answered already")
        kept.ended_at = now
        kept.save(update_fields=["ended_at"])


def _say_yes(joining: Joining, by: Person, now: datetime) -> None:
    if joining.leaving.learning_set and leads(by, joining.leaving.learning_set):
        joining.leaving_yes_at = joining.leaving_yes_at or now
    if joining.into.learning_set and leads(by, joining.into.learning_set):
        joining.into_yes_at = joining.into_yes_at or now


def _carry_out(joining: Joining, by: Person, now: datetime) -> None:
    old, new = joining.leaving.learning_set, joining.into.learning_set
    assert old
    assert new
    _refuse_what_does_not_fit(joining.leaving, joining.into)
    told = {*people_of(old), *people_of(new)}
    host = next(iter(_leaders(joining.into)), by)
    moving = Person.objects.filter(memberships__in=_members(old))
    for person in moving.exclude(memberships__in=_members(new)):
        _invite(joining, new, person, host, now)
    for held in old.invitations.filter(accepted_at=None, declined_at=None, withdrawn_at=None):
        held.withdrawn_at = now
        held.save(update_fields=["withdrawn_at"])
    for meeting in upcoming_meetings(old, now):
        if not meeting.has_begun(now):
            cancel_meeting(meeting, now)
    joining.done_at = now
    joining.save(update_fields=["done_at"])
    for person in told:
        letters.put(f"sets_joined:{joining.pk}:{person.pk}", "sets_joined", person, about=joining.pk)


def _invite(joining: Joining, new: LearningSet, person: Person, host: Person, now: datetime) -> None:
    """A place in the other set, and the invitation into it. Whoever says no has left nothing behind."""
    asked = Invitation.objects.filter(
        learning_set=new, person=person, accepted_at=None, declined_at=None, withdrawn_at=None
    )
    invitation = asked.first() or new_invitation(new, person, Role.MEMBER, host, now)
    send(invitation, now)
    for application in Application.objects.filter(programme=joining.into.programme_id, person=person):
        application.placements.filter(ended_at=None).update(ended_at=now)
        Placement.objects.create(
            application=application, programme_set=joining.into, placed_at=now, pinned_at=now
        )


def _refuse_what_does_not_fit(leaving: ProgrammeSet, into: ProgrammeSet) -> None:
    if not (leaving.learning_set_id and into.learning_set_id) or leaving.programme_id != into.programme_id:
        raise Refused("Choose two sets of this programme that have begun")
    ahead = Joining.objects.filter(leaving=into, ended_at=None)
    if ahead.exists():
        raise Refused(TAKEN)
    if not (_leaders(leaving) and _leaders(into)):
        raise Refused("Each of the two needs a facilitator who has said yes, to be asked")
    together = members_of([leaving])[leaving.pk] | expected_in([into])[into.pk]
    if len(together) > leaving.programme.most_people:
        raise Refused("Together they are more people than a set may have")


def _leaders(planned: ProgrammeSet) -> list[Person]:
    current = Membership.objects.filter(learning_set=planned.learning_set_id, until_at=None)
    return [one.person for one in current.select_related("person") if one.leads_set]


def _members(learning_set: LearningSet) -> Iterable[Membership]:
    return Membership.objects.filter(learning_set=learning_set, until_at=None, role=Role.MEMBER)


def _locked(joining: Joining) -> Joining:
    found = Joining.objects.select_for_update(of=("self",)).select_related(
        "leaving__programme__host", "leaving__learning_set", "into__programme", "into__learning_set", "by"
    )
    return found.get(pk=joining.pk)
