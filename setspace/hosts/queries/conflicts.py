"""Conflicts of interest: for whoever was told, in words; for organisers, that a set is to be formed again."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from setspace.hosts.models import Application, Conflict, Placement, Programme, ProgrammeSet, Verdict
from setspace.lib.vault import Reader
from setspace.people.models import Person
from setspace.programmes.models import Membership, Role


@dataclass(frozen=True, slots=True)
class Told:
    """One conflict, for the facilitator who was told."""

    conflict: Conflict
    words: str
    company: Sequence[Application]  # whom they would share the set with

    @property
    def person(self) -> Person:
        return self.conflict.place.application.person

    @property
    def answered(self) -> str:
        """What they have said to the set itself."""
        place = self.conflict.place
        if place.declined_at:
            return "has said no to the set"
        return "has said yes to the set" if place.agreed_at else "has not said yes or no to the set yet"


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """A set that its facilitator asks to have formed again. Why, nobody else learns."""

    planned: ProgrammeSet
    by: str


def holder_of(planned: ProgrammeSet) -> Person | None:
    """Who facilitates a set: who holds it, or until somebody does who is to."""
    held = Membership.objects.filter(learning_set=planned.learning_set_id, until_at=None)
    found = held.filter(role=Role.FACILITATOR).select_related("person").order_by("from_at").first()
    return found.person if found and planned.learning_set_id else planned.facilitator


def conflicts_told(planned: ProgrammeSet, to: Person) -> list[Conflict]:
    """Those of one set that were told to this person, not answered ones first."""
    found = Conflict.objects.filter(place__programme_set=planned, told_to=to)
    found = found.select_related("place__application__person")
    return sorted(found, key=lambda one: (one.verdict != "", one.told_at))


def conflict_of(place: Placement) -> Conflict | None:
    """What somebody told of their place, for their own page."""
    return Conflict.objects.filter(place=place).select_related("told_to").first()


def told(conflict: Conflict, reader: Reader) -> Told:
    return Told(conflict, conflict.open_words(reader), company_in(conflict.place))


def company_in(place: Placement) -> list[Application]:
    others = Application.objects.filter(
        placements__programme_set=place.programme_set_id, placements__ended_at=None
    )
    found = others.exclude(pk=place.application_id).select_related("person")
    return list(found.order_by("person__name").distinct())


def asked_again(programme: Programme) -> list[AskedAgain]:
    """The sets whose facilitator waits for them to be formed again. It is done once anybody has moved."""
    waiting = Conflict.objects.filter(
        verdict=Verdict.AGAIN, place__programme_set__programme=programme, told_to__isnull=False
    )
    waiting = waiting.filter(place__programme_set__learning_set=None, place__ended_at=None)
    found: dict[ProgrammeSet, AskedAgain] = {}
    for one in waiting.select_related("place__programme_set", "told_to"):
        planned = one.place.programme_set
        since = Q(placed_at__gt=one.answered_at) | Q(ended_at__gt=one.answered_at)
        if one.told_to and not planned.placements.filter(since).exists():
            found[planned] = AskedAgain(planned, one.told_to.first_name)
    return list(found.values())
