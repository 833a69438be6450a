"""A set that has begun and has a place free: how it stands, and who could come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from setspace.core.forming.moving import broken_by
from setspace.hosts.models import Application, Level, ProgrammeSet, Proposal
from setspace.hosts.queries.board import FEWEST, Board, board_of
from setspace.hosts.queries.conflicts import holder_of
from setspace.hosts.queries.costs import costs_of, dates_said
from setspace.hosts.queries.instance import Forming
from setspace.lib import vault, words
from setspace.people.models import Person
from setspace.programmes.models import Invitation, LearningSet, Meeting, Membership, Role
from setspace.programmes.queries import hours_of
from setspace.programmes.queries.meetings import upcoming_meetings

MOST_OFFERED = 30
EARLY = 2  # sessions, before which somebody new is part of a beginning


@dataclass(frozen=True, slots=True)
class Candidate:
    application: Application
    costs: Sequence[str]

    @property
    def level(self) -> str:
        return str(Level(self.application.level).label) if self.application.level else ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """Somebody who was proposed, and what became of it."""

    application: Application
    state: str
    words: str  # of the facilitator, with the answer


@dataclass(frozen=True, slots=True)
class FreePlace:
    planned: ProgrammeSet
    facilitator: Person | None
    n_members: int
    n_asked: int
    to_come: Sequence[Meeting]
    n_held: int
    absent: Sequence[str]  # who has missed every session so far
    proposed: Sequence[Proposed]
    candidates: Sequence[Candidate]
    n_more: int

    @property
    def n_free(self) -> int:
        return max(0, self.planned.programme.most_people - self.n_members - self.n_asked)

    @property
    def title(self) -> str:
        if not self.n_free:
            return f"The {self.planned.label} is full"
        places = words.counted(self.n_free, "place is", "places are").capitalize()
        return f"{places} free in the {self.planned.label}"

    @property
    def stands(self) -> str:
        """Three members, one person asked. Two sessions held, six dates to come."""
        people = words.counted(self.n_members, "member", "members") if self.n_members else "no members"
        asked = f", {words.counted(self.n_asked, 'person', 'people')} asked" if self.n_asked else ""
        held = words.counted(self.n_held, "session", "sessions") if self.n_held else "no session"
        ahead = words.counted(len(self.to_come), "date", "dates") if self.to_come else "no dates"
        return f"{people.capitalize()}{asked}. {held.capitalize()} held, {ahead} to come."

    @property
    def is_small(self) -> bool:
        return self.n_members + self.n_asked <= FEWEST

    @property
    def is_late(self) -> bool:
        return self.n_held >= EARLY


def free_place_of(
    planned: ProgrammeSet, learning_set: LearningSet, organiser: Person, now: datetime
) -> FreePlace:
    board, facilitator = board_of(planned.programme), holder_of(planned)
    candidates = candidates_of(board, planned, now)
    hours = hours_of([learning_set])[learning_set.pk]
    here = set(_members(learning_set).values_list("person_id", flat=True))
    return FreePlace(
        planned=planned,
        facilitator=facilitator,
        n_members=len(here),
        n_asked=_asked(learning_set).count(),
        to_come=upcoming_meetings(learning_set, now),
        n_held=hours.n_sessions,
        absent=[
            one.person.name
            for one in hours.people
            if one.person.pk in here and one.n_missed and not one.n_came
        ],
        proposed=_proposed(planned, facilitator, organiser),
        candidates=candidates[:MOST_OFFERED],
        n_more=max(0, len(candidates) - MOST_OFFERED),
    )


def n_expected(learning_set: LearningSet) -> int:
    """How many are in a set, or have been asked or proposed and not answered."""
    return _members(learning_set).count() + _asked(learning_set).count()


def candidates_of(board: Board, planned: ProgrammeSet, now: datetime) -> list[Candidate]:
    """Whoever has no place; least against them first, and accepted people before the waiting list."""
    forming, said = board.forming, dates_said(planned.programme, now)
    there = forming.formed(planned)
    found = [
        Candidate(
            forming.people[who],
            costs_of(forming, planned, who, said, broken_by(forming.instance, there, who)),
        )
        for who in board.free
    ]
    return sorted(found, key=lambda one: len(one.costs))


def costs_for(forming: Forming, planned: ProgrammeSet, who: str, now: datetime) -> list[str]:
    """Of one person, for the facilitator who is asked."""
    broken = broken_by(forming.instance, forming.formed(planned), who)
    return costs_of(forming, planned, who, dates_said(planned.programme, now), broken)


def _members(learning_set: LearningSet) -> QuerySet[Membership]:
    return Membership.objects.filter(learning_set=learning_set, until_at=None, role=Role.MEMBER)


def _asked(learning_set: LearningSet) -> QuerySet[Invitation]:
    return Invitation.objects.filter(
        learning_set=learning_set, role=Role.MEMBER, accepted_at=None, declined_at=None, withdrawn_at=None
    )


def _proposed(planned: ProgrammeSet, facilitator: Person | None, organiser: Person) -> list[Proposed]:
    reader = vault.Reader(str(organiser.pk), vault.Purpose.APPLICATION)
    found = Proposal.objects.filter(programme_set=planned).select_related(
        "application__person", "invitation", "programme_set__programme__host"
    )
    by = facilitator.first_name if facilitator else "the facilitator"
    return [
        Proposed(one.application, _state(one, by), "" if one.is_open else one.open_words(reader))
        for one in found.order_by("-invitation__made_at")
    ]


def _state(one: Proposal, facilitator: str) -> str:
    invitation = one.invitation
    if invitation.accepted_at:
        return "Has joined"
    if invitation.declined_at:
        return "Said no, thank you"
    if one.is_refused:
        return f"{facilitator} said no"
    if invitation.withdrawn_at:
        return "The invitation was withdrawn"
    return "Invited" if invitation.sent_at else f"Waits for {facilitator}"
