"""A set that meets now. Ade facilitates; Mei, Tom, Ines and Sam are in it; Ruth and Charlie are not."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.test import Client

from setspace.core.process.commands import Command, NextStage, Start
from setspace.lib import clock, vault
from setspace.people.access import BEGAN as SIGNED_IN
from setspace.people.changes import person_for
from setspace.people.models import Person
from setspace.programmes.models import LearningSet, Meeting, Membership
from setspace.room.answers import Ack, Answer
from setspace.room.asking import ask
from setspace.room.changes import open_room
from setspace.room.log import Known
from setspace.room.shelf import newest

CAST = ("Ruth Abbot", "Ade Bello", "Mei Chen", "Tom Doyle", "Ines Evora", "Sam Frost", "Charlie Grant")
PLAN = "tpas-session"


@dataclass
class Tuesday:
    """The set, its people and the meeting that is about to begin."""

    ruth: Person
    ade: Person
    mei: Person
    tom: Person
    ines: Person
    sam: Person
    charlie: Person
    learning_set: LearningSet
    meeting: Meeting

    @property
    def room(self) -> UUID:
        return self.meeting.pk

    @property
    def known(self) -> Known:
        known = newest(self.room)
        assert known is not None
        return known

    def opened(self) -> "Tuesday":
        open_room(self.meeting, clock.now())
        return self

    def started(self) -> "Tuesday":
        self.opened()
        assert isinstance(self.ask(self.ade, Start()), Ack)
        return self

    def ask(
        self, person: Person | str, command: Command, command_id: UUID | None = None, now: int | None = None
    ) -> Answer:
        by = person if isinstance(person, str) else str(person.pk)
        return ask(self.room, by, command, command_id or uuid4(), now=now)

    def next_stage(self, now: int | None = None) -> Answer:
        return self.ask(self.ade, NextStage(len(self.known.state.visits)), now=now)

    def move_to(self, title: str) -> None:
        """Press next until this stage is on."""
        while (step := self.known.state.step) is None or step.title != title:
            assert isinstance(self.next_stage(), Ack)

    def membership(self, person: Person) -> Membership:
        return Membership.objects.get(learning_set=self.learning_set, person=person, until_at=None)

    def remove(self, person: Person) -> None:
        Membership.objects.filter(pk=self.membership(person).pk).update(until_at=clock.now())


def new_tuesday(begins_in: timedelta = timedelta(minutes=5), name: str = "Tuesday set") -> Tuesday:
    people = {
        one.split()[0].lower(): person_for(f"{one.split()[0].lower()}@example.org", one) for one in CAST
    }
    now = clock.now()
    learning_set = LearningSet(name=name, plan=PLAN, created_at=now, created_by=people["ruth"])
    vault.make_key(learning_set.owner)
    learning_set.save(force_insert=True)
    for one in ("ade", "mei", "tom", "ines", "sam"):
        join(learning_set, people[one], "facilitator" if one == "ade" else "member")
    return Tuesday(**people, learning_set=learning_set, meeting=new_meeting(learning_set, now + begins_in))


def join(learning_set: LearningSet, person: Person, role: str = "member") -> Membership:
    return Membership.objects.create(
        learning_set=learning_set, person=person, role=role, from_at=clock.now() - timedelta(days=30)
    )


def new_meeting(learning_set: LearningSet, starts_at: datetime, number: int = 1) -> Meeting:
    local = starts_at.astimezone(learning_set.tz)
    meeting = Meeting.objects.create(
        learning_set=learning_set, number=number, plan=PLAN, on=local.date(), at=local.time()
    )
    return Meeting.objects.select_related("learning_set").get(pk=meeting.pk)


def signed_in(person: Person) -> Client:
    """A browser in which the person is signed in."""
    client = Client()
    client.force_login(person)
    session = client.session
    session[SIGNED_IN] = clock.wall().timestamp()
    session.save()
    return client


def session_of(client: Client) -> str:
    return client.session.session_key or ""
