"""What the pages of a set show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from setspace.lib import vault, words
from setspace.people.models import Letter, LetterState, Person
from setspace.programmes.models import (
    Assent,
    GroundRules,
    Invitation,
    LearningSet,
    Meeting,
    Membership,
    Role,
)

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
    def name(self) -> str:
        return self.person.name or self.person.first_name

    @property
    def state_words(self) -> str:
        return STATE_WORDS[self.state] if self.state != "member" or not self.is_facilitator else ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The ground rules in force, and who has accepted them."""

    version: GroundRules
    rules: Sequence[str]
    accepted: Sequence[Person]
    not_yet: Sequence[Person]
    is_mine: bool

    @property
    def standing(self) -> str:
        """Version 2. Everyone has accepted it."""
        if not self.not_yet:
            return f"Version {self.version.version}. Everyone has accepted it."
        waiting = words.listed([person.first_name for person in self.not_yet])
        have = "has" if len(self.not_yet) == 1 else "have"
        return f"Version {self.version.version}. {waiting} {have} not accepted it yet."


@dataclass(frozen=True, slots=True)
class SetCard:
    """A set in a list of somebody's sets."""

    learning_set: LearningSet
    role: str
    others: Sequence[Person]
    next_meeting: Meeting | None
    is_on_now: bool

    @property
    def leads(self) -> bool:
        return self.role == Role.FACILITATOR

    @property
    def first_names(self) -> list[str]:
        return [person.first_name for person in self.others]


@dataclass(frozen=True, slots=True)
class SetView:
    """What one of its members sees of a set."""

    learning_set: LearningSet
    role: str
    seats: Sequence[Seat]
    upcoming: Sequence[Meeting]
    agreement: Agreement | None
    video_link: str
    now: datetime

    @property
    def leads(self) -> bool:
        return self.role == Role.FACILITATOR

    @property
    def facilitator(self) -> Person | None:
        return next((seat.person for seat in self.seats if seat.is_facilitator and seat.membership), None)

    @property
    def next_meeting(self) -> Meeting | None:
        return self.upcoming[0] if self.upcoming else None

    @property
    def is_today(self) -> bool:
        today = self.now.astimezone(self.learning_set.tz).date()
        return self.next_meeting is not None and self.next_meeting.on == today

    @property
    def is_on_now(self) -> bool:
        return self.next_meeting is not None and self.next_meeting.is_on(self.now)

    @property
    def movable(self) -> Sequence[Meeting]:
        """Sessions whose date the facilitator can still change."""
        return [meeting for meeting in self.upcoming if not meeting.has_begun(self.now)]


def set_view(learning_set: LearningSet, person: Person, now: datetime) -> SetView:
    """Callers have shown that the person is a member."""
    seats = seats_of(learning_set, now)
    mine = next((seat for seat in seats if seat.membership and seat.person == person), None)
    return SetView(
        learning_set=learning_set,
        role=mine.role if mine else "",
        seats=seats,
        upcoming=upcoming_meetings(learning_set, now),
        agreement=agreement_of(learning_set, person),
        video_link=video_link_for(learning_set, person),
        now=now,
    )


def members_of(learning_set: LearningSet) -> list[Membership]:
    """Current members, the facilitator first, then by name."""
    found = learning_set.memberships.filter(until_at=None).select_related("person")
    return sorted(found, key=lambda one: (not one.is_facilitator, one.person.name.casefold()))


def people_of(learning_set: LearningSet) -> list[Person]:
    return [membership.person for membership in members_of(learning_set)]


def facilitator_of(learning_set: LearningSet) -> Person | None:
    """The facilitator, or, before the invitation is answered, who is asked to be."""
    seats = seats_of(learning_set, None)
    return next((seat.person for seat in seats if seat.is_facilitator and seat.state != "declined"), None)


def seats_of(learning_set: LearningSet, now: datetime | None) -> list[Seat]:
    """Members and everybody who was asked and has neither joined nor been withdrawn."""
    members = members_of(learning_set)
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


def upcoming_meetings(learning_set: LearningSet, now: datetime) -> list[Meeting]:
    """Sessions that are not over, the next one first."""
    return [meeting for meeting in _meetings(learning_set) if not meeting.is_over(now)]


