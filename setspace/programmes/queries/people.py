"""Who is in a set, and who has been asked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from setspace.people.models import Letter, LetterState, Person
from setspace.programmes.models import Invitation, LearningSet, Membership, Role

STATE_WORDS = {
    "member": "Member",
    "invited": "Invited",
    "held": "Asked once the facilitator says yes",
    "expired": "Invitation has run out",
    "returned": "Our letter did not arrive. Check the address, or send it again",
    "declined": "Said no, thank you",
}


@dataclass(frozen=True, slots=True)
class Seat:
    """One line of a set's people: a member, or somebody who has been asked."""

    person: Person
    role: str
    membership: Membership | None = None
    invitation: Invitation | None = None
    state: str = "member"

    @property
    def is_facilitator(self) -> bool:
        return self.role == Role.FACILITATOR

    @property
    def is_observer(self) -> bool:
        return self.role == Role.OBSERVER

    @property
    def keeps_set(self) -> bool:
        return self.membership is not None and self.membership.keeps_set

    @property
    def name(self) -> str:
        return self.person.name or self.person.first_name

    @property
    def state_words(self) -> str:
        is_named = self.is_facilitator or self.is_observer
        return "" if self.state == "member" and is_named else STATE_WORDS[self.state]


def seats_of(learning_set: LearningSet, now: datetime | None) -> list[Seat]:
    """Everybody who belongs to a set, and who was asked and has neither joined nor been withdrawn."""
    members = everyone_of(learning_set)
    seated = {membership.person_id for membership in members}
    asked = learning_set.invitations.filter(accepted_at=None, withdrawn_at=None).select_related("person")
    latest: dict[UUID, Invitation] = {one.person_id: one for one in asked.order_by("made_at")}
    returned = _returned(list(latest.values()))
    invited = [
        Seat(one.person, one.role, invitation=one, state=_state_of(one, now, one.id in returned))
        for one in latest.values()
        if one.person_id not in seated
    ]
    seats = [Seat(one.person, one.role, membership=one) for one in members] + invited
    return sorted(seats, key=_facilitator_then_members)


def members_of(learning_set: LearningSet) -> list[Membership]:
    """Current members, the facilitator first, then by name. Observers are none."""
    return [membership for membership in everyone_of(learning_set) if not membership.is_observer]


def everyone_of(learning_set: LearningSet) -> list[Membership]:
    """Current members, the facilitator first, then by name, and last those who look on."""
    found = learning_set.memberships.filter(until_at=None).select_related("person")
    return sorted(found, key=_in_order)


def people_of(learning_set: LearningSet) -> list[Person]:
    return [membership.person for membership in members_of(learning_set)]


def facilitator_of(learning_set: LearningSet) -> Person | None:
    """The facilitator, or, before the invitation is answered, who is asked to be.

    In a set that facilitates itself it is who looks after its dates and people.
    """
    seats = seats_of(learning_set, None)
    leads = [seat for seat in seats if seat.is_facilitator and seat.state != "declined"]
    keeps = [seat for seat in seats if seat.keeps_set]
    return next((seat.person for seat in leads + keeps), None)


def _in_order(membership: Membership) -> tuple[bool, bool, str]:
    return (not membership.is_facilitator, membership.is_observer, membership.person.name.casefold())


def _facilitator_then_members(seat: Seat) -> tuple[bool, bool, bool, str]:
    is_asked = seat.membership is None
    return (not seat.is_facilitator, is_asked, seat.is_observer, seat.name.casefold())


def _returned(invitations: list[Invitation]) -> set[UUID | None]:
    """Those whose latest letter a mail server refused, or perhaps never got."""
    letters = Letter.objects.filter(purpose="invitation", about__in=[one.id for one in invitations])
    latest = {letter.about: letter.state for letter in letters.order_by("put_at")}
    lost = (LetterState.REFUSED, LetterState.UNKNOWN)
    return {about for about, state in latest.items() if state in lost}


def _state_of(invitation: Invitation, now: datetime | None, has_returned: bool) -> str:
    if invitation.declined_at:
        return "declined"
    if invitation.sent_at is None:
        return "held"
    if now is not None and invitation.has_expired(now):
        return "expired"
    return "returned" if has_returned else "invited"
