"""Ruth starts the set; Ade facilitates; Mei, Tom, Ines and Sam are the set; Charlie must see nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from django.core import mail
from django.core.mail import EmailMessage, get_connection

from setspace.core.process.outcome import HolderPart, NotedAction, Outcome, Report, Wording
from setspace.lib import clock, vault
from setspace.people.mails import send_due
from setspace.people.models import Person
from setspace.programmes.models import LearningSet, Meeting, Membership
from setspace.records.models import Summary
from tests.cast import the_cast

BEGAN = datetime(2027, 1, 4, 9, tzinfo=UTC)
HELD = datetime(2027, 4, 27, 12, tzinfo=UTC)
AFTER = HELD + timedelta(hours=2)

QUESTIONS = {
    "Mei": "How can I be honest about the repairs we can’t do yet, and still be someone they trust?",
    "Tom": "What would it take for me to stop rescuing my team from every hard call?",
}
ISSUES = {"Mei": "The repairs we keep promising and cannot do.", "Tom": "My team brings me every hard call."}


@dataclass
class World:
    """One set with two sessions, the first of them held."""

    ruth: Person
    ade: Person
    mei: Person
    tom: Person
    ines: Person
    sam: Person
    charlie: Person
    learning_set: LearningSet
    held: Meeting
    coming: Meeting
    action_keys: dict[str, str] = field(default_factory=dict, init=False)

    @property
    def members(self) -> list[Person]:
        return [self.mei, self.tom, self.ines, self.sam]

    def part(self, person: Person, *, approved: bool = False) -> HolderPart:
        name = person.first_name
        key = self.action_keys.setdefault(name, str(uuid4()))
        return HolderPart(
            person=str(person.pk),
            issue=ISSUES[name],
            wordings=(Wording("A first wording by " + name, 1, str(person.pk)),),
            key_question=QUESTIONS[name],
            actions=(
                NotedAction(key, f"Write the letter {name} would want to get.", "by 7 May", "A line", 7),
            ),
            minutes=40.0,
            approved=approved,
        )

    def outcome(self, *, mei: bool = True, tom: bool = True) -> Outcome:
        """What the session left: Mei's and Tom's parts, approved in the room or not."""
        parts = (self.part(self.mei, approved=mei), self.part(self.tom, approved=tom))
        return Outcome(parts, (), tuple(str(one.pk) for one in self.members), (4, 5))

    def outcome_of_nothing(self, *reports: Report) -> Outcome:
        return Outcome((), reports, (), ())

    def summary(self) -> Summary:
        return Summary.objects.select_related("meeting__learning_set").get(meeting=self.held)

    def membership(self, person: Person) -> Membership:
        return Membership.objects.get(learning_set=self.learning_set, person=person, until_at=None)


def new_world() -> World:
    people = the_cast()
    learning_set = new_set(
        "Tuesday set", people["ruth"], people["ade"], [people[n] for n in ("mei", "tom", "ines", "sam")]
    )
    return World(
        **people,
        learning_set=learning_set,
        held=new_meeting(learning_set, 3, date(2027, 4, 27)),
        coming=new_meeting(learning_set, 4, date(2027, 6, 1)),
    )


def new_set(name: str, started_by: Person, facilitator: Person, members: list[Person]) -> LearningSet:
    learning_set = LearningSet(name=name, plan="tpas-session", created_at=BEGAN, created_by=started_by)
    vault.make_key(learning_set.owner)
    learning_set.save(force_insert=True)
    join(learning_set, facilitator, role="facilitator")
    for person in members:
        join(learning_set, person)
    return learning_set


def join(learning_set: LearningSet, person: Person, at: datetime = BEGAN, role: str = "member") -> Membership:
    return Membership.objects.create(learning_set=learning_set, person=person, role=role, from_at=at)


def leave(membership: Membership, at: datetime) -> None:
    membership.until_at = at
    membership.save()


def new_meeting(learning_set: LearningSet, number: int, on: date) -> Meeting:
    return Meeting.objects.create(
        learning_set=learning_set, number=number, plan="tpas-session", on=on, at=time(9, 30)
    )


def delivered() -> list[EmailMessage]:
    """Send what is due, and give the messages that arrived."""
    mail.outbox.clear()
    send_due(clock.wall(), get_connection("django.core.mail.backends.locmem.EmailBackend"))
    return list(mail.outbox)
