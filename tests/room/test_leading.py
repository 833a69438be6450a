"""Who leads, in the pages and in the record: the console follows the lead, and an observer waits outside."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.test import Client

from setspace.core.process import commands as c
from setspace.lib import clock
from setspace.people.changes import person_for
from setspace.people.models import Person
from setspace.programmes.changes import change_ground_rules
from setspace.programmes.models import Assent, Meeting, Membership
from setspace.records.access import may_send
from setspace.records.models import Summary
from setspace.room.answers import Ack
from setspace.room.changes import enter, follow_meeting
from setspace.room.queries import setup_of
from setspace.room.shelf import shelf
from setspace.room.writer import writer
from tests.programmes.world import words_of
from tests.room.world import Tuesday, join, new_tuesday, signed_in

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "keys"])


@dataclass
class Page:
    client: Client
    address: str

    @property
    def words(self) -> str:
        return words_of(self.client.get(self.address))

    def is_console(self) -> bool:
        return "room--lead" in self.words


@pytest.fixture(autouse=True)
def _writer() -> Iterator[None]:
    yield
    writer.stop()
    shelf.clear()


def page_of(tuesday: Tuesday, person: Person) -> Page:
    return Page(signed_in(person), f"/sessions/{tuesday.room}/room/")


def met(tuesday: Tuesday) -> Tuesday:
    """Everybody has come in."""
    for membership in Membership.objects.filter(learning_set=tuesday.learning_set):
        enter(tuesday.meeting, membership.person, clock.now())
    return tuesday


def alone() -> Tuesday:
    """A set that facilitates itself; Ade looks after its dates."""
    tuesday = new_tuesday()
    Membership.objects.filter(person=tuesday.ade).update(role="member", keeps_at=clock.now())
    return met(tuesday)


def given(tuesday: Tuesday, person: Person, *commands: c.Command) -> None:
    for command in commands:
        answer = tuesday.ask(person, command)
        assert isinstance(answer, Ack), (command, answer)


def observer_of(tuesday: Tuesday) -> Person:
    nia = person_for("nia@example.org", "Nia Hill")
    join(tuesday.learning_set, nia, "observer")
    return nia


def test_the_console_goes_to_whoever_leads_and_back_again() -> None:
    tuesday = met(new_tuesday()).started()
    page = page_of(tuesday, tuesday.tom)
    assert not page.is_console()
    given(tuesday, tuesday.ade, c.NameStandIn(str(tuesday.tom.pk)))
    assert "Take over from Ade" in page.words  # nobody is connected here, so her line is lost
    given(tuesday, tuesday.tom, c.StandIn())
    assert page.is_console()
    assert "You lead now." in page.words
    assert page_of(tuesday, tuesday.ade).is_console()
    assert "Take the lead back" in page_of(tuesday, tuesday.ade).words
    given(tuesday, tuesday.ade, c.HandOver(""))
    assert not page.is_console()


def test_one_takes_over_without_script() -> None:
    tuesday = met(new_tuesday()).started()
    given(tuesday, tuesday.ade, c.NameStandIn(str(tuesday.tom.pk)))
    page = page_of(tuesday, tuesday.tom)
    page.client.post(f"{page.address}commands/", {"kind": "stand_in"})
    assert page.is_console()
    page.client.post(f"{page.address}commands/", {"kind": "hand_over", "person": str(tuesday.mei.pk)})
    assert not page.is_console()
    assert page_of(tuesday, tuesday.mei).is_console()


def test_who_leads_checks_in_and_asks_as_a_member_does() -> None:
    tuesday = met(new_tuesday()).started()
    given(tuesday, tuesday.ade, c.HandOver(str(tuesday.tom.pk)))
    assert 'value="check_in"' in page_of(tuesday, tuesday.tom).words
    tuesday.move_to("Open questions")
    assert 'value="send_question"' in page_of(tuesday, tuesday.tom).words


def test_a_set_that_facilitates_itself_sees_whose_turn_it_is_to_lead() -> None:
    tuesday = alone()
    assert "It is your turn to lead today" in page_of(tuesday, tuesday.ade).words
    assert "It is Ade’s turn to lead today" in page_of(tuesday, tuesday.mei).words
    given(tuesday, tuesday.mei, c.StandIn(), c.Start())
    assert page_of(tuesday, tuesday.mei).is_console()
    assert "Mei has lost touch. One of you leads on." in page_of(tuesday, tuesday.tom).words


def test_who_led_is_kept_and_the_next_session_suggests_somebody_else() -> None:
    tuesday = alone()
    given(tuesday, tuesday.ade, c.Start(), c.End(), c.Close())
    meeting = Meeting.objects.get(pk=tuesday.room)
    assert meeting.led_by == tuesday.ade
    assert [(one.person, one.sessions) for one in setup_of(meeting).led] == [(str(tuesday.ade.pk), 1)]
    summary = Summary.objects.get(meeting=meeting)
    senders = [one for one in (tuesday.ade, tuesday.mei, tuesday.tom) if may_send(summary, one)]
    assert senders == [tuesday.ade]


def test_no_lead_is_kept_of_a_session_that_a_facilitator_led() -> None:
    tuesday = met(new_tuesday()).started()
    given(tuesday, tuesday.ade, c.End(), c.Close())
    assert Meeting.objects.get(pk=tuesday.room).led_by is None


def test_an_observer_waits_outside_until_all_have_said_yes() -> None:
    tuesday = met(new_tuesday())
    nia = observer_of(tuesday)
    page = page_of(tuesday, nia)
    assert "The set has not opened this session to you" in page.words
    assert tuesday.mei.name not in page.words
    follow_meeting(tuesday.meeting, clock.now())
    assert "Nia would like to look on" in page_of(tuesday, tuesday.mei).words
    for person in (tuesday.mei, tuesday.tom, tuesday.ines, tuesday.sam):
        given(tuesday, person, c.AgreeToObserver(str(nia.pk), yes=True))
    assert "You are looking on" in page.words
    assert "tile" in page.words
    assert "<form" not in page.words
    assert "Nia is looking on" in page_of(tuesday, tuesday.ade).words


def test_a_no_covers_the_observers_page_and_only_who_leads_is_told() -> None:
    tuesday = met(new_tuesday())
    nia = observer_of(tuesday)
    follow_meeting(tuesday.meeting, clock.now())
    for person, yes in ((tuesday.mei, True), (tuesday.tom, False), (tuesday.ines, True), (tuesday.sam, True)):
        given(tuesday, person, c.AgreeToObserver(str(nia.pk), yes=yes))
    assert "The set has not opened this session to you" in page_of(tuesday, nia).words
    assert "Not today." in page_of(tuesday, tuesday.ade).words
    assert "Waiting for everybody’s yes." in page_of(tuesday, tuesday.mei).words
    assert "Not today." not in page_of(tuesday, tuesday.mei).words


def test_an_observer_accepts_the_ground_rules_before_they_come_in() -> None:
    tuesday = met(new_tuesday())
    nia = observer_of(tuesday)
    version = change_ground_rules(tuesday.learning_set, ["One question."], tuesday.ade, clock.now())
    page = page_of(tuesday, nia)
    rules = f"/sets/{tuesday.learning_set.pk}/ground-rules/"
    response = page.client.get(page.address)
    assert (response.status_code, response.headers["Location"]) == (302, rules)
    page.client.post(rules, {"version": version.version})
    assert Assent.objects.filter(person=nia, ground_rules=version).exists()
    assert page.client.get(page.address).status_code == 200


def test_an_observer_has_the_room_and_no_other_page_of_it() -> None:
    tuesday = met(new_tuesday())
    client = signed_in(observer_of(tuesday))
    assert client.get(f"/sessions/{tuesday.room}/room/").status_code == 200
    assert client.get(f"/sessions/{tuesday.room}/companion/").status_code == 404
    assert client.post(f"/sessions/{tuesday.room}/room/notes/", {"text": "x"}).status_code == 404
    assert client.post(f"/sessions/{tuesday.room}/room/commands/", {"kind": "start"}).status_code == 404


def test_an_observer_reads_no_summary_also_of_a_session_that_they_saw() -> None:
    tuesday = met(new_tuesday())
    nia = observer_of(tuesday)
    given(tuesday, tuesday.ade, c.Start(), c.End(), c.Close())
    assert signed_in(nia).get(f"/sessions/{tuesday.room}/summary/").status_code == 404
    assert signed_in(tuesday.mei).get(f"/sessions/{tuesday.room}/summary/").status_code == 200
