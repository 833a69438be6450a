"""The door into a set: it opens for one person, once, and looking through it changes nothing."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.test import Client

from setspace.lib import clock
from setspace.people.models import Letter, LetterState
from setspace.programmes import changes, queries
from setspace.programmes.models import Assent, Invitation, Membership
from tests.cast import client_of
from tests.programmes.world import World, delivered, invitee, new_world, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(db: None) -> World:
    return new_world()


def everything() -> list[str]:
    """All that the database holds about sets, as one comparable value."""
    rows = []
    for model in (Invitation, Membership, Assent, Letter):
        rows += [str(sorted(row.items(), key=str)) for row in model.objects.order_by("pk").values()]
    return rows


def test_a_scanner_that_opens_the_link_twice_uses_nothing_up(world: World) -> None:
    door, before = world.door(world.mei), everything()
    for _time in range(2):
        assert Client().get(door).status_code == 200
        assert Client().head(door).status_code == 200
    # A scanner that presses the buttons is not signed in as Mei either.
    assert Client().post(door, {"answer": "yes", "accept": "yes", "version": "1"}).status_code == 200
    assert everything() == before


def test_the_page_says_who_asks_who_else_when_and_what_is_agreed(world: World) -> None:
    page = words_of(Client().get(world.door(world.mei)))
    for words in (
        "Ade Bello invites you",
        "Tom Doyle",
        "Ines Evora",
        "Session 1",
        "We ask one short question",
    ):
        assert words in page
    assert "video.example.org" not in page
    assert "tom@example.org" not in page
    assert "mei@example.org" not in page
    assert "m…@example.org" in page


def test_mei_accepts_and_is_in(world: World) -> None:
    response = client_of(world.mei).post(
        world.door(world.mei), {"answer": "yes", "accept": "yes", "version": "1"}
    )
    assert response.status_code == 302
    assert response.headers["Location"] == world.page()
    assert world.membership(world.mei).role == "member"
    agreement = queries.agreement_of(world.learning_set, world.mei)
    assert agreement is not None
    assert agreement.is_mine
    assert set(agreement.accepted) == {world.ade, world.mei}


def test_joining_needs_the_tick(world: World) -> None:
    page = words_of(client_of(world.mei).post(world.door(world.mei), {"answer": "yes", "version": "1"}))
    assert page.count("Tick the box if you accept the ground rules") == 2
    assert "<title>Error: An invitation" in page
    assert not world.is_in(world.mei)


def test_rules_that_changed_meanwhile_are_read_again(world: World) -> None:
    changes.change_ground_rules(world.learning_set, ["We sing."], world.ade, clock.now())
    answer = {"answer": "yes", "accept": "yes", "version": "1"}
    page = words_of(client_of(world.mei).post(world.door(world.mei), answer))
    assert "The ground rules have changed. Please read them again" in page
    assert "We sing." in page
    assert not world.is_in(world.mei)


def test_the_link_is_for_mei_alone(world: World) -> None:
    door = world.door(world.mei)
    answer = {"answer": "yes", "accept": "yes", "version": "1"}
    page = words_of(client_of(world.charlie).post(door, answer))
    assert "This invitation is for m…@example.org. You are signed in as charlie@example.org." in page
    assert not world.is_in(world.charlie)
    assert not world.is_in(world.mei)


def test_a_link_works_once(world: World) -> None:
    door = world.door(world.mei)
    world.join(world.mei)
    changes.end_membership(world.membership(world.mei), clock.now())
    answer = {"answer": "yes", "accept": "yes", "version": "1"}
    response = client_of(world.mei).post(door, answer)
    assert response.status_code == 410
    assert "This link was used already" in words_of(response)
    assert not world.is_in(world.mei)


def test_a_link_is_open_for_fourteen_days(world: World) -> None:
    door, answer = world.door(world.mei), {"answer": "yes", "accept": "yes", "version": "1"}
    made = clock.now()
    with time_machine.travel(made + timedelta(days=13, hours=23)):
        assert Client().get(door).status_code == 200
    with time_machine.travel(made + timedelta(days=14, seconds=1)):
        response = client_of(world.mei).post(door, answer)
    assert response.status_code == 410
    assert "This invitation has run out" in words_of(response)
    assert not world.is_in(world.mei)


def test_a_new_link_ends_the_old_one(world: World) -> None:
    old = world.door(world.mei)
    client_of(world.ade).post(f"/invitations/{world.invitation(world.mei).id}/letter/")
    new = world.door(world.mei)
    assert new != old
    assert Client().get(old).status_code == 404
    assert Client().get(new).status_code == 200


def test_a_withdrawn_link_opens_nothing(world: World) -> None:
    door = world.door(world.mei)
    client_of(world.ade).post(f"/invitations/{world.invitation(world.mei).id}/withdrawal/")
    response = Client().get(door)
    assert response.status_code == 404
    assert "Tuesday set" not in words_of(response)
    assert "This invitation was withdrawn or used already. Ask whoever invited you." in words_of(response)


@pytest.mark.parametrize("verb", ["letter", "withdrawal"])
def test_only_the_facilitator_sends_again_or_withdraws(world: World, verb: str) -> None:
    world.join(world.tom)
    address, before = f"/invitations/{world.invitation(world.mei).id}/{verb}/", everything()
    for person in (world.tom, world.mei, world.charlie):
        assert client_of(person).post(address).status_code == 404
    assert client_of(world.ade).get(address).status_code == 405
    assert everything() == before
    assert client_of(world.ade).post(address).status_code == 302
    assert everything() != before


def test_mei_says_no_without_saying_why_and_ade_is_told(world: World) -> None:
    response = client_of(world.mei).post(world.door(world.mei), {"answer": "no"}, follow=True)
    assert "You need not say why." in words_of(response)
    assert not world.is_in(world.mei)
    assert [one[:2] for one in delivered("declined")] == [
        ("ade@example.org", "Tuesday set: Mei Chen can’t join")
    ]
    assert "Said no, thank you" in words_of(client_of(world.ade).get(world.page("people/")))


def test_only_a_digest_of_the_link_is_kept(world: World) -> None:
    token = world.door(world.mei).split("/")[2]
    assert len(token) == 43  # 256 bits
    with connection.cursor() as cursor:
        for table in ("programmes_invitation", "people_letter"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608  fixed names
            held = [bytes(v) if isinstance(v, memoryview) else v for row in cursor.fetchall() for v in row]
            assert not any(token in str(value) for value in held)


def test_the_letter_holds_the_door_and_no_ground_rules(world: World) -> None:
    door = world.door(world.mei)
    letters = {to: (subject, text) for to, subject, text in delivered("invitation")}
    assert set(letters) == {f"{name}@example.org" for name in ("mei", "tom", "ines", "sam")}
    subject, text = letters["mei@example.org"]
    assert subject == "An invitation to Tuesday set"
    assert door in text
    assert "one short question" not in text
    assert "video.example.org" not in text
    assert mail.outbox[0].reply_to == ["ade@example.org"]


def test_a_withdrawn_invitation_is_not_posted_after_all(world: World) -> None:
    changes.withdraw(world.invitation(world.mei), clock.now())
    assert "mei@example.org" not in [to for to, _subject, _text in delivered("invitation")]


def test_one_invitation_a_person_at_a_time(world: World) -> None:
    with pytest.raises(changes.Refused, match="Mei Chen is invited already"):
        changes.invite(world.learning_set, invitee("Mei Chen"), world.ade, clock.now())
    world.join(world.mei)
    with pytest.raises(changes.Refused, match="Mei Chen is in this set already"):
        changes.invite(world.learning_set, invitee("Mei Chen"), world.ade, clock.now())


def test_after_a_no_mei_can_be_asked_again(world: World) -> None:
    changes.decline_invitation(world.invitation(world.mei), world.mei, clock.now())
    again = changes.invite(world.learning_set, invitee("Mei Chen"), world.ade, clock.now())
    seats = queries.seats_of(world.learning_set, clock.now())
    assert [seat.state for seat in seats if seat.person == world.mei] == ["invited"]
    assert again.is_open


def test_a_facilitator_who_says_no_leaves_everybody_else_unasked(db: None) -> None:
    world = new_world(facilitator=invitee("Ade Bello"))
    client_of(world.ade).post(world.door(world.ade), {"answer": "no"})
    (told,) = delivered("declined")
    assert told[:2] == ("ruth@example.org", "Tuesday set: Ade Bello can’t join")
    assert "Nobody else has been asked." in told[2]
    assert not Invitation.objects.filter(role="member", sent_at__isnull=False).exists()


def test_a_letter_that_came_back_is_shown_to_ade(world: World) -> None:
    words = "Our letter did not arrive."
    assert words not in words_of(client_of(world.ade).get(world.page("people/")))
    Letter.objects.filter(person=world.mei).update(state=LetterState.REFUSED)
    assert words_of(client_of(world.ade).get(world.page("people/"))).count(words) == 1
    changes.send_again(world.invitation(world.mei), clock.now())
    assert words not in words_of(client_of(world.ade).get(world.page("people/")))
