"""The only way to a set or a session. "None" and "not yours" have the same answer."""

from typing import Literal
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest

from setspace.lib.tokens import digest
from setspace.people.models import Person
from setspace.programmes.models import Invitation, LearningSet, Meeting, Membership, OwnFormat, Poll, Role

Somebody = Person | AnonymousUser


def person_of(request: HttpRequest) -> Person:
    """Who is asking, behind a view that lets only the signed in pass."""
    assert isinstance(request.user, Person)
    return request.user


def set_for(person: Somebody, set_id: UUID) -> LearningSet:
    """The set, for its current members. Whoever looks on as an observer is none of them."""
    return _membership(person, set_id).learning_set


def set_agreed_by(person: Somebody, set_id: UUID) -> LearningSet:
    """The set, for everybody who accepts its ground rules: its members, and its observers too."""
    membership = _current(person, observers=True).filter(learning_set_id=set_id).first()
    if membership is None:
        raise Http404
    return membership.learning_set


def set_been_in(person: Somebody, set_id: UUID) -> LearningSet:
    """The set, for everybody who is or was of it, and takes along what is their own."""
    found = sets_been_in(person).filter(pk=set_id).first()
    if found is None:
        raise Http404
    return found


def sets_been_in(person: Somebody) -> QuerySet[LearningSet]:
    """The sets that somebody is or was of. Whoever only looked on was of none."""
    found = LearningSet.objects.filter(
        memberships__person=person.pk, memberships__role__in=[Role.MEMBER, Role.FACILITATOR]
    )
    return found.order_by("name", "pk").distinct()


def set_led_by(person: Somebody, set_id: UUID) -> LearningSet:
    """The set, for its facilitator, or for who looks after one that facilitates itself."""
    membership = _membership(person, set_id)
    if not membership.leads_set:
        raise Http404
    return membership.learning_set


def meeting_for(person: Somebody, meeting_id: UUID) -> Meeting:
    """The session, for current members of its set."""
    meeting = Meeting.objects.select_related("learning_set").filter(id=meeting_id).first()
    if meeting is None or role_in(person, meeting.learning_set) is None:
        raise Http404
    return meeting


def meeting_led_by(person: Somebody, meeting_id: UUID) -> Meeting:
    """The session, for the facilitator of its set, or who looks after it."""
    meeting = meeting_for(person, meeting_id)
    if not leads(person, meeting.learning_set):
        raise Http404
    return meeting


def poll_for(person: Somebody, poll_id: UUID) -> Poll:
    """A poll for another date, for current members of the set."""
    found = Poll.objects.select_related("meeting__learning_set", "asked_by")
    poll = found.filter(id=poll_id).first()
    if poll is None or role_in(person, poll.meeting.learning_set) is None:
        raise Http404
    return poll


def poll_led_by(person: Somebody, poll_id: UUID) -> Poll:
    """A poll, for the facilitator of the set, or who looks after it."""
    poll = poll_for(person, poll_id)
    if not leads(person, poll.meeting.learning_set):
        raise Http404
    return poll


def attendance_of(person: Somebody, meeting_id: UUID) -> tuple[Meeting, Membership]:
    """A session with its room's door, for everybody who may sit in that room, observers among them."""
    meeting = Meeting.objects.select_related("learning_set").filter(id=meeting_id).first()
    found = _current(person, observers=True).filter(learning_set=meeting.learning_set_id if meeting else None)
    membership = found.select_related("person").first()
    if meeting is None or membership is None:
        raise Http404
    return meeting, membership


def membership_for(person: Somebody, membership_id: UUID) -> Membership:
    """A current membership, for whose it is and for the facilitator of the set."""
    current = Membership.objects.select_related("person", "learning_set").filter(until_at=None)
    membership = current.filter(id=membership_id).first()
    if membership is None:
        raise Http404
    if membership.person_id != person.pk and not leads(person, membership.learning_set):
        raise Http404
    return membership


def membership_to_keep(person: Somebody, membership_id: UUID) -> Membership:
    """Another member’s place, for who looks after a set that facilitates itself and passes that on."""
    membership = membership_for(person, membership_id)
    mine = _membership(person, membership.learning_set_id)
    if not mine.keeps_set or mine == membership or membership.role != Role.MEMBER:
        raise Http404
    return membership


def open_invitation_led_by(person: Somebody, invitation_id: UUID) -> Invitation:
    """An invitation that nobody has answered, for the facilitator of its set."""
    invitation = Invitation.objects.select_related("learning_set", "person").filter(id=invitation_id).first()
    if invitation is None or not invitation.is_open:
        raise Http404
    if not leads(person, invitation.learning_set):
        raise Http404
    return invitation


def invitation_by(token: str) -> Invitation | None:
    """The invitation that a link opens. Knowing the link is not enough to accept it."""
    found = Invitation.objects.select_related("learning_set", "person", "invited_by")
    return found.filter(token_hash=digest(token)).first()


def format_for(person: Somebody, key: str) -> OwnFormat:
    """A format that somebody made: for whoever made it, and once it is shared for all who facilitate."""
    found = OwnFormat.objects.select_related("owner").filter(key=key).first()
    if found is None or not isinstance(person, Person):
        raise Http404
    if found.owner_id != person.pk and not (found.is_shared and leads_a_set(person)):
        raise Http404
    return found


def own_format_of(person: Somebody, key: str) -> OwnFormat:
    """A format, for whoever made it."""
    found = format_for(person, key)
    if found.owner_id != person.pk:
        raise Http404
    return found


def leads_a_set(person: Somebody) -> bool:
    return _leading(person).exists()


def sets_led_by(person: Somebody) -> list[UUID]:
    """The sets that somebody facilitates now, or looks after where all lead in turn."""
    return list(_leading(person).values_list("learning_set_id", flat=True))


def _leading(person: Somebody) -> QuerySet[Membership]:
    return _current(person).filter(Q(role=Role.FACILITATOR) | Q(keeps_at__isnull=False))


def role_in(person: Somebody, learning_set: LearningSet) -> Literal["facilitator", "member"] | None:
    """What a person is in a set now; None for everybody else, and for who only looks on."""
    membership = _current(person).filter(learning_set=learning_set).first()
    if membership is None:
        return None
    return "facilitator" if membership.is_facilitator else "member"


def leads(person: Somebody, learning_set: LearningSet) -> bool:
    """Whether somebody facilitates a set, or looks after one that facilitates itself."""
    membership = _current(person).filter(learning_set=learning_set).first()
    return membership is not None and membership.leads_set


def _membership(person: Somebody, set_id: UUID) -> Membership:
    membership = _current(person).filter(learning_set_id=set_id).first()
    if membership is None:
        raise Http404
    return membership


def _current(person: Somebody, *, observers: bool = False) -> QuerySet[Membership]:
    """The sets somebody is in now; nobody in particular is in none. Observers look on and are in none."""
    current = Membership.objects.select_related("learning_set").filter(until_at=None)
    current = current if observers else current.exclude(role=Role.OBSERVER)
    return current.filter(person=person) if isinstance(person, Person) else current.none()
