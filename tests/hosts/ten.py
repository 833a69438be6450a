"""The ten people of the mock-up of the board: eight in two sets, two who wait, and how everybody stands."""

from dataclasses import dataclass, field

from setspace.hosts.changes.board import change_board
from setspace.hosts.changes.deciding import keep_apart
from setspace.hosts.models import Application, Programme
from setspace.hosts.queries.moves import Move, number_of
from setspace.people.changes import person_for
from setspace.people.models import Person
from tests.hosts.world import NOW, applied, homeground, housing

TUESDAY, THURSDAY = 1, 2
# Name, job, organisation, level, region, the sets they can do, the set they are in, and whether pinned there.
PEOPLE = (
    ("Amara Okafor", "Neighbourhood manager", "Alderbeck Homes", 3, "North East", (1, 2), 1, True),
    ("Joe Pritchard", "Repairs scheduler", "Fenmoor Housing", 1, "East", (1,), 1, False),
    ("Nasreen Malik", "Tenant involvement officer", "Larkfield Living", 2, "North West", (1, 2), 1, False),
    ("Tom Brackley", "Head of income", "Castlewick Council", 4, "Midlands", (1, 2), 1, True),
    ("Grace Adjei", "Caretaking team leader", "Marlhaven Trust", 1, "London", (2,), 2, False),
    ("Owen Price", "Asset manager", "Brynwell Homes", 3, "Wales", (1, 2), 2, False),
    ("Leila Farouk", "Director of customer", "Fenmoor Housing", 4, "East", (2,), 2, True),
    ("Danny Walsh", "Support worker", "Oxley Gate Homes", 1, "North West", (2,), 2, False),
    ("Keziah Brown", "Lettings officer", "Marlhaven Trust", 2, "London", (1,), 0, False),
    ("Stephen Loughlin", "Voids supervisor", "Oxley Gate Homes", 3, "North West", (1, 2), 0, False),
)


@dataclass
class Ten:
    programme: Programme
    by: Person
    people: dict[str, Application] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"/programmes/{self.programme.pk}/board/"

    def id(self, first_name: str) -> str:
        return str(self.people[first_name].pk)

    def set_of(self, first_name: str) -> int:
        """The number of the set somebody is in; 0 for whoever has no place."""
        place = self.people[first_name].placements.filter(ended_at=None).first()
        return place.programme_set.number if place else 0


def ten_people(by: Person) -> Ten:
    """Sets of four or five, as ten people in two sets need."""
    programme = housing(homeground(by))
    programme.least_people, programme.most_people = 4, 5
    programme.save()
    ten = Ten(programme, by)
    for name, job, organisation, level, region, sets, number, is_pinned in PEOPLE:
        one = applied(programme, name, organisation)
        one.person = person_for(f"{name.lower().replace(' ', '.')}@example.org", name)  # no one of the cast
        one.job, one.level, one.region, one.accepted_at = job, level, region, NOW
        one.save()
        one.set_answers.exclude(programme_set__number__in=sets).delete()
        ten.people[name.split()[0]] = one
        if number:
            planned = programme.sets.get(number=number)
            move = Move(one.pk, None, False, planned.pk, is_pinned)
            change_board(programme, number_of(programme), "moved", [move], by, NOW)
    keep_apart(ten.people["Joe"], ten.people["Leila"])
    return ten
