"""A programme as the forming of sets reads it: each planned set is a slot with room for one set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from setspace.core.forming.model import (
    WEIGHTS,
    Applicant,
    Attribute,
    Facilitator,
    FormedSet,
    Instance,
    Pair,
    Size,
    Slot,
    pair,
)
from setspace.core.forming.model import Programme as Terms
from setspace.hosts.models import (
    Application,
    DateAnswer,
    KeptApart,
    Placement,
    Programme,
    ProgrammeSet,
    SetAnswer,
)
from setspace.hosts.queries.naming import BoardNames
from setspace.hosts.queries.places import places_that_hold

# Where people stand, in which sector and where: nothing that the law protects is ever mixed by.
MIXED = (
    Attribute("level", True, 40, 4),
    Attribute("region", False, 30, 1),
    Attribute("sector", False, 30, 1),
)
POINTS = {"with": 20, "repeats": 30, "alone": 0, "aim_alone": 0, "slot2": 10, "size": 5}
ACCEPTED_FIRST = 1000  # an accepted person gets a place before anybody on the waiting list


@dataclass(frozen=True)
class Forming:
    """The rows of a programme’s board, read once, and the instance they make."""

    programme: Programme
    sets: Sequence[ProgrammeSet]
    people: Mapping[str, Application]
    places: Mapping[str, Placement]
    instance: Instance
    unsaid: frozenset[str]  # who has said of no set whether they can do it

    @cached_property
    def names(self) -> BoardNames:
        return BoardNames(self.people, self.sets)

    @cached_property
    def _apart(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one, other in sorted(self.instance.not_with):
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
        return found

    def apart_from(self, who: str) -> list[str]:
        """Those placed in other sets with whom this person, who has a place, is not to share one."""
        here = self.places[who].programme_set_id
        return [
            one
            for one in self._apart.get(who, ())
            if one in self.places and self.places[one].programme_set_id != here
        ]

    def formed(self, planned: ProgrammeSet) -> FormedSet:
        """The set as it stands on the board."""
        name = str(planned.pk)
        members = tuple(who for who, place in self.places.items() if str(place.programme_set_id) == name)
        return FormedSet(name, name, _facilitator_id(planned), language_of(planned.language), members)


def forming_of(programme: Programme) -> Forming:
    """Who has been accepted or waits, in as many queries however many they are."""
    sets = list(programme.sets.select_related("facilitator", "learning_set"))
    found = Application.objects.filter(programme=programme, withdrawn_at=None, declined_at=None)
    found = found.filter(Q(accepted_at__isnull=False) | Q(waiting_at__isnull=False), sent_at__isnull=False)
    people = {str(one.pk): one for one in found.select_related("person")}
    places = {
        str(one.application_id): one
        for one in places_that_hold(programme)
        if str(one.application_id) in people
    }
    wishes = _wishes(programme)
    instance = Instance(
        name=str(programme.pk),
        programme=_terms(programme, sets),
        applicants=_applicants(programme, sets, people, wishes),
        facilitators=_facilitators(sets),
        not_with=_apart(programme, people),
        wishes=frozenset(),
        repeats=frozenset(),
    )
    return Forming(programme, sets, people, places, instance, frozenset(people.keys() - wishes.keys()))


def language_of(code: str) -> str:
    """en, for en-gb: whoever works in one kind of English works in another."""
    return code.strip().lower().partition("-")[0]


def _terms(programme: Programme, sets: Sequence[ProgrammeSet]) -> Terms:
    least, most = programme.least_people, programme.most_people
    return Terms(
        size=Size(least, most, most, 1),
        max_sets=None,
        max_per_org=programme.most_of_an_organisation,
        slots={str(one.pk): _slot(one) for one in sets},
        attributes=MIXED,
        alone=(),
        weights={name: POINTS[name] for name in WEIGHTS},
    )


def _slot(planned: ProgrammeSet) -> Slot:
    offers = frozenset(filter(None, (one.strip() for one in planned.offers.split(","))))
    return Slot(str(planned.pk), planned.label, 0 if planned.learning_set_id else 1, offers)


def _wishes(programme: Programme) -> dict[str, dict[str, int]]:
    """For each who has said so, the sets they can do: 0 gladly, 1 if need be."""
    rows = SetAnswer.objects.filter(application__programme=programme)
    found: dict[str, dict[str, int]] = {}
    for who, where, gladly in rows.values_list("application_id", "programme_set_id", "is_preferred"):
        found.setdefault(str(who), {})[str(where)] = 0 if gladly else 1
    return found


def _applicants(
    programme: Programme,
    sets: Sequence[ProgrammeSet],
    people: Mapping[str, Application],
    wishes: Mapping[str, Mapping[str, int]],
) -> dict[str, Applicant]:
    cannot, anywhere = _cannot_come(programme), {str(one.pk): 1 for one in sets}
    return {
        who: _applicant(one, programme, wishes.get(who, anywhere), cannot.get(who, set()))
        for who, one in sorted(people.items())
    }


def _applicant(
    one: Application, programme: Programme, slots: Mapping[str, int], cannot: set[str]
) -> Applicant:
    spoken = one.languages or programme.language
    return Applicant(
        id=str(one.pk),
        org=organisation_key(one.organisation) or f"of {one.pk}",
        slots={slot: wish for slot, wish in slots.items() if slot not in cannot},
        needs=frozenset(),
        languages=frozenset(language_of(word) for word in spoken.split(",") if word.strip()),
        aims=frozenset(),
        priority=one.priority + (ACCEPTED_FIRST if one.accepted_at else 0),
        is_what={"level": one.level or 3, "region": one.region, "sector": one.sector},
    )


def organisation_key(name: str) -> str:
    """The same for Fenmoor Housing and for fenmoor  housing; empty where none is named."""
    return " ".join(name.casefold().split())


def _cannot_come(programme: Programme) -> dict[str, set[str]]:
    """For each applicant the sets of which they have said no to a date."""
    rows = DateAnswer.objects.filter(application__programme=programme, can_come=False)
    found: dict[str, set[str]] = {}
    for who, where in rows.values_list("application_id", "programme_date__programme_set_id"):
        found.setdefault(str(who), set()).add(str(where))
    return found


def _facilitators(sets: Sequence[ProgrammeSet]) -> dict[str, Facilitator]:
    """One for each person who facilitates, and one that stands in for each who is not found yet."""
    found: dict[str, Facilitator] = {}
    for planned in sets:
        name, slot = _facilitator_id(planned), str(planned.pk)
        before = found.get(name)
        slots = frozenset({slot}) | (before.slots if before else frozenset())
        tongues = frozenset({language_of(planned.language)}) | (before.languages if before else frozenset())
        org = organisation_key(planned.facilitator_organisation) or (before.org if before else f"of {name}")
        found[name] = Facilitator(name, org, slots, len(slots), tongues, frozenset())
    return found


def _facilitator_id(planned: ProgrammeSet) -> str:
    return f"person {planned.facilitator_id}" if planned.facilitator_id else f"nobody yet {planned.pk}"


def _apart(programme: Programme, people: Mapping[str, Application]) -> frozenset[Pair]:
    rows = KeptApart.objects.filter(programme=programme).values_list("one_id", "other_id")
    return frozenset(
        pair(str(one), str(other)) for one, other in rows if {str(one), str(other)} <= people.keys()
    )
