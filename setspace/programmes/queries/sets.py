"""A set as one of its members sees it, and the list of somebody’s sets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from setspace.people.models import Person
from setspace.programmes.models import Invitation, LearningSet, Meeting, Membership, Role
from setspace.programmes.queries.agreements import Agreement, agreement_of
from setspace.programmes.queries.meetings import upcoming_meetings, video_link_for
from setspace.programmes.queries.people import Seat, seats_of


@dataclass(frozen=True, slots=True)
class SetCard:
    """A set in a list of somebody's sets."""

    learning_set: LearningSet
    role: str
    others: Sequence[Person]
    next_meeting: Meeting | None
    is_on_now: bool
    membership: Membership

    @property
    def keeps_set(self) -> bool:
        return self.membership.keeps_set

    @property
    def is_led(self) -> bool:
        """Whether this person facilitates the set."""
        return self.role == Role.FACILITATOR

    @property
    def leads(self) -> bool:
        """Whether this person facilitates the set, or looks after one that facilitates itself."""
        return self.is_led or self.keeps_set

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
    keeps_set: bool = False

    @property
    def leads(self) -> bool:
        """Whether this person facilitates the set, or looks after one that facilitates itself."""
        return self.role == Role.FACILITATOR or self.keeps_set

    @property
    def facilitator(self) -> Person | None:
        return next((seat.person for seat in self.seats if seat.is_facilitator and seat.membership), None)

    @property
    def keeper(self) -> Person | None:
        """Who looks after the dates and people of a set that facilitates itself."""
        return next((seat.person for seat in self.seats if seat.keeps_set), None)

    @property
    def contact(self) -> Person | None:
        return self.facilitator or self.keeper

    @property
    def others(self) -> Sequence[Seat]:
        """The other members, each of whom could look after the set."""
        return [
            seat for seat in self.seats if seat.membership and seat.role == Role.MEMBER and not seat.keeps_set
        ]

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
        keeps_set=mine is not None and mine.keeps_set,
    )


def sets_of(person: Person, now: datetime) -> list[SetCard]:
    """The sets somebody is in, the one that meets next first. Those that they observe are none of them."""
    found = _memberships_of(person).exclude(role=Role.OBSERVER)
    return sorted((_card(membership, person, now) for membership in found), key=_soonest_first)


def observed_sets_of(person: Person, now: datetime) -> list[SetCard]:
    """The sets at which somebody looks on."""
    found = _memberships_of(person).filter(role=Role.OBSERVER)
    return sorted((_card(membership, person, now) for membership in found), key=_soonest_first)


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
    others = [one.person for one in memberships if one.person_id != person.id and not one.is_observer]
    others.sort(key=lambda one: one.name.casefold())
    coming = next((meeting for meeting in meetings if not meeting.is_over(now)), None)
    is_on_now = coming is not None and coming.is_on(now)
    return SetCard(learning_set, membership.role, others, coming, is_on_now, membership)


def _soonest_first(card: SetCard) -> tuple[bool, str, str]:
    meeting = card.next_meeting
    return (
        meeting is None,
        meeting.starts_at.isoformat() if meeting else "",
        card.learning_set.name.casefold(),
    )
