"""Ade starts the Tuesday set and facilitates; Mei, Tom, Ines and Sam are asked. Charlie must see nothing."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.http import HttpResponse
from django.http.response import HttpResponseBase

from setspace.lib import clock
from setspace.people.mails import send_due
from setspace.people.models import Letter, Person
from setspace.programmes import changes, queries
from setspace.programmes.changes import Invitee, NewSet, PlannedDate
from setspace.programmes.models import Invitation, LearningSet, Membership
from tests.cast import MEMBERS, address_of, the_cast

RULES = ("What is said here stays here.", "We ask one short question at a time.")
VIDEO = "https://video.example.org/j/123456789"


@dataclass
class World:
    ruth: Person
    ade: Person
    mei: Person
    tom: Person
    ines: Person
    sam: Person
    charlie: Person
    learning_set: LearningSet

    def invitation(self, person: Person) -> Invitation:
        return Invitation.objects.get(learning_set=self.learning_set, person=person)

    def membership(self, person: Person) -> Membership:
        return Membership.objects.get(learning_set=self.learning_set, person=person, until_at=None)

    def is_in(self, person: Person) -> bool:
        return self.learning_set.memberships.filter(person=person, until_at=None).exists()

    def join(self, *people: Person) -> None:
        version = queries.current_rules(self.learning_set)
        assert version is not None
        for person in people:
            changes.accept_invitation(self.invitation(person), person, version, clock.now())

    def door(self, person: Person) -> str:
        """The address in the latest invitation to somebody."""
        letters = Letter.objects.filter(purpose="invitation", person=person).order_by("put_at")
        return f"/invitations/{letters.reverse()[0].payload['token']}/"

    def page(self, name: str = "") -> str:
        return f"/sets/{self.learning_set.id}/{name}"


def new_world(**different: object) -> World:
    people = the_cast()
    starter = people["ruth"] if different.get("facilitator") else people["ade"]
    learning_set = changes.start_set(new_set(**different), starter, clock.now())
    return World(**people, learning_set=learning_set)


def new_set(**different: object) -> NewSet:
    fields: dict[str, object] = {
        "name": "Tuesday set",
        "plan": "tpas-session",
        "people": [invitee(name) for name in MEMBERS],
        "rules": RULES,
        "dates": [planned(10, "tpas-introduction"), planned(20)],
        "video_link": VIDEO,
        **different,
    }
    return NewSet(**fields)  # type: ignore[arg-type]  # a test names only what differs


def invitee(name: str) -> Invitee:
    return Invitee(name, address_of(name))


def planned(days: int, plan: str = "tpas-session") -> PlannedDate:
    return PlannedDate(ahead(days), time(9, 30), plan)


def ahead(days: int) -> date:
    return (clock.now() + timedelta(days=days)).date()


def delivered(purpose: str = "", at: datetime | None = None) -> list[tuple[str, str, str]]:
    """Send what is due, and give recipient, subject and text of what arrived."""
    mail.outbox.clear()
    if purpose:
        Letter.objects.exclude(purpose=purpose).delete()
    send_due(at or clock.wall(), EmailBackend())
    return sorted((one.to[0], str(one.subject), str(one.body)) for one in mail.outbox)


def words_of(response: HttpResponseBase) -> str:
    """A page without its line breaks and indents."""
    assert isinstance(response, HttpResponse)
    return re.sub(r"\s*([<>])\s*", r"\1", " ".join(response.content.decode().split()))
