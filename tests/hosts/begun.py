"""Two sets that have begun: Mei, Tom and Ines on Tuesday with Ade, Amara and Joe on Thursday with Bea."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from setspace.hosts.changes.inviting import found_set, show_set
from setspace.hosts.models import Application, Placement, Programme, ProgrammeSet
from setspace.people.changes import person_for
from setspace.people.models import Letter, Person
from setspace.programmes.changes import accept_invitation, end_membership
from setspace.programmes.models import Invitation, LearningSet, Membership
from setspace.programmes.queries import current_rules
from tests.cast import the_cast
from tests.hosts.test_board import accepted, put
from tests.hosts.world import NOW, homeground, housing

RULES = ["What is said in the set stays in the set."]
LATER = NOW + timedelta(days=3)
PEOPLE = {1: ("Mei Chen", "Tom Doyle", "Ines Evora"), 2: ("Amara Okafor", "Joe Pritchard")}


@dataclass(frozen=True)
class Begun:
    programme: Programme
    ade: Person
    bea: Person

    @property
    def tuesday(self) -> ProgrammeSet:
        return self.programme.sets.select_related("learning_set", "programme__host").get(number=1)

    @property
    def thursday(self) -> ProgrammeSet:
        return self.programme.sets.select_related("learning_set", "programme__host").get(number=2)

    def founded(self, planned: ProgrammeSet) -> LearningSet:
        assert planned.learning_set
        return planned.learning_set


def begun() -> Begun:
    """Everybody has said yes, and every letter has gone."""
    people = the_cast()
    programme = housing(homeground(people["ruth"]))
    bea = person_for("bea@example.org", "Bea Hall")
    for number, facilitator in ((1, people["ade"]), (2, bea)):
        programme.sets.filter(number=number).update(facilitator=facilitator)
        for name in PEOPLE[number]:
            put(programme, accepted(programme, name), number)
        planned = programme.sets.get(number=number)
        show_set(planned, NOW)
        Placement.objects.update(agreed_at=NOW)
        learning_set = found_set(planned, RULES, people["ruth"], NOW)
        say_yes(learning_set, facilitator)
        say_yes(learning_set, *(of(name).person for name in PEOPLE[number]))
    Letter.objects.all().delete()
    return Begun(programme, people["ade"], bea)


def of(name: str) -> Application:
    return Application.objects.get(person__name__startswith=name)


def say_yes(learning_set: LearningSet, *people: Person, now: datetime = NOW) -> None:
    rules = current_rules(learning_set)
    assert rules is not None
    for person in people:
        invitation = Invitation.objects.get(learning_set=learning_set, person=person, accepted_at=None)
        accept_invitation(invitation, person, rules, now)


def leaves(name: str, now: datetime = LATER) -> None:
    end_membership(Membership.objects.get(person__name__startswith=name, until_at=None), now)


def told() -> list[tuple[str, str]]:
    """Which letters wait, and for whom, by first name."""
    rows = Letter.objects.select_related("person").order_by("purpose", "person__name")
    return [(one.purpose, one.person.first_name if one.person else one.to_address) for one in rows]
