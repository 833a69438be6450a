"""One set with something in every confidential place, and one browser for each role."""

from dataclasses import dataclass
from datetime import time, timedelta

from django.test import Client

from setspace.core.preparing import Sheet
from setspace.core.process import catalogue
from setspace.core.process.files import course_of
from setspace.people.changes import person_for, renew_calendar
from setspace.people.mails import put
from setspace.people.models import Letter, Person
from setspace.programmes.changes.formats import take_copy
from setspace.programmes.changes.ground_rules import change_ground_rules
from setspace.programmes.changes.people import Invitee, end_membership, invite
from setspace.programmes.changes.polls import Offer, open_poll
from setspace.programmes.models import Invitation, OwnFormat, Poll
from setspace.records.changes import keep_session, keep_timing, write_log_entry, write_reflection, write_sheet
from setspace.records.models import Action, IssueSheet, Reflection
from setspace.room.practice.casting import Wanted
from setspace.room.practice.practice import Practice
from setspace.room.practice.shelf import begin
from tests.access.hosting import Hosting, new_hosting
from tests.access.mapped import Mapped, a_map
from tests.access.reflecting import Reflecting, new_reflecting
from tests.cast import client_of
from tests.records.world import HELD, World, join, new_set, new_world


@dataclass
class Scene:
    """Tuesday's set with a session behind it; Charlie leads a set of his own; Gwen left; Otto looks on."""

    world: World
    gwen: Person
    otto: Person
    invitation: Invitation
    token: str
    calendar_token: str
    action: Action
    reflection: Reflection
    entry: Reflection
    map: Mapped
    sheet: IssueSheet
    letter: Letter
    poll: Poll
    own_format: OwnFormat
    rehearsal: Practice
    hosting: Hosting
    reflecting: Reflecting

    def client(self, role: str) -> Client:
        """A browser in which somebody with this role is signed in, or nobody is."""
        people = {
            "organiser": self.world.ruth,
            "charlie": self.world.charlie,
            "gone": self.gwen,
            "observer": self.otto,
            "member": self.world.mei,
            "facilitator": self.world.ade,
            "applicant": self.hosting.offer.dev,
        }
        return client_of(people[role]) if role in people else Client()

    def values(self) -> dict[str, object]:
        """What fills the places in an address, by their names."""
        return {
            "set_id": self.world.learning_set.pk,
            "meeting_id": self.world.held.pk,
            "membership_id": self.world.membership(self.world.tom).pk,
            "invitation_id": self.invitation.pk,
            "action_id": self.action.pk,
            "reflection_id": self.reflection.pk,
            "entry_id": self.entry.pk,
            **self.map.values(),
            "sheet_id": self.sheet.pk,
            "letter_id": self.letter.pk,
            "poll_id": self.poll.pk,
            "rehearsal_id": self.rehearsal.id,
            "token": self.token,
            "calendar_token": self.calendar_token,
            "key": self.own_format.key,
            "exercise": "letters",
            **self.hosting.values(),
            **self.reflecting.values(),
        }


def new_scene() -> Scene:
    world = new_world()
    gwen, otto = person_who_left(world), person_who_looks_on(world)
    new_set("Charlie’s set", world.charlie, world.charlie, [])
    change_ground_rules(world.learning_set, ["What is said in the set stays in the set."], world.ade, HELD)
    write_sheet(world.mei, world.learning_set, Sheet({"issue": "I stay late, again."}), HELD)
    keep_session(world.held, world.outcome(mei=False), HELD)
    keep_timing(world.held, [world.ade.pk], (), HELD)
    invitation = invite(world.learning_set, Invitee("Nia Hill", "nia@example.org"), world.ade, HELD)
    reflection = write_reflection(world.mei, "I was planning my next question.", HELD)
    return Scene(
        world,
        gwen,
        otto,
        invitation,
        token=token_of(invitation),
        calendar_token=renew_calendar(world.mei, HELD),
        action=Action.objects.get(person=world.mei),
        reflection=reflection,
        sheet=IssueSheet.objects.get(person=world.mei),
        entry=write_log_entry(world.ade, "I spoke too soon.", HELD, world.held),
        map=a_map(world),
        letter=a_copy(world),
        poll=a_poll(world),
        own_format=take_copy(catalogue.formats()["tpas-40"], world.ade, HELD),
        rehearsal=a_rehearsal(world),
        hosting=new_hosting(world, HELD),
        reflecting=new_reflecting(world, reflection, HELD),
    )


def person_who_left(world: World) -> Person:
    gwen = person_for("gwen@example.org", "Gwen Ito")
    membership = join(world.learning_set, gwen)
    end_membership(membership, HELD - timedelta(days=30))
    return gwen


def person_who_looks_on(world: World) -> Person:
    otto = person_for("otto@example.org", "Otto Berg")
    join(world.learning_set, otto, role="observer")
    return otto


def a_rehearsal(world: World) -> Practice:
    """One that Ade has begun."""
    plan = catalogue.plans()["tpas-session"]
    course = course_of(plan, catalogue.formats())
    return begin(str(world.ade.pk), "Ade", Wanted(plan, course.rounds, 4, 1, (), 1, "Europe/London"))


def token_of(invitation: Invitation) -> str:
    """The link's secret, as the invited person finds it in their letter."""
    letter = Letter.objects.get(purpose="invitation", about=invitation.pk)
    return str(letter.payload["token"])


def a_poll(world: World) -> Poll:
    """Ade asks for another date of the session to come."""
    days = [world.coming.on + timedelta(days=number) for number in (7, 14)]
    offer = Offer([(day, time(9, 30)) for day in days], 3, HELD + timedelta(days=7))
    return open_poll(world.coming, offer, world.ade, HELD)


def a_copy(world: World) -> Letter:
    """Mei's copy of the summary, in the outbox."""
    put("summary:copy", "summary", world.mei, about=world.held.pk)
    return Letter.objects.get(key="summary:copy")
