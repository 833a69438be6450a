"""Two sets that could go on as one: which way disturbs least, and what it costs in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from setspace.core.forming.joining import Union, union_of, unions
from setspace.hosts.models import Joining, JoiningWord, Programme, ProgrammeSet
from setspace.hosts.queries.board import FEWEST
from setspace.hosts.queries.costs import DatesSaid, costs_of, dates_said
from setspace.hosts.queries.instance import Forming, forming_of
from setspace.lib import vault, words
from setspace.people.models import Person
from setspace.programmes.models import Invitation, Membership, Role
from setspace.programmes.queries.meetings import upcoming_meetings

MOST_OFFERED = 6
People = Mapping[UUID, set[UUID]]


@dataclass(frozen=True, slots=True)
class Way:
    """All members of one set into another."""

    leaving: ProgrammeSet
    into: ProgrammeSet
    moving: Sequence[str]  # first names
    n_after: int
    costs: Sequence[str]

    @property
    def key(self) -> str:
        return f"{self.leaving.pk} {self.into.pk}"

    @property
    def title(self) -> str:
        return f"The {self.leaving.label} joins the {self.into.label}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A joining that was proposed, and who has answered."""

    joining: Joining
    state: str
    words: Sequence[tuple[str, str]]  # of each facilitator, with the answer


def ways_of(programme: Programme, now: datetime) -> list[Way]:
    """Of sets that have begun, each two of which one is small and that fit together. The best is first."""
    forming, said = forming_of(programme), dates_said(programme, now)
    going = _going_on(programme, forming.sets, now)
    members, expected = members_of(list(going.values())), expected_in(list(going.values()))
    found = [
        one
        for one in unions(forming.instance, [forming.formed(planned) for planned in going.values()])
        if _is_wanted(one, members, expected, programme)
    ]
    return [_way(forming, going, one, said) for one in found[:MOST_OFFERED]]


def way_of(joining: Joining, now: datetime) -> Way:
    """What one joining would bring, as things stand."""
    leaving, into = joining.leaving, joining.into
    forming, said = forming_of(leaving.programme), dates_said(leaving.programme, now)
    union = union_of(forming.instance, forming.formed(leaving), forming.formed(into))
    named = {str(leaving.pk): leaving, str(into.pk): into}
    return _way(forming, named, union, said)


def members_of(sets: Sequence[ProgrammeSet]) -> People:
    """For each planned set that has begun the people who are its members now."""
    rows = Membership.objects.filter(until_at=None, role=Role.MEMBER)
    return _people(sets, rows.filter(learning_set__in=[one.learning_set_id for one in sets]))


def expected_in(sets: Sequence[ProgrammeSet]) -> People:
    """Its members, and those who have been asked or proposed and have not answered."""
    open_ones = Invitation.objects.filter(accepted_at=None, declined_at=None, withdrawn_at=None)
    here = open_ones.filter(learning_set__in=[one.learning_set_id for one in sets], role=Role.MEMBER)
    members, asked = members_of(sets), _people(sets, here)
    return {pk: members[pk] | asked[pk] for pk in members}


def asked_of(programme: Programme, organiser: Person) -> list[Asked]:
    reader = vault.Reader(str(organiser.pk), vault.Purpose.APPLICATION)
    found = Joining.objects.filter(leaving__programme=programme).select_related(
        "leaving__programme__host", "into", "refused_by"
    )
    said = JoiningWord.objects.filter(joining__in=found, said_at__isnull=False, words_sealed__isnull=False)
    words_of: dict[UUID, list[tuple[str, str]]] = {}
    for one in said.select_related("person", "joining__leaving__programme__host").order_by("said_at"):
        words_of.setdefault(one.joining_id, []).append((one.person.first_name, one.open_words(reader)))
    return [Asked(one, _state(one), words_of.get(one.pk, ())) for one in found]


def typed(joining: Joining, person: Person) -> str:
    """What one facilitator has typed so far, for that facilitator."""
    found = JoiningWord.objects.filter(joining=joining, person=person).first()
    reader = vault.Reader(str(person.pk), vault.Purpose.APPLICATION)
    return found.open_words(reader) if found else ""


def joined_into(sets: Sequence[ProgrammeSet]) -> dict[UUID, str]:
    """For each set that has joined another, the name of that one."""
    done = Joining.objects.filter(leaving__in=sets, done_at__isnull=False).select_related("into")
    return {one.leaving_id: one.into.label for one in done}


def _going_on(
    programme: Programme, sets: Sequence[ProgrammeSet], now: datetime
) -> Mapping[str, ProgrammeSet]:
    """Sets that have begun, have dates to come, and neither join another nor have joined one."""
    open_ones = Joining.objects.filter(leaving__programme=programme, ended_at=None)
    busy = {
        pk
        for one in open_ones
        for pk in ((one.leaving_id,) if one.done_at else (one.leaving_id, one.into_id))
    }
    return {
        str(one.pk): one
        for one in sets
        if one.learning_set and one.pk not in busy and upcoming_meetings(one.learning_set, now)
    }


def _is_wanted(one: Union, members: People, expected: People, programme: Programme) -> bool:
    leaving, into = UUID(one.leaving.id), UUID(one.into.id)
    is_small = 0 < min(len(members[leaving]), len(members[into])) <= FEWEST
    return is_small and len(members[leaving] | expected[into]) <= programme.most_people


def _way(forming: Forming, sets: Mapping[str, ProgrammeSet], one: Union, said: DatesSaid) -> Way:
    leaving, into = sets[one.leaving.id], sets[one.into.id]
    moving = sorted(one.leaving.members, key=lambda who: forming.people[who].person.name)
    costs = [line for who in moving for line in costs_of(forming, into, who, said, one.broken.get(who, ()))]
    names = [forming.people[who].person.first_name for who in moving]
    n_after = len(members_of([leaving])[leaving.pk] | expected_in([into])[into.pk])
    return Way(leaving, into, names, n_after, list(dict.fromkeys(costs)))


def _people(
    sets: Sequence[ProgrammeSet], rows: QuerySet[Membership] | QuerySet[Invitation]
) -> dict[UUID, set[UUID]]:
    by_set = {one.learning_set_id: one.pk for one in sets if one.learning_set_id}
    found: dict[UUID, set[UUID]] = {one.pk: set() for one in sets}
    for where, who in rows.values_list("learning_set_id", "person_id"):
        found[by_set[where]].add(who)
    return found


def _state(one: Joining) -> str:
    if one.done_at:
        return "They have joined"
    if one.refused_by:
        return f"{one.refused_by.first_name} said no"
    if one.ended_at:
        return "Taken back"
    waiting = [
        f"the facilitator of the {planned.label}"
        for planned, at in ((one.leaving, one.leaving_yes_at), (one.into, one.into_yes_at))
        if at is None
    ]
    return f"Waits for {words.listed(waiting)}"
