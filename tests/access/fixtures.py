"""One set with something in every confidential place, and one browser for each role."""

from dataclasses import dataclass
from datetime import timedelta

from django.test import Client

from setspace.people.changes import person_for
from setspace.people.mails import put
from setspace.people.models import Letter, Person
from setspace.programmes.changes.ground_rules import change_ground_rules
from setspace.programmes.changes.people import Invitee, end_membership, invite
from setspace.programmes.models import Invitation
from setspace.records.changes import keep_session, write_reflection
from setspace.records.models import Action, Reflection
from tests.cast import client_of
from tests.records.world import HELD, World, join, new_set, new_world


@dataclass
class Scene:
    """Tuesday's set with a session behind it; Charlie leads a set of his own; Gwen has left."""

    world: World
    gwen: Person
    invitation: Invitation
    token: str
    action: Action
    reflection: Reflection
    letter: Letter

    def client(self, role: str) -> Client:
        """A browser in which somebody with this role is signed in, or nobody is."""
        people = {
            "organiser": self.world.ruth,
            "charlie": self.world.charlie,
            "gone": self.gwen,
            "member": self.world.mei,
            "facilitator": self.world.ade,
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
            "letter_id": self.letter.pk,
            "token": self.token,
        }


def new_scene() -> Scene:
    world = new_world()
    gwen = person_who_left(world)
    new_set("Charlie’s set", world.charlie, world.charlie, [])
    change_ground_rules(world.learning_set, ["What is said in the set stays in the set."], world.ade, HELD)
    keep_session(world.held, world.outcome(mei=False), HELD)
    invitation = invite(world.learning_set, Invitee("Nia Hill", "nia@example.org"), world.ade, HELD)
    return Scene(
        world,
        gwen,
        invitation,
        token=token_of(invitation),
        action=Action.objects.get(person=world.mei),
        reflection=write_reflection(world.mei, "I was planning my next question.", HELD),
        letter=a_copy(world),
    )


def person_who_left(world: World) -> Person:
    gwen = person_for("gwen@example.org", "Gwen Ito")
    membership = join(world.learning_set, gwen)
    end_membership(membership, HELD - timedelta(days=30))
    return gwen


def token_of(invitation: Invitation) -> str:
    """The link's secret, as the invited person finds it in their letter."""
    letter = Letter.objects.get(purpose="invitation", about=invitation.pk)
    return str(letter.payload["token"])


def a_copy(world: World) -> Letter:
    """Mei's copy of the summary, in the outbox."""
    put("summary:copy", "summary", world.mei, about=world.held.pk)
    return Letter.objects.get(key="summary:copy")