def past_meetings(learning_set: LearningSet, now: datetime) -> list[Meeting]:
    """Sessions that are over, the latest first."""
    return [meeting for meeting in reversed(_meetings(learning_set)) if meeting.is_over(now)]


def next_meeting(learning_set: LearningSet, now: datetime) -> Meeting | None:
    return next(iter(upcoming_meetings(learning_set, now)), None)


def agreement_of(learning_set: LearningSet, person: Person) -> Agreement | None:
    """The ground rules in force, opened for one of the members."""
    version = current_rules(learning_set)
    if version is None:
        return None
    rules = version.open_rules(vault.Reader(str(person.id), vault.Purpose.MEMBER_VIEW))
    agreed = set(Assent.objects.filter(ground_rules=version).values_list("person_id", flat=True))
    people = people_of(learning_set)
    return Agreement(
        version,
        rules,
        accepted=[one for one in people if one.id in agreed],
        not_yet=[one for one in people if one.id not in agreed],
        is_mine=person.id in agreed,
    )


def current_rules(learning_set: LearningSet) -> GroundRules | None:
    return learning_set.ground_rules.select_related("learning_set").order_by("-version").first()


def rules_for_invitee(invitation: Invitation) -> list[str]:
    """What an invited person is asked to accept."""
    version = current_rules(invitation.learning_set)
    if version is None:
        return []
    return version.open_rules(vault.Reader(f"invitation {invitation.id}", vault.Purpose.INVITATION))


def video_link_for(learning_set: LearningSet, person: Person) -> str:
    """Where the set meets on video. Callers have shown that the person is a member."""
    return learning_set.open_video_link(vault.Reader(str(person.id), vault.Purpose.MEMBER_VIEW))


def sets_of(person: Person, now: datetime) -> list[SetCard]:
    """The sets somebody is in, the one that meets next first."""
    cards = [_card(membership, person, now) for membership in _memberships_of(person)]
    return sorted(cards, key=_soonest_first)


def waiting_invitations(person: Person, now: datetime) -> list[Invitation]:
    """Invitations that somebody can still answer."""
    found = Invitation.objects.filter(
        person=person, accepted_at=None, declined_at=None, withdrawn_at=None, expires_at__gt=now
    )
    return list(found.select_related("learning_set", "invited_by").order_by("sent_at"))


def _memberships_of(person: Person) -> QuerySet[Membership]:
    current = Membership.objects.filter(until_at=None).select_related("person")
    planned = Meeting.objects.filter(cancelled_at=None).order_by("on", "at")
    return (
        Membership.objects.filter(person=person, until_at=None)
        .select_related("learning_set")
        .prefetch_related(
            Prefetch("learning_set__memberships", queryset=current, to_attr="current_memberships"),
            Prefetch("learning_set__meetings", queryset=planned, to_attr="planned_meetings"),
        )
    )


def _card(membership: Membership, person: Person, now: datetime) -> SetCard:
    learning_set = membership.learning_set
    memberships: list[Membership] = getattr(learning_set, "current_memberships", [])
    meetings: list[Meeting] = getattr(learning_set, "planned_meetings", [])
    others = [one.person for one in memberships if one.person_id != person.id]
    others.sort(key=lambda one: one.name.casefold())
    coming = next((meeting for meeting in meetings if not meeting.is_over(now)), None)
    is_on_now = coming is not None and coming.is_on(now)
    return SetCard(learning_set, membership.role, others, coming, is_on_now)


def _soonest_first(card: SetCard) -> tuple[bool, str, str]:
    meeting = card.next_meeting
    return (
        meeting is None,
        meeting.starts_at.isoformat() if meeting else "",
        card.learning_set.name.casefold(),
    )


def _meetings(learning_set: LearningSet) -> list[Meeting]:
    found = learning_set.meetings.filter(cancelled_at=None).order_by("on", "at")
    return list(found.select_related("learning_set"))


def _facilitator_then_members(seat: Seat) -> tuple[bool, bool, str]:
    return (not seat.is_facilitator, seat.membership is None, seat.name.casefold())


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
