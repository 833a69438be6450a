"""Who is in a set: asked, joined, gone."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from setspace.lib import tokens
from setspace.people import mails as letters
from setspace.people.changes import person_for
from setspace.people.models import Person
from setspace.programmes.changes.ground_rules import assent
from setspace.programmes.changes.telling import Refused, tell, tell_dates
from setspace.programmes.models import (
    INVITATION_DAYS,
    GroundRules,
    Invitation,
    LearningSet,
    Membership,
    Role,
)
from setspace.programmes.queries import current_rules, members_of, people_of


@dataclass(frozen=True, slots=True)
class Invitee:
    name: str
    email: str


def invite(
    learning_set: LearningSet, invitee: Invitee, by: Person, now: datetime, role: str = Role.MEMBER
) -> Invitation:
    """Asks somebody to join a set that has begun, or to look on at it. Every member is told."""
    person = person_for(invitee.email, invitee.name)
    with transaction.atomic():
        _refuse_who_is_there(learning_set, person)
        invitation = new_invitation(learning_set, person, role, by, now)
        send(invitation, now)
        tell(people_of(learning_set), "newcomer", invitation.id, now, but=by)
        return invitation


def propose(learning_set: LearningSet, person: Person, by: Person, now: datetime) -> Invitation:
    """Somebody from outside a set proposes a person. Nobody is asked before who leads the set says so.

    In a set whose facilitator has not said yes yet, the proposal waits with the other invitations.
    """
    with transaction.atomic():
        _refuse_who_is_there(learning_set, person)
        invitation = new_invitation(learning_set, person, Role.MEMBER, by, now)
        leaders = [one.person for one in members_of(learning_set) if one.leads_set]
        tell(leaders, "proposed", invitation.id, now)
        return invitation


def confirm(invitation: Invitation, by: Person, now: datetime) -> None:
    """Who leads the set says yes to a proposal: the person is asked, and every member is told."""
    with transaction.atomic():
        send(invitation, now)
        tell(people_of(invitation.learning_set), "newcomer", invitation.id, now, but=by)


def send_again(invitation: Invitation, now: datetime) -> None:
    """A new link. The one before stops working."""
    with transaction.atomic():
        send(invitation, now)


def withdraw(invitation: Invitation, now: datetime) -> None:
    """The link stops working; nobody is told."""
    invitation.withdrawn_at = now
    invitation.save(update_fields=["withdrawn_at"])


def accept_invitation(
    invitation: Invitation, person: Person, version: GroundRules, now: datetime
) -> Membership:
    """Joins the set and accepts one version of its ground rules. A facilitator's yes invites the others."""
    with transaction.atomic():
        invitation = _locked(invitation, person, now)
        if current_rules(invitation.learning_set) != version:
            raise Refused("The ground rules changed while you were reading. Please read them again")
        invitation.accepted_at = now
        invitation.save(update_fields=["accepted_at"])
        membership = Membership.objects.create(
            learning_set=invitation.learning_set, person=person, role=invitation.role, from_at=now
        )
        assent(version, person, now)
        tell_dates(person, invitation.learning_set, "session_date", now)
        if membership.is_facilitator:
            for held in _open_invitations(invitation.learning_set).filter(sent_at=None):
                send(held, now)
        return membership


def decline_invitation(invitation: Invitation, person: Person, now: datetime) -> None:
    """No, thank you. The facilitator is told that, and nothing else; of a facilitator’s no, who asked."""
    with transaction.atomic():
        invitation = _locked(invitation, person, now)
        invitation.declined_at = now
        invitation.save(update_fields=["declined_at"])
        told = [one.person for one in members_of(invitation.learning_set) if one.leads_set]
        if invitation.role == Role.FACILITATOR:
            told = [invitation.invited_by]
        tell(told, "declined", invitation.id, now)


def end_membership(membership: Membership, now: datetime) -> None:
    """From now on the set is closed to this person; the room asks at every command and every second."""
    if membership.is_facilitator and not _another_facilitator(membership):
        raise Refused("A set needs a facilitator, and you are the only one")
    if membership.keeps_set:
        raise Refused("You look after the dates and people. Let another member do so first, under People")
    with transaction.atomic():
        membership.until_at = now
        membership.save(update_fields=["until_at"])
        tell([membership.person], "membership_ended", membership.id, now)
        tell_dates(membership.person, membership.learning_set, "session_taken_out", now)


def pass_keeping(to: Membership, now: datetime) -> None:
    """Another member looks after the dates and people of a set that facilitates itself."""
    with transaction.atomic():
        current = to.learning_set.memberships.select_for_update().filter(until_at=None)
        if not current.filter(id=to.id, role=Role.MEMBER).exists():
            raise Refused("Choose a member of this set")
        current.filter(keeps_at__isnull=False).update(keeps_at=None)
        current.filter(id=to.id).update(keeps_at=now)
        tell([to.person], "keeping_passed", to.id, now)


def new_invitation(
    learning_set: LearningSet, person: Person, role: str, by: Person, now: datetime
) -> Invitation:
    return Invitation.objects.create(
        learning_set=learning_set, person=person, role=role, invited_by=by, made_at=now
    )


def send(invitation: Invitation, now: datetime) -> None:
    token = tokens.new_token()
    invitation.token_hash = tokens.digest(token)
    invitation.sent_at = now
    invitation.expires_at = now + timedelta(days=INVITATION_DAYS)
    invitation.save(update_fields=["token_hash", "sent_at", "expires_at"])
    key = f"invitation:{invitation.id}:{invitation.token_hash[:16]}"
    letters.put(key, "invitation", invitation.person, about=invitation.id, payload={"token": token})


def _refuse_who_is_there(learning_set: LearningSet, person: Person) -> None:
    if learning_set.memberships.filter(person=person, until_at=None).exists():
        raise Refused(f"{person.name} is in this set already")
    if _open_invitations(learning_set).filter(person=person).exists():
        raise Refused(f"{person.name} is invited already. You can send the invitation again")


def _open_invitations(learning_set: LearningSet) -> QuerySet[Invitation]:
    found = learning_set.invitations.select_related("person", "learning_set")
    return found.filter(accepted_at=None, declined_at=None, withdrawn_at=None)


def _locked(invitation: Invitation, person: Person, now: datetime) -> Invitation:
    """The invitation as it stands, held until the transaction ends."""
    found = Invitation.objects.select_for_update().get(id=invitation.id)
    if not found.is_open or found.person_id != person.id or found.has_expired(now):
        raise Refused("This invitation can’t be answered any more. Ask the facilitator for a new one")
    return found


def _another_facilitator(membership: Membership) -> bool:
    others = membership.learning_set.memberships.filter(role=Role.FACILITATOR, until_at=None)
    return others.exclude(id=membership.id).exists()
