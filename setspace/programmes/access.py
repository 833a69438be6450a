"""The only way to a set or a session. "None" and "not yours" have the same answer."""

from typing import Literal
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from setspace.lib.tokens import digest
from setspace.people.models import Person
from setspace.programmes.models import Invitation, LearningSet, Meeting, Membership

Somebody = Person | AnonymousUser


def person_of(request: HttpRequest) -> Person:
    """Who is asking, behind a view that lets only the signed in pass."""
    assert isinstance(request.user, Person)
    return request.user


def set_for(person: Somebody, set_id: UUID) -> LearningSet:
    """The set, for its current members."""
    return _membership(person, set_id).learning_set


def set_led_by(person: Somebody, set_id: UUID) -> LearningSet:
    """The set, for its facilitator."""
    membership = _membership(person, set_id)
    if not membership.is_facilitator:
        raise Http404
    return membership.learning_set


def meeting_for(person: Somebody, meeting_id: UUID) -> Meeting:
    """The session, for current members of its set."""
    meeting = Meeting.objects.select_related("learning_set").filter(id=meeting_id).first()
    if meeting is None or role_in(person, meeting.learning_set) is None:
        raise Http404
    return meeting


def meeting_led_by(person: Somebody, meeting_id: UUID) -> Meeting:
    """The session, for the facilitator of its set."""
    meeting = meeting_for(person, meeting_id)
    if role_in(person, meeting.learning_set) != "facilitator":
        raise Http404
    return meeting


def membership_for(person: Somebody, membership_id: UUID) -> Membership:
    """A current membership, for the member and for the facilitator of the set."""
    current = Membership.objects.select_related("person", "learning_set").filter(until_at=None)
    membership = current.filter(id=membership_id).first()
    if membership is None:
        raise Http404
    if membership.person_id != person.pk and role_in(person, membership.learning_set) != "facilitator":
        raise Http404
    return membership


def open_invitation_led_by(person: Somebody, invitation_id: UUID) -> Invitation:
    """An invitation that nobody has answered, for the facilitator of its set."""
    invitation = Invitation.objects.select_related("learning_set", "person").filter(id=invitation_id).first()
    if invitation is None or not invitation.is_open:
        raise Http404
    if role_in(person, invitation.learning_set) != "facilitator":
        raise Http404
    return invitation


def invitation_by(token: str) -> Invitation | None:
    """The invitation that a link opens. Knowing the link is not enough to accept it."""
    found = Invitation.objects.select_related("learning_set", "person", "invited_by")
    return found.filter(token_hash=digest(token)).first()


def role_in(person: Somebody, learning_set: LearningSet) -> Literal["facilitator", "member"] | None:
    """What a person is in a set now."""
    membership = _current(person).filter(learning_set=learning_set).first()
    if membership is None:
        return None
    return "facilitator" if membership.is_facilitator else "member"


def _membership(person: Somebody, set_id: UUID) -> Membership:
    membership = _current(person).filter(learning_set_id=set_id).first()
    if membership is None:
        raise Http404
    return membership


def _current(person: Somebody) -> QuerySet[Membership]:
    """The sets somebody is in now. Nobody in particular is in none."""
    current = Membership.objects.select_related("learning_set").filter(until_at=None)
    return current.filter(person=person) if isinstance(person, Person) else current.none()
