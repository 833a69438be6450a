"""A set from its first day on: started, invited, joined, through the same code as any other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from setspace.core.process.events import Event
from setspace.lib import vault
from setspace.lib.dates import DAYS
from setspace.people.models import Person
from setspace.programmes.changes import Invitee, NewSet, PlannedDate, accept_invitation, start_set
from setspace.programmes.models import LearningSet, Meeting
from setspace.programmes.queries import current_rules
from setspace.room import log
from setspace.room.changes import enter
from setspace.room.queries import to_ms
from setspace.room.rehearsal.company import Company, RealRoom
from setspace.web.demo import cast


@dataclass(frozen=True, slots=True)
class Founded:
    """A set with all its people in it."""

    learning_set: LearningSet
    facilitator: Person
    members: Sequence[Person]

    @property
    def people(self) -> list[Person]:
        return [self.facilitator, *self.members]

    def first_meeting(self) -> Meeting:
        found = Meeting.objects.select_related("learning_set").filter(learning_set=self.learning_set)
        return found.order_by("on", "at")[0]

    def meeting(self, number: int, kind: str = "session") -> Meeting:
        found = Meeting.objects.select_related("learning_set").filter(learning_set=self.learning_set)
        return found.get(kind=kind, number=number)


def found_set(
    plan: str,
    members: Sequence[Invitee],
    dates: Sequence[PlannedDate],
    at: datetime,
    once_invited: Callable[[], None] = lambda: None,
    by: Invitee = cast.FACILITATOR,
) -> Founded:
    """A facilitator starts a set, and everybody says yes."""
    facilitator = introduced(by)
    for member in members:
        introduced(member)
    new = NewSet(
        name=f"{DAYS[dates[0].on.weekday()]} set",
        plan=plan,
        people=members,
        rules=cast.RULES,
        dates=dates,
        video_link="https://meet.example/tuesday-set",
    )
    learning_set = start_set(new, facilitator, at)
    once_invited()
    rules = current_rules(learning_set)
    assert rules is not None
    joined = []
    for invitee in members:
        invitation = learning_set.invitations.select_related("person", "learning_set").get(
            person__email=invitee.email
        )
        accept_invitation(invitation, invitation.person, rules, at)
        joined.append(invitation.person)
    return Founded(learning_set, facilitator, joined)


def introduced(invitee: Invitee) -> Person:
    """An invented person, always under the same id; neighbours in the cast have different colours."""
    person_id = cast.id_of(invitee)
    if not Person.objects.filter(pk=person_id).exists():
        vault.make_key(vault.Owner.of_person(person_id))
        Person.objects.create(pk=person_id, email=invitee.email, name=invitee.name)
    return Person.objects.get(pk=person_id)


def gather(founded: Founded, meeting: Meeting, at: datetime) -> RealRoom:
    """Everybody comes into the room of a meeting."""
    for person in founded.people:
        enter(meeting, person, at)
    return RealRoom(meeting.pk, Random(to_ms(at)))  # noqa: S311  the same session has the same ids


def company_of(founded: Founded, chance: Random) -> Company:
    return Company.drawn(str(founded.facilitator.pk), [str(one.pk) for one in founded.members], chance)


def history_of(meeting: Meeting) -> list[Event]:
    return log.history(meeting.pk, meeting.learning_set_id)
